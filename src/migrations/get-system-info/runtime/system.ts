// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain lint/style/useTemplate: as ES5 this is half the size
/**
 * The functions that replace `Taro.getSystemInfoSync` on WeChat, on every platform and base library.
 *
 * This file is yours: it has no dependency but Taro, and nothing rewrites it. Each function calls WeChat's own where
 * the app runs on WeChat and the base library has it (2.20.1 and later). Everywhere else it takes the same fields from
 * `getSystemInfoSync`: other platforms have functions of these names that return other fields.
 *
 * Call the function whose fields you need. `getSystemInfoSync`, `getSystemInfo` and `getSystemInfoAsync` are for code
 * that passes the whole object on; they call all five.
 */

import {
  appAuthorizeSetting,
  appBaseInfo,
  deviceInfo,
  nativeInfo,
  nativeInfoAsync,
  nativeInfoSync,
  systemSetting,
  windowInfo,
} from './system-host';

declare const process: { env: { TARO_ENV?: string } };

/** Fields have the types that they had in the old result, so that code which reads them still compiles. */
type Old = ReturnType<typeof nativeInfoSync>;
type Fields<Name extends string> = Pick<Old, Extract<keyof Old, Name>>;

export interface WindowInfo
  extends Fields<
    | 'pixelRatio'
    | 'safeArea'
    | 'screenHeight'
    | 'screenWidth'
    | 'statusBarHeight'
    | 'windowHeight'
    | 'windowWidth'
  > {
  screenTop?: number;
}

export interface DeviceInfo extends Fields<'benchmarkLevel' | 'brand' | 'model' | 'platform' | 'system'> {
  abi?: string;
  deviceAbi?: string;
  cpuType?: string;
  /** In MB. */
  memorySize?: string;
}

export interface AppBaseInfo
  extends Fields<
    'SDKVersion' | 'enableDebug' | 'fontSizeSetting' | 'host' | 'language' | 'theme' | 'version'
  > {
  PCKernelVersion?: string;
  fontSizeScaleFactor?: number;
}

export interface SystemSetting
  extends Fields<'bluetoothEnabled' | 'deviceOrientation' | 'locationEnabled' | 'wifiEnabled'> {}

export type Authorized = 'authorized' | 'denied' | 'not determined';

export interface AppAuthorizeSetting extends Fields<'locationReducedAccuracy'> {
  albumAuthorized?: Authorized;
  bluetoothAuthorized?: Authorized;
  cameraAuthorized?: Authorized;
  locationAuthorized?: Authorized;
  microphoneAuthorized?: Authorized;
  notificationAlertAuthorized?: Authorized;
  notificationAuthorized?: Authorized;
  notificationBadgeAuthorized?: Authorized;
  notificationSoundAuthorized?: Authorized;
  phoneCalendarAuthorized?: Authorized;
}

type Values = Record<string, unknown>;

interface Option {
  success?: (result: never) => void;
  complete?: (result: never) => void;
}

const ANY = /./;
const AUTHORIZED = /Authorized$/;

/** What is known of the device, which never changes while the app runs. */
let device: DeviceInfo | undefined;
/** Set while WeChat's own function runs: an app may have put one in its place that calls back into this file. */
let isAsking = false;

/** Copies what has one of the names. */
function add<Target extends object>(target: Target, source: object, names: RegExp): Target {
  for (const name in source) if (names.test(name)) (target as Values)[name] = (source as Values)[name];
  return target;
}

/** WeChat's own answer; `undefined` where there is none. */
function ask(own: () => object | undefined): object | undefined {
  if (isAsking) return undefined;
  isAsking = true;
  try {
    return own();
  } finally {
    isAsking = false;
  }
}

/** A new object with what WeChat's own function returns, or else with the same fields of the old result. */
function read<Result extends object>(own: () => object | undefined, names: RegExp): Result {
  const modern = process.env.TARO_ENV === 'weapp' && ask(own);
  return add({} as Result, modern || nativeInfoSync(), modern ? ANY : names);
}

export function getWindowInfo(): WindowInfo {
  return read(
    windowInfo,
    /^(pixelRatio|safeArea|screen(Height|Width|Top)|statusBarHeight|window(Height|Width))$/,
  );
}

export function getDeviceInfo(): DeviceInfo {
  device =
    device ||
    read<DeviceInfo>(
      deviceInfo,
      /^(abi|benchmarkLevel|brand|cpuType|deviceAbi|memorySize|model|platform|system)$/,
    );
  return add({} as DeviceInfo, device, ANY);
}

export function getAppBaseInfo(): AppBaseInfo {
  const result: AppBaseInfo = read(
    appBaseInfo,
    /^(PCKernelVersion|SDKVersion|enableDebug|fontSize(ScaleFactor|Setting)|host|language|theme|version)$/,
  );
  // WeChat's own has it since 2.23.4.
  if (process.env.TARO_ENV === 'weapp' && !('fontSizeSetting' in result))
    add(result, nativeInfoSync(), /^fontSizeSetting$/);
  return result;
}

export function getSystemSetting(): SystemSetting {
  return read(systemSetting, /Enabled$|^deviceOrientation$/);
}

export function getAppAuthorizeSetting(): AppAuthorizeSetting {
  const result = read<Values>(appAuthorizeSetting, /Authorized$|^locationReducedAccuracy$/);
  for (const name in result)
    if (AUTHORIZED.test(name) && typeof result[name] === 'boolean')
      result[name] = result[name] ? 'authorized' : 'denied';
  return result;
}

/** The five together, as the old result; `undefined` where WeChat does not have them. */
function merge(): Old | undefined {
  const settings = ask(appAuthorizeSetting);
  if (!settings) return undefined;
  const result: Values = add({}, settings, ANY);
  for (const name in result)
    if (AUTHORIZED.test(name) && typeof result[name] === 'string')
      result[name] = result[name] === 'authorized';
  add(result, getSystemSetting(), ANY);
  add(result, getAppBaseInfo(), ANY);
  add(result, getDeviceInfo(), ANY);
  add(result, getWindowInfo(), ANY);
  return result as object as Old;
}

/** Answers a call with callbacks, in their order, and gives the promise that Taro gives. */
function answer(name: string, info: Old, option: Option): Promise<never> {
  return new Promise((resolve) => {
    const result = add(info, { errMsg: name + ':ok' }, ANY) as never;
    if (option.success) option.success(result);
    resolve(result);
    if (option.complete) option.complete(result);
  });
}

export function getSystemInfoSync(): Old {
  return (process.env.TARO_ENV === 'weapp' && merge()) || add({} as Old, nativeInfoSync(), ANY);
}

/** On WeChat `success` runs before the call returns, as that of the old API does. */
export function getSystemInfo(option?: Parameters<typeof nativeInfo>[0]): ReturnType<typeof nativeInfo> {
  const info = process.env.TARO_ENV === 'weapp' && merge();
  return info ? answer('getSystemInfo', info, option || {}) : nativeInfo(option);
}

export function getSystemInfoAsync(
  option?: Parameters<typeof nativeInfoAsync>[0],
): ReturnType<typeof nativeInfoAsync> {
  const info = process.env.TARO_ENV === 'weapp' && merge();
  return info
    ? Promise.resolve().then(() => answer('getSystemInfoAsync', info, option || {}))
    : nativeInfoAsync(option);
}
