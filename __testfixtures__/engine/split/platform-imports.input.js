import { getSystemInfoSync, getSystemInfoSync as load, getDeviceInfo, login } from '@tarojs/taro'

const { windowWidth, brand } = getSystemInfoSync()
const info = getSystemInfoSync()
export const scale = info.windowWidth / info.windowHeight
export async function log() {
  const { model, windowHeight } = await load()
  console.log(model, windowHeight, getDeviceInfo(), login())
}
