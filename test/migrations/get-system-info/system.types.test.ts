/**
 * Migrated projects type-check, both with the runtime as a copied source and with the package's declarations.
 */
import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../support/runtime-module';
import { bundler, cases, declarationsOf, problems, strict } from '../../support/type-problems';

const source = sourceOf('system');

/** The code of a migrated project. */
const APP = `
import Taro from '@tarojs/taro';
import { getAppAuthorizeSetting, getAppBaseInfo, getDeviceInfo, getSystemInfo, getSystemInfoAsync, getSystemInfoSync, getSystemSetting, getWindowInfo, pickSystemInfo, pickSystemInfoAsync } from './system';
import type { AppAuthorizeSetting, AppBaseInfo, DeviceInfo, SystemSetting, WindowInfo } from './system';

const { windowWidth, pixelRatio } = getWindowInfo();
const { platform, brand = 'unknown' } = getDeviceInfo();
const info = { ...getWindowInfo(), ...getDeviceInfo(), ...getAppBaseInfo() };
const sum: number = windowWidth + pixelRatio + info.windowHeight + (info.statusBarHeight ?? 0) + info.benchmarkLevel;
const texts: string[] = [platform, brand, info.language, info.model.toLowerCase()];
const maybe: (string | number | boolean | undefined)[] = [
  info.SDKVersion, info.fontSizeSetting, info.theme, info.safeArea?.bottom, info.host?.appId,
  info.screenTop, info.cpuType, info.memorySize, info.abi, info.deviceAbi,
  getSystemSetting().bluetoothEnabled, getSystemSetting().deviceOrientation,
  getAppAuthorizeSetting().locationAuthorized === 'authorized', getAppAuthorizeSetting().locationReducedAccuracy,
];

// The old object, its type and its functions.
const whole: Taro.getSystemInfoSync.Result = getSystemInfoSync();
const read: typeof Taro.getSystemInfoSync = getSystemInfoSync;
const later: typeof Taro.getSystemInfo = getSystemInfo;
const async: typeof Taro.getSystemInfoAsync = getSystemInfoAsync;
getSystemInfo({
  success: (res) => console.log(res.windowHeight, res.errMsg),
  fail: (res: TaroGeneral.CallbackResult) => console.log(res.errMsg),
  complete() {},
});
let height = 0;
pickSystemInfo([getWindowInfo], {
  success: (res) => { height = res.windowHeight + (res.screenTop ?? 0); },
  fail: (res: TaroGeneral.CallbackResult) => console.log(res.errMsg),
  complete() {},
});
pickSystemInfo([getDeviceInfo, getAppAuthorizeSetting], {}).then(({ model, albumAuthorized, errMsg }) => {
  const isAllowed: boolean | undefined = albumAuthorized;
  console.log(model.length + errMsg.length + height, isAllowed);
});
pickSystemInfoAsync([getDeviceInfo, getWindowInfo], {
  success: (res) => { height = res.windowHeight + (res.statusBarHeight ?? 0) + res.model.length; },
  fail: (res: TaroGeneral.CallbackResult) => console.log(res.errMsg),
  complete() {},
}).then((res) => console.log(res.brand.length + res.errMsg.length));
pickSystemInfo([getAppBaseInfo, getSystemSetting], { success: (res: any) => console.log(res) }).catch(() => undefined);
pickSystemInfo([getDeviceInfo], { success: ({ abi, brand }) => console.log(abi?.length, brand.length) });
getSystemInfoAsync().then((res: Taro.getSystemInfo.Result) => console.log(res.albumAuthorized));
let cached: Taro.getSystemInfoSync.Result | undefined;
cached = getSystemInfoSync();

type All = [AppAuthorizeSetting, AppBaseInfo, DeviceInfo, SystemSetting, WindowInfo];
export const all: [unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, All | undefined] =
  [sum, texts, maybe, whole, read, later, async, cached, undefined];
`;

describe('types of system', () => {
  it.each(
    cases,
  )('system: a copied file and migrated call sites type-check: $config, moduleResolution $name', ({
    options,
  }) => {
    expect(problems({ 'app.ts': APP, 'system.ts': source }, options)).toEqual([]);
  });

  it.each(cases)("system: the package's declarations type-check: $config, moduleResolution $name", ({
    options,
  }) => {
    expect(problems({ 'app.ts': APP, 'system.d.ts': declarationsOf(source) }, options)).toEqual([]);
  });

  it('the system runtime type-checks with early Taro 3, whose types lack the new functions', () => {
    const taro = `
      export function getSystemInfo(option?: getSystemInfo.Option): Promise<getSystemInfo.Result>;
      export namespace getSystemInfo {
        interface Option { success?: (res: Result) => void; fail?: (res: { errMsg: string }) => void }
        interface Result { windowWidth: number; model: string; platform: string; fontSizeSetting: number; errMsg: string }
      }
      export function getSystemInfoSync(): getSystemInfo.Result;`;
    const app = `import { getDeviceInfo, getSystemInfoAsync, getWindowInfo, pickSystemInfo } from './system';
      pickSystemInfo([getDeviceInfo], { success: (res) => console.log(res.model.length) });
      getSystemInfoAsync();
      export const half: number = getWindowInfo().windowWidth / 2;`;
    const files = { 'app.ts': app, 'system.ts': source, 'node_modules/@tarojs/taro/index.d.ts': taro };
    expect(problems(files, { ...strict, ...bundler })).toEqual([]);
  });

  it('system: a field of another function is a type error', () => {
    const wrong = `import { getWindowInfo, getAppAuthorizeSetting, pickSystemInfo } from './system';
      pickSystemInfo([getWindowInfo], { success: (res) => res.brand }).then((res) => res.albumAuthorized);
      export const wrong = [getWindowInfo().brand, getAppAuthorizeSetting().albumAuthorized === true];`;
    expect(problems({ 'app.ts': wrong, 'system.ts': source }, { ...strict, ...bundler })).toHaveLength(4);
  });
});
