import Taro from '@tarojs/taro'

Taro.startRecord({
	success() {}
})
Taro.login()