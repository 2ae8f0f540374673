import Taro from '@tarojs/taro'

export default class Store {
  systemInfo = Taro.getSystemInfoSync()
  load() {
    this.systemInfo = Taro.getSystemInfoSync()
  }
}
const app = Taro.getApp()
app.globalData.systemInfo = Taro.getSystemInfoSync()
export const typed: Taro.getSystemInfoSync.Result = Taro.getSystemInfoSync()
export const json = JSON.stringify(Taro.getSystemInfoSync())
export const copy = { ...Taro.getSystemInfoSync(), extra: 1 }
export const albumAuthorized = Taro.getSystemInfoSync().albumAuthorized
export const read = Taro.getSystemInfoSync
