import { cpSync, existsSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import vm from 'node:vm';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { FakeWx } from '../support/fake-wx';
import { APPS, installApp, run } from '../support/taro-app';
import { rewrittenCalls } from './bundle';
import { FILE, pass } from './pages';

/** A module as Metro's worker passes it to the bundler. */
interface MetroModule {
  file: string;
  code: string;
  dependencies: string[];
  /** Lines (1-based) and columns (0-based): first in the built code, then in the source. */
  map: [number, number, number?, number?, string?][];
}
interface Page {
  start(): void;
  stop(): void;
  state: { file: string; error: string };
}

const PAGE = 'src/pages/record/index.tsx';
const HELPER = 'src/utils/stop.ts';
const RUNTIME = 'node_modules/taro-modernize/dist/runtime/recorder.esm.js';

let app: string;
beforeAll(async () => {
  const installed = await installApp('reactNative');
  app = join(installed, 'apps/metro');
  rmSync(app, { recursive: true, force: true });
  cpSync(APPS.reactNative, app, { recursive: true });
  if (!existsSync(join(app, 'node_modules')))
    symlinkSync(join(installed, 'node_modules'), join(app, 'node_modules'), 'junction');
});

async function transform(env: NodeJS.ProcessEnv, ...files: string[]): Promise<MetroModule[]> {
  const { stdout, printed, status } = await run(process.execPath, ['transform.js', ...files], {
    cwd: app,
    env: { ...process.env, NODE_ENV: 'production', TARO_ENV: 'rn', ...env },
  });
  if (status !== 0) throw new Error(`Metro's worker failed:\n${printed}`);
  return JSON.parse(stdout.trim().split('\n').at(-1)!);
}

/** Runs the page's module, with a fake client in place of Taro's React Native modules. */
function load(modules: readonly MetroModule[], client: FakeWx): Page {
  const fromApp = createRequire(join(app, 'package.json'));
  const promised = (name: string) => (option: object) =>
    new Promise((success, fail) => {
      (client.wx[name] as (option: object) => void)({ ...option, success, fail });
    });
  const host: Record<string, unknown> = { getRecorderManager: client.wx.getRecorderManager };
  for (const name of ['authorize', 'getSetting', 'openSetting', 'showModal']) host[name] = promised(name);
  class Component {
    state = {};
    setState(change: object) {
      this.state = { ...this.state, ...change };
    }
  }
  const stubs: Record<string, unknown> = {
    react: { Component },
    'react/jsx-runtime': {},
    'react-native': { AppState: { addEventListener: () => {} } },
    '@tarojs/taro': { default: host, ...host, eventCenter: { on: () => {}, off: () => {} } },
    '@tarojs/taro-rn/dist/api': host,
  };
  // A separate context, because all copies of the runtime in one app share a session through the global
  // object.
  const context = vm.createContext({
    setTimeout: (...args: Parameters<typeof setTimeout>) => setTimeout(...args),
    clearTimeout: (id: never) => clearTimeout(id),
  });
  Object.defineProperty(context, 'Date', { get: () => Date });
  const loaded = new Map<MetroModule, { exports: Record<string, unknown> }>();
  const resolve = (name: string): unknown => {
    const own = modules.find(({ file }) =>
      name === 'taro-modernize/runtime/recorder'
        ? file === RUNTIME
        : file.includes(name.replace(/^[./]+/, '')),
    );
    if (own) return evaluate(own);
    if (Object.hasOwn(stubs, name)) return stubs[name];
    if (name.startsWith('@tarojs/taro-rn/dist/lib/')) return host;
    if (name.startsWith('@tarojs/components-rn/')) return {};
    return fromApp(name);
  };
  const evaluate = (module: MetroModule): unknown => {
    const known = loaded.get(module);
    if (known) return known.exports;
    const own = { exports: {} as Record<string, unknown> };
    loaded.set(module, own);
    const define = (factory: (...args: unknown[]) => void) =>
      factory(context, resolve, undefined, undefined, own, own.exports, module.dependencies);
    vm.runInContext(`(function (__d) {${module.code}\n})`, context, { filename: module.file })(define);
    return own.exports;
  };
  const page = evaluate(modules[0]!) as { default: new () => Page };
  return new page.default();
}

describe('React Native: the Babel plugin with Taro’s preset and Metro’s transformer', () => {
  let modules: MetroModule[];

  test('React Native: calls are rewritten with exact positions', async () => {
    modules = await transform({}, PAGE, HELPER, RUNTIME);
    for (const { file, code, dependencies } of modules.slice(0, 2)) {
      expect(code, file).not.toMatch(/(start|stop)Record/);
      expect(dependencies, file).toContain('taro-modernize/runtime/recorder');
    }
    const calls = rewrittenCalls(join(app, 'src'));
    expect(calls).toHaveLength(2);
    for (const { source, line, column } of calls) {
      const { code, map } = modules.find(({ file }) => file === `src/${source}`)!;
      const lines = code.split('\n');
      const built = map
        .filter(([, , from, at]) => from === line && at === column)
        .map(([to, at]) => lines[to - 1]!.slice(at));
      expect(built, source).toContainEqual(expect.stringMatching(/^_recorder\.recorder\b/));
    }
  });

  test('React Native: without the plugin, the same modules keep the old calls', async () => {
    const plain = await transform({ WITHOUT_PLUGIN: '1' }, PAGE, HELPER);
    for (const { file, code } of plain) expect(code, file).toMatch(/(start|stop)Record/);
  });

  test.each([
    ['records and stops across modules', true, FILE, ''],
    ['a denial reaches the fail callback', false, '', expect.stringMatching(/auth deny/)],
  ])('React Native, executed: %s', async (_name, grant, file, error) => {
    vi.useFakeTimers();
    try {
      const client = new FakeWx();
      client.grant = grant;
      const page = load(modules, client);
      page.start();
      await pass(2_000);
      expect(client.isRecording).toBe(grant);
      if (grant) page.stop();
      await pass(1_000);
      expect(page.state).toEqual({ file, error });
    } finally {
      vi.useRealTimers();
    }
  });
});
