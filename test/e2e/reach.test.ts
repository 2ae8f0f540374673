import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, filesOf, installExample, makeApp, run } from '../support/taro-app';
import { lostPlaces, modulesWithCalls, recordersIn, scriptsOf } from './bundle';
import { addLibraryCall, LIBRARY, libraryCall, libraryFiles, replaceIn } from './library';
import { play, scenarios } from './pages';

/** Pages with their own methods, or a camera, of the same names as the deprecated APIs. */
const UNTOUCHED = ['pages/camera/index.tsx', 'pages/own-methods/index.tsx', 'pages/save-upload/index.tsx'];

let installed: string;
beforeAll(async () => {
  installed = await installExample();
  // Every app made here resolves modules from this folder, and no package of the cached installation does.
  const library = join(installed, 'apps/node_modules', LIBRARY);
  mkdirSync(library, { recursive: true });
  for (const [file, text] of Object.entries(libraryFiles)) writeFileSync(join(library, file), text);
});
afterAll(() => rmSync(join(installed, 'apps/node_modules'), { recursive: true, force: true }));

/** The example with a page that calls the library. `compiler` is an object when prebundling is configured. */
function libraryApp(name: string, options: object, prebundle?: object): string {
  const app = makeApp(installed, name, [['taro-modernize', options]]);
  if (prebundle) {
    const compiler = JSON.stringify({ type: 'webpack5', prebundle });
    const config = join(app, 'config/index.ts');
    replaceIn(config, "compiler: 'webpack5',", `compiler: ${compiler} as any,`);
    // Taro 4.2.0 passes its resolver (enhanced-resolve) a string where newer versions expect a list, and then
    // builds without a prebundle, with or without the plugin.
    replaceIn(
      config,
      'function webpackChain(chain) {',
      "function webpackChain(chain) {\n  chain.resolve.set('roots', [__dirname])",
    );
  }
  addLibraryCall(app);
  return app;
}

/** The names of the methods that the library and the page call after the build. */
function calls(folder: string): { library: string | undefined; page: string | undefined } {
  const page = filesOf(folder).get('pages/doc-example/index.js') ?? '';
  return { library: libraryCall(folder), page: /\.(\w+)\)?\(\{\s*success: ?function/.exec(page)?.[1] };
}

describe('compiler as an object, in development', () => {
  const development = { NODE_ENV: 'development' };
  const include = [LIBRARY];
  // Besides, builds for WeChat rewrite every dependency that asks for system information.
  const suggested = [
    LIBRARY,
    '@tarojs/components-advanced',
    '@antmjs/vantui',
    '@nutui/nutui-react-taro',
    'taro-ui',
  ];

  test('prebundle: sources are rewritten, a prebundled package is not, and the build names the option to set', async () => {
    const app = libraryApp('prebundled', { include }, { enable: true });
    const { folder, printed } = await build(app, 'weapp', 'webpack5', development);
    expect(calls(folder)).toEqual({ page: 'start', library: 'startRecord' });
    const list = suggested.map((name) => `'${name}'`).join(', ');
    expect(printed).toContain(`compiler.prebundle.exclude: [${list}]`);
  });

  test('prebundle: the option that the build suggests gets the package rewritten', async () => {
    const app = libraryApp('excluded', { include }, { enable: true, exclude: suggested });
    const { folder, printed } = await build(app, 'weapp', 'webpack5', development);
    expect(calls(folder)).toEqual({ page: 'start', library: 'start' });
    expect(recordersIn(folder)).toHaveLength(1);
    expect(printed).not.toContain('compiler.prebundle.exclude');
  });
});

test('packages that are not included stay unchanged', async () => {
  const app = libraryApp('not-included', {}, { enable: false });
  const { folder } = await build(app, 'weapp', 'webpack5');
  expect(calls(folder)).toEqual({ page: 'start', library: 'startRecord' });
});

// pnpm.test.ts builds an app with an included package and without a prebundle.
test('the plugin and the Babel plugin together rewrite once and keep positions exact', async () => {
  const app = makeApp(installed, 'two-doors', ['taro-modernize']);
  replaceIn(join(app, 'babel.config.js'), /\n {2}\]\n\}/, "\n  ],\n  plugins: ['taro-modernize/babel']\n}");
  const { folder } = await build(app, 'weapp', 'webpack5');
  const scripts = scriptsOf(folder, join(app, 'src'));
  expect(modulesWithCalls(scripts)).toEqual(UNTOUCHED);
  expect(lostPlaces(scripts, join(app, 'src'))).toEqual([]);
  expect(recordersIn(folder)).toHaveLength(1);
  for (const name of Object.keys(scenarios)) await play(folder, name);
});

test('a build with the plugin after the codemod rewrites nothing twice and uses only the copied runtime', async () => {
  const app = makeApp(installed, 'codemod-and-plugin', ['taro-modernize']);
  const bin = join(app, 'node_modules/taro-modernize/dist/cli/bin.js');
  const migrated = await run(process.execPath, [bin, 'src', '--yes', '--allow-dirty'], { cwd: app });
  expect(migrated, migrated.printed).toMatchObject({ status: 0 });
  const { folder, printed } = await build(app, 'weapp', 'webpack5');
  // Only canvases are left: the codemod does not change them, because the app is also built for Alipay.
  expect(printed).toContain('[taro-modernize] 16 rewritten in 3 files, no manual changes needed');
  expect(modulesWithCalls(scriptsOf(folder, join(app, 'src')))).toEqual(UNTOUCHED);
  expect(recordersIn(folder)).toHaveLength(1);
  for (const name of Object.keys(scenarios)) await play(folder, name);
});
