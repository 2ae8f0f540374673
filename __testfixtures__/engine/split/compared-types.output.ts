import { getSystemInfoSync } from 'taro-modernize/runtime/system'

const { albumAuthorized, brand } = getSystemInfoSync()!
const { cameraAuthorized } = getSystemInfoSync() as any
const info = getSystemInfoSync()!
if (albumAuthorized && cameraAuthorized && info.albumAuthorized) console.log(brand, (info.cameraAuthorized as boolean) ? 1 : 2)
