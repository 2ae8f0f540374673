import { expect, it, vi } from 'vitest';
import type { RewriteOptions, RewriteResult } from '../../src/engine/types';
import { ProjectFinder } from '../../src/project/detect';
import { type FileContext, processFile } from '../../src/project/process-file';
import { tree } from '../cli/support/tree';

const compiler = { parse: () => ({ descriptor: { template: null } }) };

/** The options that the engine gets for a file of this name, and how often the compiler was requested. */
function asked(name: string, context: Partial<FileContext> = {}) {
  const root = tree({ 'package.json': '{ "dependencies": { "@tarojs/taro": "4.2.0" } }' });
  const options: RewriteOptions[] = [];
  const vueCompiler = vi.fn(() => compiler);
  processFile(`${root}/${name}`, Buffer.from('startRecord();'), {
    engine: {
      isRuntimeCopy: () => false,
      contentOf: () => null,
      rewrite: (source, given) => {
        options.push(given);
        return {
          code: source,
          map: null,
          findings: [],
          edits: [],
          changed: false,
          runtimes: [],
          hostUses: [],
          families: [],
          links: [],
        };
      },
    },
    project: new ProjectFinder().of(root)!,
    options: {},
    todo: false,
    readBack: true,
    vueCompiler,
    copyPaths: new Map(),
    ...context,
  });
  return { options: options[0]!, compilers: vueCompiler.mock.calls.length };
}

it("the project's Vue compiler is loaded only for components", () => {
  expect(asked('a.vue')).toMatchObject({ options: { vueCompiler: compiler }, compilers: 1 });
  for (const name of ['a.ts', 'a.js', 'vue.tsx']) {
    const { options, compilers } = asked(name);
    expect([options.vueCompiler, compilers], name).toEqual([undefined, 0]);
  }
});

it('the engine gets what is known about the project, and no options that nobody set', () => {
  for (const unset of ['decideMember', 'migrations', 'runtime', 'vueCompiler'] as const)
    expect(asked('a.ts').options[unset], unset).toBeUndefined();
  const decideMember = () => undefined;
  const { options } = asked('a.ts', {
    decideMember,
    migrations: ['m'],
    options: { shareManager: true },
    todo: true,
    copyPaths: new Map([['recorder', '/x/recorder']]),
  });
  expect(options).toMatchObject({
    decideMember,
    migrations: ['m'],
    shareManager: true,
    todo: true,
    taroVersion: 4,
  });
  expect(options.runtime?.recorder).toMatch(/\/x\/recorder$/);
});

const UNCHANGED = {
  findings: [],
  edits: [],
  changed: false,
  runtimes: [],
  hostUses: [],
  families: [],
  links: [],
  map: null,
};

/** The result for a text when the engine returns, or throws, the given answer. */
function became(
  answer: Partial<RewriteResult> | Error,
  text = 'startRecord();',
  context: Partial<FileContext> = {},
) {
  const root = tree({});
  const rewrite = vi.fn((source: string, _: RewriteOptions): RewriteResult => {
    if (answer instanceof Error) throw answer;
    return { ...UNCHANGED, code: source, ...answer };
  });
  const processed = processFile(`${root}/src/a.ts`, Buffer.from(text), {
    engine: { isRuntimeCopy: () => false, contentOf: () => null, rewrite },
    project: new ProjectFinder().guess(root, root),
    options: {},
    todo: false,
    readBack: true,
    vueCompiler: () => undefined,
    copyPaths: new Map([
      ['recorder', `${root}/src/taro-modernize/recorder`],
      ['voice', `${root}/lib/voice`],
    ]),
    ...context,
  });
  return { processed, options: rewrite.mock.calls[0]?.[1] };
}

it('a project without evidence counts as neither Taro nor native, except for files that import Taro', () => {
  expect(became({}).options).toMatchObject({ project: 'neither', guard: false });
  for (const text of [`import Taro from '@tarojs/taro';`, 'const Taro = require("@tarojs/taro");'])
    expect(became({}, text).options?.project).toBe('taro');
});

it('facts about the project are passed to the engine', () => {
  const root = tree({});
  const project = { ...new ProjectFinder().guess(root, root), detected: true, platforms: ['h5'] };
  expect(became({}, '', { project: { ...project, bundler: 'vite' } }).options).toMatchObject({
    project: 'taro',
    guard: true,
    bundler: 'vite',
    taroVersion: 4,
  });
  const native = became({}, '', { project: { ...project, kind: 'native' } }).options;
  expect(native).toMatchObject({ project: 'native' });
  for (const unset of ['taroVersion', 'bundler'] as const) expect(native?.[unset], unset).toBeUndefined();
});

it('a copy is imported by its path relative to the file', () => {
  expect(became({}).options?.runtime).toEqual({
    recorder: './taro-modernize/recorder',
    voice: '../lib/voice',
  });
});

it('a file counts as changed only if its text changes', () => {
  const change = (answer: Partial<RewriteResult>) => {
    const { processed } = became({
      edits: [{ start: 0, end: 'startRecord();'.length, text: 'x' }],
      ...answer,
    });
    return processed.kind === 'source' && processed.outcome.change?.after;
  };
  expect(change({ changed: true, code: 'x' })).toBe('x');
  expect(change({ changed: true })).toBeUndefined();
  expect(change({ changed: false, code: 'x' })).toBeUndefined();
});

it.each([
  ['SourceError', { line: 3, column: 4 }, { kind: 'syntax', detail: 'why', line: 3, column: 4 }],
  ['DepthError', { line: 1, column: 1 }, { kind: 'too-deep' }],
  ['OutputError', { detail: 'said' }, { kind: 'defect', detail: 'said' }],
  ['TypeError', {}, { kind: 'internal', detail: 'why' }],
])('an engine that throws %s leads to a problem', (name, more, problem) => {
  const { processed } = became(Object.assign(new Error('why'), { name }, more));
  expect(processed).toEqual({
    kind: 'failed',
    outcome: { path: expect.stringMatching(/a\.ts$/), findings: [], problem },
  });
});
