import Taro from '@tarojs/taro'

Taro.getSystemInfoAsync = () => {}
jest.spyOn(Taro, 'getSystemInfoAsync')
jest.mock('@tarojs/taro', () => ({ getSystemInfoAsync: jest.fn() }))
Taro.getSystemInfoAsync({})
