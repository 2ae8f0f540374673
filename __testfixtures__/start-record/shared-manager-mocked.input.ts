import Taro from '@tarojs/taro'

jest.mock('@tarojs/taro', () => ({
  default: { getRecorderManager: jest.fn() },
  getRecorderManager: () => manager,
}))
export const manager = Taro.getRecorderManager()
