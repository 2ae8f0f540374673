import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PluginOptions } from '../src';
import type { VitePlugin } from '../src/integrations/vite-plugin';
import { fakeTaro } from './support/fake-taro';

let app: string;

beforeEach(() => {
  app = mkdtempSync(join(tmpdir(), 'plugin-'));
  mkdirSync(join(app, 'src'));
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(app, { recursive: true });
});

/** A webpack configuration that accepts everything added to it. */
function chain() {
  const anything: unknown = new Proxy(() => {}, { get: () => anything, apply: () => anything });
  return { get: () => undefined, module: anything, resolve: anything, plugin: anything };
}

/** Taro with this plugin, in the app of the test. */
function taro(platform: string, options?: PluginOptions, config?: object) {
  return fakeTaro(app, platform, options, config);
}

test('a build whose hooks never call the plugin warns once', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const fire = taro('harmony');
  fire('onBuildStart');
  expect(warn).not.toHaveBeenCalled();
  fire('onBuildFinish');
  fire('onBuildComplete');
  expect(warn).toHaveBeenCalledExactlyOnceWith(
    expect.stringMatching(/this build \(harmony\) did not run it.*npx taro-modernize/),
  );
});

test('a build stops without its baseline, and a command of Taro, such as the one that writes it, does not', () => {
  const options: PluginOptions = { baseline: 'base.json' };
  expect(() => taro('weapp', options)).toThrow(/base\.json does not exist\. Create it: npx taro-modernize/);
  expect(() => taro('', options)).not.toThrow();
  writeFileSync(join(app, 'base.json'), '{"version":1,"entries":{}}');
  expect(() => taro('weapp', options)).not.toThrow();
});

test('a React Native build warns at the start and says what to add', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  taro('rn')('onBuildStart');
  expect(warn).toHaveBeenCalledExactlyOnceWith(
    expect.stringContaining("add 'taro-modernize/babel' to the plugins of babel.config.js"),
  );
});

test('a build with Vite or webpack does not warn about a skipped plugin', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const vite = taro('weapp');
  vite('modifyViteConfig', { viteConfig: {} });
  vite('onBuildFinish');
  const webpack = taro('weapp');
  webpack('modifyWebpackChain', { chain: chain(), webpack: {} });
  webpack('onBuildFinish');
  expect(warn).not.toHaveBeenCalled();
});

test('the Vite plugin is placed before the plugins of Taro', () => {
  const viteConfig = { plugins: [{ name: 'taro:vite-mini-page' }] };
  taro('weapp')('modifyViteConfig', { viteConfig });
  expect(viteConfig.plugins.map(({ name }) => name)).toEqual(['taro-modernize', 'taro:vite-mini-page']);
});

test('Vite: only mini programs put the runtimes into the chunk of Taro, which reports its platform after loading its plugins', () => {
  const outputOf = (platform: string, kind: string) => {
    const fire = taro(platform);
    vi.stubEnv('TARO_PLATFORM', kind);
    const viteConfig: { plugins?: VitePlugin[] } = {};
    fire('modifyViteConfig', { viteConfig });
    return viteConfig.plugins![0]!.outputOptions({ manualChunks: () => 'vendors' });
  };
  expect(outputOf('weapp', 'mini')).toHaveProperty('manualChunks');
  expect(outputOf('h5', 'web')).toBeNull();
});

test('included packages that are prebundled are named, with the option to set', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.stubEnv('NODE_ENV', 'development');
  mkdirSync(join(app, 'node_modules/some-lib'), { recursive: true });
  writeFileSync(join(app, 'node_modules/some-lib/index.js'), '');
  writeFileSync(join(app, 'src/a.js'), '');
  const config = { compiler: { type: 'webpack5', prebundle: { enable: true } } };
  taro(
    'weapp',
    { include: ['some-lib', './src'] },
    config,
  )('modifyWebpackChain', {
    chain: chain(),
    webpack: {},
  });
  expect(warn).toHaveBeenCalledExactlyOnceWith(
    expect.stringContaining("Set compiler.prebundle.exclude: ['some-lib']"),
  );
});

test('a prebundled Taro package that builds always rewrite is named if the app has it and the platform needs it', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.stubEnv('NODE_ENV', 'development');
  writeFileSync(join(app, 'src/a.js'), '');
  const config = { compiler: { type: 'webpack5' } };
  const build = (platform: string, options?: PluginOptions) =>
    taro(platform, options, config)('modifyWebpackChain', { chain: chain(), webpack: {} });
  build('weapp');
  mkdirSync(join(app, 'node_modules/@tarojs/components-advanced'), { recursive: true });
  build('alipay');
  build('weapp', { migrations: ['play-voice-to-inner-audio-context'] });
  expect(warn).not.toHaveBeenCalled();
  build('weapp');
  expect(warn).toHaveBeenCalledExactlyOnceWith(
    expect.stringContaining("Set compiler.prebundle.exclude: ['@tarojs/components-advanced']"),
  );
});

test('prebundled packages that mention a deprecated API are named, unless they are excluded, packages of Taro or plugins', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.stubEnv('NODE_ENV', 'development');
  const CALL = 'exports.a = () => wx.getSystemInfoSync()';
  const sources = {
    'some-lib': CALL,
    '@scope/lib': CALL,
    other: '',
    excluded: CALL,
    tool: CALL,
    '@tarojs/shared': CALL,
    'some-plugin': CALL,
  };
  for (const [name, text] of Object.entries(sources)) {
    mkdirSync(join(app, 'node_modules', name, 'dist'), { recursive: true });
    writeFileSync(join(app, 'node_modules', name, 'dist/index.js'), text);
  }
  const dependencies = {
    'some-lib': '',
    '@scope/lib': '',
    other: '',
    excluded: '',
    '@tarojs/shared': '',
    'some-plugin': '',
  };
  const manifest = { dependencies, devDependencies: { tool: '' } };
  writeFileSync(join(app, 'package.json'), JSON.stringify(manifest));
  const build = (platform: string, options: PluginOptions) =>
    taro(
      platform,
      { exclude: ['excluded'], ...options },
      { compiler: { type: 'webpack5' }, plugins: ['some-plugin'] },
    )('modifyWebpackChain', { chain: chain(), webpack: {} });
  build('alipay', {});
  build('weapp', { packages: false });
  expect(warn).not.toHaveBeenCalled();
  build('weapp', {});
  expect(warn).toHaveBeenCalledExactlyOnceWith(
    expect.stringContaining("Set compiler.prebundle.exclude: ['some-lib', '@scope/lib']."),
  );
});

test('a misspelled plugin option is rejected before Taro validates it, because its message would not name the option', () => {
  expect(() => taro('weapp', { onManul: 'error' } as object)).toThrow(
    new Error('[taro-modernize] unknown option "onManul". Did you mean "onManual"?'),
  );
  expect(() => taro('weapp', { recorder: { durations: 1 } } as object)).toThrow('"recorder.duration"');
  taro('weapp', {
    migrations: [],
    shareManager: 'auto',
    include: [],
    exclude: [],
    packages: false,
    onManual: 'off',
    report: 'a.md',
  });
  taro('weapp', { verbose: true, recorder: { duration: 1 }, voice: { onStop: 'fail' } });
});

test('entries of include and exclude that match nothing are named at the start of the build', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  taro('weapp', { exclude: ['legcay/**'] })('modifyWebpackChain', { chain: chain(), webpack: {} });
  taro('weapp', { include: ['../nowhere'] })('modifyViteConfig', { viteConfig: {} });
  expect(warn.mock.calls.map(([message]) => message)).toEqual([
    expect.stringContaining('legcay/** in the "exclude" option'),
    expect.stringContaining('../nowhere in the "include" option'),
  ]);
});
