import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Finding, rewrite } from '../../src/engine';
import { parse } from '../../src/engine/parse';
import { traverse } from '../../src/engine/traverse';

// Replay one failure: FUZZ_SEED=… FUZZ_PATH=… ; a longer run: FUZZ_RUNS=20000
const RUNS = Number(process.env.FUZZ_RUNS ?? 1500);
const SEED = process.env.FUZZ_SEED === undefined ? {} : { seed: Number(process.env.FUZZ_SEED) };
const PATH = process.env.FUZZ_PATH === undefined ? {} : { path: process.env.FUZZ_PATH };

/** A piece of a program and how many candidates it plants. */
interface Piece {
  code: string;
  candidates: number;
}
const piece = (code: string): Piece => ({
  code,
  candidates: code.match(/\b(startRecord|stopRecord)\b/g)?.length ?? 0,
});

/** `NAME` is made unique, so that any two pieces can stand in one program. */
const statements = [
  'Taro.startRecord({})',
  'Taro.stopRecord()',
  'wx.startRecord({ success() { Taro.stopRecord() } })',
  'wx?.stopRecord?.()',
  "Taro['startRecord']({})",
  'Taro\n  .startRecord({\n    fail: console.error,\n  })',
  'Taro /* c */ .stopRecord() // d',
  'begin({ success: console.log })',
  'const NAME = promisify(wx.startRecord)',
  'const NAME = { begin, stop: Taro.stopRecord }',
  'const { startRecord: NAME } = Taro',
  'const { login: NAME, stopRecord: NAME2 } = wx',
  'const { stopRecord: NAME, ...NAME2 } = Taro; NAME()',
  'async function NAME() {\n\tawait Taro.startRecord({ success() {} })\n\treturn await begin({})\n}',
  'async function NAME(o) { await Taro.startRecord(o) }',
  'async function NAME() {\n\tNAME()\n\tawait (Taro.startRecord({ success() {} }))\n\tconst o = {}\n\tawait (0, wx.startRecord)({ fail() {} })\n\treturn o\n}',
  'const NAME = async () => { for (;;) await (begin({ success() {} })) }',
  'const { startRecord: NAME = null, ...NAME2 } = wx',
  'let NAME; ({ startRecord: NAME } = Taro)',
  'function NAME({ api: { stopRecord: NAME2 } } = {}) { NAME2() }',
  'const NAME = [Taro.startRecord, ...[begin]].map((one) => one.bind(Taro))',
  'const NAME = { startRecord: wx.startRecord, begin }',
  'const NAME = { ...Taro, [Taro.stopRecord]: 1 }',
  "const NAME = require('@tarojs/taro').startRecord",
  "const NAME = async () => (await import('@tarojs/taro')).stopRecord()",
  'const NAME = Taro; NAME.startRecord({})',
  'class NAME { #taro = Taro; taro = wx; static { Taro.stopRecord() } go() { this.taro.startRecord(); this.#taro.stopRecord() } }',
  'wx.getRecorderManager ? wx.getRecorderManager().start({}) : wx.startRecord({})',
  "Taro.canIUse('startRecord.success') || wx.canIUse(`stopRecord`)",
  "Taro[KEY]({ KEY: 'startRecord' })",
  'my.startRecord({ maxDuration: 1 })',
  'wx.config({ jsApiList: [] }), wx.startRecord()',
  "setTimeout(() => Taro.stopRecord(), 600000), send('a.silk')",
  "jest.spyOn(Taro, 'startRecord'), vi.mock('@tarojs/taro', () => ({ stopRecord() {} }))",
  'requirePlugin("a").startRecord(), wx.createLivePusherContext().stopRecord()',
  'new Foo().startRecord(), foo().stopRecord()',
  'void (async () => { try { await Taro.startRecord({ fail() {} }) } finally { await Taro.stopRecord() } })()',
  'Taro\n  // c\n  [/* d */ "stopRecord" /* e */]()',
  '// taro-modernize-ignore one\nTaro.start\u0052ecord({})'.replace('\\u0052', 'R'),
  'const NAME = (a = Taro.startRecord, { b = wx.stopRecord } = {}) => [a, b]',
  'function NAME(Taro) { Taro.startRecord({}) }',
  'function NAME({ startRecord }) { startRecord() }',
  'class NAME { camera = Taro.createCameraContext(); go() { this.camera.startRecord({}); this.stopRecord() } stopRecord() {} }',
  'if (Taro.startRecord) Taro.startRecord({})',
  "const NAME = 'startRecord' in Taro && typeof wx.stopRecord",
  "Taro.canIUse('startRecord')",
  'delete Taro.startRecord',
  'Taro.stopRecord = () => {}',
  'window.wx.startRecord()',
  'uni.startRecord({})',
  "log('startRecord', `stopRecord`)",
  'const NAME = { startRecord: 1, stopRecord() {} }',
  'other.deep.startRecord()',
  '(0, Taro.startRecord)({})',
  'Taro.startRecord.call(Taro, {})',
  '// Taro.startRecord is a comment'.replace('startRecord', 'start_record'),
  'const NAME = 1',
  'Taro.login()',
  'NAME: for (;;) { Taro.stopRecord(); break NAME }',
  'switch (1) { case 1: Taro.startRecord({}) }',
  'const NAME = `$' + '{Taro.startRecord} $' + '{() => wx.stopRecord()}`',
  'const recorder = Taro.getRecorderManager()',
].map(piece);

const imports = [
  "import Taro, { startRecord as begin } from '@tarojs/taro'",
  'import * as Taro from "@tarojs/taro";\nimport { startRecord as begin, login } from "@tarojs/taro";',
  "import Taro from '@tarojs/taro'; // taro\nimport {\n  login,\n  startRecord as begin, // old\n} from '@tarojs/taro';",
  "const Taro = require('@tarojs/taro').default\nconst { startRecord: begin } = require('@tarojs/taro')",
  "'use strict'\n\nconst Taro = require('@tarojs/taro');\nconst begin = Taro.startRecord;\nmodule.exports = begin",
].map(piece);

const headers = [
  '',
  '// @ts-check\n',
  '/*! Licence */\n\n',
  '/** Page */\n',
  '\uFEFF',
  '\uFEFF/* a */\n',
  '#!/usr/bin/env node\n',
];

const program = fc
  .record({
    header: fc.constantFrom(...headers),
    imported: fc.constantFrom(...imports),
    body: fc.array(fc.constantFrom(...statements), { minLength: 1, maxLength: 8 }),
    semicolons: fc.boolean(),
    eol: fc.constantFrom('\n', '\r\n'),
    finalLine: fc.boolean(),
    extension: fc.constantFrom('js', 'jsx', 'ts', 'tsx'),
  })
  .map(({ header, imported, body, semicolons, eol, finalLine, extension }) => {
    const seen = new Set<string>();
    const unique = body.filter(
      ({ code }) => !code.includes('const recorder') || (!seen.has(code) && seen.add(code)),
    );
    const codes = unique.map(({ code }, index) => {
      const named = code.replace(/NAME2/g, `other${index}`).replace(/NAME/g, `name${index}`);
      // Without semicolons, a statement that begins with a bracket needs one before it.
      if (semicolons) return /\/\/|\}$/.test(named) ? `${named};`.replace(/(\/\/.*);$/, '$1') : `${named};`;
      return /^[([`]/.test(named) ? `;${named}` : named;
    });
    const text = [header + imported.code, ...codes].join('\n') + (finalLine ? '\n' : '');
    const candidates = [imported, ...unique].reduce((sum, one) => sum + one.candidates, 0);
    return { text: text.replace(/\n/g, eol), candidates, extension };
  });

/** Statements that stand for themselves: no imports, `require` declarations and empty ones. */
function statementsIn(text: string, filename: string): number {
  let count = 0;
  traverse(parse(text.replace(/^\uFEFF/, ''), filename), {
    Statement({ node }) {
      if (/^(Import|Empty)/.test(node.type)) return;
      if (node.type === 'VariableDeclaration' && /taro-modernize/.test(text.slice(node.start!, node.end!)))
        return;
      count++;
    },
  });
  return count;
}

const left = (findings: readonly Finding[]) =>
  findings.flatMap(({ verdict, api, code, reason }) =>
    verdict === 'manual' ? [`${api} ${code} ${reason}`] : [],
  );

test('whatever program: it still parses, a second run changes nothing, other lines stay, every candidate has a verdict', () => {
  fc.assert(
    fc.property(program, ({ text, candidates, extension }) => {
      const filename = `a.${extension}`;
      const result = rewrite(text, { filename });
      parse(result.code.replace(/^\uFEFF/, ''), filename);

      // No edit joins two statements or makes two of one; unused imports go, and the runtime's comes.
      expect(statementsIn(result.code, filename)).toBe(statementsIn(text, filename));

      const again = rewrite(result.code, { filename });
      expect(again.code).toBe(result.code);

      // What is left by hand is told again, and its marks stay where they are.
      const marked = rewrite(text, { filename, todo: true });
      const later = rewrite(marked.code, { filename, todo: true });
      expect(later.code).toBe(marked.code);
      expect(left(later.findings)).toEqual(left(marked.findings));

      // A use of an import or a variable under another name is a candidate as well, beyond the planted ones.
      const planted = result.findings.filter(({ line, column, endColumn }) => {
        const source = text
          .replace(/^\uFEFF/, '')
          .split(/\r?\n/)
          [line - 1]!.slice(column - 1, endColumn - 1);
        return /startRecord|stopRecord/.test(source);
      });
      expect(planted.length).toBe(candidates);

      const isTouched = (line: string) => /Record\b|begin|Taro|wx/.test(line);
      const output = result.code.split('\n');
      let at = 0;
      for (const line of text.split('\n')) {
        if (isTouched(line)) continue;
        at = output.indexOf(line, at) + 1;
        expect(at, `the line ${JSON.stringify(line)} has to stay`).toBeGreaterThan(0);
      }
      expect(result.code.includes('\r\n')).toBe(text.includes('\r\n'));
      expect(/(?<!\r)\n/.test(result.code)).toBe(/(?<!\r)\n/.test(text));
    }),
    { numRuns: RUNS, ...SEED, ...PATH },
  );
}, 300_000);
