// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/suspicious/noTsIgnore: newer types have them
/**
 * The environment of system.ts for Taro 3 and 4. Functions that the platform lacks are `undefined`. The types of early
 * versions of Taro 3 lack some of these functions.
 */
import {
  // @ts-ignore
  getAppAuthorizeSetting as appAuthorizeSetting,
  // @ts-ignore
  getAppBaseInfo as appBaseInfo,
  // @ts-ignore
  getDeviceInfo as deviceInfo,
  // @ts-ignore
  canIUseWebp as nativeCanIUseWebp,
  getSystemInfo as nativeInfo,
  // @ts-ignore
  getSystemInfoAsync as nativeInfoAsync,
  getSystemInfoSync as nativeInfoSync,
  // @ts-ignore
  getSystemSetting as systemSetting,
  // @ts-ignore
  getWindowInfo as windowInfo,
} from '@tarojs/taro';

export {
  appAuthorizeSetting,
  appBaseInfo,
  deviceInfo,
  nativeCanIUseWebp,
  nativeInfo,
  nativeInfoAsync,
  nativeInfoSync,
  systemSetting,
  windowInfo,
};
