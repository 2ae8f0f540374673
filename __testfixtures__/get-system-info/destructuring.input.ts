import Taro from '@tarojs/taro'

const { windowWidth, statusBarHeight, platform } = Taro.getSystemInfoSync()
const { safeArea: { top = 0 } = {}, theme = 'light', system: name } = Taro.getSystemInfoSync();
export const { pixelRatio, model } = Taro.getSystemInfoSync()

export function Page() {
  const { windowHeight, screenHeight } = Taro.getSystemInfoSync()
  const {
    brand, // of the device
    language,
    wifiEnabled: isOnline,
    cameraAuthorized,
  } = Taro.getSystemInfoSync()
  if (cameraAuthorized) console.log(brand)
  return [windowHeight, screenHeight, language, isOnline]
}
export default [windowWidth, statusBarHeight, platform, top, theme, name]
