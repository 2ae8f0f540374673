// TODO(taro-modernize): startRecord: one is a parameter, so it is unclear whether this is the platform API (REC105). Run npx taro-modernize scan, which also uses type information. Or decide yourself: if it is, call recorder.start instead; if not, suppress this with // taro-modernize-ignore.
// taro-modernize-ignore old phones
wx.startRecord({})
;[wx].forEach((one) => one.startRecord({}))
