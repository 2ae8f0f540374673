import type { SplitPart } from '../change';

const from = (to: string, names: readonly string[]): Record<string, SplitPart> =>
  Object.fromEntries(names.map((name) => [name, { from: to }]));

/**
 * Each field of the old result with the function that returns it, and the fields that WeChat returns without
 * documenting them.
 */
export const fields: Readonly<Record<string, SplitPart>> = {
  ...from('getWindowInfo', [
    'pixelRatio',
    'safeArea',
    'screenHeight',
    'screenTop',
    'screenWidth',
    'statusBarHeight',
    'windowHeight',
    'windowWidth',
  ]),
  ...from('getDeviceInfo', [
    'abi',
    'benchmarkLevel',
    'brand',
    'cpuType',
    'deviceAbi',
    'memorySize',
    'model',
    'platform',
    'system',
  ]),
  ...from('getAppBaseInfo', [
    'PCKernelVersion',
    'SDKVersion',
    'enableDebug',
    'fontSizeScaleFactor',
    'fontSizeSetting',
    'host',
    'language',
    'theme',
    'version',
  ]),
  ...from('getSystemSetting', ['bluetoothEnabled', 'deviceOrientation', 'locationEnabled', 'wifiEnabled']),
  locationReducedAccuracy: { from: 'getAppAuthorizeSetting' },
  // Booleans in the old result, `'authorized' | 'denied' | 'not determined'` in the new one.
  ...Object.fromEntries(
    [
      'albumAuthorized',
      'cameraAuthorized',
      'locationAuthorized',
      'microphoneAuthorized',
      'notificationAlertAuthorized',
      'notificationAuthorized',
      'notificationBadgeAuthorized',
      'notificationSoundAuthorized',
      'phoneCalendarAuthorized',
    ].map((name) => [name, { from: 'getAppAuthorizeSetting', trueAs: 'authorized' }]),
  ),
};
