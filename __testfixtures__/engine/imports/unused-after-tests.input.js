import Taro from '@tarojs/taro'

const { startRecord } = Taro
const flag = wx.stopRecord
const can = wx.startRecord

if (startRecord) console.log('can record')
if (flag && typeof flag === 'function') console.log('can stop')
export const started = () => (can ? can({}) : null)
const first = Taro
const second = first
const third = first
third.stopRecord(second.startRecord && first.startRecord)
