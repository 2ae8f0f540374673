const { promisify } = require('./promisify')

exports.startRecord = promisify(wx.startRecord)
exports.stopRecord = promisify(wx.stopRecord)()
const start = app.wxPromisify(wx.startRecord)
module.exports.begin = (options) => start(options).then(({ tempFilePath }) => tempFilePath)
