import type { PluginItem } from '@babel/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from '../../src/engine/parse/parse';
import taroModernizeBabel, { type BabelPluginOptions } from '../../src/integrations/babel';
import { type Finding, type RewriteResult, rewrite } from '../../src/project/rewrite';
import { fakePlugin } from '../support/fake-plugin';
import { rewriteFixture } from '../support/fixtures';
import { compile } from '../support/fuzz/compile';
import { type Program, programs } from '../support/fuzz/programs';
import { run, type World } from '../support/fuzz/run';
import { randomly } from '../support/random';

const parameters = randomly(150);

const WORLDS: readonly Pick<World, 'hasApis'>[] = [{ hasApis: true }, { hasApis: false }];

const printed = programs.map((program) =>
  Object.defineProperty({ ...program }, fc.toStringMethod, {
    value: () => `${program.filename} ${JSON.stringify(program.options)}\n${program.text}\n`,
  }),
);

/** Some drawings are not valid programs, for instance because two labels share a name. */
function isProgram({ text, filename }: Program): boolean {
  try {
    parse(text.replace(/^\uFEFF/, ''), filename);
    return true;
  } catch {
    return false;
  }
}

const left = (findings: readonly Finding[]) =>
  findings.flatMap(({ verdict, api, code, reason }) =>
    verdict === 'manual' ? [`${api} ${code} ${reason}`] : [],
  );

test('random programs keep their behavior, in text and with the Babel plugin', async () => {
  await fc.assert(
    fc.asyncProperty(printed, async (program) => {
      fc.pre(isProgram(program));
      const { text, filename, options } = program;
      const result = rewrite(text, { ...options, filename });
      if (!result.findings.some(({ verdict }) => verdict === 'rewritten')) return;
      const original = compile(text, filename);
      const byText = compile(result.code, filename);
      // The plugin only runs in Taro builds.
      const byPlugin = options.project === 'native' ? byText : compile(text, filename, pluginFor(options));
      for (const { hasApis } of WORLDS) {
        const world = { hasApis, taroVersion: options.taroVersion! };
        const before = await run(original, world);
        const after = await run(byText, world);
        expectSame(before, after, `By text, ${hasApis ? 'with' : 'without'} the APIs`, result.code);
        if (byPlugin !== byText) {
          const built = await run(byPlugin, world);
          expectSame(before, built, `By the plugin, ${hasApis ? 'with' : 'without'} the APIs`, byPlugin);
        }
      }
    }),
    parameters,
  );
}, 3_600_000);

test('random programs with a renamed member keep their behavior, in text and with a Babel plugin', async () => {
  await fc.assert(
    fc.asyncProperty(printed, async (program) => {
      fc.pre(isProgram(program));
      const { text, filename, options } = program;
      const renaming = { ...options, filename, migration: 'renamePair' } as const;
      const result = rewriteFixture(text, renaming);
      expect(rewriteFixture(result.code, renaming).code).toBe(result.code);
      if (!result.changed) return;
      const original = compile(text, filename);
      const byText = compile(result.code, filename);
      const byPlugin = compile(text, filename, fakePlugin({ ...options, migration: 'renamePair' }, filename));
      for (const { hasApis } of WORLDS) {
        const world = { hasApis, taroVersion: options.taroVersion! };
        const before = await run(original, world);
        const how = hasApis ? 'with' : 'without';
        expectSame(before, await run(byText, world), `Renamed by text, ${how} the APIs`, result.code);
        expectSame(before, await run(byPlugin, world), `Renamed by a plugin, ${how} the APIs`, byPlugin);
      }
    }),
    parameters,
  );
}, 3_600_000);

/** Babel creates a plugin once per options object. */
const plugins = new Map<string, PluginItem>();

function pluginFor({ taroVersion, shareManager }: Program['options']): PluginItem {
  const key = `${taroVersion} ${shareManager}`;
  const options = { taroVersion, shareManager, onManual: 'off' } as BabelPluginOptions;
  const plugin = plugins.get(key) ?? [taroModernizeBabel, options];
  plugins.set(key, plugin);
  return plugin;
}

function expectSame(before: string[], after: string[], how: string, code: string): void {
  if (before.join('\n') === after.join('\n')) return;
  throw new Error(
    `${how}: the program\n${code}\n\nbefore:\n${before.join('\n')}\n\nafter:\n${after.join('\n')}\n`,
  );
}

test('random programs: a second run changes nothing, other lines and all comments stay, and every candidate has a verdict', () => {
  fc.assert(
    fc.property(printed, (program) => {
      fc.pre(isProgram(program));
      const { text, filename, options } = program;
      const result = rewrite(text, { ...options, filename });
      parse(result.code.replace(/^\uFEFF/, ''), filename);
      const again = rewrite(result.code, { ...options, filename });
      expect(again.code).toBe(result.code);
      // Manual findings are reported again.
      expect(left(again.findings)).toEqual(left(result.findings));
      expectVerdicts(text, filename, result);
      expectLines(text, result.code);
    }),
    parameters,
  );
}, 3_600_000);

/** A renamed import or variable gives further candidates beyond the API names in the text. */
function expectVerdicts(text: string, filename: string, { findings }: RewriteResult): void {
  const source = text.replace(/^\uFEFF/, '');
  const comments = parse(source, filename).comments ?? [];
  const isComment = (at: number) => comments.some(({ start, end }) => start! <= at && at < end!);
  const names = [...source.matchAll(/\b(start|stop)Record\b|\b(play|stop)Voice\b/g)];
  const lines = source.split(/\r?\n/);
  const planted = findings.filter(
    ({ api, code, line, column, endColumn }) =>
      // Not a candidate: it names another one.
      !code.endsWith('221') &&
      api !== '*' &&
      /(start|stop)Record|Voice/.test(lines[line - 1]!.slice(column - 1, endColumn - 1)),
  );
  expect(planted.length).toBe(names.filter(({ index }) => !isComment(index)).length);
}

function expectLines(text: string, code: string): void {
  const lines = (source: string) => source.replace(/^\uFEFF/, '').split('\n');
  const output = lines(code);
  let at = 0;
  for (const line of lines(text)) {
    if (
      /Record\b|Voice\b|begin|finish|Taro|wx|api|flag|KEY|tarojs|taro-modernize|^\W*$|^\s*(\/\/|\))/.test(
        line,
      )
    )
      continue;
    // A variable that only held the platform object is removed with its last use.
    const declared = /\b(?:let|var) (\w+);?\r?$/.exec(line)?.[1];
    if (declared && !new RegExp(`\\b${declared}\\b`).test(code)) continue;
    at = output.indexOf(line, at) + 1;
    expect(at, `the line ${JSON.stringify(line)} has to stay`).toBeGreaterThan(0);
  }
  const kept = new Set(code.match(/\/\*[\s\S]*?\*\/|\/\/ \w+/g));
  for (const comment of text.match(/\/\*[\s\S]*?\*\/|\/\/ \w+/g) ?? []) {
    // A line comment inside replaced code becomes a block comment.
    const block = comment.replace(/^\/\/(.*)$/, '/*$1 */');
    expect(kept.has(comment) || kept.has(block), `the comment ${comment} has to stay`).toBe(true);
  }
  expect(code.includes('\r\n')).toBe(text.includes('\r\n'));
  expect(/(?<!\r)\n/.test(code)).toBe(/(?<!\r)\n/.test(text));
}
