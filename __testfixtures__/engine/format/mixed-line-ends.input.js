import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'

export const a = () => {
	Taro.startRecord({
		success() {},
	})
}
export { View }