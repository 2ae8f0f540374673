import Taro from '@tarojs/taro'

jest.mock('@tarojs/taro', () => ({ startRecord: jest.fn(), stopRecord: jest.fn() }))
vi.spyOn(Taro, 'startRecord')
const own = { startRecord: jest.fn() }
