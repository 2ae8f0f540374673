import { expect, it } from 'vitest';
import { en } from '../../src/messages/en';
import { format } from '../../src/messages/format';
import type { Template } from '../../src/messages/message';
import { migrationMessages } from '../../src/migrations';
import { type RewriteOptions, rewrite } from '../../src/project/rewrite';

/** The hint of the first manual finding, in both languages. */
function hintsOf(code: string, options: Partial<RewriteOptions> = {}): string[] {
  const { findings } = rewrite(code, { filename: 'a.js', ...options });
  const finding = findings.find(({ verdict }) => verdict === 'manual')!;
  const chinese = format({ id: finding.messageId, data: finding.data }, 'zh', migrationMessages);
  return [finding.hint ?? '', chinese.hint ?? ''];
}

type Row = readonly [what: string, code: string, named: string, options?: Partial<RewriteOptions>];

const FIELDS = 'getWindowInfo().windowHeight, getDeviceInfo().brand';
const READ = 'const { windowHeight, brand } = api.getSystemInfoSync()\nexport const x = brand + windowHeight';

/** Where the hint of a finding must name the replacement. */
const REPLACEMENTS: readonly Row[] = [
  ['derived, fields of several functions', `const api = { ...wx }\n${READ}`, FIELDS],
  [
    'derived, one field',
    'export const h = ({ ...wx }).getSystemInfoSync().windowHeight',
    'getWindowInfo().windowHeight',
  ],
  ['derived, the whole object', 'export const i = ({ ...wx }).getSystemInfoSync()', 'getSystemInfoSync'],
  [
    'derived, an unknown field',
    'export const i = ({ ...wx }).getSystemInfoSync().nothing',
    'getSystemInfoSync',
  ],
  ['derived, a promise', 'export const i = ({ ...wx }).getSystemInfo()', 'getSystemInfo'],
  ['derived, another family', 'export const s = () => ({ ...wx }).startRecord({})', 'recorder.start'],
  ['a parameter', `export function f(api) {\n${READ.replace('export ', '')}\nreturn x }`, FIELDS],
  ['an import', `import { api } from './api'\n${READ}`, FIELDS],
  [
    'an import, with types',
    `import { api } from './api'\n${READ}`,
    FIELDS,
    { decideMember: () => undefined },
  ],
  ['one of two hosts', `const api = typeof wx === 'undefined' ? my : wx\n${READ}`, FIELDS],
  ['one of two hosts, another family', 'export const s = (o) => my.startRecord(o)', 'recorder.start'],
  [
    'one of two hosts, destructured',
    'const { startRecord } = my\nexport const s = (o) => startRecord(o)',
    'recorder.start',
  ],
  ['no platform', 'export const s = () => wx.startRecord({})', 'recorder.start', { project: 'neither' }],
  [
    'no platform, fields',
    'export const h = wx.getSystemInfoSync().windowHeight',
    'getWindowInfo',
    { project: 'neither' },
  ],
  ['a computed name', "export const p = (on) => wx[on ? 'startRecord' : 'stopRecord']({})", 'recorder.start'],
  ['any name', 'wx.playVoice({})\nexport const c = (name) => wx[name]({})', 'voice.play'],
];

for (const [what, code, named, options] of REPLACEMENTS)
  it(`the next step names the replacement: ${what}`, () => {
    for (const hint of hintsOf(code, options)) expect(hint).toContain(named);
  });

it('a hint with a condition says what to do otherwise', () => {
  const manual = Object.entries(en).filter(([id]) => id.startsWith('manual/'));
  const open = manual.filter(
    ([, { hint }]: [string, Template]) =>
      /\bif (?!this|\{)/i.test(hint ?? '') &&
      !/[Oo]therwise|[Ii]f not|[Ii]f they do not|is never one of them|or only the|with if/.test(hint!),
  );
  expect(open.map(([id, { hint }]: [string, Template]) => `${id}: ${hint}`)).toEqual([]);
});

it('the hint of an API that no migration rewrites names the platforms and the temporary file of the avatar', () => {
  const code = "import Taro from '@tarojs/taro'\nTaro.getUserInfo({})";
  const [finding] = rewrite(code, { filename: 'a.js' }).findings.filter(({ api }) => api === 'getUserInfo');
  expect(finding?.reason).toMatch(/deprecated on weapp .*temporary file/);
});

it('a run that does not ask for types does not advise a run with types', () => {
  const { findings } = rewrite(`import { api } from './api'\n${READ}`, {
    filename: 'a.js',
    decideMember: () => undefined,
  });
  expect(findings.map(({ hint }) => hint).join()).not.toContain('scan');
});
