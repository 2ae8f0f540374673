// taro-modernize-ignore old phones
wx.startRecord({})
;[wx].forEach((one) => one.startRecord({}))
