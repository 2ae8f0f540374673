import Taro from '@tarojs/taro'
import { getSystemInfoSync } from 'taro-modernize/runtime/system'

export default class Store {
  systemInfo = getSystemInfoSync()
  load() {
    this.systemInfo = getSystemInfoSync()
  }
}
const app = Taro.getApp()
app.globalData.systemInfo = getSystemInfoSync()
export const typed: Taro.getSystemInfoSync.Result = getSystemInfoSync()
export const json = JSON.stringify(getSystemInfoSync())
export const copy = { ...getSystemInfoSync(), extra: 1 }
export const albumAuthorized = getSystemInfoSync().albumAuthorized
export const read = getSystemInfoSync
