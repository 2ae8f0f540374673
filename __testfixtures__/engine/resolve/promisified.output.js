const { promisify } = require('./promisify')
const { recorder } = require('taro-modernize/runtime/recorder')

exports.startRecord = promisify(recorder.start)
exports.stopRecord = promisify(recorder.stop)()
const start = app.wxPromisify(recorder.start)
module.exports.begin = (options) => start(options).then(({ tempFilePath }) => tempFilePath)
