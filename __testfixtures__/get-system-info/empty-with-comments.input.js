import Taro from '@tarojs/taro'
Taro.getSystemInfo(/* {
  success() {}
} */).then((r) => log(r.windowWidth))
Taro.getSystemInfo(
  /* nothing */
).then((r) => log(r.brand))
Taro.getSystemInfo(// nothing
).then((r) => log(r.brand))
