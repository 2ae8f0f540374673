import Taro from '@tarojs/taro'
import { getFileInfo, removeSavedFile as taroRemoveSavedFile, saveFile as taroSaveFile } from 'taro-modernize/runtime/files'

const /* c2 */ saveFile /* c0 */ /* c1 */ = taroSaveFile
const { /* c3 */ // c5
  /* c8 */ login } = Taro, info /* c4 */ = getFileInfo, removeSavedFile /* c6 */ /* c7 */ = taroRemoveSavedFile
const { getSavedFileList /* c9 */: /* c10 */ list /* c11 */ = /* c12 */ null /* c13 */, ...rest } = Taro
