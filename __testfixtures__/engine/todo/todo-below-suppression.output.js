// TODO(taro-modernize): startRecord: one is a parameter, so it is not certain whose method this is (REC105). Run npx taro-modernize scan, which asks TypeScript as well. Or call the API on Taro (or wx) itself, or silence this with // taro-modernize-ignore.
// taro-modernize-ignore old phones
wx.startRecord({})
;[wx].forEach((one) => one.startRecord({}))
