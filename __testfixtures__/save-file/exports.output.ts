import Taro from '@tarojs/taro'
import { getFileInfo, getSavedFileList, removeSavedFile, saveFile } from 'taro-modernize/runtime/files'
import { recorder } from 'taro-modernize/runtime/recorder'
// Hoisted, as before.
export { saveFile } from 'taro-modernize/runtime/files'
export { saveFile as save, /* c1 */ getFileInfo } from "taro-modernize/runtime/files"; // c2
export { login } from '@tarojs/taro'
export { getSavedFileList as default } from 'taro-modernize/runtime/files'
export { removeSavedFile as 'a b' } from 'taro-modernize/runtime/files'
export const startRecord = recorder.start
export { saveFile as other } from 'taro-modernize/runtime/files'
export { getFileInfo as info, getSavedFileList as list }
export { removeSavedFile as remove /* c3 */, local }
const local = { saveFile, getFileInfo }
export const all = { saveFile, list: getSavedFileList, Taro }
