import Taro, { getFileInfo, getSavedFileList as list, removeSavedFile, saveFile } from '@tarojs/taro'
// Hoisted, as before.
export { saveFile } from '@tarojs/taro'
export { saveFile as save, /* c1 */ getFileInfo } from "@tarojs/taro"; // c2
export { login, getSavedFileList as default, removeSavedFile as 'a b' } from '@tarojs/taro'
export { startRecord, saveFile as other } from '@tarojs/taro'
export { getFileInfo as info, list }
export { removeSavedFile as remove /* c3 */, local }
const local = { saveFile, getFileInfo }
export const all = { saveFile, list, Taro }
