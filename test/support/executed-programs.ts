import vm from 'node:vm';
import type { PluginItem } from '@babel/core';
import fc from 'fast-check';
import { expect } from 'vitest';
import { parse } from '../../src/engine/parse/parse';
import taroModernizeBabel from '../../src/integrations/babel';
import { type RewriteOptions, rewrite } from '../../src/project/rewrite';
import { NEW_FIELD_NAMES } from './fake-system';
import { compile } from './fuzz/compile';
import { derivations, type Feature, type Grammar, only, write } from './fuzz/derive';

export interface Program {
  text: string;
  filename: string;
}

/** Adds a line to a program's trace. */
export type Log = (...given: unknown[]) => void;

/** What a host gives a program. */
export interface HostOfProgram {
  wx: object;
  taro: object;
  /** The runtime that rewritten programs import. */
  runtime: object;
}

const HEADS: readonly { extension: string; features: Feature[]; heads: readonly string[] }[] = [
  {
    extension: 'js',
    features: ['module'],
    heads: ["import Taro from '@tarojs/taro'", "import * as Taro from '@tarojs/taro'"],
  },
  { extension: 'ts', features: ['module', 'typescript'], heads: ["import Taro from '@tarojs/taro'"] },
  { extension: 'js', features: ['sloppy'], heads: ["const Taro = require('@tarojs/taro')"] },
  {
    extension: 'js',
    features: [],
    heads: ["'use strict'\nvar _taro = require('@tarojs/taro')\nvar Taro = _taro.default"],
  },
];

/**
 * Programs of several statements, each derived from the grammar's `statement`.
 * @param common codes of which each program has one at its start
 */
export function programsOf(grammar: Grammar, ...common: readonly string[]): fc.Arbitrary<Program> {
  return fc.oneof(
    ...HEADS.map(({ extension, features, heads }) =>
      fc
        .record({
          head: fc.constantFrom(...heads),
          start: fc.constantFrom(...common),
          body: fc.array(derivations(grammar, 'statement', new Set(features)), {
            minLength: 1,
            maxLength: 6,
          }),
        })
        .map(({ head, start, body }): Program => {
          let count = 10;
          const lines = [head, start, ...body.map((tree) => write(tree, grammar, () => count++))];
          return { text: `${lines.join('\n;')}\n`, filename: `/app/src/a.${extension}` };
        })
        .filter(isProgram),
    ),
  );
}

function isProgram({ text, filename }: Program): boolean {
  try {
    parse(text, filename);
    return true;
  } catch {
    return false;
  }
}

/**
 * The globals of a program on a host, and what it logs. `later` runs its tasks one by one, because the order of
 * parallel tasks is undefined.
 */
export function programOn(hostOf: (log: Log) => HostOfProgram) {
  const lines: string[] = [];
  const log: Log = (...given) => lines.push(given.map(shown).join(' '));
  const host = hostOf(log);
  let last: Promise<unknown> = Promise.resolve();
  const isNo = (value: unknown) => {
    context.__awaited = value;
    return false;
  };
  const context: vm.Context = vm.createContext({
    wx: { ...host.wx },
    log,
    useRef: (current: unknown) => ({ current }),
    later: (task: () => Promise<unknown>) => {
      last = last
        .then(task)
        .catch((error) => lines.push(`rejects ${error instanceof Error ? error.name : shown(error)}`));
    },
    __isIdle: isNo,
    __isPlatform: isNo,
  });
  return { host, context, lines, log, ended: () => last };
}

/** What a program logs on a host. */
async function run(code: string, hostOf: (log: Log) => HostOfProgram): Promise<string[]> {
  const { host, context, lines, ended } = programOn(hostOf);
  const module = { exports: {} };
  try {
    const main = vm.runInContext(`(function (require, module, exports) {${code}\n})`, context);
    main((id: string) => (id === '@tarojs/taro' ? host.taro : host.runtime), module, module.exports);
    lines.push(`exports ${Object.keys(module.exports)}`);
  } catch (error) {
    lines.push(`throws ${(error as Error).name}`);
  }
  await ended();
  await new Promise(setImmediate);
  await new Promise(setImmediate);
  return lines;
}

const NEW_FIELDS = new Set(['fileType', ...NEW_FIELD_NAMES]);

/** The fields in a fixed order, without those that only the new functions return. */
export function shown(value: unknown): string {
  return JSON.stringify(value, (_key, one) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(
          Object.entries(one)
            .filter(([name]) => !NEW_FIELDS.has(name))
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : one,
  );
}

/**
 * The functions return promises that programs may ignore, so their rejections are not reported here.
 */
export function ignorable(host: Record<string, unknown>, names: readonly string[]): void {
  for (const name of names) {
    const own = host[name] as (option?: object) => Promise<unknown> | undefined;
    host[name] = (option?: object) => {
      const promise = own(option);
      promise?.catch(() => {});
      return promise;
    };
  }
}

/** Rewrites a program as text and with the Babel plugin. On every host both must behave like the original. */
export async function expectSameOnHosts(
  { text, filename }: Program,
  hosts: Readonly<Record<string, (log: Log) => HostOfProgram>>,
  options: Pick<RewriteOptions, 'migrations' | 'platforms'> = {},
): Promise<void> {
  const { code, changed } = rewrite(text, { ...options, filename });
  expect(rewrite(code, { ...options, filename }).code).toBe(code);
  if (!changed) return;
  const { migrations } = options;
  const plugin: PluginItem = [
    taroModernizeBabel,
    { ...(migrations && { migrations }), onManual: 'off', taroVersion: 4 },
  ];
  const original = compile(text, filename);
  const rewritten = { 'by text': compile(code, filename), 'by the plugin': compile(text, filename, plugin) };
  for (const [name, host] of Object.entries(hosts)) {
    const before = await run(original, host);
    for (const [how, after] of Object.entries(rewritten))
      expect(await run(after, host), `${how}, on ${name}\n${after}`).toEqual(before);
  }
}

/** Like `expectSameOnHosts`, with the program's text in the failure message. */
export const printed = (programs: fc.Arbitrary<Program>): fc.Arbitrary<Program> =>
  programs.map((program) =>
    Object.defineProperty({ ...program }, fc.toStringMethod, {
      value: () => `${program.filename}\n${program.text}`,
    }),
  );

/** Calls of an API with options: the grammar needs `host`, `method`, `callbacks` and `option`. */
export const CALLS = [
  '<host>.<method>({ <callbacks> <option> })',
  "<host>['<method>']({ <callbacks> <option> })",
  '<host>?.<method>?.({ <option> })',
  '(0, <host>.<method>)({ <option> })',
  '[<host>.<method>][0]({ <option> })',
];

/** Statements that use the result of such an API as a whole. */
export const STATEMENTS = [
  'log($0)',
  'later(async () => log(await <host>.<method>({ <option> })))',
  'later(() => <host>.<method>({ <option> }).then((result) => log(result.errMsg, result), log))',
  'later(() => new Promise((complete) => { <host>.<method>({ <callbacks> <option>, complete }) }))',
  'later(() => new Promise((done) => { Taro.<method>({ <callbacks> <option>, complete(result) { log(result); done() } }).catch(log) }))',
  'const { <method:1>: $f } = Taro\nlater(async () => log(await $f({ <option> })))',
  'const $g = wx.<method>\nlater(async () => { try { log(await $g({ <option> })) } catch (error) { log(error) } })',
  'if (<host>.<method>) log($0)',
  "log(<host>.canIUse('<method>'))",
  'later(async () => { await <call>\n log($0) })',
  ...only('typescript')('later(async () => log((await (Taro as any).<method>({ <option> })) as object))'),
  ...only('module')('export const $e = Taro.<method>'),
];
