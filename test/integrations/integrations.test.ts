import { join } from 'node:path';
import { types } from '@babel/core';
import { afterEach, expect, test, vi } from 'vitest';
import taroModernizeBabel from '../../src/integrations/babel';
import { BuildLog } from '../../src/integrations/build-log';
import type { ProjectBuildOptions } from '../../src/integrations/module';
import taroModernizeVite, { type VitePluginOptions } from '../../src/integrations/vite';
import { createVitePlugin } from '../../src/integrations/vite-plugin';
import taroModernizeLoader from '../../src/integrations/webpack-loader';
import { rewrite } from '../../src/project/rewrite';
import { tree } from '../cli/support/tree';
import { spoilOutputs } from '../support/defect';

afterEach(() => vi.restoreAllMocks());

const SOURCE = "import Taro from '@tarojs/taro';\nTaro.startRecord({});\ndelete Taro.stopRecord;\n";

function runLoader(source: string, options: object, context: object = {}) {
  const callback = vi.fn();
  const emitWarning = vi.fn<(warning: Error) => void>();
  const emitError = vi.fn<(error: Error) => void>();
  const loader = {
    resourcePath: '/app/src/a.js',
    loaders: [],
    loaderIndex: 0,
    getOptions: () => options,
    callback,
    emitWarning,
    addContextDependency: () => {},
    emitError,
    ...context,
  };
  taroModernizeLoader.call(loader, source, { mappings: 'before' });
  return {
    result: callback.mock.calls[0]!,
    warnings: emitWarning.mock.calls.map(([error]) => error.message),
    errors: emitError.mock.calls.map(([error]) => error.message),
  };
}

function viteContext() {
  const error = (message: string | { message: string }): never => {
    throw new Error(typeof message === 'string' ? message : message.message);
  };
  return { warn: vi.fn<(message: string | { message: string }) => void>(), error };
}

test('the webpack loader returns the rewritten module with its map, and warns with file and line', () => {
  const { result, warnings } = runLoader(SOURCE, {});
  const expected = rewrite(SOURCE, { filename: '/app/src/a.js' });
  expect(result[1]).toBe(expected.code);
  expect(result[2].mappings).toBe(expected.map!.mappings);
  expect(warnings).toEqual([
    expect.stringMatching(/\/app\/src\/a\.js:3:13: stopRecord needs a manual change/),
  ]);
});

test('the webpack loader can fail the build on manual findings, or stay silent', () => {
  const { warnings, errors } = runLoader(SOURCE, { onManual: 'error' });
  expect(warnings).toEqual([]);
  expect(errors).toEqual([expect.stringMatching(/a\.js:3:13: stopRecord needs a manual change/)]);
  const quiet = runLoader(SOURCE, { onManual: 'off' });
  expect([...quiet.warnings, ...quiet.errors]).toEqual([]);
});

test('the webpack loader returns unchanged modules with the map it received', () => {
  const { result, warnings } = runLoader('export const a = 1;\n', {});
  expect(result).toEqual([null, 'export const a = 1;\n', { mappings: 'before' }]);
  expect(warnings).toEqual([]);
});

test('the webpack loader works in webpack 4, which passes options in the query', () => {
  const { result } = runLoader(SOURCE, {}, { getOptions: undefined, query: { migrations: [] } });
  expect(result[1]).toBe(SOURCE);
});

test('the webpack loader runs once per request, although vue-loader copies its rule for the blocks of components', () => {
  const [own, other] = [{ path: '/integrations/webpack-loader.js' }, { path: '/vue-loader/index.js' }];
  const loaders = [other, own, own, other];
  const first = runLoader(SOURCE, {}, { loaders, loaderIndex: 2 });
  expect(first.result[1]).toBe(rewrite(SOURCE, { filename: '/app/src/a.js' }).code);
  const second = runLoader(SOURCE, {}, { loaders, loaderIndex: 1 });
  expect(second).toEqual({ result: [null, SOURCE, { mappings: 'before' }], warnings: [], errors: [] });
});

test('a sloppy script stays sloppy in webpack, and gets an import in Vite, which makes it strict anyway', () => {
  const script = 'wx.startRecord({})\n';
  const { result } = runLoader(script, {});
  expect(result[1]).toBe(
    "var recorder = require('taro-modernize/runtime/recorder').recorder\n\nrecorder.start({})\n",
  );
  const vite = taroModernizeVite().transform.call(viteContext(), script, '/app/src/a.js');
  expect(vite?.code).toBe(
    "import { recorder } from 'taro-modernize/runtime/recorder'\n\nrecorder.start({})\n",
  );
});

test('the Vite plugin rewrites only modules below the source root, and reports manual findings at the end of the build', async () => {
  const plugin = taroModernizeVite({ sourceRoot: '/app/src' });
  const context = viteContext();
  plugin.configResolved({ root: '/app' });
  const transform = (id: string) => plugin.transform.call(context, SOURCE, id);
  expect(transform('/app/src/a.js')?.code).toBe(rewrite(SOURCE, { filename: '/app/src/a.js' }).code);
  expect(transform('/app/other/a.js')).toBeUndefined();
  expect(transform('/app/src/a.css')).toBeUndefined();
  expect(transform('/app/src/a.d.ts')).toBeUndefined();
  // A block of a component, which was rewritten as a whole.
  expect(transform('/app/src/a.vue?vue&type=script&setup=true&lang.ts')).toBeUndefined();
  await plugin.buildEnd.call(context);
  expect(context.warn).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({
      message: expect.stringContaining('src/a.js:3:13'),
      loc: { file: '/app/src/a.js', line: 3, column: 12 },
    }),
  );
});

test('without a source root, the Vite plugin skips node_modules', () => {
  const plugin = taroModernizeVite();
  const context = viteContext();
  expect(plugin.transform.call(context, SOURCE, '/app/node_modules/lib/a.js')).toBeUndefined();
  expect(plugin.transform.call(context, SOURCE, '/app/a.js')?.code).toContain('recorder.start');
});

test('manager calls are routed while the project shares the manager', () => {
  let isShared = false;
  const source = "import Taro from '@tarojs/taro';\nexport default Taro.getRecorderManager();\n";
  const plugin = createVitePlugin({ shareManager: () => isShared });
  const context = viteContext();
  expect(plugin.transform.call(context, source, '/app/a.js')).toBeUndefined();
  expect(plugin.shouldTransformCachedModule({ id: '/app/a.js' })).toBe(false);
  isShared = true;
  plugin.buildStart();
  expect(plugin.shouldTransformCachedModule({ id: '/app/a.js' })).toBe(true);
  expect(plugin.shouldTransformCachedModule({ id: '/app/other.js' })).toBe(false);
  expect(plugin.transform.call(context, source, '/app/a.js')?.code).toBe(
    "import { getRecorderManager } from 'taro-modernize/runtime/recorder';\nexport default getRecorderManager();\n",
  );
  expect(plugin.shouldTransformCachedModule({ id: '/app/a.js' })).toBe(false);
});

test('a module that cannot be parsed is passed to the bundler, with a warning that names the position', () => {
  const plugin = taroModernizeVite();
  const context = viteContext();
  expect(plugin.transform.call(context, 'startRecord(;', '/app/a.js')).toBeUndefined();
  expect(context.warn).toHaveBeenCalledExactlyOnceWith(
    expect.stringContaining('/app/a.js:1:13: not rewritten'),
  );
});

test('the warning of a check does not speak of a call', () => {
  const { warnings } = runLoader("wx.startRecord();\nsend('voice.silk');\n", {});
  expect(warnings).toEqual([
    expect.stringMatching(/\/app\/src\/a\.js:2:6: startRecord: recordings are now aac .* \(REC151\)/),
  ]);
});

const breakOutputs = () => spoilOutputs((text) => (text.includes('recorder.stop') ? `${text})` : text));
const BROKEN = "import Taro from '@tarojs/taro';\nTaro.stopRecord({});\n";
const DEFECT =
  /broken\.js: not rewritten, because the rewritten code does not parse .+ bug in taro-modernize/;

test('the webpack loader returns a module unchanged with an error if its rewrite would not parse', () => {
  breakOutputs();
  const { result, errors, warnings } = runLoader(BROKEN, {}, { resourcePath: '/app/src/broken.js' });
  expect(result).toEqual([null, BROKEN, { mappings: 'before' }]);
  expect(errors).toEqual([expect.stringMatching(DEFECT)]);
  expect(warnings).toEqual([]);
});

test('the Vite plugin keeps such a module and fails the build after all modules', async () => {
  breakOutputs();
  const plugin = taroModernizeVite();
  const context = viteContext();
  plugin.configResolved({ root: '/app' });
  expect(plugin.transform.call(context, BROKEN, '/app/src/broken.js')).toBeUndefined();
  expect(plugin.transform.call(context, SOURCE.replace(/delete.*/, ''), '/app/src/b.js')?.code).toContain(
    'recorder.start',
  );
  expect(context.warn.mock.calls).toEqual([
    [{ message: expect.stringMatching(DEFECT), id: '/app/src/broken.js' }],
  ]);
  await expect(plugin.buildEnd.call(context)).rejects.toThrow(DEFECT);
  // In watch mode the module has changed since.
  plugin.transform.call(context, 'export {};\n', '/app/src/broken.js');
  await expect(plugin.buildEnd.call(context)).resolves.toBeUndefined();
});

test('the Vite dev server continues with a module whose rewrite would not parse', async () => {
  breakOutputs();
  const plugin = taroModernizeVite();
  const context = viteContext();
  plugin.config({}, { command: 'serve' });
  expect(plugin.transform.call(context, BROKEN, '/app/src/broken.js')).toBeUndefined();
  expect(context.warn).toHaveBeenCalledTimes(1);
  await expect(plugin.buildEnd.call(context)).resolves.toBeUndefined();
});

test('as errors, all positions are reported before the build or module fails', async () => {
  const source = `${SOURCE}delete Taro.stopRecord;\n`;
  const places = (context: ReturnType<typeof viteContext>) =>
    context.warn.mock.calls.map(
      ([message]) => /a\.js:(\d)/.exec((message as { message: string }).message)?.[1],
    );
  const built = viteContext();
  const plugin = taroModernizeVite({ onManual: 'error' });
  plugin.configResolved({ root: '/app' });
  expect(plugin.transform.call(built, source, '/app/src/a.js')?.code).toContain('recorder.start({})');
  await expect(plugin.buildEnd.call(built)).rejects.toThrow(/src\/a\.js:4:13/);
  expect(places(built)).toEqual(['3']);
  const served = viteContext();
  const server = taroModernizeVite({ onManual: 'error' });
  server.config({}, { command: 'serve' });
  expect(() => server.transform.call(served, source, '/app/src/a.js')).toThrow(/a\.js:4:13/);
  expect(places(served)).toEqual(['3']);
});

test('a host that fails a Vite build gets its summary printed first', async () => {
  const print = vi.fn();
  const log = new BuildLog({ root: '/app', onManual: 'error', verbose: false, version: '', print }, {});
  const plugin = createVitePlugin({ root: '/app', onManual: 'error', log });
  const context = viteContext();
  plugin.transform.call(context, SOURCE, '/app/a.js');
  await expect(plugin.buildEnd.call(context)).rejects.toThrow('a.js:3:13');
  expect(print).toHaveBeenCalledExactlyOnceWith(
    '[taro-modernize] 1 rewritten in 1 file, 1 manual change needed (see the errors)',
  );
});

test('a misspelled option is rejected in one line that suggests the intended one', () => {
  const onManul = { onManul: 'error' } as object;
  const message = '[taro-modernize] unknown option "onManul". Did you mean "onManual"?';
  expect(() => taroModernizeVite(onManul)).toThrow(new Error(message));
  expect(() => runLoader(SOURCE, onManul)).toThrow(new Error(message));
  expect(() => taroModernizeBabel({ types } as never, onManul)).toThrow(new Error(message));
  expect(() => taroModernizeBabel({ types } as never, { recorder: { duraton: 1 } } as object)).toThrow(
    new Error('[taro-modernize] unknown option "recorder.duraton". Did you mean "recorder.duration"?'),
  );
});

test('a misspelled migration is rejected in the language of the locale', () => {
  const options = { migrations: ['start-record'] };
  const meant = 'start-record-to-recorder-manager';
  expect(() => taroModernizeVite(options)).toThrow(
    new Error(
      `[taro-modernize] unknown migration "start-record". Did you mean "${meant}"? All names: npx taro-modernize list`,
    ),
  );
  vi.stubEnv('LC_ALL', 'zh_CN.UTF-8');
  expect(() => runLoader(SOURCE, options)).toThrow(`未知的迁移规则 "start-record"。是不是想用 "${meant}"？`);
  expect(() => taroModernizeBabel({ types } as never, options)).toThrow('未知的迁移规则');
  vi.unstubAllEnvs();
});

test('the webpack loader accepts all options that the Taro plugin passes', () => {
  const options: Required<ProjectBuildOptions> = {
    migrations: ['start-record-to-recorder-manager'],
    taroVersion: 4,
    level: 'advised',
    shareManager: () => true,
    shareAudioManager: () => false,
    guard: false,
    bundler: 'webpack',
    globalProperties: [],
    sources: { folder: '/app/src', elsewhere: () => undefined },
    isUnlisted: () => false,
    onRuntimes: vi.fn(),
  };
  expect(runLoader(SOURCE, options).result[1]).toContain('recorder.start({})');
});

test('the Vite plugin names entries of include and exclude that match nothing', () => {
  const root = tree({
    'src/pages/a.js': '',
    'shared/a.ts': '',
    'empty/note.md': '',
    'node_modules/lib/index.js': '',
    'node_modules/@scope/lib/index.js': '',
  });
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const toldBy = (options: VitePluginOptions, folder = root) => {
    warn.mockClear();
    taroModernizeVite(options).configResolved({ root: folder });
    return warn.mock.calls.map(([message]) => message as string);
  };
  const sourceRoot = join(root, 'src');
  expect(
    toldBy({ sourceRoot, include: ['lib', './shared'], exclude: ['src/pages/**', '*.ts', 'src'] }),
  ).toEqual([]);
  expect(toldBy({ sourceRoot, exclude: ['lib', '@scope/lib', 'node_modules/lib/vendor*'] })).toEqual([]);
  expect(toldBy({ include: ['lib'] }, join(root, 'src')), 'installed further up').toEqual([]);
  expect(toldBy({ sourceRoot, include: ['lbi', './empty'], exclude: ['pgaes/**'] })).toEqual([
    expect.stringMatching(/lbi in the "include" option matches no source file\. Check/),
    expect.stringContaining('./empty in the "include" option matches'),
    expect.stringMatching(/pgaes\/\*\* in the "exclude" option matches no source file\. Check/),
  ]);
});
