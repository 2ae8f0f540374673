import { getDeviceInfo, getWindowInfo, pickSystemInfo } from 'taro-modernize/runtime/system'
pickSystemInfo(/* {
  success() {}
} */[getWindowInfo]).then((r) => log(r.windowWidth))
pickSystemInfo(
  /* nothing */
  [getDeviceInfo]
).then((r) => log(r.brand))
pickSystemInfo(// nothing
  [getDeviceInfo]
).then((r) => log(r.brand))
