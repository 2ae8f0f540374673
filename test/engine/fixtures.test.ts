import { readFileSync } from 'node:fs';
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import * as vueCompiler from '@vue/compiler-sfc';
import { beforeAll, describe, expect, test } from 'vitest';
import { isMarkupFile } from '../../src/engine/markup/markup-file';
import { scanMarkup } from '../../src/engine/markup/scan';
import { parse } from '../../src/engine/parse/parse';
import { migrations } from '../../src/migrations';
import type { RewriteOptions, RewriteResult } from '../../src/project/rewrite';
import { fixtures, rewriteFixture } from '../support/fixtures';
import { findingsText, writeFixture } from '../support/write-fixture';

// To write the engine's current output, run `UPDATE_FIXTURES=1 npx vitest run --project unit
// test/engine/fixtures -t some-case` and read the diff.
const UPDATE = process.env.UPDATE_FIXTURES === '1';

/**
 * The runtime objects and members of the registry that replace calls, as patterns: `recorder` and `start`.
 */
const [OBJECTS, MEMBERS] = [0, 1].map((part) =>
  migrations
    .flatMap(({ runtime, apis }) => (runtime ? Object.values(apis) : []))
    .flatMap(({ to }) => /^(\w+)\.(\w+)$/.exec(to ?? '')?.[part + 1] ?? [])
    .join('|'),
);

describe.each(
  fixtures().map((fixture) => [`${fixture.folder}/${fixture.name}.${fixture.extension}`, fixture] as const),
)('%s', (_, fixture) => {
  const isVue = fixture.extension === 'vue';
  let options: RewriteOptions;
  let result: RewriteResult;
  beforeAll(() => {
    const compiler = isVue && fixture.options.vueCompiler !== null ? { vueCompiler } : {};
    const filename = `${fixture.name}.${fixture.extension}`;
    options = { ...fixture.options, ...compiler, filename } as RewriteOptions;
    result = rewriteFixture(fixture.input, options);
  });
  if (UPDATE) {
    // This is a test so that `-t` applies to it.
    test('fixture is updated', () => {
      writeFixture(fixture, result);
    });
  }

  test('output matches byte for byte', () => {
    expect(Buffer.from(result.code).equals(Buffer.from(fixture.output)) || result.code).toBe(true);
    expect(result.changed).toBe(fixture.input !== fixture.output);
  });

  test('edits produce the output', () => {
    let at = 0;
    const parts = result.edits.flatMap(({ start, end, text }) => {
      const kept = fixture.input.slice(at, start);
      expect(at <= start && start <= end).toBe(true);
      at = end;
      return [kept, text];
    });
    const made = parts.join('') + fixture.input.slice(at);
    expect(Buffer.from(made).equals(Buffer.from(fixture.output)) || made).toBe(true);
  });

  test('offsets of findings match their lines and columns', () => {
    for (const { start, end, line, column, endLine, endColumn } of result.findings) {
      expect([offsetOf(fixture.input, line, column), offsetOf(fixture.input, endLine, endColumn)]).toEqual([
        start,
        end,
      ]);
    }
  });

  test('a second run changes nothing', () => {
    const again = rewriteFixture(result.code, options);
    expect(again.code).toBe(result.code);
    expect(again.changed).toBe(false);
    expect(again.findings.filter(({ verdict }) => verdict === 'rewritten')).toEqual([]);
  });

  test('findings match', () => {
    expect(findingsText(result)).toBe(readFileSync(fixture.findingsFile, 'utf8'));
  });

  test('output still parses', () => {
    if (isVue) expect(vueCompiler.parse(result.code).errors).toEqual([]);
    else if (isMarkupFile(options.filename))
      expect(scanMarkup(result.code).tags.length).toBe(scanMarkup(fixture.input).tags.length);
    else if (fixture.extension === 'json') expect(() => JSON.parse(result.code)).not.toThrow();
    else expect(() => parse(result.code, options.filename)).not.toThrow();
  });

  test('source map leads each rewritten call back to its line and column', () => {
    if (!result.map) return;
    const map = new TraceMap(result.map as ConstructorParameters<typeof TraceMap>[0]);
    const rewrittenAt = result.findings.filter(({ verdict }) => verdict === 'rewritten');
    const lines = fixture.input.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
    result.code
      .replace(/^\uFEFF/, '')
      .split(/\r\n|\n|\r/)
      .forEach((text, index) => {
        // A mark names the replacement, too.
        if (text.trimStart().startsWith('// TODO(taro-modernize)')) return;
        for (const { index: column } of text.matchAll(
          new RegExp(`\\b(taro)?(${OBJECTS})\\d*(Runtime\\.(${OBJECTS}))?\\.(${MEMBERS})\\b`, 'g'),
        )) {
          const original = originalPositionFor(map, { line: index + 1, column });
          // Between the start of the replaced expression and the API's name there is only its object.
          const own = rewrittenAt.some(
            (finding) =>
              finding.line === original.line &&
              /^[\w$.?!()<>[\]'"` @/*,:]*$/.test(
                lines[finding.line - 1]!.slice(original.column, finding.column - 1),
              ),
          );
          // A declared export replaces a specifier in a list, and a name with a default value replaces a
          // property.
          const wasThere =
            lines.includes(text) ||
            new RegExp(`\\b\\w+ (/\\*.*?\\*/ )?= (${OBJECTS})\\.supported \\? `).test(text) ||
            new RegExp(`^(/\\*.*\\*/ )?(export )?(const \\w+ =|default) (${OBJECTS})`).test(text);
          expect(own || wasThere, `${text.trim()} ← ${original.line}:${original.column}`).toBe(true);
        }
      });
  });

  test('source map leads each replaced name back to the original one', () => {
    if (!result.map || !/^(rename|results)$/.test(fixture.options.migration ?? '')) return;
    const map = new TraceMap(result.map as ConstructorParameters<typeof TraceMap>[0]);
    const starts = result.findings.flatMap(({ verdict, messageId, line, column }) =>
      verdict === 'rewritten' && messageId !== 'rewritten/specifier' ? [`${line}:${column - 1}`] : [],
    );
    const reached = result.code.split(/\r\n|\n|\r/).flatMap((text, index) =>
      [...text.matchAll(/[\w$]+|['"`]/g)].map(({ index: column }) => {
        const { line, column: at } = originalPositionFor(map, { line: index + 1, column });
        return `${line}:${at}`;
      }),
    );
    expect(starts.filter((start) => !reached.includes(start))).toEqual([]);
  });
});

/** Columns do not count a byte order mark; offsets do. */
function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n)|\u2028|\u2029)/);
  const mark = line === 1 && text.startsWith('\uFEFF') ? 1 : 0;
  return lines.slice(0, line - 1).join('').length + mark + column - 1;
}
