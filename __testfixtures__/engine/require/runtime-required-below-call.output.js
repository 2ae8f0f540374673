const { recorder: taroRecorder } = require('taro-modernize/runtime/recorder')

begin()
const { recorder } = require('taro-modernize/runtime/recorder')

function begin() {
  taroRecorder.start({})
}
