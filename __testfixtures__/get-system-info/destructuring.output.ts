import { getAppAuthorizeSetting, getAppBaseInfo, getDeviceInfo, getSystemSetting, getWindowInfo } from 'taro-modernize/runtime/system'

const { windowWidth, statusBarHeight } = getWindowInfo()
const { platform } = getDeviceInfo()
const { safeArea: { top = 0 } = {} } = getWindowInfo();
const { theme = 'light' } = getAppBaseInfo();
const { system: name } = getDeviceInfo();
export const { pixelRatio } = getWindowInfo()
export const { model } = getDeviceInfo()

export function Page() {
  const { windowHeight, screenHeight } = getWindowInfo()
  const {
    brand, // of the device
  } = getDeviceInfo()
  const { language } = getAppBaseInfo()
  const { wifiEnabled: isOnline } = getSystemSetting()
  const cameraAuthorized = getAppAuthorizeSetting().cameraAuthorized === 'authorized'
  if (cameraAuthorized) console.log(brand)
  return [windowHeight, screenHeight, language, isOnline]
}
export default [windowWidth, statusBarHeight, platform, top, theme, name]
