import { expect, test, vi } from 'vitest';
import { AppCompanions } from '../../src/integrations/app-companions';
import { BuildLog } from '../../src/integrations/build-log';
import type { ProjectBuildOptions } from '../../src/integrations/module';
import { keyCache } from '../../src/integrations/webpack-cache';
import taroModernizeLoader, { LISTENER, type LoaderContext } from '../../src/integrations/webpack-loader';
import { WebpackPlugin } from '../../src/integrations/webpack-plugin';

/** For a module that the loader does not process. */
const PASSED_BY = null;

interface Module {
  resource: string;
  buildInfo: Record<string, unknown>;
}

/**
 * The part of webpack that the plugin sees: hooks that a test fires, and modules that persist between builds.
 */
class FakeWebpack {
  readonly #taps: Record<string, ((...values: never[]) => unknown)[]> = {};
  readonly modules = new Map<string, Module>();
  /** The sources of a child compiler. */
  inside: Readonly<Record<string, string>> = {};
  /** The options of the loader. */
  query: Partial<ProjectBuildOptions> = {};
  readonly hooks = Object.fromEntries(
    ['run', 'watchRun', 'thisCompilation', 'compilation', 'done'].map((name) => [name, this.#hook(name)]),
  );
  readonly webpack = {
    NormalModule: {
      getCompilationHooks: () => ({ loader: this.#hook('loader'), needBuild: this.#hook('needBuild') }),
    },
    WebpackError: class extends Error {},
  };

  /** @param sources the texts of the modules that changed since the last build */
  async build(
    sources: Record<string, string | typeof PASSED_BY>,
  ): Promise<{ warnings: Error[]; errors: Error[]; again: string[] }> {
    for (const name of ['loader', 'needBuild', 'finishModules']) this.#taps[name] = [];
    const compilation = {
      compiler: { isChild: () => false },
      warnings: [] as Error[],
      errors: [] as Error[],
      hooks: { finishModules: this.#hook('finishModules') },
    };
    await this.#fire('watchRun');
    await this.#fire('thisCompilation', compilation);
    await this.#fire('compilation', compilation);
    await this.#buildInside();
    const again: string[] = [];
    for (const [file, module] of this.modules) {
      if ((await this.#fire('needBuild', module)).includes(true)) again.push(file);
    }
    for (const [id, source] of Object.entries(sources)) {
      const file = id.replace(/^.*!/, '');
      const module: Module = { resource: file, buildInfo: {} };
      this.modules.set(id, module);
      const context = contextFor(file, this.query);
      await this.#fire('loader', context, module);
      if (source !== PASSED_BY) taroModernizeLoader.call(context as unknown as LoaderContext, source);
    }
    await this.#fire('finishModules', this.modules.values());
    await this.#fire('done', { hasErrors: () => compilation.errors.length > 0 });
    return { warnings: compilation.warnings, errors: compilation.errors, again };
  }

  /** A child compiler, which shares all hooks of its parent except `thisCompilation` and `done`. */
  async #buildInside(): Promise<void> {
    const own = ['loader', 'needBuild', 'finishModules'].map((name) => [name, this.#taps[name]] as const);
    for (const [name] of own) this.#taps[name] = [];
    await this.#fire('compilation', {
      compiler: { isChild: () => true },
      hooks: { finishModules: this.#hook('finishModules') },
    });
    const modules: Module[] = [];
    for (const [file, source] of Object.entries(this.inside)) {
      const module: Module = { resource: file, buildInfo: {} };
      modules.push(module);
      const context = contextFor(file, this.query);
      await this.#fire('loader', context, module);
      taroModernizeLoader.call(context as unknown as LoaderContext, source);
      expect(context.emitWarning, 'reported once, by the plugin').not.toHaveBeenCalled();
    }
    await this.#fire('finishModules', modules);
    for (const [name, taps] of own) this.#taps[name] = taps ?? [];
  }

  #hook(name: string) {
    const add = (_options: unknown, run: (...values: never[]) => unknown) => {
      this.#taps[name] = [...(this.#taps[name] ?? []), run];
    };
    return { tap: add, tapPromise: add };
  }

  async #fire(name: string, ...values: unknown[]): Promise<unknown[]> {
    const results: unknown[] = [];
    for (const run of this.#taps[name] ?? []) results.push(await run(...(values as never[])));
    return results;
  }
}

/** The part of a loader's context that the loader uses. */
function contextFor(file: string, query: Partial<ProjectBuildOptions> = {}) {
  const order = { loaders: [], loaderIndex: 0 };
  return { resourcePath: file, query, ...order, callback: vi.fn(), emitWarning: vi.fn() };
}

function setUp(onManual: 'warn' | 'error' | 'off' = 'warn', companions?: AppCompanions) {
  const printed: string[] = [];
  const print = (line: string) => printed.push(line);
  const isUnlisted = (file: string) => file.includes('node_modules');
  const log = new BuildLog(
    { root: '/app', onManual, verbose: false, version: '0.0.0', print },
    { isUnlisted },
  );
  const webpack = new FakeWebpack();
  webpack.query = { isUnlisted };
  const own = companions ?? new AppCompanions({ modes: { shareManager: false }, sourceRoot: '/app' });
  new WebpackPlugin({ log, companions: own, onManual }).apply(
    webpack as unknown as Parameters<WebpackPlugin['apply']>[0],
  );
  const build = async (sources: Parameters<FakeWebpack['build']>[0]) => {
    printed.length = 0;
    const result = await webpack.build(sources);
    const printedByItself = [...printed];
    log.print();
    return { ...result, printed: [...printed], printedByItself };
  };
  return { build, webpack };
}

const CALL = "import Taro from '@tarojs/taro';\nTaro.startRecord({});\n";
const MANUAL = "import Taro from '@tarojs/taro';\ndelete Taro.stopRecord;\n";

test('a manual finding is a warning with a position, reported once while it stays and again when it returns', async () => {
  const { build } = setUp();
  const first = await build({ '/app/src/a.js': CALL, '/app/src/b.js': MANUAL });
  expect(first.warnings).toEqual([
    expect.objectContaining({
      message: expect.stringMatching(/^\[taro-modernize\] src\/b\.js:2:13: stopRecord needs a manual change/),
      file: '/app/src/b.js',
      loc: { start: { line: 2, column: 12 }, end: { line: 2, column: 22 } },
    }),
  ]);
  expect(first.printed).toEqual([
    '[taro-modernize] 1 rewritten in 1 file, 1 manual change needed (see the warnings)',
  ]);

  // Only an unrelated file changes, so the warning and the summary are not repeated.
  const second = await build({ '/app/src/c.js': 'export const c = 1;\n' });
  expect(second.warnings).toEqual([]);
  expect(second.printed).toEqual([]);

  const third = await build({ '/app/src/b.js': CALL });
  expect(third.printed).toEqual(['[taro-modernize] 2 rewritten in 2 files, no manual changes needed']);
  expect((await build({ '/app/src/b.js': MANUAL })).warnings).toHaveLength(1);
});

test('as errors, manual findings fail every build until they are gone', async () => {
  const { build } = setUp('error');
  expect((await build({ '/app/src/b.js': MANUAL })).errors).toHaveLength(1);
  expect((await build({})).errors).toHaveLength(1);
  expect((await build({ '/app/src/b.js': CALL })).errors).toEqual([]);
});

test('when silenced, manual findings appear only in the summary', async () => {
  const { build } = setUp('off');
  const { warnings, errors, printed } = await build({ '/app/src/b.js': MANUAL });
  expect([...warnings, ...errors]).toEqual([]);
  expect(printed).toEqual([
    '[taro-modernize] 0 rewritten in 0 files, 1 manual change needed (see npx taro-modernize scan)',
  ]);
});

test('a build without a deprecated call says so', async () => {
  const { build } = setUp();
  expect((await build({ '/app/src/a.js': 'export const a = 1;\n' })).printed).toEqual([
    '[taro-modernize] no deprecated calls in this build',
  ]);
});

test('when a watched project starts to use the recorder, modules with the manager are rebuilt once', async () => {
  let isOn = false;
  const companions = { isOn: () => isOn, refresh: () => {} };
  const { build } = setUp('off', companions as unknown as AppCompanions);
  const manager = "import Taro from '@tarojs/taro';\nexport const m = Taro.getRecorderManager();\n";
  // A page consists of two modules of one file, and the second one does not pass through the loader.
  const page = { '/app/src/m.js': manager, 'entry-cache!/app/src/m.js': PASSED_BY };
  await build({ '/app/src/a.js': CALL, ...page });
  expect((await build({})).again).toEqual([]);
  isOn = true;
  expect((await build(page)).again).toEqual(['/app/src/m.js', 'entry-cache!/app/src/m.js']);
  expect((await build({})).again).toEqual([]);
});

test('a module that no longer contains the manager is not rebuilt', async () => {
  let isOn = false;
  const companions = { isOn: () => isOn, refresh: () => {} };
  const { build } = setUp('off', companions as unknown as AppCompanions);
  await build({ '/app/src/m.js': "import Taro from '@tarojs/taro';\nTaro.getRecorderManager();\n" });
  await build({ '/app/src/m.js': 'export const m = 1;\n' });
  isOn = true;
  expect((await build({})).again).toEqual([]);
});

test('a manager in a package that nobody listed stays, so its module is not rebuilt', async () => {
  let isOn = false;
  const companions = { isOn: () => isOn, refresh: () => {} };
  const { build } = setUp('off', companions as unknown as AppCompanions);
  const file = '/app/node_modules/some-lib/m.js';
  await build({ [file]: "import Taro from '@tarojs/taro';\nTaro.getRecorderManager();\n" });
  isOn = true;
  expect((await build({})).again).toEqual([]);
});

test('skipped modules of packages are named in every build that changes the summary, also if webpack has them from its cache', async () => {
  vi.stubEnv('TARO_ENV', 'weapp');
  const { build } = setUp('error');
  const broken = { '/app/node_modules/some-lib/a.js': 'wx.getSystemInfoSync(' };
  const named =
    '[taro-modernize] not searched in packages, because the files are too large or cannot be parsed: node_modules/some-lib/a.js';
  const first = await build(broken);
  expect(first.printed).toEqual(['[taro-modernize] no deprecated calls in this build', named]);
  expect(first.errors).toEqual([]);
  const second = await build({ '/app/src/a.js': CALL });
  expect(second.printed).toEqual(['[taro-modernize] 1 rewritten in 1 file, no manual changes needed', named]);
  vi.unstubAllEnvs();
});

test('the loader leaves reporting to the plugin, and reports itself without the plugin', () => {
  const context = contextFor('/app/a.js');
  const { emitWarning } = context;
  taroModernizeLoader.call(context as unknown as LoaderContext, MANUAL);
  expect(emitWarning).toHaveBeenCalledTimes(1);
  const heard = vi.fn();
  taroModernizeLoader.call({ ...context, [LISTENER]: heard } as unknown as LoaderContext, MANUAL);
  expect(emitWarning).toHaveBeenCalledTimes(1);
  expect(heard).toHaveBeenCalledWith(expect.objectContaining({ file: '/app/a.js', changed: false }));
});

test("other options give webpack's persistent cache another key, and no cache stays no cache", () => {
  const keyOf = (cache: unknown, analysis: unknown) => {
    const set = vi.fn();
    keyCache({ get: () => cache, cache: set }, analysis);
    return set.mock.calls[0]?.[0] as { version: string } | undefined;
  };
  const filesystem = { type: 'filesystem', name: 'production-weapp', version: 'own' };
  const one = keyOf(filesystem, { version: '1.0.0', options: {} });
  expect(one).toEqual({ ...filesystem, version: expect.stringMatching(/^own\|taro-modernize-/) });
  expect(keyOf(filesystem, { version: '1.0.0', options: {} })).toEqual(one);
  expect(keyOf(filesystem, { version: '1.0.1', options: {} })).not.toEqual(one);
  expect(keyOf(filesystem, { version: '1.0.0', options: { include: ['lib'] } })).not.toEqual(one);
  expect(keyOf({ type: 'memory' }, {})).toBeUndefined();
  expect(keyOf(undefined, {})).toBeUndefined();
});

test('a failed build prints its summary immediately, because Taro may end the process', async () => {
  const { build } = setUp('error');
  const failed = await build({ '/app/src/a.js': CALL, '/app/src/b.js': MANUAL, '/app/src/c.js': MANUAL });
  expect(failed.errors.map(({ message }) => /src\/\w\.js:2:13/.exec(message)?.[0])).toEqual([
    'src/b.js:2:13',
    'src/c.js:2:13',
  ]);
  const summary = '[taro-modernize] 1 rewritten in 1 file, 2 manual changes needed (see the errors)';
  expect(failed.printedByItself).toEqual([summary]);
  expect(failed.printed, 'and once').toEqual([summary]);
  const passed = await build({ '/app/src/b.js': CALL, '/app/src/c.js': CALL });
  expect(passed.printedByItself).toEqual([]);
});

test('modules of child compilers, as for independent subpackages, are reported and counted', async () => {
  const { build, webpack } = setUp();
  webpack.inside = { '/app/src/sub/a.js': CALL, '/app/src/sub/b.js': MANUAL };
  const { warnings, printed } = await build({ '/app/src/a.js': CALL });
  expect(warnings.map(({ message }) => message)).toEqual([expect.stringContaining('src/sub/b.js:2:13')]);
  expect(printed).toEqual([
    '[taro-modernize] 2 rewritten in 2 files, 1 manual change needed (see the warnings)',
  ]);
  webpack.inside = {};
  expect((await build({ '/app/src/c.js': CALL })).printed).toEqual([
    '[taro-modernize] 2 rewritten in 2 files, no manual changes needed',
  ]);
});

test('a build prints messages in the language of the user', async () => {
  vi.stubEnv('LC_ALL', 'zh_CN.UTF-8');
  const { warnings, printed } = await setUp().build({ '/app/src/a.js': CALL, '/app/src/b.js': MANUAL });
  vi.unstubAllEnvs();
  expect(warnings[0]!.message).toMatch(
    /b\.js:2:13: stopRecord 需要手动修改：这里替换或删除了 API 本身（REC101）。请/,
  );
  expect(printed).toEqual(['[taro-modernize] 已改写 1 处，涉及 1 个文件，还有 1 处需手动修改（见警告）']);
});
