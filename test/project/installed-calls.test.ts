import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { ProjectFinder } from '../../src/project/detect';
import { installedCalls } from '../../src/project/installed-calls';
import { packageFile, packageIn, requestsIn } from '../../src/project/package-modules';
import { tree } from '../cli/support/tree';

const CALL = 'export const width = () => wx.getSystemInfoSync().windowWidth;\n';

const app = (...platforms: readonly string[]) =>
  JSON.stringify({
    dependencies: {
      '@tarojs/taro': '4.2.0',
      ...Object.fromEntries(platforms.map((name) => [`@tarojs/plugin-platform-${name}`, '4.2.0'])),
    },
  });

/** A package with these files. */
const installed = (name: string, files: Record<string, string>, manifest: object = {}) =>
  Object.fromEntries(
    Object.entries({ 'package.json': JSON.stringify({ name, ...manifest }), ...files }).map(
      ([path, text]) => [`node_modules/${name}/${path}`, text],
    ),
  );

async function callsIn(
  files: Record<string, string>,
  { names, now }: { names?: readonly string[]; now?: () => number } = {},
): Promise<string[]> {
  const root = tree({ 'package.json': app('weapp'), ...files });
  const project = new ProjectFinder().of(root)!;
  const found = await installedCalls([project], names, now ?? (() => 0));
  return found.map(({ name, apis }) => `${name}: ${apis.join()}`);
}

describe('calls in installed packages', () => {
  it('are found in what the sources import, with the files that it loads', async () => {
    const found = await callsIn({
      'src/a.ts': "import one from 'one'\nimport { b } from '@scope/two/es/part'\n",
      'src/b.vue': "<script>\nconst three = require('three')\n</script>\n",
      ...installed(
        'one',
        { 'lib/index.js': "export * from './inner'\n", 'lib/inner/index.js': CALL },
        { main: 'lib' },
      ),
      ...installed('@scope/two', { 'es/part.mjs': CALL.replace('Sync()', '({})') }),
      ...installed('three', {
        'index.js': "require('./x.cjs')",
        'x.cjs': "const Taro = require('@tarojs/taro');\nTaro.getSystemInfoAsync({});\n",
      }),
    });
    expect(found).toEqual([
      '@scope/two: getSystemInfo',
      'one: getSystemInfoSync',
      'three: getSystemInfoAsync',
    ]);
  });

  it.each([
    ['another file of the package', { 'index.js': 'export {}\n', 'h5.js': CALL }],
    ['a fallback behind a test', { 'index.js': 'wx.getWindowInfo ? 1 : wx.getSystemInfoSync()' }],
    [
      'an import whose calls are fallbacks',
      {
        'index.js':
          "import { getSystemInfoSync, getWindowInfo } from '@tarojs/taro'\ngetWindowInfo ? 1 : getSystemInfoSync()\n",
      },
    ],
    ['a test', { 'index.js': "export const has = wx.canIUse('getSystemInfoSync')" }],
    ['an unknown object', { 'index.js': 'export const width = (host) => host.getSystemInfoSync()' }],
    ['a family that builds do not rewrite there', { 'index.js': 'wx.startRecord({})' }],
    ['a file that cannot be parsed', { 'index.js': 'wx.getSystemInfoSync(' }],
    ['a file that is too large', { 'index.js': `${CALL}//${' '.repeat(500_000)}` }],
  ])('are not counted: %s', async (_, files) => {
    expect(
      await callsIn({ 'src/a.ts': "import 'lib'\n", ...installed('lib', files as Record<string, string>) }),
    ).toEqual([]);
  });

  it('are not counted in packages that are not imported, and in those of Taro that builds leave', async () => {
    const sources = {
      'src/a.ts': "import '@tarojs/taro'\nimport '@tarojs/components-advanced'\nimport './lib'\n",
    };
    const packages = ['lib', '@tarojs/taro', '@tarojs/components-advanced'];
    const all = Object.assign({}, sources, ...packages.map((name) => installed(name, { 'index.js': CALL })));
    expect(await callsIn(all)).toEqual(['@tarojs/components-advanced: getSystemInfoSync']);
  });

  const lib = { 'src/a.ts': "import 'lib'\n", ...installed('lib', { 'index.js': CALL }) };

  it.each([
    ['an app for other platforms', { 'package.json': app('tt', 'alipay') }],
    [
      'a native mini program',
      { 'package.json': '{}', 'project.config.json': '{ "appid": "wx" }', 'app.json': '{}' },
    ],
    ['an app with the plugin', { 'config/index.ts': "export default { plugins: ['taro-modernize'] }" }],
  ])('are not searched for %s', async (_, files) => {
    expect(await callsIn({ ...lib, ...files })).toEqual([]);
  });

  it('are searched only for migrations of the run', async () => {
    expect(await callsIn(lib, { names: ['start-record-to-recorder-manager'] })).toEqual([]);
    expect(await callsIn(lib, { names: ['get-system-info-to-window-info'] })).toEqual([
      'lib: getSystemInfoSync',
    ]);
  });

  it('are not told if the search takes a second, at whatever step', async () => {
    let steps = 0;
    const count = () => {
      steps++;
      return 0;
    };
    expect(await callsIn(lib, { now: count })).toHaveLength(1);
    for (let late = 1; late < steps; late++) {
      let step = 0;
      expect(await callsIn(lib, { now: () => (step++ < late ? 0 : 1000) }), `late after ${late}`).toEqual([]);
    }
  });
});

test('a large file is only processed if there is enough time', async () => {
  const text = `${CALL}//${' '.repeat(300_000)}`;
  const files = { 'src/a.ts': "import 'lib'\n", ...installed('lib', { 'index.js': text }) };
  const after = (passed: number) => {
    let step = 0;
    return () => (step++ === 0 ? 0 : passed);
  };
  expect(await callsIn(files, { now: after(100) })).toEqual(['lib: getSystemInfoSync']);
  expect(await callsIn(files, { now: after(900) })).toEqual([]);
});

test('requests are found in every form', () => {
  const text = `import a from 'a';import"b";export*from'c';const d=require("d");await import('e');x.from('./f')`;
  expect(requestsIn(text)).toEqual(['a', 'b', 'c', 'd', 'e', './f']);
});

test.each([
  ['a', 'a'],
  ['a/b/c', 'a'],
  ['@a/b', '@a/b'],
  ['@a/b/c', '@a/b'],
  ['./a', undefined],
  ['/a', undefined],
  ['@/a', undefined],
])('the package of %s is %s', (request, name) => expect(packageIn(request)).toBe(name));

test.each([
  [{}, 'index.js'],
  [{ main: './lib/main' }, 'lib/main.js'],
  [{ main: 'lib/main.js', module: 'es/main.js' }, 'es/main.js'],
  [{ module: 'missing.js', main: 'lib' }, 'lib/index.js'],
  [{ main: 'lib', exports: './es/main.js' }, 'es/main.js'],
  [{ exports: { types: './x.d.ts', require: './lib/main.js', import: './es/main.js' } }, 'es/main.js'],
  [{ exports: { '.': { types: './x.d.ts', require: './lib/main.js' } } }, 'lib/main.js'],
  [{ exports: { '.': { node: './x.js', default: { import: './es/main.js' } } } }, 'es/main.js'],
  [{ main: 'style.css' }, 'index.js'],
])('a package with %o is loaded from %s', (manifest, file) => {
  const files = { 'index.js': '', 'lib/index.js': '', 'lib/main.js': '', 'es/main.js': '', 'style.css': '' };
  const root = tree({ 'app/package.json': '{}', ...installed('lib', files, manifest) });
  expect(packageFile('lib', join(root, 'app'))).toBe(join(root, 'node_modules/lib', file));
});
