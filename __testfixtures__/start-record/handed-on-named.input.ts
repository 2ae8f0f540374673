import Taro, { useDidShow } from '@tarojs/taro'

export { default as Api, default } from '@tarojs/taro'
export { Taro, useDidShow }
export const start = () => Taro.startRecord({})
