import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, it } from 'vitest';

const out = mkdtempSync(join(tmpdir(), 'taro-modernize-runtime-'));

beforeAll(async () => {
  const script = new URL('../../../scripts/build-runtime.mjs', import.meta.url).href;
  ((await import(script)) as { buildRuntime(dir: string): string[] }).buildRuntime(out);
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** What a production build for a platform has of the runtime, for an app that uses some of it. */
async function production(platform: string, ...used: string[]): Promise<string> {
  const entry = `import { ${used.join(', ')} } from ${JSON.stringify(join(out, 'system.esm.js'))}; app(${used.join(', ')})`;
  const bundle = await rolldown({
    input: 'entry',
    external: ['@tarojs/taro'],
    transform: { define: { 'process.env.TARO_ENV': JSON.stringify(platform) } },
    plugins: [
      {
        name: 'entry',
        resolveId: (id: string) => (id === 'entry' ? id : null),
        load: (id: string) => (id === 'entry' ? entry : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  await bundle.close();
  return output[0].code;
}

const sizeOf = (code: string) => gzipSync(code, { level: 9 }).length;

it('adds at most 0.4 kB to a weapp build that reads the window and the device', async () => {
  expect(sizeOf(await production('weapp', 'getWindowInfo', 'getDeviceInfo'))).toBeLessThanOrEqual(400);
});

it('adds at most 0.65 kB to a weapp build with all five functions, or with the whole object', async () => {
  const five = [
    'getWindowInfo',
    'getDeviceInfo',
    'getAppBaseInfo',
    'getSystemSetting',
    'getAppAuthorizeSetting',
  ];
  expect(sizeOf(await production('weapp', ...five))).toBeLessThanOrEqual(650);
  expect(sizeOf(await production('weapp', 'getSystemInfoSync'))).toBeLessThanOrEqual(650);
});

it('what is not used falls away', async () => {
  const code = await production('weapp', 'getWindowInfo');
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

it("WeChat's functions fall away on other platforms", async () => {
  const code = await production('alipay', 'getWindowInfo', 'getSystemInfo');
  expect(code).not.toContain('authorized');
  expect(code).toContain('getSystemInfoSync');
});
