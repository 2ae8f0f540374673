import { evaluateRuntime, type Surroundings, sourceOf } from './runtime-module';

/** What a host answers with; each fact has a value that nothing else has. */
export interface SystemFacts {
  windowWidth: number;
  language: string;
  platform: string;
  theme: 'dark' | 'light' | undefined;
  albumAuthorized: boolean | undefined;
  /** `undefined` takes the field away. */
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

/** The fields of each function of WeChat's. */
export const SYSTEM_FIELDS: Readonly<Record<string, readonly string[]>> = {
  getWindowInfo: WINDOW,
  getDeviceInfo: DEVICE,
  getAppBaseInfo: APP,
  getSystemSetting: SETTING,
  getAppAuthorizeSetting: AUTHORIZE,
};

export const OLD_FIELDS: readonly string[] = Object.values(SYSTEM_FIELDS).flat();

/** What the new functions return beyond the old result. */
const NEW_FIELDS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  getWindowInfo: { screenTop: 44 },
  getDeviceInfo: { abi: 'arm64', deviceAbi: 'arm64', cpuType: 'A17', memorySize: '8192' },
  getAppBaseInfo: { fontSizeScaleFactor: 1 },
  getSystemSetting: {},
  getAppAuthorizeSetting: { bluetoothAuthorized: 'denied' },
};

type Call = (...given: unknown[]) => unknown;
type Info = Record<string, unknown>;

interface Callbacks {
  success?: (result: Info) => void;
  complete?: (result: Info) => void;
}

/** What a platform returns for the system, with the quirks of its kind. */
export class FakeSystem {
  /** Names of the native functions that were called. */
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
      // iOS alone has them.
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
    // Elsewhere functions of these names return other fields, or none.
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
    // What comes later is what was true at the call: hosts do not say when they look.
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

/** The runtime as one module of an app on a host. */
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
