import { getDeviceInfo, getWindowInfo } from 'taro-modernize/runtime/system'

const { windowWidth = /* c1 */ 1 /* c2 */ /* c3 */ /* c5 */ /* c6 */ } = getWindowInfo()
const { platform: os = /* c4 */ 2, brand } = getDeviceInfo()
const {
  screenWidth, // c7
  /* c8 */ // c9
  safeArea: /* c10 */ { top /* c11 */ },
} = getWindowInfo()
const { 'model': model } = getDeviceInfo()
