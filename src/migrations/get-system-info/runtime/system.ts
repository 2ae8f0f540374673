// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain lint/style/useTemplate: as ES5 this is half the size
/**
 * The functions that replace `Taro.getSystemInfoSync` on WeChat, for every platform and base library.
 *
 * You may edit this file: it depends only on Taro and is never rewritten. Each function calls WeChat's function if the app
 * runs on WeChat with base library 2.20.1 or later. Everywhere else it reads the same fields from `getSystemInfoSync`,
 * because other platforms have functions with these names that return other fields. On WeChat below 2.20.1 each result
 * has all the old fields.
 *
 * Call the function that returns the fields you need, or `pickSystemInfo` or `pickSystemInfoAsync` with a list of these
 * for callbacks and a promise. `getSystemInfoSync`, `getSystemInfo` and `getSystemInfoAsync` are for code that needs the
 * whole object; they call all five.
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

/** Fields have the same types as in the old result, so that code reading them still compiles. */
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
  fail?: (error: never) => void;
  complete?: (result: never) => void;
}

/** The options of `getSystemInfo` and the fields of its result. */
type Option = NonNullable<Parameters<typeof nativeInfo>[0]>;
type Answer = Parameters<NonNullable<Option['success']>>[0];
type Five = WindowInfo & DeviceInfo & AppBaseInfo & SystemSetting & AppAuthorizeSetting;
type NamesOf<Info> = Info extends unknown ? keyof Info : never;
type With<Name> = Pick<Answer, Extract<keyof Answer, Name | 'errMsg'>> &
  Pick<Five, Extract<Exclude<keyof Five, keyof Answer>, Name>>;

/** The part of the old result that the given functions return, with the old types. */
export type Picked<Info> = With<NamesOf<Info>>;
export type PickOption<Info> = Omit<Option, 'success'> & { success?: (result: Picked<Info>) => void };

/** Cached result of WeChat's function for the device, which never changes while the app runs. */
let device: object | undefined;
/** Set while WeChat's function runs: an app may have replaced it with one that calls this file again. */
let isAsking: boolean | undefined;
/** Set while the results of several functions are merged, and the old result that they share if they need it. */
let isMerging: boolean | undefined;
let legacy: Old | undefined;

/** Converts a permission between the types of the two results: `true` and `'authorized'`. */
function translated(value: unknown): unknown {
  return typeof value === 'boolean' ? (value ? 'authorized' : 'denied') : value && value === 'authorized';
}

/**
 * Copies the properties with these names.
 * @param isTranslated Converts permissions to the types of the other result.
 */
function add<Target>(target: Target, source: object, isTranslated?: boolean, names?: RegExp): Target {
  for (const name in source) {
    const value = (source as Values)[name];
    if (process.env.TARO_ENV === 'weapp' || !names || names.test(name))
      (target as Values)[name] = isTranslated && /Authorized$/.test(name) ? translated(value) : value;
  }
  return target;
}

/** The result of WeChat's function, or `undefined` if there is none. */
function ask(own: (() => object | undefined) | undefined): object | undefined {
  if (!isAsking && own)
    try {
      isAsking = true;
      return own();
    } finally {
      isAsking = false;
    }
  return undefined;
}

/** The fields with these names in the old result. */
function old(names: RegExp): object {
  return add({}, nativeInfoSync(), true, names);
}

/** The old result, read once for functions whose results are merged. */
function readOld(): Old {
  if (!isMerging) return nativeInfoSync();
  legacy = legacy || nativeInfoSync();
  return legacy;
}

/** A copy of the result, or of the whole old result if WeChat does not have the function. */
function copy<Result>(answer: object | undefined): Result {
  return answer ? add({} as Result, answer) : add({} as Result, readOld(), true);
}

export function getWindowInfo(): WindowInfo {
  return copy(process.env.TARO_ENV === 'weapp' ? ask(windowInfo) : old(/^(pixel|safe|screen|status|window)/));
}

export function getDeviceInfo(): DeviceInfo {
  if (device) return copy(device);
  const info =
    process.env.TARO_ENV === 'weapp'
      ? ask(deviceInfo)
      : old(/^(abi|bench|brand|cpu|deviceA|memory|model|platform|system)/);
  // An incomplete result may be complete the next time.
  if (info && (info as DeviceInfo).platform) device = info;
  return copy(info);
}

export function getAppBaseInfo(): AppBaseInfo {
  if (process.env.TARO_ENV !== 'weapp')
    return copy(old(/^(PCK|SDK|enableDebug|fontSize|host|language|theme|version)/));
  const info = ask(appBaseInfo) as AppBaseInfo | undefined;
  return info && !info.fontSizeSetting
    ? add(
        {
          // WeChat's function returns it since 2.23.4. Only code that reads it needs the old call.
          get fontSizeSetting() {
            return readOld().fontSizeSetting;
          },
          // For `Object.assign(info, getAppBaseInfo())`.
          set fontSizeSetting(_size) {},
        } as AppBaseInfo,
        info,
      )
    : copy(info);
}

export function getSystemSetting(): SystemSetting {
  return copy(process.env.TARO_ENV === 'weapp' ? ask(systemSetting) : old(/Enabled$|^deviceO/));
}

export function getAppAuthorizeSetting(): AppAuthorizeSetting {
  return copy(process.env.TARO_ENV === 'weapp' ? ask(appAuthorizeSetting) : old(/Authorized$|^locationR/));
}

/** Adds the results of several functions, with the types of the old result. */
function merge(functions: readonly (() => object)[], target: object): Old {
  try {
    isMerging = true;
    return functions.reduce((result, part) => add(result, part(), true), target as Old);
  } finally {
    isMerging = false;
    legacy = undefined;
  }
}

function noop(): void {}

/** Calls the callbacks in order and returns a promise, as Taro does. */
function answer(read: () => object, option: Callbacks | undefined, kind: '' | 'Async'): Promise<never> {
  const name = 'getSystemInfo' + kind;
  let kept = 'success' as 'success' | 'fail';
  let result: object;
  try {
    result = add(read(), { errMsg: name + ':ok' });
  } catch (error) {
    kept = 'fail';
    result = { errMsg: name + ':fail ' + (error ? (error as Error).message || error : 'error') };
  }
  const settle = () => {
    let failure: unknown = kept === 'fail' && result;
    [kept, 'complete' as const].forEach((callback) => {
      try {
        if (option && option[callback]) option[callback](result as never);
      } catch (thrown) {
        console.error(thrown);
        failure = failure || thrown;
      }
    });
    if (failure) throw failure;
    return result as never;
  };
  const promise = kind ? Promise.resolve().then(settle) : new Promise<never>((resolve) => resolve(settle()));
  // Most callers use callbacks and ignore the promise.
  promise.then(noop, noop);
  return promise;
}

export function getSystemInfoSync(): Old {
  const settings = process.env.TARO_ENV === 'weapp' && ask(appAuthorizeSetting);
  return settings
    ? merge([getSystemSetting, getDeviceInfo, getWindowInfo], add(getAppBaseInfo(), settings, true))
    : add({} as Old, nativeInfoSync());
}

/** On WeChat, `success` runs before the call returns, as with the old API. */
export function getSystemInfo(option?: Parameters<typeof nativeInfo>[0]): ReturnType<typeof nativeInfo> {
  return process.env.TARO_ENV === 'weapp' ? answer(getSystemInfoSync, option, '') : nativeInfo(option);
}

export function getSystemInfoAsync(
  option?: Parameters<typeof nativeInfoAsync>[0],
): ReturnType<typeof nativeInfoAsync> {
  return process.env.TARO_ENV === 'weapp'
    ? answer(getSystemInfoSync, option as Callbacks | undefined, 'Async')
    : nativeInfoAsync(option);
}

/**
 * `getSystemInfo` with only the fields of these functions. On platforms other than WeChat, the result has the other
 * fields as well.
 */
export function pickSystemInfo<Part extends () => object>(
  functions: readonly Part[],
  option?: PickOption<ReturnType<Part>>,
): Promise<Picked<ReturnType<Part>>> {
  return process.env.TARO_ENV === 'weapp'
    ? answer(() => merge(functions, {}), option as Callbacks | undefined, '')
    : (nativeInfo(option as object) as Promise<never>);
}

/** The same for `getSystemInfoAsync`, whose callbacks run after it has returned. */
export function pickSystemInfoAsync<Part extends () => object>(
  functions: readonly Part[],
  option?: PickOption<ReturnType<Part>>,
): Promise<Picked<ReturnType<Part>>> {
  return process.env.TARO_ENV === 'weapp'
    ? answer(() => merge(functions, {}), option as Callbacks | undefined, 'Async')
    : (nativeInfoAsync(option as object) as Promise<never>);
}

/** Same as `Taro.canIUseWebp`, which calls the old function. */
export function canIUseWebp(): boolean {
  return process.env.TARO_ENV === 'weapp'
    ? /^(android|devtools)$/i.test(getDeviceInfo().platform)
    : nativeCanIUseWebp();
}
