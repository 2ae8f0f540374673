import { describe, expect, it } from 'vitest';
import { type RewriteOptions, rewrite } from '../../../src/project/rewrite';

/** The finding codes of each file: alone, or with the evidence of all of them. */
function codes(files: readonly string[], together: boolean): string[][] {
  const options = (_source: string): RewriteOptions => ({
    filename: 'a.js',
    project: 'native',
    ...(together && { hostUses: files.flatMap((file) => rewrite(file, { filename: 'a.js' }).hostUses) }),
  });
  return files.map((source) => rewrite(source, options(source)).findings.map(({ code }) => code));
}
const alone = (source: string) => codes([source], false)[0];
const project = (...files: string[]) => codes(files, true);

describe("Alipay's and DingTalk's own startRecord", () => {
  it.each([
    ['a constant', 'const o = { maxDuration: 10 }; my.startRecord(o)'],
    ['a spread', 'const o = { maxDuration: 10 }; my.startRecord({ ...o })'],
    ['a property added later', 'const o = {}; o.maxDuration = 10; my.startRecord(o)'],
    ['assigned properties', 'const o = {}; Object.assign(o, { maxDuration: 10 }); my.startRecord(o)'],
    ['the result of a function', 'const make = () => ({ maxDuration: 10 }); my.startRecord(make())'],
    ['a conditional', 'my.startRecord(ok ? { maxDuration: 10 } : {})'],
    ['a property of a conditional', 'my.startRecord(Object.assign({}, { maxDuration: 10 }))'],
    [
      'a callback of the file',
      'function done(res) { use(res.apFilePath) } my.startRecord({ success: done })',
    ],
    ['a promise', 'my.startRecord().then((res) => use(res.apFilePath))'],
    ['an awaited promise', 'async () => { const { mediaId } = await dd.startRecord() }'],
    ['a destructured name', 'const { startRecord } = my; startRecord({ maxDuration: 10 })'],
    ['an alias', 'const api = my; api.startRecord({ maxDuration: 10 })'],
  ])("Alipay's own startRecord is recognized by %s", (_, source) => {
    for (const code of alone(source) ?? []) expect(code).toBe('REC216');
  });

  it("a parameter or binding of that name is not Alipay's startRecord", () => {
    expect(alone('function f(my) { my.startRecord({ maxDuration: 1 }) }\nmy.stopRecord()')).toEqual([
      'REC105',
      'REC116',
    ]);
  });

  it.each([
    'my.startRecord({})',
    'my.stopRecord()',
    'dd.startRecord(options)',
    'run(my.startRecord)',
    'const { stopRecord } = my',
    'const api = ok ? tt : my; api.startRecord({})',
  ])('a file alone does not decide: %s', (source) => {
    for (const code of alone(source) ?? []) expect(code).toBe('REC116');
  });

  it('start and stop in different files of a project are decided together', () => {
    const start = 'const o = { maxDuration: 10 }\nmy.startRecord(o)';
    expect(project(start, 'my.stopRecord()')).toEqual([['REC216'], ['REC216']]);
    expect(project('my.startRecord({ success() {} })', 'my.stopRecord()')).toEqual([['REC001'], ['REC001']]);
    expect(project('export const f = (o) => my.startRecord(o)', 'my.stopRecord()')).toEqual([
      ['REC116'],
      ['REC116'],
    ]);
    expect(project('my.startRecord({ ...given })', 'my.stopRecord()')).toEqual([['REC116'], ['REC116']]);
    expect(project('my.startRecord({ success: given })', 'my.stopRecord()')).toEqual([
      ['REC116'],
      ['REC116'],
    ]);
    expect(project('run(my.startRecord)', 'my.stopRecord()')).toEqual([['REC116'], ['REC116']]);
    expect(project('my.stopRecord()', 'my.stopRecord({})')).toEqual([['REC116'], ['REC116']]);
    expect(project(start, 'dd.stopRecord()')).toEqual([['REC216'], ['REC116']]);
  });

  it('calls stay unchanged if an object may be this host or another', () => {
    const either = 'const api = ok ? tt : my\napi.startRecord({})';
    expect(project(either, 'my.startRecord({ maxDuration: 1 })')).toEqual([['REC116'], ['REC216']]);
    expect(project(either, 'my.stopRecord()')).toEqual([['REC001'], ['REC001']]);
  });

  it("feature tests of Alipay's own startRecord stay unchanged", () => {
    const source =
      "if (my.startRecord) my.startRecord({ maxDuration: 1 })\n'startRecord' in my\nmy.canIUse('startRecord')";
    expect(alone(source)).toEqual(['REC216', 'REC216', 'REC208', 'REC208']);
    expect(rewrite('if (my.startRecord) run(my.startRecord)', { filename: 'a.js' }).changed).toBe(false);
  });

  it('evidence of these hosts does not affect other hosts or Taro', () => {
    expect(project('wx.startRecord({ maxDuration: 1 })', 'tt.stopRecord()')).toEqual([
      ['REC001'],
      ['REC001'],
    ]);
    expect(alone("import Taro from '@tarojs/taro'\nTaro.startRecord({ maxDuration: 1 })")).toEqual([
      'REC001',
    ]);
  });
});
