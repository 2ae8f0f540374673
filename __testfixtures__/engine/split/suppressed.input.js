import Taro from '@tarojs/taro'

// taro-modernize-ignore
const { windowWidth, brand } = Taro.getSystemInfoSync()
const info = Taro.getSystemInfoSync()
// taro-modernize-ignore FAK013
const other = Taro.getSystemInfoSync()
console.log(info.windowWidth, info.model, other.windowWidth, other.model, windowWidth, brand)
