import Taro from '@tarojs/taro'

const { windowWidth = /* c1 */ 1 /* c2 */, platform: /* c3 */ os = /* c4 */ 2 /* c5 */, brand /* c6 */ } = Taro.getSystemInfoSync()
const {
  screenWidth, // c7
  'model': /* c8 */ model, // c9
  safeArea: /* c10 */ { top /* c11 */ },
} = Taro.getSystemInfoSync()
