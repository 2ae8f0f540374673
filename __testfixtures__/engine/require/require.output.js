const path = require('path')
const { recorder } = require('taro-modernize/runtime/recorder')

module.exports = function record() {
  recorder.start({ success: (res) => path.join(res.tempFilePath) })
}
