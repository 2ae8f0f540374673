import { View } from '@tarojs/components'
import { recorder } from 'taro-modernize/runtime/recorder'

export const a = () => {
	recorder.start({
		success() {},
	})
}
export { View }