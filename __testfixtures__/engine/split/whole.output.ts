import Taro from '@tarojs/taro'
import { getSystemInfoSync as taroGetSystemInfoSync } from 'taro-modernize/runtime/system'

declare function send(...given: unknown[]): void
class Page {
  info = taroGetSystemInfoSync()
}
export const info = taroGetSystemInfoSync()
const typed: Taro.getSystemInfoSync.Result = taroGetSystemInfoSync()
const spread = { ...taroGetSystemInfoSync() }
send(taroGetSystemInfoSync(), typed.brand, spread, Page, taroGetSystemInfoSync)
export const load = () => taroGetSystemInfoSync()
const { getSystemInfoSync, login } = Taro
send(getSystemInfoSync().windowWidth, JSON.stringify(getSystemInfoSync()), login)
const { brand, ...rest } = taroGetSystemInfoSync()
const any = Taro.getSystemInfoSync() as any
const handed = taroGetSystemInfoSync()
handed.windowWidth = 1
send(rest, brand, any.windowWidth, any['environment'])
const other = Taro.getSystemInfoSync()
send(other, other.pixelRatio, getSystemInfoSync().environment, (Taro.getSystemInfoSync() as any).screen)
taroGetSystemInfoSync()
export { getSystemInfoSync as system } from 'taro-modernize/runtime/system'
