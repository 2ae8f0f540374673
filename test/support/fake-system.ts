import { evaluateRuntime, type Surroundings, sourceOf } from './runtime-module';

/** The values that a host returns, each of them unique. */
export interface SystemFacts {
  windowWidth: number;
  language: string;
  platform: string;
  theme: 'dark' | 'light' | undefined;
  albumAuthorized: boolean | undefined;
  /** `undefined` removes the field. */
  fontSizeSetting: number | undefined;
}

export type BaseLibrary = '2.10.0' | '2.20.1' | '2.23.4' | '3.7.0';

export interface SystemHostOptions {
  /** As in `process.env.TARO_ENV`. */
  platform?: string;
  library?: BaseLibrary;
}

const WINDOW = [
  'pixelRatio',
  'safeArea',
  'screenHeight',
  'screenWidth',
  'statusBarHeight',
  'windowHeight',
  'windowWidth',
];
const DEVICE = ['benchmarkLevel', 'brand', 'model', 'platform', 'system'];
const APP = ['SDKVersion', 'enableDebug', 'fontSizeSetting', 'host', 'language', 'theme', 'version'];
const SETTING = ['bluetoothEnabled', 'deviceOrientation', 'locationEnabled', 'wifiEnabled'];
const AUTHORIZE = [
  'albumAuthorized',
  'cameraAuthorized',
  'locationAuthorized',
  'locationReducedAccuracy',
  'microphoneAuthorized',
  'notificationAlertAuthorized',
  'notificationAuthorized',
  'notificationBadgeAuthorized',
  'notificationSoundAuthorized',
  'phoneCalendarAuthorized',
];

/** The fields of each WeChat function. */
export const SYSTEM_FIELDS: Readonly<Record<string, readonly string[]>> = {
  getWindowInfo: WINDOW,
  getDeviceInfo: DEVICE,
  getAppBaseInfo: APP,
  getSystemSetting: SETTING,
  getAppAuthorizeSetting: AUTHORIZE,
};

export const OLD_FIELDS: readonly string[] = Object.values(SYSTEM_FIELDS).flat();

/** Fields of the new functions that the old result does not have. */
const NEW_FIELDS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  getWindowInfo: { screenTop: 44 },
  getDeviceInfo: { abi: 'arm64', deviceAbi: 'arm64', cpuType: 'A17', memorySize: '8192' },
  getAppBaseInfo: { fontSizeScaleFactor: 1 },
  getSystemSetting: {},
  getAppAuthorizeSetting: { bluetoothAuthorized: 'denied' },
};

/** The names of these fields. */
export const NEW_FIELD_NAMES: readonly string[] = Object.values(NEW_FIELDS).flatMap(Object.keys);

type Call = (...given: unknown[]) => unknown;
type Info = Record<string, unknown>;

interface Callbacks {
  success?: (result: Info) => void;
  complete?: (result: Info) => void;
}

/** The system values of a platform, with its quirks. */
export class FakeSystem {
  /** The names of the called native functions. */
  readonly calls: string[] = [];
  readonly platform: string;
  private readonly facts: Info;

  constructor({ platform = 'weapp', library = '3.7.0' }: SystemHostOptions = {}) {
    this.platform = platform;
    this.facts = {
      pixelRatio: 3,
      safeArea: { top: 47, left: 0, right: 390, bottom: 810, width: 390, height: 763 },
      screenHeight: 844,
      screenWidth: 390,
      statusBarHeight: 47,
      windowHeight: 753,
      windowWidth: 391,
      benchmarkLevel: 42,
      brand: 'iPhone',
      model: 'iPhone 15',
      platform: 'ios',
      system: 'iOS 17.4',
      SDKVersion: library,
      enableDebug: false,
      fontSizeSetting: 17,
      host: { appId: 'host', env: 'WeChat' },
      language: 'zh_CN',
      theme: 'dark',
      version: '8.0.50',
      bluetoothEnabled: true,
      deviceOrientation: 'portrait',
      locationEnabled: false,
      wifiEnabled: true,
      albumAuthorized: true,
      cameraAuthorized: false,
      locationAuthorized: true,
      locationReducedAccuracy: false,
      microphoneAuthorized: false,
      notificationAuthorized: true,
      // Only iOS has these.
      notificationAlertAuthorized: undefined,
      notificationBadgeAuthorized: undefined,
      notificationSoundAuthorized: undefined,
      phoneCalendarAuthorized: true,
    };
    this.api('getSystemInfoSync', () => this.old());
    this.api('getSystemInfo', (given) => this.answer('getSystemInfo', given, platform !== 'weapp'));
    this.api('getSystemInfoAsync', (given) => this.answer('getSystemInfoAsync', given, true));
    this.api('canIUseWebp', () =>
      platform === 'h5'
        ? true
        : /^(android|devtools)$/i.test(String(this.called('getSystemInfoSync').platform)),
    );
    // On other platforms, functions of these names return other fields, or do not exist.
    if (platform !== 'weapp') {
      if (platform === 'alipay') this.api('getDeviceInfo', () => ({ deviceId: 'another function' }));
      if (platform === 'h5')
        for (const [name, fields] of Object.entries(SYSTEM_FIELDS))
          this.api(name, () => Object.fromEntries(fields.map((field) => [field, 'of h5'])));
      return;
    }
    if (isBelow(library, '2.20.1')) return;
    for (const [name, fields] of Object.entries(SYSTEM_FIELDS))
      this.api(name, () => ({
        ...Object.fromEntries(
          fields
            .filter((field) => field !== 'fontSizeSetting' || !isBelow(library, '2.23.4'))
            .map((field) => [field, this.newly(field)]),
        ),
        ...NEW_FIELDS[name],
      }));
  }

  /** The members of Taro, or of the host's global. */
  readonly apis: Record<string, Call> = {};

  set(facts: Partial<SystemFacts>): void {
    Object.assign(this.facts, facts);
  }

  private api(name: string, run: Call): void {
    this.apis[name] = (...given) => {
      this.calls.push(name);
      return run(...given);
    };
  }

  private called(name: string): Info {
    return this.apis[name]!() as Info;
  }

  private old(): Info {
    const { safeArea, host, ...rest } = this.facts;
    if (rest.fontSizeSetting === undefined) delete rest.fontSizeSetting;
    return { ...rest, safeArea: { ...(safeArea as object) }, host: { ...(host as object) } };
  }

  private newly(field: string): unknown {
    const value = this.facts[field];
    if (!/Authorized$/.test(field) || value === undefined) return value;
    if (value === true) return 'authorized';
    return field === 'cameraAuthorized' ? 'not determined' : 'denied';
  }

  private answer(name: string, given: unknown, isLate: boolean): Promise<Info> {
    const { success, complete } = (given ?? {}) as Callbacks;
    // A delayed answer has the values at the time of the call, because hosts do not document when they read
    // them.
    const result = { ...this.old(), errMsg: `${name}:ok` };
    const settle = () => {
      success?.(result);
      complete?.(result);
      return result;
    };
    return isLate ? Promise.resolve().then(settle) : new Promise((resolve) => resolve(settle()));
  }
}

function isBelow(library: string, other: string): boolean {
  return library.localeCompare(other, 'en', { numeric: true }) < 0;
}

export type SystemRuntime = typeof import('../../src/migrations/get-system-info/runtime/system');

/** The runtime as a module of an app on a host. */
export function loadSystem(
  host: FakeSystem,
  wrap: (apis: FakeSystem['apis']) => object = (apis) => apis,
): SystemRuntime {
  const surroundings: Surroundings = {
    require: () => wrap(host.apis),
    process: { env: { TARO_ENV: host.platform } },
  };
  return evaluateRuntime(sourceOf('system'), surroundings) as SystemRuntime;
}
