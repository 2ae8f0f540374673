const Taro = require('@tarojs/taro')
const path = require('path')

module.exports = function record() {
  Taro.startRecord({ success: (res) => path.join(res.tempFilePath) })
}
