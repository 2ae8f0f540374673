import { describe, expect, it } from 'vitest';
import type { RewriteOptions } from '../../src/engine';
import { rewrite } from '../support/fake-migration';

const run = (source: string, options: Partial<RewriteOptions> = {}) =>
  rewrite(source, { filename: 'a.ts', ...options });
/** The codes of what is not about an import, in source order. */
const codes = (source: string, options?: Partial<RewriteOptions>) =>
  run(source, options)
    .findings.filter(({ code }) => !/^REC(003|210)$/.test(code))
    .map(({ code }) => code);
const TARO = "import Taro from '@tarojs/taro'\n";

describe('an expression that does something else is not taken away', () => {
  it.each([
    '(t = Taro).startRecord({})',
    '(log(), Taro).startRecord()',
    '(f() ? Taro : wx).startRecord()',
    '(f() || Taro, Taro).startRecord()',
    '(ok ? (n++, Taro) : Taro).startRecord()',
    '(Taro ?? f(), Taro).stopRecord()',
    '(delete o.a, Taro).stopRecord()',
    '(new Log(), Taro).stopRecord()',
    '(tag`a`, Taro).stopRecord()',
    '((t = Taro) as any)!.startRecord()',
    'run((t = Taro).startRecord)',
    'const { startRecord } = t = Taro; startRecord()',
    'const { startRecord: go } = (log(), Taro); go()',
    'const { startRecord, login } = t ||= (log(), Taro); startRecord()',
    'export default (t = Taro).startRecord',
  ])('%s', (source) => {
    const result = run(TARO + source);
    expect(result.changed).toBe(false);
    expect(result.findings.some(({ verdict }) => verdict === 'manual')).toBe(true);
  });

  it.each([
    '(0, Taro).startRecord({})',
    '(weapp ? Taro : wx).startRecord({})',
    "(process.env.TARO_ENV === 'weapp' ? wx : Taro).startRecord({})",
    '(!weapp && 1, Taro).startRecord({})',
    '((Taro as any)!).startRecord({})',
  ])('without an effect it is: %s', (source) => {
    expect(codes(TARO + source)).toEqual(['REC001']);
  });
});

describe('a long history of assignments is followed in no time', () => {
  const within = (source: string, expected: string[]) => {
    const start = performance.now();
    expect(codes(source)).toEqual(expected);
    expect(performance.now() - start).toBeLessThan(1000);
  };

  it('of a variable that rests on another twice, forty deep', () => {
    const lines = Array.from({ length: 40 }, (_, n) => `const a${n + 1} = c ? a${n} : a${n}`);
    within(`${TARO}const a0 = Taro\n${lines.join('\n')}\na40.startRecord({})`, ['REC001']);
  });

  it('of members and functions that do so', () => {
    const fields = Array.from({ length: 40 }, (_, n) => `a${n + 1} = c ? this.a${n} : this.a${n}`);
    within(`${TARO}class A { a0 = Taro; ${fields.join('; ')}; go() { this.a40.startRecord({}) } }`, [
      'REC001',
    ]);
    const functions = Array.from({ length: 40 }, (_, n) => `const f${n + 1} = () => c ? f${n}() : f${n}()`);
    within(`const f0 = () => wx.createCameraContext()\n${functions.join('\n')}\nf40().startRecord({})`, [
      'REC204',
    ]);
  });

  it('of fourteen variables that are assigned from each other', () => {
    const names = Array.from({ length: 14 }, (_, n) => `a${n}`);
    const all = names.flatMap((one) => names.map((other) => `${one} = ${other}`)).join('\n');
    within(`${TARO}let ${names.join(', ')}\n${all}\na3 = Taro\na13.startRecord({})`, ['REC001']);
    within(`${TARO}let ${names.join(', ')}\n${all}\na3 = Taro\na5 = other\na13.startRecord({})`, ['REC105']);
    within(`let ${names.join(', ')}\n${all}\na13.startRecord({})`, ['REC105']);
  });

  it('of members that are assigned from each other', () => {
    const names = Array.from({ length: 14 }, (_, n) => `this.a${n}`);
    const all = names.flatMap((one) => names.map((other) => `${one} = ${other}`)).join('\n');
    within(`${TARO}class A { a3 = Taro; go() {\n${all}\nthis.a13.startRecord({}) } }`, ['REC001']);
    within(`${TARO}class A { a3 = Taro; a5 = other; go() {\n${all}\nthis.a13.startRecord({}) } }`, [
      'REC105',
    ]);
  });

  it('the same wherever the circle is entered', () => {
    const circle = `${TARO}let a, b, c\na = b\nb = c\nc = a\nb = Taro\n`;
    expect(codes(`${circle}a.startRecord(); b.startRecord(); c.startRecord()`)).toEqual([
      'REC001',
      'REC001',
      'REC001',
    ]);
    const mixed = `${circle}c = wx.createCameraContext()\n`;
    for (const order of ['a b c', 'c a b', 'b c a']) {
      const uses = order.split(' ').map((name) => `${name}.startRecord()`);
      expect(codes(mixed + uses.join('\n'))).toEqual(['REC105', 'REC105', 'REC105']);
    }
  });
});

describe('a member of this', () => {
  const inClass = (members: string, around = '') =>
    codes(`${TARO}class A { ${members}; go() { this.api.startRecord() } }\n${around}`);

  it.each([
    ['in a subclass', 'api = Taro', 'class B extends A { api = other }'],
    [
      'in a constructor of a subclass',
      'api = Taro',
      'class B extends A { constructor() { super(); this.api = other } }',
    ],
    [
      'in the subclass of a subclass',
      'api = Taro',
      'class B extends A {}\nclass C extends B { api = other }',
    ],
    ['by an accessor of a subclass', 'api = Taro', 'class B extends A { get api() { return other } }'],
    ['by a method', 'api = Taro; api() {}', ''],
    ['from outside', 'api = Taro', 'const a = new A(); a.api = other'],
    ['from outside, through an alias', 'api = Taro; self() { const that = this; that.api = other }', ''],
    ['on the prototype', 'api = Taro', 'A.prototype.api = other'],
    ['by Object.assign', 'api = Taro; set(o) { Object.assign(this, o) }', ''],
    ['by Object.assign from outside', 'api = Taro', 'Object.assign(a, { api: other })'],
    ['by defineProperty', 'api = Taro', "Object.defineProperty(a, 'api', { value: other })"],
    ['in a pattern', 'api = Taro; set(o) { ({ api: this.api } = o) }', ''],
    ['in a list', 'api = Taro; set(o) { [this.api] = o }', ''],
    ['in a loop', 'api = Taro; set(o) { for (this.api of o); }', ''],
    ['under a computed name', 'api = Taro; set(k, v) { this[k] = v }', ''],
    ['for the class alone', 'static api = Taro', ''],
    ['for the class beside the instance', 'static api = Taro; api = other', ''],
    ['by the caller of the constructor', 'constructor(private api = Taro) {}', ''],
  ])('is not certain where it is given another value: %s', (_, members, around) => {
    expect(inClass(members, around)).toEqual(['REC105']);
  });

  it.each([
    ['by a field', 'api = Taro', ''],
    ['by its constructor', 'constructor() { this.api = Taro }', ''],
    ['twice', 'api = Taro; reset() { this.api = wx }', ''],
    ['as something else in another class', 'api = Taro', 'class B { api = other }'],
    ['as something else in a literal', 'api = Taro', 'const o = { api: other }; module.exports.api = other'],
    ['the same in a subclass', 'api = Taro', 'class B extends A { api = wx }'],
  ])('is the platform where it is given that: %s', (_, members, around) => {
    expect(inClass(members, around)).toEqual(['REC001']);
  });

  it('is that of the class in static code', () => {
    expect(codes(`${TARO}class A { static api = Taro; static go() { this.api.startRecord() } }`)).toEqual([
      'REC001',
    ]);
    expect(
      codes(`${TARO}class A { static api = Taro; static go() { this.api.startRecord() } }\nA.api = other`),
    ).toEqual(['REC105']);
    expect(codes(`${TARO}class A { api = Taro; static go() { this.api.startRecord() } }`)).toEqual([
      'REC105',
    ]);
  });

  it('is another in a function of its own', () => {
    const run = (call: string) => codes(`${TARO}class A { api = Taro; go() { ${call} } }`);
    expect(run('const o = { api: other, run() { this.api.startRecord() } }')).toEqual(['REC105']);
    expect(run('on(function () { this.api.startRecord() })')).toEqual(['REC105']);
    expect(run('on(function () { this.api.startRecord() }.bind(this))')).toEqual(['REC001']);
    expect(run('on(() => this.api.startRecord())')).toEqual(['REC001']);
  });

  it('is that of the object in a literal', () => {
    expect(codes('Page({ api: wx, go() { this.api.startRecord() } })')).toEqual(['REC001']);
    expect(
      codes('Page({ onLoad() { this.api = wx }, methods: { go() { this.api.startRecord() } } })'),
    ).toEqual(['REC001']);
    expect(codes('const o = { api: wx }\nPage({ go() { this.api.startRecord() } })')).toEqual(['REC105']);
    expect(
      codes('const page = { api: wx, go() { this.api.startRecord() } }\npage.api = other\nPage(page)'),
    ).toEqual(['REC105']);
    expect(codes('Page({ api: wx, ...others, go() { this.api.startRecord() } })')).toEqual(['REC105']);
  });

  it('is that of the function in a prototype', () => {
    const ofPrototype =
      'function A() { this.api = wx }\nA.prototype.go = function () { this.api.startRecord() }\n';
    expect(codes(`${ofPrototype}export {}`)).toEqual(['REC001']);
    expect(
      codes(
        'function A() { this.api = wx }\nfunction B() {}\nB.prototype.go = function () { this.api.startRecord() }\nexport {}',
      ),
    ).toEqual(['REC105']);
    expect(codes(`${ofPrototype}A.prototype.api = other\nexport {}`)).toEqual(['REC105']);
    expect(
      codes(
        'function A() { this.api = other }\nA.prototype = { api: wx, go() { this.api.startRecord() } }\nexport {}',
      ),
    ).toEqual(['REC105']);
  });

  it('keeps its verdict where it is something else', () => {
    const context = 'camera = wx.createCameraContext(); go() { this.camera.startRecord() }';
    expect(codes(`class A { ${context} }\nfoo.camera = bar`)).toEqual(['REC204']);
    expect(codes(`class A { ${context} }\nclass B extends A { camera = wx }`)).toEqual(['REC105']);
  });
});

describe('an object that may be missing', () => {
  it.each([
    'const api = ok ? Taro : null; api?.startRecord({})',
    'let api; if (ok) api = Taro; api?.startRecord({})',
    '(ok ? Taro : undefined)?.startRecord({})',
    'let api = Taro; api = null; const other = api; other?.startRecord({})',
    "import { useRef } from 'react'; const r = useRef(null); r.current = Taro; r.current?.startRecord({})",
    'class A { api = null; on() { this.api = Taro } go() { this.api?.startRecord({}) } }',
  ])('is not taken away from an optional call: %s', (source) => {
    expect(codes(TARO + source)).toEqual(['REC117']);
  });

  it.each([
    'const api = ok ? Taro : null; if (api) api.startRecord({})',
    'let api; api = Taro; api.startRecord({})',
    'const api = Taro; api?.startRecord({})',
    'Taro?.startRecord({})',
  ])('may be, where it is there at the call: %s', (source) => {
    expect(codes(TARO + source)).toEqual(['REC001']);
  });

  it('is asked for by optional calls that types decide on', () => {
    const source = 'export const f = (api) => { api?.startRecord({}); api.startRecord({}) }';
    expect(codes(source, { decideMember: () => 'platform' })).toEqual(['REC117', 'REC001']);
  });
});

describe('references and hooks', () => {
  const calls = (head: string, factory: string) =>
    codes(`${TARO}${head}\nconst r = ${factory}(Taro)\nr.current.startRecord()`);

  it.each([
    ["import { useRef } from 'react'", 'useRef'],
    ["import { useRef as hold } from 'react'", 'hold'],
    ["import React from 'react'", 'React.useRef'],
    ["import * as React from 'react'", 'React.useRef'],
    ["import { useRef } from '@tarojs/taro'", 'useRef'],
    ["const { useRef } = require('react')", 'useRef'],
    ["import { shallowRef } from 'vue'", 'shallowRef'],
    ['', 'useRef'],
  ])('hold what they are given: %s', (head, factory) => {
    expect(calls(head, factory)).toEqual(['REC001']);
  });

  it.each([
    ['function useRef(x) { return other }', 'useRef'],
    ['const ref = (x) => other', 'ref'],
    ["import { useRef } from './hooks'", 'useRef'],
    ["import { shallowRef } from 'their-lib'", 'shallowRef'],
    ['const React = other', 'React.useRef'],
    ["import React from './react'", 'React.useRef'],
  ])("are the framework's alone: %s", (head, factory) => {
    expect(calls(head, factory)).not.toContain('REC001');
  });

  it('may be given something else by what they are handed to', () => {
    const head = `${TARO}import { useRef } from 'react'\nconst r = useRef(Taro)\n`;
    expect(codes(`${head}fill(r)\nr.current.startRecord()`)).toEqual(['REC105']);
    expect(codes(`${head}r.current = other\nr.current.startRecord()`)).toEqual(['REC105']);
    expect(codes(`${head}r.current = wx\nr.current.startRecord()`)).toEqual(['REC001']);
  });
});

describe('helpers of compilers', () => {
  it('are told from functions of the same names', () => {
    const source = (helper: string) =>
      `${helper}\nconst taro = toModule(require('@tarojs/taro'))\ntaro.default.startRecord()`;
    expect(
      codes(source('function toModule(m) { return m && m.__esModule ? m : { default: m } }'), {
        filename: 'a.js',
      }),
    ).toEqual(['REC001']);
    expect(codes(source('function toModule(m) { log(); return other }'), { filename: 'a.js' })).not.toContain(
      'REC001',
    );
  });
});

describe('objects made from the platform', () => {
  it.each([
    'const wxp = {}; promisifyAll(wx, wxp); wxp.startRecord()',
    'const wxp = {}; Object.assign(wxp, wx); wxp.startRecord()',
    'const wxp = {}; for (const k in wx) wxp[k] = promisify(wx[k]); wxp.startRecord()',
    'const wxp = {}; Object.keys(wx).forEach((k) => { wxp[k] = promisify(wx[k]) }); wxp.startRecord()',
    'const wxp = {}; for (const [k, v] of Object.entries(wx)) wxp[k] = promisify(v); wxp.startRecord()',
    'const wxp = {}; Object.keys(wx).forEach((k) => Object.defineProperty(wxp, k, { get: () => wx[k] })); wxp.startRecord()',
    'Object.assign({}, wx).startRecord()',
    'const wxp = Object.create(wx); wxp.startRecord()',
    'new Proxy(wx, {}).startRecord()',
    'const wxp = new Proxy(wx, {}); wxp.stopRecord()',
    'wx.pro.startRecord()',
    'const { pro } = wx; pro.startRecord()',
    'promisifyAll(wx).startRecord()',
    "import { promisifyAll } from 'miniprogram-api-promise'\nconst wxp = promisifyAll(wx); wxp.startRecord()",
    "import bluebird from 'bluebird'\nbluebird.promisifyAll(wx).startRecord()",
    'const api = { ...wx, login }; api.startRecord()',
    'const api = Object.keys(wx).reduce((all, k) => ({ ...all, [k]: promisify(wx[k]) }), {}); api.startRecord()',
    'const api = wx.pro || wx; api.startRecord()',
    'App({ globalData: { wxp: {} }, onLaunch() { promisifyAll(wx, this.globalData.wxp); this.globalData.wxp.startRecord() } })',
    'App({ globalData: { wxp: promisifyAll(wx) } }); getApp().globalData.wxp.startRecord()',
    'const app = getApp(); app.globalData.wxp = Object.assign({}, wx); app.globalData.wxp.startRecord()',
    'const globalData = { wxp: new Proxy(wx, {}) }; globalData.wxp.startRecord()',
    'const { wxp } = getApp().globalData; promisifyAll(wx, getApp().globalData.wxp); wxp.startRecord()',
    'class A { api = promisifyAll(wx); go() { this.api.startRecord() } }',
    'const { startRecord } = Object.assign({}, wx)',
  ])('are left for a person, with the replacement named: %s', (source) => {
    const { code, findings } = run(`${source}\nexport {}`);
    expect(code).toBe(`${source}\nexport {}`);
    // What is looked up by a computed name is told of as well.
    const found = findings.filter((one) => one.code !== 'REC110');
    expect(found.map((one) => [one.code, one.hint])).toEqual([
      ['REC115', `Call recorder.${source.includes('stopRecord()') ? 'stop' : 'start'} instead.`],
    ]);
  });

  it('are never rewritten by their types, but ignored where these say so', () => {
    const source = 'promisifyAll(wx).startRecord()\nexport {}';
    expect(codes(source, { decideMember: () => 'platform' })).toEqual(['REC115']);
    expect(codes(source, { decideMember: () => 'foreign' })).toEqual(['REC213']);
  });

  it.each([
    ['an object of its own', 'const rec = { startRecord() {} }; register(wx, rec); rec.startRecord()'],
    ['a class of its own', 'const rec = new Recorder(wx); rec.startRecord()'],
    ['a context', 'wx.createCameraContext(wx).startRecord()'],
    ['an object that is only near it', 'const rec = {}; rec.login = wx.login; use(rec); rec.startRecord()'],
    ['a function of the platform', 'const rec = { api: promisify(wx.login) }; rec.startRecord()'],
  ])('are not %s', (_, source) => {
    expect(codes(`${source}\nexport {}`).at(-1)).toMatch(/^REC2/);
  });
});

describe('what is known not to be the API is ignored', () => {
  it.each([
    [
      'a member that is given a function',
      "import lib from './lib'\nlib.proto.startRecord = function () {}",
      'REC201',
    ],
    [
      'one that is given a function of the file',
      "import lib from './lib'\nfunction go() {}\nlib.proto.startRecord = go",
      'REC201',
    ],
    [
      'one that is given a bound function',
      "import lib from './lib'\nlib.proto.startRecord = function () {}.bind(lib)",
      'REC201',
    ],
    ['a call with a number first', 'const f = (rec) => rec.startRecord(1, () => {})', 'REC218'],
    ['a call with a text first', "const f = (rec) => rec.startRecord('a.mp3')", 'REC218'],
    [
      'a call with a constant number first',
      'const CHANNEL = 2\nconst f = (rec) => rec.startRecord(CHANNEL, go)',
      'REC218',
    ],
    [
      'a variable that is declared twice',
      'var c = wx.createCameraContext()\nvar c = wx.createCameraContext()\nc.startRecord()',
      'REC204',
    ],
    ['a function expression by its own name', 'const f = function wx() { wx.startRecord() }', 'REC204'],
  ])('%s', (_, source, code) => {
    expect(codes(`${source}\nexport {}`)).toEqual([code]);
  });

  it.each([
    ['a parameter with options', 'const f = (rec) => rec.startRecord({})'],
    [
      'a member that is given something unknown',
      "import lib from './lib'\nlib.proto.startRecord = lib.other",
    ],
    ['an element of a list', 'for (let api of list) { api = Taro; api.startRecord() }'],
  ])('and what is not known is not: %s', (_, source) => {
    expect(codes(`${TARO}${source}\nexport {}`)).toEqual(['REC105']);
  });

  it('the platform itself is still replaced by a function at a known place', () => {
    expect(codes(`${TARO}Taro.startRecord = () => {}`)).toEqual(['REC101']);
    expect(codes(`${TARO}Taro.startRecord(1, 2)`)).toEqual(['REC001']);
  });
});

describe('a package without Taro and without a mini program', () => {
  const neither = { project: 'neither', filename: 'a.js' } as const;

  it('is left as it is, with the calls that ask for the permission', () => {
    const source = `import { recorder } from 'taro-modernize/runtime/recorder'\n${TARO}Taro.authorize({ scope: 'scope.record' })\nTaro.getSetting({})\nrecorder.start()\n`;
    const result = run(source, { project: 'neither', guard: true });
    expect(result.code).toBe(source);
    expect(result.findings.filter(({ verdict }) => verdict !== 'ignored')).toEqual([]);
    const shared = run(`${TARO}Taro.getRecorderManager()`, { project: 'neither', shareManager: true });
    expect(shared.changed).toBe(false);
    expect(shared.findings.map(({ verdict }) => verdict)).not.toContain('manual');
  });

  it('has objects of its own, which are nobody’s concern', () => {
    expect(codes('const sdk = { rec: make() }\nsdk.rec.startRecord({})', neither)).toEqual(['REC215']);
    expect(codes('class A { go() { this.rec.startRecord({}) } }', neither)).toEqual(['REC215']);
    expect(codes("import rec from './rec'\nrec.startRecord({})", neither)).toEqual(['REC215']);
  });

  it('may still be handed the platform', () => {
    expect(codes('export const f = (api) => api.startRecord({})', neither)).toEqual(['REC105']);
    expect(codes('export const f = ({ startRecord }) => startRecord({})', neither)[0]).toBe('REC105');
    expect(codes('wx.startRecord({})', neither)).toEqual(['REC113']);
  });
});

describe('a member of the platform by a computed name', () => {
  const found = (source: string) =>
    run(`${source}\nwx.stopRecord()\nexport {}`)
      .findings.slice(0, -1)
      .map(({ code, reason }) => (code === 'REC110' ? reason.slice(reason.lastIndexOf(' be ') + 4) : code));

  it.each([
    'if (!wx[name]) go()',
    'for (const name of names) { if (!wx[name]) continue }',
    'const has = (name) => typeof wx[name] === "function"',
    'wx[name] ? 1 : 2',
  ])('is a feature test where it is only asked for: %s', (source) => {
    expect(found(source)).toEqual(['REC208']);
  });

  it.each([
    ["for (const name of ['startRecord', 'login']) wx[name]()", 'startRecord'],
    [
      "const names = ['startRecord', 'stopRecord']\nnames.forEach((name) => wx[name]())",
      'startRecord or stopRecord',
    ],
    ["const names = ['startRecord', 'login']\nfor (let i = 0; i < 2; i++) wx[names[i]]()", 'startRecord'],
    ["const more = ['login']\n;['stopRecord', ...more].map((name) => wx[name]())", 'stopRecord'],
    ["wx[on ? 'startRecord' : 'stopRecord']()", 'startRecord or stopRecord'],
    ["const name = on ? 'startRecord' : 'login'\nwx[name]()", 'startRecord'],
    ["const map = { a: 'startRecord', b: 'login' }\nwx[map[key]]()", 'startRecord'],
    ['for (const name in { startRecord: 1, login: 2 }) wx[name]()', 'startRecord'],
    ['Object.keys({ startRecord: 1, login: 2 }).forEach((name) => wx[name]())', 'startRecord'],
    ["wx['start' + 'Record']()", 'startRecord'],
    ['wx[name]()', 'startRecord or stopRecord'],
    [
      "const names = ['login']\nnames.push(other)\nfor (const name of names) wx[name]()",
      'startRecord or stopRecord',
    ],
  ])('is told with the names that it may have: %s', (source, names) => {
    expect(found(source).filter((one) => one !== 'REC206' && one !== 'REC201')).toEqual([names]);
  });

  it('is none of its APIs where the list has none of them', () => {
    expect(found("for (const name of ['login', 'pay']) wx[name]()")).toEqual([]);
  });
});
