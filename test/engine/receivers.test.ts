import { describe, expect, it } from 'vitest';
import type { RewriteOptions } from '../../src/engine';
import { callsDuring } from '../support/calls';
import { rewrite } from '../support/fake-migration';

const run = (source: string, options: Partial<RewriteOptions> = {}) =>
  rewrite(source, { filename: 'a.ts', ...options });
/** The codes of findings that are not about an import, in source order. */
const codes = (source: string, options?: Partial<RewriteOptions>) =>
  run(source, options)
    .findings.filter(({ code }) => !/^REC(003|210)$/.test(code))
    .map(({ code }) => code);
const TARO = "import Taro from '@tarojs/taro'\n";

describe('receivers with side effects', () => {
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
  ])('a receiver with a side effect is not removed: %s', (source) => {
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
  ])('a receiver without a side effect is removed: %s', (source) => {
    expect(codes(TARO + source)).toEqual(['REC001']);
  });
});

describe('long chains of assignments resolve quickly', () => {
  const within = (source: string, expected: string[]) => {
    const calls = callsDuring(() => expect(codes(source)).toEqual(expected));
    expect(calls).toBeLessThan(1_000_000);
  };

  it('a variable that refers to another twice, forty levels deep, resolves quickly', () => {
    const lines = Array.from({ length: 40 }, (_, n) => `const a${n + 1} = c ? a${n} : a${n}`);
    within(`${TARO}const a0 = Taro\n${lines.join('\n')}\na40.startRecord({})`, ['REC001']);
  });

  it('members and functions that refer to another twice, forty levels deep, resolve quickly', () => {
    const fields = Array.from({ length: 40 }, (_, n) => `a${n + 1} = c ? this.a${n} : this.a${n}`);
    within(`${TARO}class A { a0 = Taro; ${fields.join('; ')}; go() { this.a40.startRecord({}) } }`, [
      'REC001',
    ]);
    const functions = Array.from({ length: 40 }, (_, n) => `const f${n + 1} = () => c ? f${n}() : f${n}()`);
    within(`const f0 = () => wx.createCameraContext()\n${functions.join('\n')}\nf40().startRecord({})`, [
      'REC204',
    ]);
  });

  it('fourteen variables assigned from each other resolve quickly', () => {
    const names = Array.from({ length: 14 }, (_, n) => `a${n}`);
    const all = names.flatMap((one) => names.map((other) => `${one} = ${other}`)).join('\n');
    within(`${TARO}let ${names.join(', ')}\n${all}\na3 = Taro\na13.startRecord({})`, ['REC001']);
    within(`${TARO}let ${names.join(', ')}\n${all}\na3 = Taro\na5 = other\na13.startRecord({})`, ['REC105']);
    within(`let ${names.join(', ')}\n${all}\na13.startRecord({})`, ['REC105']);
  });

  it('members assigned from each other resolve quickly', () => {
    const names = Array.from({ length: 14 }, (_, n) => `this.a${n}`);
    const all = names.flatMap((one) => names.map((other) => `${one} = ${other}`)).join('\n');
    within(`${TARO}class A { a3 = Taro; go() {\n${all}\nthis.a13.startRecord({}) } }`, ['REC001']);
    within(`${TARO}class A { a3 = Taro; a5 = other; go() {\n${all}\nthis.a13.startRecord({}) } }`, [
      'REC105',
    ]);
  });

  it('a cycle of assignments resolves the same from every start', () => {
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
    ['from outside through an alias', 'api = Taro; self() { const that = this; that.api = other }', ''],
    ['on the prototype', 'api = Taro', 'A.prototype.api = other'],
    ['by Object.assign', 'api = Taro; set(o) { Object.assign(this, o) }', ''],
    ['by Object.assign from outside', 'api = Taro', 'Object.assign(a, { api: other })'],
    ['by defineProperty', 'api = Taro', "Object.defineProperty(a, 'api', { value: other })"],
    ['in a pattern', 'api = Taro; set(o) { ({ api: this.api } = o) }', ''],
    ['in a list', 'api = Taro; set(o) { [this.api] = o }', ''],
    ['in a loop', 'api = Taro; set(o) { for (this.api of o); }', ''],
    ['under a computed name', 'api = Taro; set(k, v) { this[k] = v }', ''],
    ['on the class only', 'static api = Taro', ''],
    ['on the class as well as the instance', 'static api = Taro; api = other', ''],
    ['by the caller of the constructor', 'constructor(private api = Taro) {}', ''],
  ])('a member of this is not resolved when assigned %s', (_, members, around) => {
    expect(inClass(members, around)).toEqual(['REC105']);
  });

  it.each([
    ['by a field', 'api = Taro', ''],
    ['by its constructor', 'constructor() { this.api = Taro }', ''],
    ['twice', 'api = Taro; reset() { this.api = wx }', ''],
    ['something else only in another class', 'api = Taro', 'class B { api = other }'],
    [
      'something else only in an object literal',
      'api = Taro',
      'const o = { api: other }; module.exports.api = other',
    ],
    ['the platform again in a subclass', 'api = Taro', 'class B extends A { api = wx }'],
  ])('a member of this resolves to the platform when assigned %s', (_, members, around) => {
    expect(inClass(members, around)).toEqual(['REC001']);
  });

  it('in static code, this is the class', () => {
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

  it('in a nested function, this is another object', () => {
    const run = (call: string) => codes(`${TARO}class A { api = Taro; go() { ${call} } }`);
    expect(run('const o = { api: other, run() { this.api.startRecord() } }')).toEqual(['REC105']);
    expect(run('on(function () { this.api.startRecord() })')).toEqual(['REC105']);
    expect(run('on(function () { this.api.startRecord() }.bind(this))')).toEqual(['REC001']);
    expect(run('on(() => this.api.startRecord())')).toEqual(['REC001']);
  });

  it('in an object literal, this is the object', () => {
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

  it('in a prototype function, this is the instance', () => {
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

  it('a member of a different this is not affected', () => {
    const context = 'camera = wx.createCameraContext(); go() { this.camera.startRecord() }';
    expect(codes(`class A { ${context} }\nfoo.camera = bar`)).toEqual(['REC204']);
    expect(codes(`class A { ${context} }\nclass B extends A { camera = wx }`)).toEqual(['REC105']);
  });
});

describe('optional objects', () => {
  it.each([
    'const api = ok ? Taro : null; api?.startRecord({})',
    'let api; if (ok) api = Taro; api?.startRecord({})',
    '(ok ? Taro : undefined)?.startRecord({})',
    'let api = Taro; api = null; const other = api; other?.startRecord({})',
    "import { useRef } from 'react'; const r = useRef(null); r.current = Taro; r.current?.startRecord({})",
    'class A { api = null; on() { this.api = Taro } go() { this.api?.startRecord({}) } }',
  ])('an optional call keeps an object that may be missing: %s', (source) => {
    expect(codes(TARO + source)).toEqual(['REC117']);
  });

  it.each([
    'const api = ok ? Taro : null; if (api) api.startRecord({})',
    'let api; api = Taro; api.startRecord({})',
    'const api = Taro; api?.startRecord({})',
    'Taro?.startRecord({})',
  ])('an optional call may drop an object that exists at the call: %s', (source) => {
    expect(codes(TARO + source)).toEqual(['REC001']);
  });

  it('types are asked for the object of an optional call', () => {
    const source = 'export const f = (api) => { api?.startRecord({}); api.startRecord({}) }';
    expect(codes(source, { decideMember: () => 'platform' })).toEqual(['REC117', 'REC001']);
  });
});

describe('refs and hooks', () => {
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
  ])('refs and hooks hold their initial value: %s', (head, factory) => {
    expect(calls(head, factory)).toEqual(['REC001']);
  });

  it.each([
    ['function useRef(x) { return other }', 'useRef'],
    ['const ref = (x) => other', 'ref'],
    ["import { useRef } from './hooks'", 'useRef'],
    ["import { shallowRef } from 'their-lib'", 'shallowRef'],
    ['const React = other', 'React.useRef'],
    ["import React from './react'", 'React.useRef'],
  ])('only the hooks of the framework count: %s', (head, factory) => {
    expect(calls(head, factory)).not.toContain('REC001');
  });

  it('a ref that is passed on may be reassigned', () => {
    const head = `${TARO}import { useRef } from 'react'\nconst r = useRef(Taro)\n`;
    expect(codes(`${head}fill(r)\nr.current.startRecord()`)).toEqual(['REC105']);
    expect(codes(`${head}r.current = other\nr.current.startRecord()`)).toEqual(['REC105']);
    expect(codes(`${head}r.current = wx\nr.current.startRecord()`)).toEqual(['REC001']);
  });
});

describe('compiler helpers', () => {
  it('compiler helpers are distinguished from functions of the same name', () => {
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
  ])('a member of an object made from the platform is manual, and the message names the replacement: %s', (source) => {
    const { code, findings } = run(`${source}\nexport {}`);
    expect(code).toBe(`${source}\nexport {}`);
    // Computed names are reported too.
    const found = findings.filter((one) => one.code !== 'REC110');
    const replacement = `recorder.${source.includes('stopRecord()') ? 'stop' : 'start'}`;
    expect(found.map((one) => [one.code, one.hint])).toEqual([
      ['REC115', expect.stringContaining(`call ${replacement} instead.`)],
    ]);
  });

  it('a member of an object made from the platform is ignored if types say so, but never rewritten by types', () => {
    const source = 'promisifyAll(wx).startRecord()\nexport {}';
    expect(codes(source, { decideMember: () => 'platform' })).toEqual(['REC115']);
    expect(codes(source, { decideMember: () => 'foreign' })).toEqual(['REC213']);
  });

  it.each([
    ['an object of its own', 'const rec = { startRecord() {} }; register(wx, rec); rec.startRecord()'],
    ['a class of its own', 'const rec = new Recorder(wx); rec.startRecord()'],
    ['a context', 'wx.createCameraContext(wx).startRecord()'],
    ['an unrelated object beside it', 'const rec = {}; rec.login = wx.login; use(rec); rec.startRecord()'],
    ['a function of the platform', 'const rec = { api: promisify(wx.login) }; rec.startRecord()'],
  ])('an object is not made from the platform: %s', (_, source) => {
    expect(codes(`${source}\nexport {}`).at(-1)).toMatch(/^REC2/);
  });
});

describe('members that are certainly not the API', () => {
  it.each([
    [
      'a member assigned a function',
      "import lib from './lib'\nlib.proto.startRecord = function () {}",
      'REC201',
    ],
    [
      'a member assigned a function of the file',
      "import lib from './lib'\nfunction go() {}\nlib.proto.startRecord = go",
      'REC201',
    ],
    [
      'a member assigned a bound function',
      "import lib from './lib'\nlib.proto.startRecord = function () {}.bind(lib)",
      'REC201',
    ],
    [
      'a call with a number as the first argument',
      'const f = (rec) => rec.startRecord(1, () => {})',
      'REC218',
    ],
    ['a call with a string as the first argument', "const f = (rec) => rec.startRecord('a.mp3')", 'REC218'],
    [
      'a call with a constant number as the first argument',
      'const CHANNEL = 2\nconst f = (rec) => rec.startRecord(CHANNEL, go)',
      'REC218',
    ],
    [
      'a variable declared twice',
      'var c = wx.createCameraContext()\nvar c = wx.createCameraContext()\nc.startRecord()',
      'REC204',
    ],
    [
      'a function expression called by its own name',
      'const f = function wx() { wx.startRecord() }',
      'REC204',
    ],
  ])('ignored because it cannot be the API: %s', (_, source, code) => {
    expect(codes(`${source}\nexport {}`)).toEqual([code]);
  });

  it.each([
    ['a parameter called with options', 'const f = (rec) => rec.startRecord({})'],
    ['a member assigned an unknown value', "import lib from './lib'\nlib.proto.startRecord = lib.other"],
    ['an element of an array', 'for (let api of list) { api = Taro; api.startRecord() }'],
  ])('not ignored because it could be the API: %s', (_, source) => {
    expect(codes(`${TARO}${source}\nexport {}`)).toEqual(['REC105']);
  });

  it('a call on the platform object itself is still rewritten', () => {
    expect(codes(`${TARO}Taro.startRecord = () => {}`)).toEqual(['REC101']);
    expect(codes(`${TARO}Taro.startRecord(1, 2)`)).toEqual(['REC001']);
  });
});

describe('a package with neither Taro nor a mini program', () => {
  const neither = { project: 'neither', filename: 'a.js' } as const;

  it('a package without Taro or a mini program stays unchanged, including its permission calls', () => {
    const source = `import { recorder } from 'taro-modernize/runtime/recorder'\n${TARO}Taro.authorize({ scope: 'scope.record' })\nTaro.getSetting({})\nrecorder.start()\n`;
    const result = run(source, { project: 'neither', guard: true });
    expect(result.code).toBe(source);
    expect(result.findings.filter(({ verdict }) => verdict !== 'ignored')).toEqual([]);
    const shared = run(`${TARO}Taro.getRecorderManager()`, { project: 'neither', shareManager: true });
    expect(shared.changed).toBe(false);
    expect(shared.findings.map(({ verdict }) => verdict)).not.toContain('manual');
  });

  it('objects in a package without Taro or a mini program are ignored', () => {
    expect(codes('const sdk = { rec: make() }\nsdk.rec.startRecord({})', neither)).toEqual(['REC215']);
    expect(codes('class A { go() { this.rec.startRecord({}) } }', neither)).toEqual(['REC215']);
    expect(codes("import rec from './rec'\nrec.startRecord({})", neither)).toEqual(['REC215']);
  });

  it('a package without Taro or a mini program may still receive the platform object', () => {
    expect(codes('export const f = (api) => api.startRecord({})', neither)).toEqual(['REC105']);
    expect(codes('export const f = ({ startRecord }) => startRecord({})', neither)[0]).toBe('REC105');
    expect(codes('wx.startRecord({})', neither)).toEqual(['REC113']);
  });
});

describe('a computed member of the platform', () => {
  const found = (source: string) =>
    run(`${source}\nwx.stopRecord()\nexport {}`)
      .findings.slice(0, -1)
      .map(({ code, reason }) => (code === 'REC110' ? reason.slice(reason.lastIndexOf(' be ') + 4) : code));

  it.each([
    'if (!wx[name]) go()',
    'for (const name of names) { if (!wx[name]) continue }',
    'const has = (name) => typeof wx[name] === "function"',
    'wx[name] ? 1 : 2',
  ])('a computed member that is only tested is a feature test: %s', (source) => {
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
  ])('a computed member is reported with its possible names: %s', (source, names) => {
    expect(found(source).filter((one) => one !== 'REC206' && one !== 'REC201')).toEqual([names]);
  });

  it('a computed member from a list without the API names is ignored', () => {
    expect(found("for (const name of ['login', 'pay']) wx[name]()")).toEqual([]);
  });
});
