import Taro from '@tarojs/taro'

const { saveFile /* c0 */ = /* c1 */ log /* c2 */ } = Taro
const { getFileInfo: /* c3 */ info = // c4
  log, // c5
  removeSavedFile = /* c6 */ (() => /* c7 */ {}) /* c8 */, login } = Taro
const { getSavedFileList /* c9 */: /* c10 */ list /* c11 */ = /* c12 */ null /* c13 */, ...rest } = Taro
