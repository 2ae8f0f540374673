import Taro from '@tarojs/taro'

const { getSystemInfoAsync, login } = Taro
const { getSystemInfoAsync: ask, getSystemInfoAsync: getSystemInfo } = wx
const { 'getSystemInfoAsync': quoted = login } = make(), { getSystemInfoAsync: plain = login } = Taro
export function later() {
  const { getSystemInfoAsync = polyfill } = Taro
  getSystemInfoAsync?.({})
  if (ask) ask({})
  for (const { getSystemInfoAsync } = wx; ; ) return getSystemInfoAsync({})
}
getSystemInfoAsync({}).then(getSystemInfo, plain, quoted)
function polyfill() {}
