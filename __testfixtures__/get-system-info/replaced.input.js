import Taro from '@tarojs/taro'

// Its own function in the place of the API.
Taro.getSystemInfoSync = () => ({ windowWidth: 1 })
export const width = Taro.getSystemInfoSync().windowWidth
jest.mock('@tarojs/taro', () => ({ getSystemInfo: jest.fn() }))
