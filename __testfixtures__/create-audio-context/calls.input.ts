import Taro, { createAudioContext as create } from '@tarojs/taro'

export const one = Taro.createAudioContext('one')
export const two = create('two')
const { createAudioContext } = Taro
export const three = createAudioContext('three')
export const make = wx.createAudioContext
declare const wx: { createAudioContext(id: string): unknown }
