import { describe, expect, it } from 'vitest';
import type * as Runtime from '../../../src/migrations/get-system-info/runtime/system';
import { evaluateRuntime, sourceOf } from '../../support/runtime-module';

const source = sourceOf('system', '.taro2');

/**
 * The runtime in an app with Taro 2.2.22, whose default export has only the functions that it knows.
 * @param wx the functions of the host's global; undefined on other hosts
 */
function load(platform: string, wx?: Record<string, () => object>) {
  const calls: string[] = [];
  const told = (name: string, info: object) => () => {
    calls.push(name);
    return info;
  };
  const taro = { getSystemInfoSync: told('Taro.getSystemInfoSync', { windowWidth: 375, model: 'old' }) };
  const system = evaluateRuntime(source, {
    require: () => ({ __esModule: true, default: taro }),
    process: { env: { TARO_ENV: platform } },
    wx:
      wx && Object.fromEntries(Object.entries(wx).map(([name, read]) => [name, told(`wx.${name}`, read())])),
  }) as typeof Runtime;
  return { system, calls };
}

describe('system information on Taro 1 and 2', () => {
  const modern = { getWindowInfo: () => ({ windowWidth: 390 }), getDeviceInfo: () => ({ model: 'new' }) };

  it('on WeChat comes from the functions of the host, which Taro does not have', () => {
    const { system, calls } = load('weapp', modern);
    expect(system.getWindowInfo().windowWidth).toBe(390);
    expect(system.getDeviceInfo().model).toBe('new');
    expect(calls).toEqual(['wx.getWindowInfo', 'wx.getDeviceInfo']);
  });

  it('on an older base library, and on hosts without wx, comes from the old function', () => {
    for (const { system, calls } of [load('weapp', {}), load('alipay'), load('h5')]) {
      expect(system.getWindowInfo().windowWidth).toBe(375);
      expect(calls).toEqual(['Taro.getSystemInfoSync']);
    }
  });
});
