function stopRecord() {}
exports.stopRecord = stopRecord
module.exports.startRecord = function () {
  wx.startRecord({})
}
