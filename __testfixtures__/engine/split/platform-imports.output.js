import { getWindowInfo, getWindowInfo as load, getDeviceInfo, login } from '@tarojs/taro'

const { windowWidth } = getWindowInfo()
const { brand } = getDeviceInfo()
const info = getWindowInfo()
export const scale = info.windowWidth / info.windowHeight
export async function log() {
  const { model } = await getDeviceInfo()
  const { windowHeight } = load()
  console.log(model, windowHeight, getDeviceInfo(), login())
}
