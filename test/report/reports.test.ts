import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/engine/types';
import { rewrite } from '../../src/project/rewrite';
import { plain } from '../../src/report/colors';
import { unifiedDiff } from '../../src/report/diff';
import { toHtml } from '../../src/report/html';
import { toJson } from '../../src/report/json';
import { toMarkdown } from '../../src/report/markdown';
import { joined, jsonParts } from '../../src/report/parts';
import { type FileReport, type Report, totalsOf } from '../../src/report/result';
import { toSarif } from '../../src/report/sarif';
import { rowsOf } from '../../src/report/side-by-side';
import { changedList, manualList, problemList, summaryLine } from '../../src/report/terminal';
import { reportText } from '../../src/report/text';
import { inRepository } from '../docs/user-pages';
import { violations } from './support/validate';

const finding = (verdict: Finding['verdict'], line: number, extra: Partial<Finding> = {}): Finding => ({
  migration: 'start-record-to-recorder-manager',
  api: 'startRecord',
  line,
  column: 6,
  endLine: line,
  endColumn: 17,
  start: 5,
  end: 16,
  verdict,
  level: 'required',
  reason: `because <b> & | \`x\``,
  code: { rewritten: 'REC001', manual: 'REC101', ignored: 'REC201' }[verdict],
  messageId: { rewritten: 'rewritten/call', manual: 'manual/assigned', ignored: 'ignored/definition' }[
    verdict
  ],
  ...(verdict === 'rewritten' && { data: { to: 'recorder.start' } }),
  ...extra,
});

const files: FileReport[] = [
  {
    path: '/w/src/a <1>.ts',
    shown: 'src/a <1>.ts',
    changed: true,
    findings: [finding('rewritten', 1), finding('manual', 2, { hint: 'Do <this>.' }), finding('ignored', 3)],
    change: {
      before: 'Taro.startRecord()\r\nsame\r\n',
      after: 'recorder.start()\r\nmore\r\nsame\r\n',
      edits: [
        { start: 0, end: 16, text: 'recorder.start' },
        { start: 20, end: 20, text: 'more\r\n' },
      ],
    },
  },
  { path: '/w/src/b.ts', shown: 'src/b.ts', changed: false, findings: [finding('rewritten', 1)] },
  {
    path: '/other/c.ts',
    shown: '../other/c.ts',
    changed: false,
    findings: [],
    problem: { kind: 'syntax', detail: 'Unexpected token', line: 4, column: 2 },
  },
];
const report: Report = { version: '1.0.0', files, totals: totalsOf(files, 12), done: true, cwd: '/w' };
const nothing: Report = { version: '1.0.0', files: [], totals: totalsOf([], 3), done: true, cwd: '/w' };
const en = reportText('en');

describe('totals', () => {
  it('totals count a rewrite only if the file changed', () => {
    expect(report.totals).toEqual({
      files: 3,
      scanned: 12,
      changed: 1,
      rewritten: 1,
      manual: 1,
      ignored: 1,
      errors: 1,
    });
  });
});

describe('JSON', () => {
  it('the JSON report keeps its documented shape', () => {
    expect(JSON.parse([...toJson(report, en)].join(''))).toMatchObject({
      version: 1,
      files: [
        {
          path: 'src/a <1>.ts',
          changed: true,
          findings: [{ line: 1, column: 6 }, { hint: 'Do <this>.' }, {}],
        },
        { path: 'src/b.ts', changed: false },
        {
          path: '../other/c.ts',
          error: expect.stringContaining('../other/c.ts:4:2') as string,
          findings: [],
        },
      ],
      summary: report.totals,
    });
    expect(JSON.parse([...toJson(nothing, en)].join(''))).toMatchObject({
      version: 1,
      files: [],
      summary: { scanned: 3 },
    });
  });
});

type Strings = Record<string, { text: string }>;

interface Replacement {
  deletedRegion: { startLine: number; startColumn: number; endLine: number; endColumn: number };
  insertedContent: { text: string };
}

describe('SARIF', () => {
  const sarif = JSON.parse([...toSarif(report, 'en')].join('')) as {
    version: string;
    runs: {
      results: {
        ruleId: string;
        level: string;
        message: { text: string; id: string; arguments: string[] };
        fixes?: { artifactChanges: { replacements: Replacement[] }[] }[];
        locations: { physicalLocation: { artifactLocation: { uri: string; uriBaseId?: string } } }[];
      }[];
      tool: { driver: { rules: { id: string; helpUri: string; messageStrings: Strings }[] } };
      invocations: { executionSuccessful: boolean; toolExecutionNotifications: object[] }[];
    }[];
  };
  const run = sarif.runs[0]!;

  it('the SARIF report warns about manual findings and only notes the others', () => {
    expect(sarif.version).toBe('2.1.0');
    expect(run.results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['REC001', 'note'],
      ['REC101', 'warning'],
      ['REC201', 'none'],
      ['REC001', 'warning'],
    ]);
    expect(run.tool.driver.rules.map((rule) => rule.id)).toEqual(['REC001', 'REC101', 'REC201']);
  });

  it('the SARIF report matches its schema', () => {
    expect(violations(sarif, 'sarif')).toEqual([]);
    expect(violations(JSON.parse([...toSarif(nothing, 'en')].join('')), 'sarif')).toEqual([]);
  });

  it('the SARIF report has a message with arguments for each result, and a help page for each rule', () => {
    const real = rewrite("import { api } from './api';\napi.startRecord();\nTaro.stopRecord = 1;\n", {
      filename: 'a.ts',
    });
    const script = rewrite('const api = wx.startRecord({});\n', { filename: 'a.ts' });
    const noteworthy = rewrite(
      "import Taro from '@tarojs/taro';\nexport default Taro;\nTaro.startRecord();\n",
      { filename: 'a.ts' },
    );
    const findings = [real, script, noteworthy].flatMap((result) => result.findings);
    expect(findings.length).toBeGreaterThan(4);
    const file: FileReport = { path: '/w/a.ts', shown: 'a.ts', changed: true, findings };
    const [own] = (JSON.parse([...toSarif({ ...report, files: [file] }, 'en')].join('')) as typeof sarif)
      .runs;
    for (const [index, { ruleId, message }] of own!.results.entries()) {
      const rule = own!.tool.driver.rules.find(({ id }) => id === ruleId)!;
      const text = rule.messageStrings[message.id]!.text.replace(
        /\{(\d+)\}|\{\{|\}\}/g,
        (brace, at?: string) => (at === undefined ? brace[0]! : message.arguments[Number(at)]!),
      );
      expect(text).toBe(message.text);
      expect(message.text).toContain(findings[index]!.reason);
      expect(existsSync(inRepository('.', rule.helpUri)!), rule.helpUri).toBe(true);
    }
  });

  it('the SARIF report has one fix per file, which produces the new text', () => {
    const fixes = run.results.map(({ fixes: own = [] }) => own.length);
    expect(fixes).toEqual([1, 0, 0, 0]);
    const { before, after } = files[0]!.change!;
    const [{ replacements }] = run.results[0]!.fixes![0]!.artifactChanges as [
      { replacements: Replacement[] },
    ];
    const lines = before.split(/(?<=\n)/);
    const offset = (line: number, column: number) => lines.slice(0, line - 1).join('').length + column - 1;
    const made = replacements.reduceRight(
      (text, { deletedRegion: { startLine, startColumn, endLine, endColumn }, insertedContent }) =>
        text.slice(0, offset(startLine, startColumn)) +
        insertedContent.text +
        text.slice(offset(endLine, endColumn)),
      before,
    );
    expect(made).toBe(after);
  });

  it('the SARIF report has URIs relative to the working directory', () => {
    const location = run.results[0]!.locations[0]!.physicalLocation.artifactLocation;
    expect(location).toEqual({ uri: 'src/a%20%3C1%3E.ts', uriBaseId: 'SRCROOT' });
  });

  it('the SARIF report includes files that could not be processed', () => {
    expect(run.invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'error' }],
    });
  });
});

describe('Markdown', () => {
  it('the Markdown report keeps its tables intact, whatever the texts contain', () => {
    const text = toMarkdown(report, en);
    const rows = text.split('\n').filter((line) => line.startsWith('| '));
    for (const row of rows) expect(row.endsWith(' |')).toBe(true);
    expect(text).toContain('because \\<b\\> & \\| \\`x\\`');
    expect(toMarkdown(nothing, en)).toContain('No findings.');
    expect(toMarkdown(report, reportText('zh'))).toContain('已改写');
  });
});

describe('HTML', () => {
  it('the HTML report is a single file without scripts or unescaped text', async () => {
    const html = [...(await toHtml(report, en))].join('');
    expect(html).not.toMatch(/<script|<link|src=|url\(|@import/);
    expect(html).toContain('because &lt;b&gt; &amp; | `x`');
    expect(html).not.toContain('<b>');
    expect(html).not.toContain('a <1>');
    expect(html).toContain('prefers-color-scheme: dark');
    const tags = (name: string) => [html.split(`<${name}`).length, html.split(`</${name}>`).length];
    for (const name of ['table', 'ul', 'li', 'details', 'div']) expect(tags(name)[0]).toBe(tags(name)[1]);
  });

  it('the HTML report shows before and after side by side', async () => {
    const html = [...(await toHtml(report, en))].join('');
    expect(html).toContain(
      'Taro.startRecord()</td><td class="n after add">1</td><td class="after add">recorder.start()',
    );
    expect([...(await toHtml(nothing, reportText('zh')))].join('')).toContain('<html lang="zh">');
  });
});

describe('side by side', () => {
  it('the side-by-side view pairs changed lines and leaves the shorter side empty', () => {
    const rows = rowsOf({
      oldStart: 5,
      oldLines: 3,
      newStart: 5,
      newLines: 3,
      lines: [' same', '-old', '+new', '+more', ' same', '-gone', '\\ No newline at end of file'],
    });
    expect(rows.map(({ kind, before, after }) => [kind, before?.number, after?.number])).toEqual([
      ['same', 5, 5],
      ['changed', 6, 6],
      ['added', undefined, 7],
      ['same', 7, 8],
      ['removed', 8, undefined],
    ]);
  });
});

describe('terminal', () => {
  const options = { text: en, colors: plain, done: true, verbose: false };

  it('the terminal report links to manual findings, with the next step', () => {
    expect(manualList(report, options)).toBe(
      'Manual changes needed: 1 location\n  src/a <1>.ts:2:6  startRecord  because <b> & | `x` [REC101]\n    → Do <this>.\n\n',
    );
    const [file] = files;
    const twice = [2, 3].map((line) => finding('manual', line, { hint: 'Do <this>.' }));
    const { hint } = reportText('zh').finding(twice[0]!);
    const shared = manualList(
      { ...report, files: [{ ...file!, findings: twice }] },
      { ...options, text: reportText('zh') },
    );
    expect(shared.split(`→ ${hint}`)).toHaveLength(2);
    expect(changedList(report, options)).toBe('Changed 1 file\n  src/a <1>.ts  1 location\n\n');
    const computed = { ...report, files: [{ ...file!, findings: [finding('manual', 2, { api: '*' })] }] };
    expect(manualList(computed, options)).toContain('  (computed name)  ');
    expect(toMarkdown(computed, reportText('zh'))).toContain('`（动态属性名）`');
    expect(problemList(report, options)).toContain(
      '../other/c.ts:4:2: cannot be parsed: Unexpected token\n    → ',
    );
    expect(summaryLine(report, options)).toBe(
      '1 file changed (1 rewritten), 1 needs a manual change, 1 ignored, 1 error; 12 source files scanned\n',
    );
  });
});

describe('diff', () => {
  it('a diff quotes file names like git', async () => {
    const parts: string[] = [];
    const entry = { path: 'a "b"\n录.ts', before: 'a\n', after: 'b\n' };
    for await (const part of unifiedDiff([entry], plain)) parts.push(part);
    expect(parts.join('')).toBe(
      '--- "a/a \\"b\\"\\n录.ts"\n+++ "b/a \\"b\\"\\n录.ts"\n@@ -1,1 +1,1 @@\n-a\n+b\n',
    );
  });
});

describe('JSON in parts', () => {
  function* list(...items: unknown[]) {
    yield* items;
  }

  it.each([
    [
      { a: list({ b: [1, { c: 'x\ny' }], d: [] }, {}, []), e: { f: null } },
      { a: [{ b: [1, { c: 'x\ny' }], d: [] }, {}, []], e: { f: null } },
    ],
    [
      [{ a: list() }, list(1)],
      [{ a: [] }, [1]],
    ],
    [{ a: 1 }, { a: 1 }],
  ])('streamed JSON equals JSON.stringify with lists in place of generators: %#', (lazy, whole) => {
    expect([...jsonParts(lazy)].join('')).toBe(JSON.stringify(whole, null, 2));
  });

  it('streamed JSON comes in parts that are written immediately', () => {
    const parts = [...joined(Array.from({ length: 50_000 }, (_, i) => `${i},`))];
    expect(parts.join('')).toBe(Array.from({ length: 50_000 }, (_, i) => `${i},`).join(''));
    expect(parts.length).toBeLessThan(10);
  });
});
