import { describe, expect, it } from 'vitest';
import type { RewriteOptions } from '../../src/engine';
import { rewrite } from '../support/fake-migration';

const run = (source: string, options: Partial<RewriteOptions> = {}) =>
  rewrite(`${source}\nexport {}`, { filename: 'a.ts', ...options });
/** The codes of findings that are not about an import, in source order. */
const codes = (source: string, options?: Partial<RewriteOptions>) =>
  run(source, options)
    .findings.filter(({ code }) => !/^REC(003|210)$/.test(code))
    .map(({ code }) => code);
const TARO = "import Taro, { getApp as theApp } from '@tarojs/taro'\n";

describe("the app's own object", () => {
  describe.each([
    'getApp()',
    'Taro.getApp()',
    'theApp()',
    '(getApp() as any)',
    'getApp({ allowDefault: true })',
  ])('%s', (app) => {
    it.each([
      `${app}.startRecord({})`,
      `${app}?.startRecord({})`,
      `const app = ${app}; app.startRecord({})`,
      `let app; app = ${app}; app.startRecord({})`,
      `let app; function f() { app = ${app} }; app.startRecord({})`,
      `const { startRecord } = ${app}`,
      `const { startRecord: go } = ${app}; go({})`,
      `class A { app = ${app}; go() { this.app.startRecord({}) } }`,
      `${app}.core.startRecord({})`,
      `${app}['core']?.startRecord({})`,
      `${app}.globalData.recorder.startRecord({})`,
      `const { core } = ${app}; core.startRecord({})`,
      `const app = ${app}; const core = app.core; core.startRecord({})`,
      `const app = ${app}; app.core = { startRecord() {} }; app.core.startRecord({})`,
      `const app = ${app}; app.core = app.core || null; app.core.startRecord({})`,
      `const app = ${app}; app.core = new Core(); app.core.startRecord({})`,
    ])('a method of its own is ignored: %s', (source) => {
      const { code, findings } = run(TARO + source);
      expect(code).toBe(`${TARO}${source}\nexport {}`);
      expect(findings.filter((one) => one.code !== 'REC201').map((one) => [one.code, one.reason])).toEqual([
        ['REC202', "a method of the app's own object"],
      ]);
    });

    it.each([
      ...['wx', 'my', 'tt', 'Taro', 'taro', 'api', 'wxApi', '$taro', 'wxp'].flatMap((name) => [
        `${app}.${name}.startRecord({})`,
        `${app}.globalData.${name}.startRecord({})`,
        `const { ${name}: other } = ${app}; other.startRecord({})`,
      ]),
      `App({ native: wx }); ${app}.native.startRecord({})`,
      `App({ native: c ? wx : null }); ${app}.native.startRecord({})`,
      `const app = ${app}; app.native = Taro; app.native.startRecord({})`,
      `${app}.globalData.native = Taro; const { native } = ${app}.globalData; native.startRecord({})`,
      `import native from './native'\n${app}.native = native; ${app}.native.startRecord({})`,
      `${app}.made().startRecord({})`,
      `${app}[key].startRecord({})`,
    ])('an object that may be the platform stays undecided: %s', (source) => {
      const { code, findings } = run(TARO + source);
      expect(code).toBe(`${TARO}${source}\nexport {}`);
      expect(findings.map((one) => one.code)).toEqual(['REC105']);
    });

    it.each([
      `const app = ${app}; Object.assign(app, wx); app.startRecord()`,
      `App({ native: promisifyAll(wx) }); ${app}.native.startRecord()`,
      `promisifyAll(wx, ${app}.native); ${app}.native.startRecord()`,
    ])('an object that gets the APIs of the platform is derived from it: %s', (source) => {
      expect(codes(TARO + source)).toEqual(['REC115']);
    });
  });

  it.each([
    'function getApp() { return other }; getApp().startRecord({})',
    "import { getApp } from './app'\ngetApp().startRecord({})",
    'const f = (getApp) => getApp().core.startRecord({})',
    'other.getApp().startRecord({})',
    'const app = c ? getApp() : other; app.startRecord({})',
    'const app = getApp() || {}; app.core.startRecord({})',
  ])('other functions and objects are undecided: %s', (source) => {
    expect(codes(`const other = load()\n${source}`)).toEqual(['REC105']);
  });

  it('types decide on the parts of an app with a type', () => {
    const source = 'const app = getApp<IAppOption>(); app.native.startRecord({})';
    expect(codes(source, { decideMember: () => 'platform' })).toEqual(['REC001']);
    expect(codes(source, { decideMember: () => 'foreign' })).toEqual(['REC213']);
    expect(codes('getApp<IAppOption>().startRecord({})')).toEqual(['REC202']);
  });
});

describe('objects that the app defines, whose methods may call the API', () => {
  it.each([
    ['api.startRecord({})', 'the global api'],
    ['const { startRecord } = api', 'the global api'],
    ['const api = { start() {} }; api.startRecord({})', 'an object of this file'],
    ['new Api().startRecord({})', 'an object created with new'],
    ['class Api {}; Api.startRecord({})', 'Api, declared in this file'],
    ['window.api.startRecord({})', 'window.api'],
  ])('the reason names the object: %s', (source, what) => {
    expect(run(source).findings.map((one) => [one.code, one.reason])).toEqual([
      ['REC204', `a method of ${what}, not of the platform`],
    ]);
  });
});
