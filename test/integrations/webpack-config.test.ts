import { expect, test } from 'vitest';
import { configureWebpack } from '../../src/integrations/webpack-config';

const PACKAGE = '/app/node_modules/taro-modernize/dist';
const PACKAGED = `${PACKAGE}/runtime/recorder.esm.js`;
const COPY = '/app/src/taro-modernize/recorder.ts';

class SplitChunksPlugin {}

/**
 * Taro's configuration after the plugin.
 * @param names the rules in it
 */
function configured(files: Record<string, string>, isMiniProgram: boolean, names = ['script']) {
  const excluded: string[] = [];
  const plugins = new Map<unknown, unknown[]>();
  const anything: unknown = new Proxy(() => {}, { get: () => anything, apply: () => anything });
  const rule = (name: string) => {
    if (name !== 'script') return anything;
    return { exclude: { add: (file: string) => excluded.push(file) } };
  };
  const module = { rules: { has: (name: string) => names.includes(name) }, rule };
  const plugin = () => ({ use: (kind: unknown, args: unknown[]) => plugins.set(kind, args) });
  const chain = { get: () => undefined, module, resolve: anything, plugin };
  configureWebpack(
    chain as never,
    { DefinePlugin: class {}, optimize: { SplitChunksPlugin } },
    {
      packageRoot: PACKAGE,
      build: {},
      reach: { root: '/app' },
      runtimeFiles: files,
      cacheKey: {},
      isMiniProgram,
      isWeb: !isMiniProgram,
      plugin: {} as never,
    },
  );
  return { excluded, plugins };
}

const leftOut = (...given: Parameters<typeof configured>) => configured(...given).excluded;

test("in mini programs, packaged runtimes skip Babel, but the project's own copy does not", () => {
  const files = { 'taro-modernize/runtime/voice': PACKAGED, 'taro-modernize/runtime/recorder': COPY };
  expect(leftOut(files, true)).toEqual([PACKAGED]);
});

test('on h5, runtimes go through Babel, because Taro resolves its own APIs with it', () => {
  expect(leftOut({ 'taro-modernize/runtime/recorder': PACKAGED }, false)).toEqual([]);
});

test('a Taro configuration with other rule names stays unchanged', () => {
  expect(leftOut({ 'taro-modernize/runtime/recorder': PACKAGED }, true, ['js'])).toEqual([]);
});

test('on h5, pages share one chunk that contains only the runtimes and their neighbors', () => {
  const files = { 'taro-modernize/runtime/voice': PACKAGED, 'taro-modernize/runtime/recorder': COPY };
  const [{ chunks, cacheGroups }] = configured(files, false).plugins.get(SplitChunksPlugin) as [
    { chunks: string; cacheGroups: Record<string, { test(module: object): boolean }> },
  ];
  expect(chunks).toBe('async');
  const [group, ...others] = Object.values(cacheGroups);
  expect(others).toEqual([]);
  for (const resource of [PACKAGED, COPY, '/app/src/taro-modernize/recorder-host.h5.ts'])
    expect(group!.test({ resource }), resource).toBe(true);
  for (const resource of ['/app/src/pages/index.tsx', '/app/node_modules/other/index.js', undefined])
    expect(group!.test({ resource }), `${resource}`).toBe(false);
  expect(configured(files, true).plugins.has(SplitChunksPlugin)).toBe(false);
});
