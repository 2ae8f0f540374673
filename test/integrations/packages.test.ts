import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import type { PluginOptions } from '../../src';
import { createVitePlugin, type VitePlugin } from '../../src/integrations/vite-plugin';
import { tree } from '../cli/support/tree';
import { fakeTaro } from '../support/fake-taro';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const TARO = "import Taro from '@tarojs/taro';\n";
const CALL = 'export const width = () => Taro.getSystemInfoSync().windowWidth;\n';
const RECORD = 'export const start = () => Taro.startRecord({});\n';
/** The platform's object comes from a function, so the call stays. */
const MANUAL = 'export const info = () => getHost().getSystemInfoSync();\n';

const LIB = 'node_modules/some-lib/index.js';

/** Builds an app with these files, by path, as Taro does with Vite. */
async function build(
  files: Readonly<Record<string, string>>,
  options: PluginOptions = {},
  platform = 'weapp',
  config: object = {},
) {
  const app = tree({ 'src/app.js': '', ...files });
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  const fire = fakeTaro(app, platform, options, config);
  const viteConfig: { plugins?: VitePlugin[] } = {};
  fire('modifyViteConfig', { viteConfig });
  const [plugin] = viteConfig.plugins!;
  const warn = vi.fn();
  const context = {
    warn,
    error: (message: unknown) => {
      throw message;
    },
  };
  const outputs: Record<string, string> = {};
  for (const [path, text] of Object.entries(files)) {
    if (!path.endsWith('.js')) continue;
    const output = plugin!.transform.call(context, text, join(app, path));
    if (output) outputs[path] = output.code;
  }
  await plugin!.buildEnd.call(context);
  fire('onBuildFinish');
  const lines = log.mock.calls.map(([line]) => String(line).replace('[taro-modernize] ', ''));
  log.mockClear();
  return { app, outputs, lines, warnings: warn.mock.calls.length };
}

test('a WeChat build rewrites getSystemInfo in a package that nobody listed, and nothing else', async () => {
  const { outputs, lines } = await build({ [LIB]: TARO + CALL + RECORD });
  expect(outputs[LIB]).toContain("from 'taro-modernize/runtime/system'");
  expect(outputs[LIB]).toContain('width = () => getWindowInfo().windowWidth');
  expect(outputs[LIB]).toContain('Taro.startRecord({})');
  expect(lines).toEqual(['1 rewritten in 1 file, no manual changes needed']);
});

test('a listed package gets all migrations', async () => {
  const { outputs } = await build({ [LIB]: TARO + CALL + RECORD }, { include: ['some-lib'] });
  expect(outputs[LIB]).toContain('getWindowInfo()');
  expect(outputs[LIB]).toContain('recorder.start({})');
});

test.each<[string, PluginOptions]>([
  ['packages: false', { packages: false }],
  ['its name in exclude', { exclude: ['some-lib'] }],
  ['other migrations', { migrations: ['play-voice-to-inner-audio-context'] }],
])('a package stays the same with %s', async (_, options) => {
  expect((await build({ [LIB]: TARO + CALL }, options)).outputs).toEqual({});
});

test("packages of Taro's plugins stay the same, because they may load before Taro", async () => {
  const names = ['some-plugin', '@scope/plugin', 'by-path', 'some-preset'];
  const files = Object.fromEntries(names.map((name) => [`node_modules/${name}/runtime.js`, TARO + CALL]));
  const config = {
    plugins: [
      'some-plugin',
      ['@scope/plugin/dist', {}],
      '/app/node_modules/by-path/index.js',
      './plugins/own',
    ],
    presets: ['some-preset'],
  };
  expect((await build(files, {}, 'weapp', config)).outputs).toEqual({});
  const { outputs } = await build(files, { include: ['some-plugin'] }, 'weapp', config);
  expect(Object.keys(outputs)).toEqual(['node_modules/some-plugin/runtime.js']);
  expect(Object.keys((await build(files)).outputs)).toHaveLength(4);
});

test.each([
  'alipay',
  'tt',
  'h5',
])('packages stay the same in builds for %s, listed or not', async (platform) => {
  const files = {
    [LIB]: TARO + CALL,
    'node_modules/@scope/lib/index.js': 'exports.width = () => wx.getSystemInfoSync().windowWidth;\n',
    'node_modules/@tarojs/components-advanced/index.js': TARO + CALL,
  };
  expect((await build(files, { include: ['@scope/lib'] }, platform)).outputs).toEqual({});
});

const LEFT = {
  'node_modules/@scope/lib/a.js': TARO + CALL + MANUAL,
  'node_modules/@scope/lib/b.js': 'getHost().getSystemInfo({});\n',
  [LIB]: MANUAL,
};
const STAYS =
  'not rewritten in packages, because a rewrite might not be safe: @scope/lib (getSystemInfoSync, getSystemInfo), some-lib (getSystemInfoSync). Set the option "verbose" to see the locations.';

test.each<[string, PluginOptions]>([
  ['as warnings', {}],
  ['as errors', { onManual: 'error' }],
  ['and shows all levels', { level: 'advised' }],
  ['which accepts those of a baseline', { baseline: 'base.json', onManual: 'error' }],
])('calls that stay in packages are one line of the summary, in a build that reports manual findings %s', async (_, options) => {
  const { lines, warnings } = await build({ 'base.json': '{"version":1,"entries":{}}', ...LEFT }, options);
  expect(lines).toEqual(['1 rewritten in 1 file, no manual changes needed', STAYS]);
  expect(warnings).toBe(0);
});

test('that line is in the language of the user', async () => {
  vi.stubEnv('LC_ALL', 'zh_CN.UTF-8');
  const { lines } = await build(LEFT);
  expect(lines[1]).toBe(
    '依赖包中因不能确保安全而未改写的调用：@scope/lib（getSystemInfoSync、getSystemInfo）、some-lib（getSystemInfoSync）。设置 "verbose" 选项可查看位置。',
  );
});

test('manual findings of the sources and of listed packages are reported as before', async () => {
  const { lines, warnings } = await build({ 'src/a.js': TARO + MANUAL, ...LEFT }, { include: ['some-lib'] });
  expect(warnings).toBe(2);
  expect(lines[0]).toBe('1 rewritten in 1 file, 2 manual changes needed (see the warnings)');
  expect(lines[1]).toContain('safe: @scope/lib (getSystemInfoSync, getSystemInfo). Set');
});

test('verbose shows the locations of calls that stay in packages', async () => {
  const { lines } = await build({ [LIB]: MANUAL }, { verbose: true });
  expect(lines[0]).toMatch(/^node_modules\/some-lib\/index\.js:1:37 getSystemInfoSync/);
});

test('a report has the rewritten calls of packages, and no manual change in them', async () => {
  const { app } = await build(LEFT, { report: 'report.json' });
  const { files, summary } = JSON.parse(readFileSync(join(app, 'report.json'), 'utf8'));
  expect(summary).toMatchObject({ files: 1, rewritten: 1, manual: 0 });
  expect(files).toMatchObject([{ path: 'node_modules/@scope/lib/a.js', changed: true }]);
});

test('large files and files that cannot be parsed are skipped and named, and the build passes', async () => {
  const files = {
    'node_modules/a/big.js': `${TARO}${CALL}// ${'x'.repeat(400_000)}`,
    'node_modules/a/big-without-calls.js': `// ${'x'.repeat(400_000)}`,
    'node_modules/b/flow.js': `${TARO}${CALL}}`,
    [LIB]: TARO + CALL,
  };
  const { outputs, lines, warnings } = await build(files, { onManual: 'error' });
  expect(Object.keys(outputs)).toEqual([LIB]);
  expect(warnings).toBe(0);
  expect(lines).toEqual([
    '1 rewritten in 1 file, no manual changes needed',
    'not searched in packages, because the files are too large or cannot be parsed: node_modules/a/big.js, node_modules/b/flow.js',
  ]);
  vi.stubEnv('LC_ALL', 'zh_CN.UTF-8');
  expect((await build(files)).lines[1]).toBe(
    '依赖包中因文件过大或无法解析而未检查的文件：node_modules/a/big.js、node_modules/b/flow.js',
  );
});

test("Vite without Taro's CLI rewrites only getSystemInfo in the package of Taro that calls it", () => {
  vi.stubEnv('TARO_ENV', 'weapp');
  const plugin = createVitePlugin({ root: '/app', sourceRoot: '/app/src' });
  const context = { warn: vi.fn(), error: vi.fn<() => never>() };
  const transform = (file: string) => plugin.transform.call(context, TARO + CALL + RECORD, file)?.code;
  const code = transform('/app/node_modules/@tarojs/components-advanced/dist/utils.js');
  expect(code).toContain('getWindowInfo()');
  expect(code).toContain('Taro.startRecord({})');
  expect(transform(join('/app', LIB))).toBeUndefined();
});

test('a large file of a listed package is rewritten', async () => {
  const text = `${TARO}${CALL}// ${'x'.repeat(400_000)}`;
  expect((await build({ [LIB]: text }, { include: ['some-lib'] })).outputs[LIB]).toContain('getWindowInfo()');
});
