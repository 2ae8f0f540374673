import Taro from '@tarojs/taro'

export const isWork = Taro.getSystemInfoSync().environment === 'wxwork'
const { windowWidth, screen } = Taro.getSystemInfoSync()
const info = Taro.getSystemInfoSync() as any
console.log(info.titleBarHeight, info.windowWidth, windowWidth, screen)
Taro.getSystemInfo({ success: ({ environment }) => console.log(environment) })
Taro.getSystemInfo({
  complete(res) {
    if ('environment' in res) console.log(res.environment)
  },
})
export const load = async () => (await Taro.getSystemInfoAsync()).environment
export const given = (Taro.getSystemInfoSync as any)({ includeBluetooth: true })
