const Taro = require('@tarojs/taro')

exports.stop = function () {
	Taro.stopRecord()
}