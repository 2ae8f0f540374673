import { getRecorderManager } from 'taro-modernize/runtime/recorder'

jest.mock('@tarojs/taro', () => ({
  default: { getRecorderManager: jest.fn() },
  getRecorderManager: () => manager,
}))
export const manager = getRecorderManager()
