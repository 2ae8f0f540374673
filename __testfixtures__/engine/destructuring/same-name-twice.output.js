import Taro from '@tarojs/taro'
import { getDeviceInfo, getWindowInfo } from 'taro-modernize/runtime/system'

var { windowWidth: a, platform: a } = { ...getWindowInfo(), ...getDeviceInfo() }
var { windowWidth: b, safeArea: { top: b }, platform: c } = { ...getWindowInfo(), ...getDeviceInfo() }
var { saveFile: d, getStorage: d } = Taro
var { saveFile: e, startRecord: e } = Taro
log(a, b, c, d, e)
