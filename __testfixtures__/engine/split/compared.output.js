import { getAppAuthorizeSetting, getDeviceInfo, getSystemInfoSync, getWindowInfo } from 'taro-modernize/runtime/system'

if (getAppAuthorizeSetting().albumAuthorized === 'authorized') console.log(getAppAuthorizeSetting().cameraAuthorized !== 'authorized' && 1)
else if (getAppAuthorizeSetting().albumAuthorized !== 'authorized') console.log(!!(getAppAuthorizeSetting().albumAuthorized === 'authorized'))
const albumAuthorized = getAppAuthorizeSetting().albumAuthorized === 'authorized'
const { brand } = getDeviceInfo();
const camera = getAppAuthorizeSetting().cameraAuthorized === 'authorized'; const { windowWidth } = getWindowInfo(), album = getAppAuthorizeSetting().albumAuthorized === 'authorized'
const info = { ...getAppAuthorizeSetting(), ...getWindowInfo() }
export function allowed() {
  const albumAuthorized = getAppAuthorizeSetting().albumAuthorized === 'authorized' /* of the album */;
  const cameraAuthorized = getAppAuthorizeSetting().cameraAuthorized === 'authorized';
  if (!(info.albumAuthorized === 'authorized') || Boolean(info.cameraAuthorized === 'authorized')) return info.albumAuthorized !== 'authorized' ? 1 : albumAuthorized && cameraAuthorized ? 2 : 3
  while (info.windowWidth && info?.albumAuthorized === 'authorized') break
  return albumAuthorized || camera ? album ? brand : windowWidth : 0
}
export const none = getSystemInfoSync().albumAuthorized
export const { cameraAuthorized } = getSystemInfoSync()
const { albumAuthorized: given = true } = getSystemInfoSync()
const { brand: own, albumAuthorized: shown } = getSystemInfoSync()
console.log(given ? 1 : 2, own, shown)
let changing = getSystemInfoSync()
changing = { albumAuthorized: true }
if (changing.albumAuthorized) console.log(1)
if (albumAuthorized) console.log(2)
