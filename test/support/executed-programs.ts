import vm from 'node:vm';
import type { PluginItem } from '@babel/core';
import fc from 'fast-check';
import { expect } from 'vitest';
import { parse } from '../../src/engine/parse/parse';
import taroModernizeBabel from '../../src/integrations/babel';
import { type RewriteOptions, rewrite } from '../../src/project/rewrite';
import { compile } from './fuzz/compile';
import { derivations, type Feature, type Grammar, write } from './fuzz/derive';

export interface Program {
  text: string;
  filename: string;
}

/** What a program finds on a host. */
export interface HostOfProgram {
  wx: object;
  taro: object;
  /** The runtime that rewritten programs import. */
  runtime: object;
}

/** More programs: FUZZ_RUNS=5000 FUZZ_SEED=1; one failure again: FUZZ_SEED=… FUZZ_PATH=… */
export function fuzzParameters(): { numRuns: number; seed: number; path?: string } {
  const { FUZZ_RUNS = 60, FUZZ_SEED = 20, FUZZ_PATH } = process.env;
  return {
    numRuns: Number(FUZZ_RUNS),
    seed: Number(FUZZ_SEED),
    ...(FUZZ_PATH !== undefined && { path: FUZZ_PATH }),
  };
}

const HEADS: readonly { extension: string; features: Feature[]; heads: readonly string[] }[] = [
  {
    extension: 'js',
    features: ['module'],
    heads: ["import Taro from '@tarojs/taro'", "import * as Taro from '@tarojs/taro'"],
  },
  { extension: 'ts', features: ['module', 'typescript'], heads: ["import Taro from '@tarojs/taro'"] },
  {
    extension: 'js',
    features: [],
    heads: [
      "const Taro = require('@tarojs/taro')",
      "'use strict'\nvar _taro = require('@tarojs/taro')\nvar Taro = _taro.default",
    ],
  },
];

/**
 * Programs of some statements, each of which a grammar derives from `statement`.
 * @param common Stands before them in each.
 */
export function programsOf(grammar: Grammar, common: string): fc.Arbitrary<Program> {
  return fc.oneof(
    ...HEADS.map(({ extension, features, heads }) =>
      fc
        .record({
          head: fc.constantFrom(...heads),
          body: fc.array(derivations(grammar, 'statement', new Set(features)), {
            minLength: 1,
            maxLength: 6,
          }),
        })
        .map(({ head, body }): Program => {
          let count = 10;
          const lines = [head, common, ...body.map((tree) => write(tree, grammar, () => count++))];
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
 * What a program logs on a host. `later` runs its tasks one after the other, because two at a time are in no order.
 */
async function run(code: string, { wx, taro, runtime }: HostOfProgram): Promise<string[]> {
  const lines: string[] = [];
  let last: Promise<unknown> = Promise.resolve();
  const isNo = (value: unknown) => {
    context.__awaited = value;
    return false;
  };
  const context: vm.Context = vm.createContext({
    wx: { ...wx },
    log: (...given: unknown[]) => lines.push(given.map(shown).join(' ')),
    later: (task: () => Promise<unknown>) => {
      last = last
        .then(task)
        .catch((error) => lines.push(`rejects ${error instanceof Error ? error.name : shown(error)}`));
    },
    __isIdle: isNo,
    __isPlatform: isNo,
  });
  const module = { exports: {} };
  try {
    const main = vm.runInContext(`(function (require, module, exports) {${code}\n})`, context);
    main((id: string) => (id === '@tarojs/taro' ? taro : runtime), module, module.exports);
    lines.push(`exports ${Object.keys(module.exports)}`);
  } catch (error) {
    lines.push(`throws ${(error as Error).name}`);
  }
  await last;
  await new Promise(setImmediate);
  await new Promise(setImmediate);
  return lines;
}

/** Its fields in one order, without what only the new function gives. */
function shown(value: unknown): string {
  return JSON.stringify(value, (_key, one) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(
          Object.entries(one)
            .filter(([name]) => name !== 'fileType')
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : one,
  );
}

/** Taro's own functions, whose promises programs may ignore: here nobody is told of those that reject. */
export function ignorable(taro: Record<string, unknown>, names: readonly string[]): void {
  for (const name of names) {
    const own = taro[name] as (option?: object) => Promise<unknown>;
    taro[name] = (option?: object) => {
      const promise = own(option);
      promise.catch(() => {});
      return promise;
    };
  }
}

/** Rewrites a program by text and by the Babel plugin; both do on every host what it did. */
export async function expectSameOnHosts(
  { text, filename }: Program,
  hosts: Readonly<Record<string, () => HostOfProgram>>,
  options: Pick<RewriteOptions, 'migrations'> = {},
): Promise<void> {
  const { code, changed } = rewrite(text, { ...options, filename });
  expect(rewrite(code, { ...options, filename }).code).toBe(code);
  if (!changed) return;
  const plugin: PluginItem = [taroModernizeBabel, { ...options, onManual: 'off', taroVersion: 4 }];
  const original = compile(text, filename);
  const rewritten = { 'by text': compile(code, filename), 'by the plugin': compile(text, filename, plugin) };
  for (const [name, host] of Object.entries(hosts)) {
    const before = await run(original, host());
    for (const [how, after] of Object.entries(rewritten))
      expect(await run(after, host()), `${how}, on ${name}\n${after}`).toEqual(before);
  }
}

/** The same, with the program's text where it fails. */
export const printed = (programs: fc.Arbitrary<Program>): fc.Arbitrary<Program> =>
  programs.map((program) =>
    Object.defineProperty({ ...program }, fc.toStringMethod, {
      value: () => `${program.filename}\n${program.text}`,
    }),
  );
