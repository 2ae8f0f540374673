const { getDeviceInfo, getSystemInfoSync, getWindowInfo, pickSystemInfo } = require('taro-modernize/runtime/system')

const { windowHeight } = getWindowInfo()
const { platform } = getDeviceInfo()
const { system } = getDeviceInfo(), app = getApp()

Page({
  data: { info: getSystemInfoSync(), windowHeight, platform, system, app },
  onLoad() {
    pickSystemInfo([getWindowInfo], { success: (res) => this.setData({ width: res.windowWidth }) })
  },
})
