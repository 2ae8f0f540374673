import { transformSync } from '@babel/core';
import { afterEach, expect, test, vi } from 'vitest';
import taroModernizeBabel from '../../src/integrations/babel';
import { transformModule } from '../../src/integrations/module';
import { reach } from '../../src/integrations/reach';
import { selectMigrations } from '../../src/migrations';

afterEach(() => vi.unstubAllEnvs());

const SOURCE =
  "import Taro from '@tarojs/taro';\nTaro.startRecord({});\nexport const { windowWidth } = Taro.getSystemInfoSync();\n";

/** The results for a module from the shared integration code and from the Babel plugin. */
function buildFor(platform: string | undefined): { code: string; byBabel: string; apis: string[] } {
  vi.stubEnv('TARO_ENV', platform);
  const { findings, output } = transformModule(SOURCE, '/app/src/a.js', {})!;
  const byBabel = transformSync(SOURCE, {
    filename: '/app/src/a.js',
    cwd: '/app',
    configFile: false,
    babelrc: false,
    plugins: [[taroModernizeBabel, { onManual: 'off', taroVersion: 4 }]],
  });
  return { code: output?.code ?? '', byBabel: byBabel!.code!, apis: findings.map(({ api }) => api) };
}

test('APIs that one platform has deprecated are rewritten in builds for that platform', () => {
  const { code, byBabel, apis } = buildFor('weapp');
  for (const text of [code, byBabel]) {
    expect(text).toContain('getWindowInfo()');
    expect(text).toContain('recorder.start');
  }
  expect(apis).toEqual(['startRecord', 'getSystemInfoSync']);
});

test.each([
  'alipay',
  'h5',
  'tt',
  'rn',
  undefined,
])('APIs that only WeChat has deprecated are neither rewritten nor reported in builds for %s', (platform) => {
  const { code, byBabel, apis } = buildFor(platform);
  for (const text of [code, byBabel]) {
    expect(text).toContain('Taro.getSystemInfoSync()');
    expect(text).toContain('recorder.start');
    expect(text).not.toContain('runtime/system');
  }
  expect(apis).toEqual(['startRecord']);
});

test('a Taro package is rewritten for the migration that names it, only in builds for its platforms', () => {
  const file = '/app/node_modules/@tarojs/components-advanced/dist/utils.js';
  vi.stubEnv('TARO_ENV', 'weapp');
  expect(reach({ root: '/app', sourceRoot: '/app/src' })(file)).toBe('unlisted');
  expect(
    transformSync(SOURCE, {
      filename: file,
      cwd: '/app',
      configFile: false,
      babelrc: false,
      plugins: [[taroModernizeBabel, {}]],
    })!.code,
  ).toMatch(/Taro\.startRecord[\s\S]*getWindowInfo\(\)/);
  const { findings, output } = transformModule(SOURCE, file, { isUnlisted: () => true })!;
  expect(findings.map(({ api }) => api)).toEqual(['getSystemInfoSync']);
  expect(output?.code).toMatch(/Taro\.startRecord[\s\S]*getWindowInfo\(\)/);
  const exclude = ['node_modules/@tarojs/components-advanced'];
  expect(reach({ root: '/app', exclude })(file)).toBeUndefined();
  expect(reach({ root: '/app', migrations: ['play-voice-to-inner-audio-context'] })(file)).toBeUndefined();
  vi.stubEnv('TARO_ENV', 'alipay');
  expect(reach({ root: '/app' })(file)).toBeUndefined();
});

test('a module with nothing for this platform is not processed', () => {
  vi.stubEnv('TARO_ENV', 'alipay');
  expect(transformModule('wx.getSystemInfoSync()', '/app/src/a.js', {})).toBeUndefined();
});

test('configured migrations run only for their platforms', () => {
  const namesFor = (platform: string, names?: string[]) =>
    selectMigrations(names, { platforms: [platform] }).map(({ name }) => name);
  const all = selectMigrations().map(({ name }) => name);
  expect(namesFor('weapp')).toEqual(all);
  const elsewhere = namesFor('swan');
  expect(elsewhere).toEqual(all.filter((name) => elsewhere.includes(name)));
  expect(elsewhere).not.toContain('get-system-info-to-window-info');
  expect(namesFor('swan', ['get-system-info-to-window-info'])).toEqual([]);
});
