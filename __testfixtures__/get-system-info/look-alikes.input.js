import uni from './uni'
import sdk from 'weixin-js-sdk'
import { getSystemInfoSync as own } from './system'

function getSystemInfoSync() {
  return { windowWidth: 1 }
}
export const store = { getSystemInfoSync, getSystemInfo() {} }
getSystemInfoSync().windowWidth
own().windowWidth
store.getSystemInfo({})
store.getSystemInfoSync().windowWidth
uni.getSystemInfoSync().windowWidth
sdk.getSystemInfo({})
window.wx.getSystemInfoSync()
my.getSystemInfoSync().windowWidth
const { getSystemInfo } = tt
getSystemInfo({ success: console.log })
swan.getSystemInfo({ success: console.log })
class System {
  getSystemInfoSync() {
    return this.getSystemInfoSync().windowWidth
  }
}
export default System
