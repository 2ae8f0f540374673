import { describe, expect, it } from 'vitest';
import {
  FakeSystem,
  loadSystem,
  OLD_FIELDS,
  SYSTEM_FIELDS,
  type SystemRuntime,
} from '../../support/fake-system';

const PARTS = Object.keys(SYSTEM_FIELDS) as (keyof SystemRuntime)[];
type Info = Record<string, unknown>;

function on(options: ConstructorParameters<typeof FakeSystem>[0] = {}) {
  const host = new FakeSystem(options);
  const system = loadSystem(host);
  const ask = (name: keyof SystemRuntime) => (system[name] as () => Info)();
  const old = host.apis.getSystemInfoSync!() as Info;
  host.calls.length = 0;
  return { host, system, ask, old };
}

const OTHERS = ['alipay', 'tt', 'swan', 'qq', 'jd', 'h5', 'rn', 'harmony', 'harmony_hybrid'];
const HOSTS = [
  { platform: 'weapp', library: '2.10.0' },
  { platform: 'weapp', library: '2.20.1' },
  { platform: 'weapp', library: '3.7.0' },
  ...OTHERS.map((platform) => ({ platform })),
] as const;

describe.each(HOSTS)('the system runtime on $platform $library', (options) => {
  it('each system field has the value of the old call', () => {
    for (const [name, fields] of Object.entries(SYSTEM_FIELDS)) {
      const { ask, old } = on(options);
      const info = ask(name as keyof SystemRuntime);
      for (const field of fields) {
        const is = /Authorized$/.test(field) && info[field] !== undefined;
        expect(is ? info[field] === 'authorized' : info[field], field).toEqual(old[field]);
      }
    }
  });

  it('each system function returns only its own fields, except on base libraries below 2.20.1', () => {
    for (const [name, fields] of Object.entries(SYSTEM_FIELDS)) {
      const { ask } = on(options);
      const others = OLD_FIELDS.filter((field) => !fields.includes(field));
      const found = others.filter((field) => field in ask(name as keyof SystemRuntime));
      expect(found).toEqual('library' in options && options.library === '2.10.0' ? others : []);
    }
  });

  it('the whole object has the values and types of the old one', () => {
    const { ask, old } = on(options);
    expect(ask('getSystemInfoSync')).toMatchObject(old);
  });

  it('canIUseWebp returns the support of the platform', () => {
    for (const platform of ['ios', 'Android', 'devtools', 'android-tv']) {
      const { host } = on(options);
      host.set({ platform });
      const isSupported = host.apis.canIUseWebp!();
      expect(loadSystem(host).canIUseWebp(), platform).toBe(isSupported);
    }
  });

  it('a new object is returned every time', () => {
    const { ask, old } = on(options);
    for (const name of [...PARTS, 'getSystemInfoSync'] as const) {
      const first = ask(name);
      for (const field of Object.keys(first)) first[field] = 'written';
      expect(Object.values(ask(name))).not.toContain('written');
    }
    expect(ask('getSystemInfoSync')).toMatchObject(old);
  });

  it('nothing is called while the system module is evaluated', () => {
    const host = new FakeSystem(options);
    let isEvaluated = false;
    loadSystem(host, (apis) => {
      return new Proxy(apis, {
        get(target, name: string) {
          if (!isEvaluated && !name.startsWith('__')) throw new Error(`reads ${name} too early`);
          return target[name];
        },
      });
    });
    isEvaluated = true;
    expect(host.calls).toEqual([]);
  });
});

describe('native system calls', () => {
  it('on WeChat each function calls only its native function', () => {
    for (const name of PARTS) {
      const { host, ask } = on();
      ask(name);
      expect(host.calls).toEqual([name]);
    }
  });

  it('the whole object calls each of the five functions once and not the old one', () => {
    const { host, ask } = on();
    ask('getSystemInfoSync');
    expect([...host.calls].sort()).toEqual([...PARTS].sort());
  });

  it('other platforms get one old call, even if they have functions of these names', () => {
    for (const options of HOSTS.slice(3)) {
      for (const name of [...PARTS, 'getSystemInfoSync'] as const) {
        const { host, ask } = on(options);
        // React Native has no such field.
        host.set({ fontSizeSetting: undefined });
        ask(name);
        expect(host.calls, `${name} on ${options.platform}`).toEqual(['getSystemInfoSync']);
      }
    }
  });

  it('canIUseWebp calls only the device function on WeChat', () => {
    const { host, system } = on();
    system.canIUseWebp();
    expect(host.calls).toEqual(['getDeviceInfo']);
  });

  it('the device is read once', () => {
    const { host, ask } = on();
    for (let count = 0; count < 3; count++) ask('getDeviceInfo');
    ask('getSystemInfoSync');
    expect(host.calls.filter((name) => name === 'getDeviceInfo')).toHaveLength(1);
  });

  describe('the font size, which getAppBaseInfo has since 2.23.4', () => {
    for (const [name, modern] of [
      ['getAppBaseInfo', 1],
      ['getSystemInfoSync', PARTS.length],
    ] as const) {
      it(`${name} makes no old call until the field is read`, () => {
        const { host, ask } = on({ library: '2.20.1' });
        const info = ask(name);
        expect(info).toHaveProperty('language', 'zh_CN');
        expect(host.calls).toHaveLength(modern);
        expect(host.calls).not.toContain('getSystemInfoSync');
        expect(info.fontSizeSetting).toBe(17);
        expect(host.calls.slice(modern)).toEqual(['getSystemInfoSync']);
      });

      it(`copies of the result of ${name} have the field`, () => {
        const { ask } = on({ library: '2.20.1' });
        expect({ ...ask(name) }).toHaveProperty('fontSizeSetting', 17);
        expect(JSON.parse(JSON.stringify(ask(name)))).toHaveProperty('fontSizeSetting', 17);
        expect(Object.assign(ask(name), ask(name))).toHaveProperty('fontSizeSetting', 17);
      });

      it(`${name} makes no old call from 2.23.4 on`, () => {
        const { host, ask } = on({ library: '2.23.4' });
        expect(ask(name).fontSizeSetting).toBe(17);
        expect(host.calls).not.toContain('getSystemInfoSync');
      });
    }
  });
});

it('only facts about the device are cached', () => {
  for (const options of HOSTS) {
    const { host, ask } = on(options);
    const whole = ask('getSystemInfoSync');
    ask('getWindowInfo');
    ask('getAppBaseInfo');
    host.set({ windowWidth: 1000, language: 'en', theme: 'light', albumAuthorized: false });
    expect(ask('getWindowInfo').windowWidth).toBe(1000);
    expect(ask('getAppBaseInfo')).toMatchObject({ language: 'en', theme: 'light' });
    expect(ask('getAppAuthorizeSetting').albumAuthorized).toBe('denied');
    expect(ask('getSystemInfoSync')).toMatchObject({
      windowWidth: 1000,
      theme: 'light',
      albumAuthorized: false,
    });
    expect(whole.windowWidth).toBe(391);
  }
});

it('a permission that the host does not know stays undefined', () => {
  for (const options of HOSTS) {
    const { ask } = on(options);
    expect(ask('getAppAuthorizeSetting').notificationAlertAuthorized).toBeUndefined();
    expect(ask('getSystemInfoSync').notificationAlertAuthorized).toBeUndefined();
  }
});

it('fields that WeChat has added are returned', () => {
  const { ask } = on();
  expect(ask('getWindowInfo').screenTop).toBe(44);
  expect(ask('getDeviceInfo')).toMatchObject({ cpuType: 'A17', memorySize: '8192', abi: 'arm64' });
});

it("an app's own function in place of WeChat's that calls the old one does not recurse", () => {
  const { host, system, ask, old } = on();
  host.apis.getDeviceInfo = () => {
    const { brand, model } = system.getSystemInfoSync();
    return { brand, model };
  };
  expect(ask('getDeviceInfo')).toEqual({ brand: old.brand, model: old.model });
  host.apis.getWindowInfo = () => system.getWindowInfo();
  expect(ask('getWindowInfo').windowWidth).toBe(old.windowWidth);
});

it('permissions keep their types in any order of spreads below base library 2.20.1', () => {
  const { system, old } = on({ library: '2.10.0' });
  const asked = { ...system.getAppAuthorizeSetting(), ...system.getWindowInfo(), ...system.getDeviceInfo() };
  expect([old.albumAuthorized, asked.albumAuthorized]).toEqual([true, 'authorized']);
  expect(system.getSystemInfoSync().albumAuthorized).toBe(true);
});

it('below base library 2.20.1, the window size is not cached with the device', () => {
  const { host, system } = on({ library: '2.10.0' });
  system.getDeviceInfo();
  host.set({ windowWidth: 1000 });
  expect({ ...system.getWindowInfo(), ...system.getDeviceInfo() }.windowWidth).toBe(1000);
});

it('a call that throws does not affect the next one', () => {
  const { host, ask, old } = on();
  const { getWindowInfo } = host.apis;
  host.apis.getWindowInfo = () => {
    throw new Error('not now');
  };
  expect(() => ask('getWindowInfo')).toThrow('not now');
  host.apis.getWindowInfo = getWindowInfo!;
  host.calls.length = 0;
  expect(ask('getWindowInfo').windowWidth).toBe(old.windowWidth);
  expect(host.calls).toEqual(['getWindowInfo']);
});

describe('getSystemInfo', () => {
  it('getSystemInfo calls success before it returns on WeChat, then complete, and resolves its promise', async () => {
    for (const library of ['2.10.0', '3.7.0'] as const) {
      const { host, system, old } = on({ library });
      const order: unknown[] = [];
      const promise = system.getSystemInfo({
        success: (result) => order.push('success', result),
        complete: () => order.push('complete'),
        fail: () => order.push('fail'),
      });
      order.push('returned');
      expect(order).toEqual(['success', expect.objectContaining(old), 'complete', 'returned']);
      expect(order[1]).toMatchObject({ errMsg: 'getSystemInfo:ok' });
      expect(await promise).toBe(order[1]);
      expect(host.calls.includes('getSystemInfoSync')).toBe(library === '2.10.0');
    }
  });

  it('getSystemInfo works without options and with an event object', async () => {
    const { system, old } = on();
    expect(await system.getSystemInfo()).toMatchObject(old);
    expect(await system.getSystemInfo({ type: 'tap' } as object)).toMatchObject(old);
  });

  it("getSystemInfo is the platform's own on other platforms", async () => {
    for (const platform of OTHERS) {
      const { host, system, old } = on({ platform });
      const order: string[] = [];
      const promise = system.getSystemInfo({ success: () => order.push('success') });
      order.push('returned');
      expect(await promise).toMatchObject(old);
      expect(order).toEqual(['returned', 'success']);
      expect(host.calls).toEqual(['getSystemInfo']);
    }
  });
});

describe.each(['pickSystemInfo', 'pickSystemInfoAsync'] as const)('%s', (name) => {
  const of = name.replace('pick', 'get');

  it(`${name} answers on WeChat like the old function, and calls only the given functions`, async () => {
    for (const library of ['2.10.0', '2.20.1', '3.7.0'] as const) {
      const { host, system, old } = on({ library });
      const order: unknown[] = [];
      const promise = system[name]([system.getWindowInfo, system.getAppAuthorizeSetting], {
        success: (result) => order.push(result),
        complete: () => order.push('complete'),
        fail: () => order.push('fail'),
      });
      order.push('returned');
      const result = (await promise) as object;
      expect(order).toEqual(
        of === 'getSystemInfo' ? [result, 'complete', 'returned'] : ['returned', result, 'complete'],
      );
      expect(order).toContain(result);
      const { getWindowInfo: ofWindow = [], getAppAuthorizeSetting: ofPermissions = [] } = SYSTEM_FIELDS;
      const read = Object.fromEntries([...ofWindow, ...ofPermissions].map((field) => [field, old[field]]));
      expect(result).toMatchObject({ ...read, errMsg: `${of}:ok` });
      expect('model' in result).toBe(library === '2.10.0');
      if (library !== '2.10.0') expect(host.calls).toEqual(['getWindowInfo', 'getAppAuthorizeSetting']);
      else expect(new Set(host.calls)).toEqual(new Set(['getSystemInfoSync']));
    }
  });

  it(`${name} works without options and with null`, async () => {
    const { system, old } = on();
    for (const option of [undefined, null as never, {}])
      expect((await system[name]([system.getDeviceInfo], option)).model).toBe(old.model);
  });

  it(`${name} calls the platform's own function on other platforms`, async () => {
    for (const platform of OTHERS) {
      const { host, system, old } = on({ platform });
      const order: string[] = [];
      const promise = system[name]([system.getWindowInfo], { success: () => order.push('success') });
      order.push('returned');
      expect(await promise).toMatchObject(old);
      expect(order).toEqual(['returned', 'success']);
      expect(host.calls).toEqual([of]);
    }
  });

  it(`${name} rejects if a callback throws`, async () => {
    const { system } = on();
    const promise = system[name]([system.getWindowInfo], {
      success() {
        throw new Error('of the app');
      },
    });
    await expect(promise).rejects.toThrow('of the app');
  });
});

describe('getSystemInfoAsync', () => {
  it('getSystemInfoAsync calls back after it has returned on all platforms', async () => {
    for (const options of HOSTS) {
      const { system, old } = on(options);
      const order: string[] = [];
      const promise = system.getSystemInfoAsync({
        success: (result) => order.push(result.errMsg),
        complete: () => order.push('complete'),
      });
      order.push('returned');
      expect(await promise).toMatchObject(old);
      expect(order).toEqual(['returned', 'getSystemInfoAsync:ok', 'complete']);
    }
  });
});

it('every field of the old result is in one of the five functions', () => {
  expect(new Set(OLD_FIELDS).size).toBe(OLD_FIELDS.length);
});
