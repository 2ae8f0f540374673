import { unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RewriteOptions, RewriteResult } from '../../src/engine/types';
import { ProjectFinder } from '../../src/project/detect';
import { type ScanHooks, scan } from '../../src/project/scan';
import type { RunOptions } from '../../src/project/types';
import { loadTypeScript } from '../../src/project/typing/typescript';
import { tree } from '../cli/support/tree';
import { runOptions } from '../support/run-options';

const MANIFEST = '{ "dependencies": { "@tarojs/taro": "4.2.0" } }';
const app = (files: Record<string, string>) => tree({ 'package.json': MANIFEST, ...files });

interface Call {
  name: string;
  options: RewriteOptions;
}

/** Runs with a fake engine that gives the test's answers, and records its calls. */
async function run(
  root: string,
  answer: (call: Call) => Partial<RewriteResult> = () => ({}),
  { hooks = {}, ...more }: Partial<RunOptions> & { hooks?: ScanHooks } = {},
) {
  const calls: Call[] = [];
  const loadEngine: ScanHooks['loadEngine'] = async () => ({
    isRuntimeCopy: (text) => text.includes('taro-modernize-runtime'),
    contentOf: () => null,
    globalPropertiesIn: () => [],
    rewrite: (code, options) => {
      const call = { name: options.filename.slice(root.length + 1), options };
      calls.push(call);
      const result = answer(call);
      const empty = {
        code,
        map: null,
        findings: [],
        runtimes: [],
        hostUses: [],
        families: [],
        links: [],
        edits: [],
      };
      return { ...empty, changed: result.code !== undefined, ...result };
    },
  });
  const scanned = await scan(runOptions(root, more), new ProjectFinder(), { loadEngine, ...hooks });
  return { calls, names: calls.map(({ name }) => name), scanned };
}

const CALL = 'Taro.startRecord();\n';
const MANAGER = 'Taro.getRecorderManager();\n';
const uses = { code: 'recorder.start();\n', runtimes: ['recorder'] };

describe('processing files', () => {
  it('a file is processed once if nothing new concerns it, and not at all if it only mentions the manager', async () => {
    const root = app({ 'a.ts': CALL, 'b.ts': CALL, 'c.ts': MANAGER, 'd.ts': 'export {};\n' });
    expect((await run(root)).names).toEqual(['a.ts', 'b.ts']);
  });

  it('a file that mentions the manager is processed again once the manager is shared', async () => {
    const root = app({ 'a.ts': CALL, 'b.ts': CALL + MANAGER, 'c.ts': MANAGER });
    const { names, calls } = await run(root, ({ name }) => (name === 'a.ts' ? uses : {}));
    expect(names).toEqual(['a.ts', 'b.ts', 'b.ts', 'c.ts']);
    expect(calls.map(({ options }) => options.shareManager === true)).toEqual([false, false, true, true]);
  });

  it('the manager is shared from the start if an earlier run has left a copy', async () => {
    const root = app({ 'a.ts': MANAGER, 'taro-modernize/recorder.ts': '// @taro-modernize-runtime 0.1.0\n' });
    const { calls } = await run(root);
    expect(calls).toMatchObject([{ name: 'a.ts', options: { shareManager: true } }]);
  });

  it.each<[string, (call: Call) => Partial<RewriteResult>, Record<string, boolean[]>]>([
    ['that concerns all', () => uses, { 'a.ts': [true], 'b.ts': [false, true], 'c.ts': [true] }],
    ['that changes nothing', () => ({ code: 'new' }), { 'a.ts': [true], 'b.ts': [false, true] }],
    ['without changes', () => ({}), { 'a.ts': [true], 'b.ts': [false] }],
  ])('a new text is parsed once, when no later result replaces it: a context %s', async (_, answer, expected) => {
    const root = app({ 'a.ts': CALL, 'b.ts': CALL + MANAGER, 'c.ts': MANAGER });
    const { calls } = await run(root, answer);
    const readBack: Record<string, boolean[]> = {};
    for (const { name, options } of calls) readBack[name] = [...(readBack[name] ?? []), options.readBack!];
    expect(readBack).toEqual(expected);
    expect(
      (await run(root, answer, { showsTexts: false })).calls.some(({ options }) => options.readBack),
    ).toBe(false);
  });

  it('files are processed until nothing changes, even when a result no longer shows earlier evidence', async () => {
    const root = app({ 'a.ts': CALL + MANAGER });
    const { calls } = await run(root, ({ options }) => (options.shareManager ? {} : uses));
    expect(calls).toHaveLength(2);
  });

  it('a file deleted during the run is reported and not processed again', async () => {
    const root = app({ 'a.ts': CALL, 'b.ts': MANAGER, 'c.ts': MANAGER });
    const { names, scanned } = await run(root, ({ name }) => {
      if (name !== 'a.ts') return {};
      unlinkSync(join(root, 'b.ts'));
      writeFileSync(join(root, 'c.ts'), 'export {};\n');
      return uses;
    });
    expect(names).toEqual(['a.ts']);
    expect(scanned.files.map(({ path, problem }) => [path.slice(root.length + 1), problem?.kind])).toEqual([
      ['b.ts', 'vanished'],
      ['a.ts', undefined],
    ]);
  });
});

describe('the platforms of a project', () => {
  const builtFor = (...platforms: readonly string[]) =>
    JSON.stringify({
      dependencies: { '@tarojs/taro': '4.2.0' },
      scripts: Object.fromEntries(platforms.map((name) => [name, `taro build --type ${name}`])),
    });
  const files = {
    'alipay.ts': 'my.httpRequest();\n',
    'common.ts': 'export function httpRequest() {}\n',
    'record.ts': CALL,
    'system.ts': 'Taro.getSystemInfoSync();\n',
    'runtime.ts': "import { getWindowInfo } from './taro-modernize/system';\n",
  };
  const processed = async (manifest: string, more: Record<string, string> = {}) => {
    const { names, calls } = await run(tree({ ...files, ...more, 'package.json': manifest }));
    return { names, platforms: calls.map(({ options }) => options.platforms) };
  };

  it.each([
    ['any', [], ['alipay.ts', 'common.ts', 'record.ts', 'runtime.ts', 'system.ts']],
    [
      'one that a variable names',
      ['$NAME'],
      ['alipay.ts', 'common.ts', 'record.ts', 'runtime.ts', 'system.ts'],
    ],
    ['weapp', ['weapp'], ['record.ts', 'runtime.ts', 'system.ts']],
    [
      'weapp and alipay',
      ['weapp', 'alipay'],
      ['alipay.ts', 'common.ts', 'record.ts', 'runtime.ts', 'system.ts'],
    ],
  ])('a file with only the names of APIs of other platforms is not processed: %s', async (_, platforms, names) => {
    expect((await processed(builtFor(...platforms))).names).toEqual(names);
  });

  it('each project of a run has its own platforms', async () => {
    const manifest = { 'b/package.json': builtFor('alipay') };
    const own = Object.fromEntries(Object.entries(files).map(([name, text]) => [`b/${name}`, text]));
    const { names } = await processed(builtFor('weapp'), { ...manifest, ...own });
    expect(names.slice(0, 3)).toEqual(['record.ts', 'runtime.ts', 'system.ts']);
    expect(names.slice(3, 7)).toEqual(['b/alipay.ts', 'b/common.ts', 'b/record.ts', 'b/runtime.ts']);
  });

  it('a UTF-16 file is reported whatever the platforms', async () => {
    const root = app({ 'package.json': builtFor('weapp') });
    writeFileSync(join(root, 'a.ts'), Buffer.from(`\uFEFF${CALL}`, 'utf16le'));
    const { scanned } = await run(root);
    expect(scanned.files.map(({ problem }) => problem?.kind)).toEqual(['encoding']);
  });

  it('files that weapp alone concerns are counted once if the project is not built for it', async () => {
    const { names, platforms } = await processed(builtFor('h5'));
    expect(names).toEqual([
      'record.ts',
      'runtime.ts',
      'alipay.ts',
      'common.ts',
      'record.ts',
      'runtime.ts',
      'system.ts',
    ]);
    expect(platforms.map((list) => list!.join())).toEqual([
      ...['h5', 'h5'],
      ...Array.from({ length: 5 }, () => 'h5,weapp'),
    ]);
  });
});

describe('TypeScript', () => {
  const manual = { findings: [{ verdict: 'manual' }] as RewriteResult['findings'] };
  /** Asks for a type, and leaves a manual finding without an answer. */
  const ask = ({ options }: Call) => (options.decideMember?.(0) === undefined ? manual : {});

  it('TypeScript is loaded once, after everything else, for the files with open questions', async () => {
    const root = app({ 'a.ts': CALL, 'b.ts': CALL + MANAGER, 'c.ts': CALL });
    const ticks: [number, number][] = [];
    let loaded = 0;
    const hooks: ScanHooks = {
      loadTypeScript: async () => {
        loaded++;
        return loadTypeScript();
      },
      tickTypes: (...tick) => void ticks.push(tick),
    };
    const { names, scanned } = await run(root, (call) => (call.name === 'a.ts' ? uses : ask(call)), {
      types: true,
      hooks,
    });
    expect(names).toEqual(['a.ts', 'b.ts', 'c.ts', 'b.ts', 'b.ts', 'c.ts']);
    expect(loaded).toBe(1);
    expect(ticks).toEqual([
      [0, 2],
      [0, 2],
      [1, 2],
    ]);
    expect(scanned.untyped).toBe(0);
  });

  it('TypeScript is not loaded when not needed or not wanted', async () => {
    const root = app({ 'a.ts': CALL });
    const hooks: ScanHooks = { loadTypeScript: () => Promise.reject(new Error('loaded')) };
    const asksInVain = ({ options }: Call) => {
      options.decideMember?.(0);
      return {};
    };
    expect((await run(root, asksInVain, { types: true, hooks })).names).toEqual(['a.ts']);
    expect((await run(root, () => manual, { types: true, hooks })).names).toEqual(['a.ts']);
    expect((await run(root, ask, { types: false, hooks })).names).toEqual(['a.ts']);
  });

  it('files with open questions are counted when TypeScript is not installed', async () => {
    const root = app({ 'a.ts': CALL, 'b.ts': CALL });
    const hooks: ScanHooks = { loadTypeScript: async () => null };
    const { names, scanned } = await run(root, ask, { types: true, hooks });
    expect([names, scanned.untyped]).toEqual([['a.ts', 'b.ts'], 2]);
  });
});

it('results do not depend on the order of files', async () => {
  const root = app({
    'a.ts': "import Taro from '@tarojs/taro';\nexport const m = Taro.getRecorderManager();\n",
    'b.ts': 'export const stop = () => my.stopRecord();\n',
    'c.ts': 'const o = { maxDuration: 10 };\nexport const start = () => my.startRecord(o);\n',
    'd.ts': 'const o = { hideTips: true };\nexport const start = () => my.startRecord(o);\n',
    'lib/recorder.ts': '// @taro-modernize-runtime 0.0.1\nexport const recorder = {};\n',
    'zlib/recorder.ts': '// @taro-modernize-runtime 0.0.1\nexport const recorder = {};\n',
  });
  const paths = ['a.ts', 'b.ts', 'c.ts', 'd.ts', 'lib/recorder.ts', 'zlib/recorder.ts'].map((name) =>
    join(root, name),
  );
  const outcome = async (order: readonly string[]) => {
    const { files, runtimeFolders } = await scan(runOptions(root, { paths: order }), new ProjectFinder());
    const byPath = files.map(({ path, findings, change }) => [path, findings, change?.after]);
    return [byPath.sort(([a], [b]) => (a! < b! ? -1 : 1)), [...runtimeFolders.values()]];
  };
  const first = await outcome(paths);
  expect(first[1]).toEqual([join(root, 'lib')]);
  expect(await outcome([...paths].reverse())).toEqual(first);
  expect(await outcome([paths[3]!, paths[0]!, paths[5]!, paths[2]!, paths[4]!, paths[1]!])).toEqual(first);
});

it('a run reports files with findings, copies, and files that import a copy', async () => {
  const copy = '// @taro-modernize-runtime 0.1.0\n';
  const root = app({
    'a.ts': `import { recorder } from "./lib/recorder";\n${CALL}`,
    'b.ts': `import { recorder } from './lib/recorder';\n${CALL}`,
    'c.ts': CALL,
    'lib/recorder.ts': copy,
  });
  const { scanned } = await run(root);
  const names = (all: readonly { path: string }[]) => all.map(({ path }) => path.slice(root.length + 1));
  expect(scanned.files).toEqual([]);
  expect(names(scanned.runtimeCopies)).toEqual(['lib/recorder.ts']);
  expect(names(scanned.runtimeImports)).toEqual(['a.ts', 'b.ts']);
  expect([...scanned.runtimeFolders.values()]).toEqual([join(root, 'lib')]);
  for (const more of [{ runtime: 'package' }, { runtimeDir: 'other' }] as const)
    expect((await run(root, undefined, more)).scanned.runtimeFolders.size).toBe(0);
});
