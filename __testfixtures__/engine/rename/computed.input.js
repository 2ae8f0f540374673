import Taro from '@tarojs/taro'

export const load = () => Taro.getSystemInfoAsync()
export const call = (name) => Taro[name]({})
export const either = (isNew) => Taro[isNew ? 'getSystemInfo' : 'getSystemInfoAsync']()
export const other = (isNew) => Taro[isNew ? 'getWindowInfo' : 'getSystemInfo']()
