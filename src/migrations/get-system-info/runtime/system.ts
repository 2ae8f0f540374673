// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain lint/style/useTemplate: as ES5 this is half the size
/**
 * The functions that replace `Taro.getSystemInfoSync` on WeChat, on every platform and base library.
 *
 * This file is yours: it has no dependency but Taro, and nothing rewrites it. Each function calls WeChat's own where
 * the app runs on WeChat and the base library has it (2.20.1 and later). Everywhere else it takes the same fields from
 * `getSystemInfoSync`: other platforms have functions of these names that return other fields.
 *
 * Call the function whose fields you need, or `pickSystemInfo` with a list of these for callbacks and a promise.
 * `getSystemInfoSync`, `getSystemInfo` and `getSystemInfoAsync` are for code that passes the whole object on; they call
 * all five.
 */

import {
  appAuthorizeSetting,
  appBaseInfo,
  deviceInfo,
  nativeCanIUseWebp,
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

interface Callbacks {
  success?: (result: never) => void;
  complete?: (result: never) => void;
}

/** The options of `getSystemInfo`, and the names of its answer. */
type Option = NonNullable<Parameters<typeof nativeInfo>[0]>;
type Answer = Parameters<NonNullable<Option['success']>>[0];
type Five = WindowInfo & DeviceInfo & AppBaseInfo & SystemSetting & AppAuthorizeSetting;
type NamesOf<Info> = Info extends unknown ? keyof Info : never;
type With<Name> = Pick<Answer, Extract<keyof Answer, Name | 'errMsg'>> &
  Pick<Five, Extract<Exclude<keyof Five, keyof Answer>, Name>>;

/** The part of the old answer that some of the functions give. Fields have their old types. */
export type Picked<Info> = With<NamesOf<Info>>;

const AUTHORIZED = /Authorized$/;

/** What is known of the device, which never changes while the app runs. */
let device: DeviceInfo | undefined;
/** Set while WeChat's own function runs: an app may have put one in its place that calls back into this file. */
let isAsking = false;

/** Copies what has one of the names. */
function add<Target extends object>(target: Target, source: object, names?: RegExp): Target {
  for (const name in source)
    if (!names || names.test(name)) (target as Values)[name] = (source as Values)[name];
  return target;
}

/** WeChat's own answer; `undefined` where there is none. */
function ask(own: (() => object | undefined) | undefined): object | undefined {
  if (isAsking || !own) return undefined;
  isAsking = true;
  try {
    return own();
  } finally {
    isAsking = false;
  }
}

/** A new object with what WeChat's own function returns, or else with the fields of these names of the old result. */
function read<Result extends object>(own: (() => object | undefined) | undefined, names: RegExp): Result {
  const modern = process.env.TARO_ENV === 'weapp' && ask(own);
  return modern ? add({} as Result, modern) : add({} as Result, nativeInfoSync(), names);
}

export function getWindowInfo(): WindowInfo {
  return read(windowInfo, /^(pixel|safe|screen|status|window)/);
}

export function getDeviceInfo(): DeviceInfo {
  device =
    device || read<DeviceInfo>(deviceInfo, /^(abi|bench|brand|cpu|deviceA|memory|model|platform|system)/);
  return add({} as DeviceInfo, device);
}

export function getAppBaseInfo(): AppBaseInfo {
  const result: AppBaseInfo = read(
    appBaseInfo,
    /^(PCK|SDK|enableDebug|fontSize|host|language|theme|version)/,
  );
  // WeChat's own has it since 2.23.4.
  if (process.env.TARO_ENV === 'weapp' && !('fontSizeSetting' in result))
    add(result, nativeInfoSync(), /^fontSize/);
  return result;
}

export function getSystemSetting(): SystemSetting {
  return read(systemSetting, /Enabled$|^deviceO/);
}

export function getAppAuthorizeSetting(): AppAuthorizeSetting {
  const result = read<Values>(appAuthorizeSetting, /Authorized$|^locationR/);
  for (const name in result)
    if (typeof result[name] === 'boolean' && AUTHORIZED.test(name))
      result[name] = result[name] ? 'authorized' : 'denied';
  return result;
}

/** What functions give, together and with the types of the old result. */
function merge(functions: readonly (() => object)[], result: Values): Old {
  for (let at = 0; at < functions.length; at++) add(result, functions[at]!());
  for (const name in result)
    if (typeof result[name] === 'string' && AUTHORIZED.test(name))
      result[name] = result[name] === 'authorized';
  return result as object as Old;
}

/** The five together; `undefined` where WeChat does not have them. */
function mergeAll(): Old | undefined {
  const settings = ask(appAuthorizeSetting);
  return (
    settings && merge([getSystemSetting, getAppBaseInfo, getDeviceInfo, getWindowInfo], add({}, settings))
  );
}

/** Answers a call with callbacks, in their order, and gives the promise that Taro gives. */
function answer(name: string, info: Old, option: Callbacks | undefined): Promise<never> {
  return new Promise((resolve) => {
    const result = add(info, { errMsg: name + ':ok' }) as never;
    if (option && option.success) option.success(result);
    resolve(result);
    if (option && option.complete) option.complete(result);
  });
}

export function getSystemInfoSync(): Old {
  return (process.env.TARO_ENV === 'weapp' && mergeAll()) || add({} as Old, nativeInfoSync());
}

/** On WeChat `success` runs before the call returns, as that of the old API does. */
export function getSystemInfo(option?: Parameters<typeof nativeInfo>[0]): ReturnType<typeof nativeInfo> {
  const info = process.env.TARO_ENV === 'weapp' && mergeAll();
  return info ? answer('getSystemInfo', info, option) : nativeInfo(option);
}

/**
 * `getSystemInfo` that answers with what these functions give. Elsewhere than on WeChat the answer has the other
 * fields as well.
 */
export function pickSystemInfo<Part extends () => object>(
  functions: readonly Part[],
  option?: Omit<Option, 'success'> & { success?: (result: Picked<ReturnType<Part>>) => void },
): Promise<Picked<ReturnType<Part>>> {
  return process.env.TARO_ENV === 'weapp'
    ? answer('getSystemInfo', merge(functions, {}), option as Callbacks | undefined)
    : (nativeInfo(option as object) as Promise<never>);
}

export function getSystemInfoAsync(
  option?: Parameters<typeof nativeInfoAsync>[0],
): ReturnType<typeof nativeInfoAsync> {
  const info = process.env.TARO_ENV === 'weapp' && mergeAll();
  return info
    ? Promise.resolve().then(() => answer('getSystemInfoAsync', info, option))
    : nativeInfoAsync(option);
}

/** As `Taro.canIUseWebp`, which calls the old function. */
export function canIUseWebp(): boolean {
  return process.env.TARO_ENV === 'weapp'
    ? /^(android|devtools)$/i.test(getDeviceInfo().platform)
    : nativeCanIUseWebp();
}
