import Taro from '@tarojs/taro'

delete Taro.startRecord
delete wx['stopRecord']
Taro.startRecord = jest.fn()
wx.stopRecord ??= () => {}
Object.defineProperty(Taro, 'startRecord', { value: jest.fn() })
jest.spyOn(Taro, 'stopRecord').mockReturnValue(undefined)
vi.mock('@tarojs/taro', () => ({ default: { startRecord: vi.fn() }, stopRecord: vi.fn() }))
jest.doMock('@tarojs/taro', () => ({ __esModule: true, startRecord() {} }))
jest.mock('./own', () => ({ startRecord: jest.fn() }))
;[Taro.startRecord, { s: wx.stopRecord }] = [() => {}, {}]
