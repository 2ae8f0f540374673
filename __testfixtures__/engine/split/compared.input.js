import Taro from '@tarojs/taro'

if (Taro.getSystemInfoSync().albumAuthorized) console.log(!Taro.getSystemInfoSync().cameraAuthorized && 1)
else if (!Taro.getSystemInfoSync().albumAuthorized) console.log(!!Taro.getSystemInfoSync().albumAuthorized)
const { albumAuthorized } = Taro.getSystemInfoSync()
const { brand, cameraAuthorized: camera } = Taro.getSystemInfoSync(); const { windowWidth, albumAuthorized: album } = Taro.getSystemInfoSync()
const info = Taro.getSystemInfoSync()
export function allowed() {
  const { albumAuthorized /* of the album */, cameraAuthorized } = Taro.getSystemInfoSync();
  if (!(info.albumAuthorized) || Boolean(info.cameraAuthorized)) return!info.albumAuthorized ? 1 : albumAuthorized && cameraAuthorized ? 2 : 3
  while (info.windowWidth && info?.albumAuthorized) break
  return albumAuthorized || camera ? album ? brand : windowWidth : 0
}
export const none = Taro.getSystemInfoSync().albumAuthorized
export const { cameraAuthorized } = Taro.getSystemInfoSync()
const { albumAuthorized: given = true } = Taro.getSystemInfoSync()
const { brand: own, albumAuthorized: shown } = Taro.getSystemInfoSync()
console.log(given ? 1 : 2, own, shown)
let changing = Taro.getSystemInfoSync()
changing = { albumAuthorized: true }
if (changing.albumAuthorized) console.log(1)
if (albumAuthorized) console.log(2)
