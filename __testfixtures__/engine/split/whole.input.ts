import Taro, { getSystemInfoSync as read } from '@tarojs/taro'

declare function send(...given: unknown[]): void
class Page {
  info = Taro.getSystemInfoSync()
}
export const info = Taro.getSystemInfoSync()
const typed: Taro.getSystemInfoSync.Result = Taro.getSystemInfoSync()
const spread = { ...read() }
send(Taro.getSystemInfoSync(), typed.brand, spread, Page, read)
export const load = () => Taro.getSystemInfoSync()
const { getSystemInfoSync, login } = Taro
send(getSystemInfoSync().windowWidth, JSON.stringify(getSystemInfoSync()), login)
const { brand, ...rest } = Taro.getSystemInfoSync()
const any = Taro.getSystemInfoSync() as any
const handed = Taro.getSystemInfoSync()
handed.windowWidth = 1
send(rest, brand, any.windowWidth, any['environment'])
const other = Taro.getSystemInfoSync()
send(other, other.pixelRatio, getSystemInfoSync().environment, (Taro.getSystemInfoSync() as any).screen)
Taro.getSystemInfoSync()
export { getSystemInfoSync as system } from '@tarojs/taro'
