import Taro from '@tarojs/taro'

Taro.startRecord({})
export function open(item: { type?: string }, name: 'a' | 'b') {
  Taro[`${item.type ? 'navigateTo' : 'switchTab'}`]({ url: '' })
  Taro[(item.type ? 'show' : 'hide') + 'Loading']({ title: '' })
  Taro[`get${item.type ? 'Storage' : 'Setting'}${item ? 'Sync' : ''}`]()
  Taro[`${item.type ? 'start' : 'stop'}Record`]({})
  Taro[`${name}Record`]({})
}
