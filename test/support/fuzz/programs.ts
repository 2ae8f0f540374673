import fc from 'fast-check';
import type { RewriteOptions } from '../../../src/project/rewrite';
import { derivations, type Feature, write } from './derive';
import { grammar } from './grammar';

/** A program with the options for its rewrite. */
export interface Program {
  text: string;
  filename: string;
  options: Pick<RewriteOptions, 'project' | 'bundler' | 'taroVersion' | 'todo' | 'shareManager' | 'guard'>;
}

interface Dialect {
  extension: string;
  features: readonly Feature[];
  /** Code that binds `Taro`, `begin` and `finish`. */
  heads: readonly string[];
  /** Code with its own exports, at the end or after the imports. */
  exports?: readonly string[];
  project?: 'native';
  bundler?: 'webpack';
}

const IMPORTS = [
  "import Taro, { startRecord as begin, stopRecord as finish } from '@tarojs/taro'",
  "import Taro, { startRecord as begin /* c1 */, login, stopRecord as finish /* c2 */ } from '@tarojs/taro';\nlogin(1)",
  "import Taro /* c1, c2 */, { login, /* } */ startRecord as begin, stopRecord as finish } from '@tarojs/taro';\nlogin(1)",
  "import { startRecord as begin, stopRecord as finish } from '@tarojs/taro';\nimport Taro from '@tarojs/taro'",
  "import {\n  login, // c1\n  startRecord as begin, // c2\n  stopRecord as finish, // c3\n} from '@tarojs/taro';\nimport * as Taro from '@tarojs/taro';\nlogin(1)",
  "import { default as Taro, startRecord as begin, 'stopRecord' as finish } from '@tarojs/taro'",
  "import Taro from '@tarojs/taro';\nconst { startRecord: begin, stopRecord: finish } = Taro",
  "import Taro from '@tarojs/taro';\nconst begin = Taro.startRecord, finish = Taro.stopRecord",
  "import './polyfill';\nimport Taro from '@tarojs/taro';\nimport { startRecord as begin, stopRecord as finish, login } from '@tarojs/taro';\nimport './style';\nlogin(0)",
  "log(0);\nimport Taro, { startRecord as begin } from '@tarojs/taro';\nbegin({});\nimport { stopRecord as finish } from '@tarojs/taro'",
  "// taro-modernize-ignore\nimport { startRecord as begin } from '@tarojs/taro';\nimport Taro, { stopRecord as finish } from '@tarojs/taro'",
  "import { recorder as own } from 'taro-modernize/runtime/recorder';\nimport Taro, { startRecord as begin, stopRecord as finish } from '@tarojs/taro'",
  "import mine, * as Taro from './mine';\nimport { startRecord as begin } from '@tarojs/taro';\nimport { stopRecord as finish } from './mine'",
  "import { wx, startRecord as begin } from './mine';\nimport Taro, { stopRecord as finish } from '@tarojs/taro'",
  "hoisted();\nimport Taro, { startRecord as begin, stopRecord as finish } from '@tarojs/taro';\nfunction hoisted() { begin({}), Taro.stopRecord() }",
];
const TYPED_IMPORTS = [
  ...IMPORTS,
  "import type { General } from '@tarojs/taro';\nimport Taro, { type startRecord, startRecord as begin, stopRecord as finish } from '@tarojs/taro';\nlet general: General.CallbackResult | typeof startRecord",
  "import Taro from '@tarojs/taro';\nimport begin = Taro.startRecord;\nimport finish = Taro.stopRecord",
  "declare const wx: any;\nimport Taro, { startRecord as begin, stopRecord as finish } from '@tarojs/taro'",
];
const REQUIRES = [
  "const Taro = require('@tarojs/taro');\nconst { startRecord: begin, stopRecord: finish } = require('@tarojs/taro')",
  "var Taro = require('@tarojs/taro').default, begin = Taro.startRecord, finish = Taro.stopRecord",
  "'use strict';\nconst Taro = require('@tarojs/taro'), { startRecord: begin /* c1 */, login, stopRecord: finish } = Taro;\nlogin(1)",
  "const x = go(require('./x'));\nfunction go() { return wx.startRecord({}) }\nvar Taro = require('@tarojs/taro');\nvar begin = Taro.startRecord;\nvar finish = Taro.stopRecord",
  "go();\nvar x = require('./x'), Taro = require('@tarojs/taro'), begin = Taro.startRecord, finish = Taro.stopRecord;\nfunction go() { wx.startRecord({}) }",
  "require('./polyfill');\nconst Taro = require('@tarojs/taro');\nlet begin, finish;\n({ startRecord: begin, stopRecord: finish } = Taro)",
  "var _taro = require('@tarojs/taro');\nconst Taro = _taro.default;\nvar begin = (0, _taro.startRecord), finish = _taro.stopRecord",
  "const Taro = wx, x = require('./x');\nexports.begin = Taro.startRecord;\nconst begin = exports.begin, finish = Taro.stopRecord",
];
const SCRIPTS = [
  'var Taro = wx, begin = wx.startRecord, finish = wx.stopRecord',
  'const Taro = wx;\nconst { startRecord: begin, stopRecord: finish } = wx',
  'var Taro = wx;\nfunction begin(o) { wx.startRecord(o) }\nfunction finish() { wx.stopRecord() }',
  'var Taro = mine, begin = wx.startRecord, finish = mine.stopRecord;\nlog(010, typeof this)',
];
const IMPORT_EQUALS = [
  "import Taro = require('@tarojs/taro');\nconst begin = Taro.startRecord, finish = Taro.stopRecord",
  "import Taro = require('@tarojs/taro');\nconst { startRecord: begin, stopRecord: finish } = Taro",
];

const COMMON = [
  "const KEY = 'startRecord', options = { duration: 1 };\nlet t, u, flag = true, api = Taro",
  "const KEY = 'stopRecord', api = wx;\nvar options = { duration: 1 }, t, u, flag",
  "var KEY = 'startRecord', options = { fail: log }, t, u, flag;\nlet api;\napi = Taro",
  "var t, u, flag, KEY = 'stopRecord', api = yes(0) ? Taro : wx;\nlet options = {}",
  "var t, u, flag, KEY = 'stopRecord', api = mine;\nconst options = {}, recorder = log(0)",
];

const EXPORTS = [
  "export { startRecord } from '@tarojs/taro'",
  "export { startRecord as delete, login /* c4 */ } from '@tarojs/taro'",
  "export { playVoice /* c5 */, canIUse } from '@tarojs/taro'",
  "export { stopRecord as fetch } from '@tarojs/taro';\nfetch(1)",
  'export { begin }',
  'export { finish as default, finish as if }',
  'export { begin as wx, finish as recorder }',
  'export const exported = wx.startRecord',
  'export const { startRecord: polyfilled = log, login: exportedLogin } = wx',
  'export const result = wx.startRecord && 1',
  'export let voice = log(0), changed = begin;\nchanged = mine.startRecord',
  'export { stopVoice as "a b" } from \'@tarojs/taro\'',
  'export { api, t as assigned }',
];

const COMMONJS_EXPORTS = [
  'module.exports = { begin, startRecord: Taro.startRecord, get stop() { return finish } }',
  'exports.startRecord = Taro.startRecord;\nexports.stopRecord = () => Taro.stopRecord()',
];
const EXPORT_ASSIGNMENTS = ['export = { begin, finish }', 'export = wx.startRecord'];

const HEADERS = [
  '',
  '// @ts-check\n',
  '/*! Licence */\n\n',
  '/** Page */\n',
  '\uFEFF',
  '\uFEFF/* a */\n',
  '#!/usr/bin/env node\n',
];

const DIALECTS: readonly Dialect[] = [
  { extension: 'js', features: ['module', 'taro', 'jsx'], heads: IMPORTS, exports: EXPORTS },
  {
    extension: 'tsx',
    features: ['module', 'taro', 'typescript', 'jsx'],
    heads: TYPED_IMPORTS,
    exports: EXPORTS,
  },
  {
    extension: 'ts',
    features: ['module', 'taro', 'typescript', 'angle'],
    heads: TYPED_IMPORTS,
    exports: EXPORTS,
  },
  { extension: 'js', features: ['taro'], heads: REQUIRES, exports: COMMONJS_EXPORTS },
  {
    extension: 'ts',
    features: ['taro', 'typescript', 'angle'],
    heads: IMPORT_EQUALS,
    exports: EXPORT_ASSIGNMENTS,
  },
  { extension: 'js', features: ['sloppy'], heads: SCRIPTS },
  { extension: 'js', features: ['sloppy'], heads: SCRIPTS, bundler: 'webpack' },
  { extension: 'js', features: ['sloppy'], heads: SCRIPTS, project: 'native' },
  { extension: 'js', features: [], heads: SCRIPTS.slice(0, 3).map((head) => `'use strict';\n${head}`) },
  { extension: 'ts', features: ['typescript', 'angle'], heads: SCRIPTS.slice(0, 2) },
];

/** Programs in all dialects. */
export const programs: fc.Arbitrary<Program> = fc.oneof(...DIALECTS.map(programsOf));

function programsOf({ extension, features, heads, exports = [], ...rest }: Dialect): fc.Arbitrary<Program> {
  const statement = derivations(grammar, 'statement', new Set(features));
  return fc
    .record({
      header: fc.constantFrom(...HEADERS),
      head: fc.constantFrom(...heads),
      common: fc.constantFrom(...COMMON),
      body: fc.array(statement, { minLength: 1, maxLength: 6 }),
      exported: fc.subarray([...exports], {
        maxLength: Math.min(features.includes('module') ? 2 : 1, exports.length),
      }),
      isExportedFirst: fc.boolean(),
      semicolons: fc.boolean(),
      eol: fc.constantFrom('\n', '\r\n'),
      finalLine: fc.boolean(),
      todo: fc.boolean(),
      taroVersion: fc.constantFrom(4, 3, 2),
      shareManager: fc.boolean(),
      guard: fc.boolean(),
    })
    .map(
      ({ header, head, common, body, exported, isExportedFirst, semicolons, eol, finalLine, ...options }) => {
        let count = 10;
        const codes = body.map((tree) => write(tree, grammar, () => count++));
        const parts = isExportedFirst ? [...exported, ...codes] : [...codes, ...exported];
        const code = `${[head, common, ...parts, 'log(t, u)'].join(';\n')};`;
        const text = header + (semicolons ? code : withoutSemicolons(code)) + (finalLine ? '\n' : '');
        return {
          text: text.replace(/\n/g, eol),
          filename: `/app/src/a.${extension}`,
          options: { ...options, ...rest },
        };
      },
    );
}

/** Leaves line ends to automatic semicolon insertion where the meaning stays the same. */
function withoutSemicolons(code: string): string {
  return code.split(/;(?=\n|$)/).reduce((before, line) => {
    const next = line.replace(/^(\s|\/\/.*|\/\*[\s\S]*?\*\/)+/, '');
    const isOpen = /^[([`+\-/<]/.test(next) && !/(^|\n)(import|export) .*['"}]$/.test(before);
    if (!isOpen) return before + line;
    return next.length === line.length - 1 ? `${before}\n;${next}` : `${before};${line}`;
  });
}
