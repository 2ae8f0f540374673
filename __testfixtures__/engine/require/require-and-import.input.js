import { View } from '@tarojs/components'
const Taro = require('@tarojs/taro').default

export const start = () => Taro.startRecord({})
