import { afterEach, expect, test, vi } from 'vitest';
import { prebundled } from '../../src/integrations/prebundle';
import { type Reach, type ReachOptions, reach } from '../../src/integrations/reach';

afterEach(() => vi.unstubAllEnvs());

const APP = { root: '/app', sourceRoot: '/app/src' };

test('the sources are rewritten, but not installed packages or files beside the source root', () => {
  const reachOf = reach(APP);
  expect(reachOf('/app/src/pages/a.tsx')).toBe('listed');
  expect(reachOf('/app/config/index.ts')).toBeUndefined();
  expect(reachOf('/app/src-old/a.ts')).toBeUndefined();
  expect(reachOf('/app/node_modules/some-lib/a.js')).toBeUndefined();
  expect(reachOf('/app/src/node_modules/some-lib/a.js')).toBeUndefined();
});

test('without a source root, everything except installed packages is rewritten', () => {
  const reachOf = reach({ root: '/app' });
  expect(reachOf('/shared/a.ts')).toBe('listed');
  expect(reachOf('/app/node_modules/some-lib/a.js')).toBeUndefined();
});

test('included packages are found by name, wherever a package manager puts them', () => {
  const reachOf = reach({ ...APP, include: ['some-lib', '@scope/lib'] });
  expect(reachOf('/app/node_modules/some-lib/dist/a.js')).toBe('listed');
  expect(reachOf('/app/node_modules/.pnpm/some-lib@1.0.0/node_modules/some-lib/a.js')).toBe('listed');
  expect(reachOf('/app/node_modules/@scope/lib/a.js')).toBe('listed');
  expect(reachOf('/app/node_modules/@scope/other/a.js')).toBeUndefined();
  expect(reachOf('/app/node_modules/some-lib-too/a.js')).toBeUndefined();
  expect(reachOf('/app/node_modules/some-lib/node_modules/other/a.js')).toBeUndefined();
});

test('included folders outside the sources are found by path, without packages installed in them', () => {
  const reachOf = reach({ ...APP, include: ['../shared/src'] });
  expect(reachOf('/shared/src/a.ts')).toBe('listed');
  expect(reachOf('/shared/test/a.ts')).toBeUndefined();
  expect(reachOf('/shared/src/node_modules/x/a.js')).toBeUndefined();
});

test('excluded files stay unchanged, even if also included', () => {
  const reachOf = reach({ ...APP, include: ['some-lib'], exclude: ['src/legacy/', 'some-lib/vendor*'] });
  expect(reachOf('/app/src/legacy/a.ts')).toBeUndefined();
  expect(reachOf('/app/src/a.ts')).toBe('listed');
  expect(
    reach({ ...APP, include: ['some-lib'], exclude: ['node_modules/some-lib/vendor'] })(
      '/app/node_modules/some-lib/vendor/a.js',
    ),
  ).toBeUndefined();
});

test('excluded packages are named, wherever a package manager puts them', () => {
  const reachOf = reach({ ...APP, include: ['@scope/lib', 'some-lib'], exclude: ['@scope/lib', 'some-lib'] });
  expect(reachOf('/app/node_modules/@scope/lib/a.js')).toBeUndefined();
  expect(reachOf('/root/node_modules/.pnpm/@scope+lib@1.0.0/node_modules/@scope/lib/a.js')).toBeUndefined();
  expect(reachOf('/root/node_modules/some-lib/a.js')).toBeUndefined();
  expect(reachOf('/app/src/a.ts')).toBe('listed');
});

const IN_PACKAGE = '/app/node_modules/some-lib/a.js';
const IN_TARO = '/app/node_modules/@tarojs/components-advanced/a.js';

test.each<[string, string, Partial<ReachOptions>, Reach | undefined]>([
  ['an installed package', IN_PACKAGE, {}, 'unlisted'],
  ['one that pnpm installs', '/app/node_modules/.pnpm/a@1/node_modules/@x/a/b.js', {}, 'unlisted'],
  ['one in a workspace', '/root/node_modules/some-lib/a.vue', {}, 'unlisted'],
  ['one in the sources', '/app/src/node_modules/some-lib/a.js', {}, 'unlisted'],
  ['a listed package', IN_PACKAGE, { include: ['some-lib'] }, 'listed'],
  ['a listed folder of a package', IN_PACKAGE, { include: ['./node_modules/some-lib'] }, 'listed'],
  ['an excluded package', IN_PACKAGE, { exclude: ['some-lib'] }, undefined],
  ['an excluded file', IN_PACKAGE, { exclude: ['node_modules/some-lib/a.js'] }, undefined],
  [
    'a package of Taro, which loads before the runtimes',
    '/app/node_modules/@tarojs/shared/a.js',
    {},
    undefined,
  ],
  ['the runtimes', '/app/node_modules/taro-modernize/dist/runtime/system.esm.js', {}, undefined],
  ['a file beside the sources', '/app/config/index.ts', {}, undefined],
  ['a build without these packages', IN_PACKAGE, { packages: false }, undefined],
  ['the same for a package of Taro', IN_TARO, { packages: false }, undefined],
  ['a package of Taro that a migration names', IN_TARO, {}, 'unlisted'],
  ['an integration without the option', IN_PACKAGE, { packages: undefined }, undefined],
  ['the same for a package of Taro that a migration names', IN_TARO, { packages: undefined }, 'unlisted'],
  [
    'a build without such a migration',
    IN_PACKAGE,
    { migrations: ['play-voice-to-inner-audio-context'] },
    undefined,
  ],
])('in WeChat builds, packages are rewritten without being listed: %s', (_, file, options, expected) => {
  vi.stubEnv('TARO_ENV', 'weapp');
  expect(reach({ ...APP, packages: true, ...options })(file)).toBe(expected);
});

test.each(['alipay', 'tt', 'h5', 'rn'])('builds for %s only rewrite what is listed', (platform) => {
  vi.stubEnv('TARO_ENV', platform);
  const reachOf = reach({ ...APP, packages: true, include: ['other'] });
  expect(reachOf(IN_PACKAGE)).toBeUndefined();
  expect(reachOf('/app/node_modules/@tarojs/components-advanced/a.js')).toBeUndefined();
  expect(reachOf('/app/node_modules/other/a.js')).toBe('listed');
});

test('a prebundle takes included packages in development, unless it is off or excludes them', () => {
  const webpack5 = (prebundle?: object) => ({
    compiler: { type: 'webpack5', ...(prebundle && { prebundle }) },
  });
  expect(prebundled(() => ['lib'], { compiler: 'webpack5' }, false)).toEqual([]);
  expect(prebundled(() => ['lib'], webpack5(), false)).toEqual(['lib']);
  expect(prebundled(() => ['lib'], webpack5(), true)).toEqual([]);
  expect(prebundled(() => ['lib'], webpack5({ enable: true }), true)).toEqual(['lib']);
  expect(prebundled(() => ['lib'], webpack5({ enable: false }), false)).toEqual([]);
  expect(prebundled(() => ['lib', 'other'], webpack5({ exclude: ['lib'] }), false)).toEqual(['other']);
});

test('without a prebundle, nobody searches the packages', () => {
  const packages = vi.fn(() => ['lib']);
  prebundled(packages, { compiler: { prebundle: { enable: false } } }, false);
  prebundled(packages, { compiler: 'webpack5' }, false);
  expect(packages).not.toHaveBeenCalled();
});
