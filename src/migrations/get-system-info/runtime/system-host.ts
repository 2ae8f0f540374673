// @taro-modernize-runtime __VERSION__
/** Everything that system.ts takes from outside, for Taro 3 and 4. What the platform lacks is `undefined`. */
import {
  getAppAuthorizeSetting as appAuthorizeSetting,
  getAppBaseInfo as appBaseInfo,
  getDeviceInfo as deviceInfo,
  canIUseWebp as nativeCanIUseWebp,
  getSystemInfo as nativeInfo,
  getSystemInfoAsync as nativeInfoAsync,
  getSystemInfoSync as nativeInfoSync,
  getSystemSetting as systemSetting,
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
