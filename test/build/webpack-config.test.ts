import { expect, test } from 'vitest';
import { configureWebpack } from '../../src/build/webpack-config';

const PACKAGE = '/app/node_modules/taro-modernize/dist';
const PACKAGED = `${PACKAGE}/runtime/recorder.esm.js`;
const COPY = '/app/src/taro-modernize/recorder.ts';

/** What Taro's rule for scripts is told to leave out. @param names The rules that there are. */
function leftOut(files: Record<string, string>, isMiniProgram: boolean, names = ['script']): string[] {
  const excluded: string[] = [];
  const anything: unknown = new Proxy(() => {}, { get: () => anything, apply: () => anything });
  const rule = (name: string) => {
    if (name !== 'script') return anything;
    return { exclude: { add: (file: string) => excluded.push(file) } };
  };
  const module = { rules: { has: (name: string) => names.includes(name) }, rule };
  const chain = { get: () => undefined, module, resolve: anything, plugin: anything };
  configureWebpack(
    chain as never,
    { DefinePlugin: class {} },
    {
      packageRoot: PACKAGE,
      build: {},
      reach: { root: '/app' },
      runtimeFiles: files,
      cacheKey: {},
      isMiniProgram,
      plugin: {} as never,
    },
  );
  return excluded;
}

test('in mini programs the packaged runtimes go past Babel, the project’s own copy does not', () => {
  const files = { 'taro-modernize/runtime/voice': PACKAGED, 'taro-modernize/runtime/recorder': COPY };
  expect(leftOut(files, true)).toEqual([PACKAGED]);
});

test('on h5 the runtimes are Babel’s: Taro resolves its own APIs with it', () => {
  expect(leftOut({ 'taro-modernize/runtime/recorder': PACKAGED }, false)).toEqual([]);
});

test('a Taro whose rules have other names is left as it is', () => {
  expect(leftOut({ 'taro-modernize/runtime/recorder': PACKAGED }, true, ['js'])).toEqual([]);
});
