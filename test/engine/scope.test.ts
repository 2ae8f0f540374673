import { describe, expect, it } from 'vitest';
import { rewrite } from '../support/fake-migration';

/** A declaration of a name and what follows it. The name is used at `#`. */
const DECLARING: Readonly<Record<string, string>> = {
  'a private parameter property': 'class C { constructor(private NAME: F) { # } }',
  'a readonly parameter property': 'class C { constructor(readonly NAME) { # } }',
  'a protected readonly parameter property':
    'class C { constructor(protected readonly NAME: F, other) { (() => { # })() } }',
  'a parameter property with a default': 'class C { constructor(public NAME: F = {} as F) { # } }',
  'a parameter': 'function f(NAME) { # }',
  'a rest parameter': 'function f(...NAME) { # }',
  'a parameter with a default': 'const f = (NAME = {}) => { # };',
  'a destructured parameter': 'const f = ({ a: [NAME] }) => { # };',
  'a method parameter': 'const o = { m(NAME) { # } };',
  'a catch parameter': 'try { go() } catch (NAME) { # }',
  'a destructured catch parameter': 'try { go() } catch ({ NAME }) { # }',
  'a const': '{ const NAME = {}; # }',
  'a let': '{ let NAME = {}; # }',
  'a var': 'function f() { { var NAME = {}; } # }',
  'a using': '{ using NAME = {}; # }',
  'a loop': 'for (const NAME of [{}]) { # }',
  'a for-in loop': 'for (let NAME in {}) { # }',
  'a for loop': 'for (let NAME = {};;) { # }',
  'a function': '{ function NAME() {} # }',
  'a class': '{ class NAME {} # }',
  'a function expression': '(function NAME() { # });',
  'a class expression': '(class NAME { m() { # } });',
  'an enum in a block': '{ enum NAME { a } # }',
  'an enum in a function': 'function f() { enum NAME { a } # }',
  'a const enum in a case': 'switch (1) { case 1: const enum NAME { a } # }',
  'an enum in a static block': 'class C { static { enum NAME { a } # } }',
  'a function declaration without a body': '{ declare function NAME(): void; # }',
  'an overload in a function': 'function f() { function NAME(a: 1): void; function NAME(a) {} # }',
  'a namespace in a namespace': 'namespace N { namespace NAME { export const a = 1 } # }',
  'an exported namespace in a namespace': 'namespace N { export namespace NAME { export const a = 1 } # }',
  'the last part of a dotted namespace': 'namespace N.NAME { export const a = 1; # }',
  'an enum in a namespace': 'namespace N { export enum NAME { a } # }',
  'a name exported by another part of a namespace':
    'namespace N { export const NAME = {} } namespace N { # }',
  'an enum exported by another part of a namespace':
    'namespace N { export enum NAME { a } } namespace N { # }',
  'an alias in a namespace': 'namespace N { import NAME = Other.Thing; # }',
  'a function in a block of sloppy code': 'function f() { if (1) { function NAME() {} } # }',
};

/** Places for a block. */
const POSITIONS: Readonly<Record<string, string>> = {
  'at the top': '#',
  'in a function': 'function outer() { # }',
  'in an arrow function': 'const outer = () => { # };',
  'in a method': 'class Outer { method() { # } }',
  'in a static block': 'class Outer { static { # } }',
  'in a field': 'class Outer { field = () => { # } }',
  'in a case': 'switch (one) { case 1: # }',
  'in a namespace': 'namespace Outer { # }',
  'in a loop': 'for (const one of two) { # }',
};

const USES: readonly [name: string, source: string, use: string][] = [
  ['wx', '', 'wx.startRecord({});'],
  ['Taro', "import Taro from '@tarojs/taro';", 'Taro.startRecord({});'],
  ['startRecord', "import { startRecord } from '@tarojs/taro';", 'startRecord({});'],
];

const cases = Object.entries(DECLARING).flatMap(([what, declaring]) =>
  Object.entries(POSITIONS).flatMap(([where, position]) =>
    USES.map(
      ([name, source, use]) =>
        [`${name}: ${what}, ${where}`, { declaring, position, name, source, use }] as const,
    ),
  ),
);

describe('names declared in the file', () => {
  it.each(cases)('a declared name is not the platform: %s', (_, {
    declaring,
    position,
    name,
    source,
    use,
  }) => {
    // Functions cannot contain a namespace or a dotted name.
    if (declaring.startsWith('namespace') && !/^(#|namespace)/.test(position)) return;
    // Modules and classes are strict, so a function declaration is scoped to its block.
    if (declaring.includes('if (1)') && (source || position.startsWith('class'))) return;
    const code = `${source}\n${position.replace('#', declaring.replaceAll('NAME', name).replace('#', use))}\n`;
    const result = rewrite(code, { filename: 'a.ts', project: 'native' });
    expect(result.code).toBe(code);
    expect(result.findings.filter(({ verdict }) => verdict === 'rewritten')).toEqual([]);
  });
});

describe('names outside the declaration', () => {
  it.each(cases)('outside the declaration, the name is the platform: %s', (_, {
    declaring,
    position,
    name,
    source,
    use,
  }) => {
    if (declaring.startsWith('namespace') && !/^(#|namespace)/.test(position)) return;
    // In sloppy code, a function in a block also declares its name around the block.
    if (/function NAME\(\) \{\}/.test(declaring) && !source && !position.startsWith('class')) return;
    const inner = declaring.replaceAll('NAME', name).replace('#', '');
    const code = `${source}\nmodule.exports = () => { ${use} };\n${position.replace('#', inner)}\n`;
    const result = rewrite(code, { filename: 'a.ts', project: 'native' });
    expect(result.code).toContain('=> { recorder.start({}); };');
  });
});

const verdicts = (source: string, filename = 'a.ts') =>
  rewrite(source, { filename, project: 'native' }).findings.map(({ code, line }) => `${line} ${code}`);

describe('parameter properties', () => {
  it('parameter properties are ignored, because the class receives its own object', () => {
    expect(verdicts('export class C { constructor(private wx: Wechat) { wx.startRecord({}) } }')).toEqual([
      '1 REC204',
    ]);
  });

  it('parameter properties with the type of the platform stay undecided', () => {
    expect(
      verdicts('export class C { constructor(private api: typeof wx) { api.startRecord({}) } }'),
    ).toEqual(['1 REC105']);
  });

  it('parameter properties keep their names', () => {
    const code = `import { startRecord } from '@tarojs/taro'\nclass C { constructor(private startRecord: F) { startRecord({}) } }\nstartRecord({})\n`;
    expect(rewrite(code, { filename: 'a.ts' }).code).toBe(
      `import { recorder } from 'taro-modernize/runtime/recorder'\nclass C { constructor(private startRecord: F) { startRecord({}) } }\nrecorder.start({})\n`,
    );
  });
});

describe('enum members', () => {
  it('enum members are in scope in all parts of the enum', () => {
    const code = `export {}\nenum E { wx = 1, b = wx.startRecord.length }\nenum E { c = wx.startRecord.length }\nwx.startRecord()\n`;
    expect(verdicts(code)).toEqual(['2 REC204', '3 REC204', '4 REC001']);
  });

  it('the runtime import avoids names of enum members', () => {
    const code = `import Taro from '@tarojs/taro'\nenum E { recorder = 1, b = Taro.startRecord.length }\n`;
    expect(rewrite(code, { filename: 'a.ts' }).code).toBe(
      `import { recorder as taroRecorder } from 'taro-modernize/runtime/recorder'\nenum E { recorder = 1, b = taroRecorder.start.length }\n`,
    );
  });

  it('an existing runtime import is not used inside an enum whose member shadows it', () => {
    const code = `import { recorder } from 'taro-modernize/runtime/recorder'\nenum E { recorder = 1, b = wx.startRecord.length }\nrecorder.stop()\n`;
    expect(rewrite(code, { filename: 'a.ts' }).code).toContain('b = taroRecorder.start.length');
  });
});

describe('declarations without a runtime value', () => {
  it.each([
    'namespace wx { export interface Option {} }',
    'interface wx { a: 1 }',
    'type wx = 1',
    'declare const wx: any',
    'declare namespace wx { function startRecord(): void }',
    'declare enum wx { a }',
    'declare global { const wx: any }',
  ])('a declaration without a runtime value does not shadow the platform: %s', (declaration) => {
    expect(verdicts(`export {}\n${declaration}\nwx.startRecord({})\n`).at(-1)).toBe('3 REC001');
  });
});

describe('sloppy code', () => {
  it('any name inside a with statement may come from its object', () => {
    expect(verdicts('with (o) { wx.startRecord() }', 'a.js')).toEqual(['1 REC105']);
    expect(verdicts('with (wx.startRecord) { }', 'a.js')).toEqual(['1 REC002']);
  });

  it('a function in a block is also bound outside the block in sloppy code', () => {
    expect(verdicts('{ function wx() {} }\nwx.startRecord()', 'a.js')).toEqual(['2 REC105']);
    expect(verdicts('"use strict"\n{ function wx() {} }\nwx.startRecord()', 'a.js')).toEqual(['3 REC001']);
    expect(verdicts('function f() { "use strict"; { function wx() {} } wx.startRecord() }', 'a.js')).toEqual([
      '1 REC001',
    ]);
  });

  it.each([
    'if (a) function wx() {}',
    'if (a)function wx() {}',
    'if (a) b(); else function wx() {}',
    'if (a) { } else\n  // said\n  /* twice */ function wx() {}',
    'if (a) /* ( */ function wx() {}',
    'b()\nfunction c() { if (a) function d() {} }\nif (a) function wx() {}',
    'if (a) { if (b) c(); else function wx() {} }',
  ])('a function as a branch is a function in a block: %s', (script) => {
    const line = script.split('\n').length + 1;
    expect(verdicts(`${script}\nwx.startRecord()`, 'a.js')).toEqual([`${line} REC105`]);
  });
});
