import { expect, it } from 'vitest';
import { gzipped, production } from '../../support/runtime-build';
import { sourceOf } from '../../support/runtime-module';

const built = (platform: string, ...used: string[]) => production('system', platform, ...used);

/** The names of all exports of the runtime. */
function exported(): string[] {
  return [...sourceOf('system').matchAll(/^export function (\w+)/gm)].map(([, name]) => name!);
}

it('the system runtime adds at most 0.35 kB to a weapp build that reads window and device, 0.6 kB with callbacks', async () => {
  const two = ['getWindowInfo', 'getDeviceInfo'];
  expect(gzipped(await built('weapp', ...two))).toBeLessThanOrEqual(350);
  expect(gzipped(await built('weapp', ...two, 'pickSystemInfo'))).toBeLessThanOrEqual(600);
});

it('the system runtime adds at most 0.45 kB to a weapp build with all five functions, 0.5 kB with the whole object', async () => {
  const five = [
    'getWindowInfo',
    'getDeviceInfo',
    'getAppBaseInfo',
    'getSystemSetting',
    'getAppAuthorizeSetting',
  ];
  expect(gzipped(await built('weapp', ...five))).toBeLessThanOrEqual(450);
  expect(gzipped(await built('weapp', ...five, 'getSystemInfoSync'))).toBeLessThanOrEqual(500);
});

it('the system runtime adds at most 0.8 kB to a weapp build that uses everything', async () => {
  expect(gzipped(await built('weapp', ...exported()))).toBeLessThanOrEqual(800);
});

it('unused system functions are tree-shaken', async () => {
  const code = await built('weapp', 'getWindowInfo');
  expect(code).toContain('getWindowInfo');
  for (const other of [
    'getDeviceInfo',
    'getAppAuthorizeSetting',
    'getSystemInfoAsync',
    'Promise',
    'TARO_ENV',
  ])
    expect(code, other).not.toContain(other);
});

it("WeChat's system functions are removed on other platforms", async () => {
  const code = await built('alipay', 'getWindowInfo', 'getSystemInfo');
  expect(code).not.toContain('getWindowInfo');
  expect(code).not.toContain('getAppAuthorizeSetting');
  expect(code).toContain('getSystemInfoSync');
});
