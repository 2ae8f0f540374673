import Taro, { login, startRecord } from '@tarojs/taro'

const { startRecord: a = Taro.login } = wx
const { stopRecord: b = startRecord, startRecord: c = login } = wx
a(b, c)
