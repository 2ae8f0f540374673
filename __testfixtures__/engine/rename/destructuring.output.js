import Taro from '@tarojs/taro'

const { getSystemInfo: getSystemInfoAsync, login } = Taro
const { getSystemInfo: ask, getSystemInfo } = wx
const { 'getSystemInfoAsync': quoted = login } = make(), { getSystemInfo: plain = login } = Taro
export function later() {
  const { getSystemInfo: getSystemInfoAsync = polyfill } = Taro
  getSystemInfoAsync?.({})
  if (ask) ask({})
  for (const { getSystemInfo: getSystemInfoAsync } = wx; ; ) return getSystemInfoAsync({})
}
getSystemInfoAsync({}).then(getSystemInfo, plain, quoted)
function polyfill() {}
