import Taro from '@tarojs/taro'

var { windowWidth: a, platform: a } = Taro.getSystemInfoSync()
var { windowWidth: b, safeArea: { top: b }, platform: c } = Taro.getSystemInfoSync()
var { saveFile: d, getStorage: d } = Taro
var { saveFile: e, startRecord: e } = Taro
log(a, b, c, d, e)
