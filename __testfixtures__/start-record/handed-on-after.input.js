const Taro = require('@tarojs/taro')
const { recorder } = require('./taro-modernize/recorder')

recorder.stop()
module.exports = Taro
