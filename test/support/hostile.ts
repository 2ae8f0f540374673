/** Code that repeats or nests one construct `n` times, followed by something to resolve. */
type Make = (n: number) => string;

const times = (n: number, write: (index: number) => string, between = '\n') =>
  Array.from({ length: n }, (_, index) => write(index)).join(between);
const nested = (n: number, open: string, inner: string, close: string) =>
  open.repeat(n) + inner + close.repeat(n);
/** `n` names, each with a value made from the previous one. */
const chain = (n: number, first: string, next: (before: string, index: number) => string, last: string) =>
  `${first}\n${times(n, (index) => next(`a${index}`, index + 1))}\n${last.replace('LAST', `a${n}`)}`;

const resolving: Record<string, Make> = {
  'aliases of aliases': (n) => chain(n, 'var a0 = wx', (a, i) => `var a${i} = ${a}`, 'LAST.startRecord({})'),
  'aliases in one declaration': (n) =>
    `var a0 = wx, ${times(n, (i) => `a${i + 1} = a${i}`, ', ')}; a${n}.startRecord({})`,
  'conditions that use the same alias twice': (n) =>
    chain(n, 'let a0 = wx', (a, i) => `let a${i} = c ? ${a} : ${a}`, 'LAST.startRecord({})'),
  'alternatives that use the same alias twice': (n) =>
    chain(n, 'let a0 = x', (a, i) => `let a${i} = ${a} || ${a}`, 'LAST.startRecord({})'),
  'aliases assigned twice': (n) =>
    chain(n, 'let a0 = wx', (a, i) => `let a${i} = ${a}; a${i} = ${a}`, 'LAST.startRecord({})'),
  'variables assigned from each other': (n) =>
    `let ${times(n, (i) => `a${i}`, ', ')}\na0 = wx\n${times(n, (i) => times(n, (j) => `a${i} = a${j}`, ';'))}\na1.startRecord({})`,
  'members assigned to each other': (n) =>
    `class A { constructor() { this.m0 = wx\n${times(n, (i) => `this.m${i + 1} = c ? this.m${i} : this.m${i}`)} }\ngo() { this.m${n}.startRecord({}) } }`,
  'texts made of texts': (n) =>
    chain(n, 'const a0 = 1', (a, i) => `const a${i} = \`\${${a}}\${${a}}\``, 'wx.startRecord(LAST)'),
  'members read often': (n) =>
    `class A { go() { wx.startRecord()\n${times(n, (i) => `this.m${i % 9} = this.x${i} + 1`)} } }`,
  'members of data assigned to each other': (n) =>
    `Page({ data: { d0: wx }, go() {\n${times(n, (i) => `this.setData({ d${i + 1}: this.data.d${i} || this.data.d${i} })`)}\nthis.data.d${n}.startRecord() } })`,
  'functions that return each other': (n) =>
    chain(
      n,
      'function a0() { return mine() }',
      (a, i) => `function a${i}() { if (c) return ${a}(); return ${a}() }`,
      'LAST().startRecord({})',
    ),
  'functions that return the platform': (n) =>
    chain(
      n,
      'const a0 = () => wx',
      (a, i) => `const a${i} = () => c ? ${a}() : ${a}()`,
      'LAST().startRecord({})',
    ),
  'hooks around hooks': (n) =>
    chain(
      n,
      'const a0 = useRef(wx)',
      (a, i) => `const a${i} = useRef(${a}.current || ${a}.current)`,
      'LAST.current.startRecord()',
    ),
  'states of states': (n) =>
    chain(
      n,
      'const [a0] = useState(wx)',
      (a, i) => `const [a${i}] = useState(() => c ? ${a} : ${a})`,
      'LAST.startRecord()',
    ),
  'memos of memos': (n) => `${nested(n, 'useMemo(() => ', 'wx', ')')}.startRecord({})`,
  'destructured names': (n) =>
    chain(n, 'const a0 = wx', (a, i) => `const { b: a${i} = ${a} } = ${a}`, 'LAST.startRecord({})'),
  'rest elements of rest elements': (n) =>
    chain(n, 'const a0 = wx', (a, i) => `const { k${i}, ...a${i} } = ${a}`, 'LAST.startRecord({})'),
  'classes that extend each other': (n) =>
    chain(
      n,
      'class a0 { api = wx; go() { this.api.startRecord() } }',
      (a, i) => `class a${i} extends ${a} { api = wx }`,
      'new LAST().go()',
    ),
  'options spread into options': (n) =>
    chain(
      n,
      'const a0 = { duration: 1 }',
      (a, i) => `const a${i} = { ...${a}, ...${a} }`,
      'my.startRecord(LAST)',
    ),
  'options passed from function to function': (n) =>
    chain(
      n,
      'function a0(o) { my.startRecord(o) }',
      (a, i) => `function a${i}(o) { ${a}(o); ${a}({ ...o }) }`,
      'LAST({})',
    ),
  'an own method passed to every call': (n) =>
    `${times(n, (i) => `o.p${i} = o.p${i + 1} = wx`)}\no.p0.startRecord()`,
  'tests of aliases': (n) =>
    chain(n, 'let a0 = wx.startRecord', (a, i) => `let a${i} = ${a} && ${a}`, 'if (LAST) wx.startRecord()'),
  'tests in tests': (n) =>
    `${nested(n, 'if (wx.startRecord) { ', 'wx.startRecord({})', ' } else { wx.stopRecord() }')}`,
  'a long condition': (n) => `if (${times(n, () => 'wx.startRecord', ' && ')}) wx.startRecord({})`,
  'assignments in assignments': (n) => `${nested(n, '(t = ', 'wx', ')')}.startRecord({})`,
};

const many: Record<string, Make> = {
  calls: (n) => times(n, () => 'wx.startRecord({})'),
  'calls in one line': (n) => times(n, () => 'wx.startRecord({})', ';'),
  'uses of one name': (n) => `import { startRecord as s } from '@tarojs/taro'\n${times(n, () => 's({})')}`,
  'imported names': (n) =>
    `import { ${times(n, (i) => `startRecord as s${i}`, ', ')} } from '@tarojs/taro'\n${times(n, (i) => `s${i}()`)}`,
  'imports of one name each': (n) =>
    times(n, (i) => `import { startRecord as s${i} } from '@tarojs/taro'; s${i}()`),
  'exported names': (n) => `export { ${times(n, (i) => `startRecord as s${i}`, ', ')} } from '@tarojs/taro'`,
  'exports of one name each': (n) => times(n, (i) => `export { startRecord as s${i} } from '@tarojs/taro'`),
  'names taken out at once': (n) =>
    `const { ${times(n, (i) => `startRecord: s${i}`, ', ')}, login } = wx\n${times(n, (i) => `s${i}()`)}`,
  'names destructured one by one': (n) =>
    times(n, (i) => `const { startRecord: s${i}, login: l${i} } = wx; s${i}()`),
  'unknown parameters': (n) => times(n, (i) => `function f${i}(a) { a.startRecord() }`),
  'calls with computed names': (n) => `wx.startRecord()\n${times(n, (i) => `wx[k${i}]()`)}`,
  'constants for names': (n) => times(n, (i) => `const k${i} = 'startRecord'; wx[k${i}]()`),
  'names that the runtime import would use': (n) =>
    `var recorder, taroRecorder${times(n, (i) => `, taroRecorder${i}`, '')}; wx.startRecord()`,
  'scopes that declare the name of the runtime import': (n) =>
    times(n, () => '{ let recorder; wx.startRecord() }'),
  'suppress comments': (n) => times(n, () => '// taro-modernize-ignore\nwx.startRecord()'),
  'comments before the code': (n) => `${times(n, () => '/* c */', ' ')}\nwx.startRecord()`,
  'comments below imports': (n) =>
    `import Taro from '@tarojs/taro' ${times(n, () => '/* c */', ' ')}\nTaro.startRecord()`,
  'comments in a call': (n) => `wx${times(n, () => '/**/', '')}.startRecord()`,
  'comments in an import list': (n) =>
    `import { login, startRecord ${times(n, () => '/**/', '')} } from '@tarojs/taro'\nstartRecord()`,
  'blank lines in a statement': (n) => `const a = require('a'${'\n'.repeat(n)})\nwx.startRecord()`,
  'blank lines before the code': (n) => `'use strict'${'\n'.repeat(n)}wx.startRecord()`,
  'whitespace in a call': (n) => `wx${' '.repeat(n)}.${'\t'.repeat(n)}startRecord()`,
  'whitespace in parentheses': (n) => `(${'\n'.repeat(n)}wx${'\n'.repeat(n)}).startRecord()`,
  'CRLF line endings': (n) => `/* a */${'\r\n'.repeat(n)}wx.startRecord()`,
  'blanks after imports': (n) => `import Taro from '@tarojs/taro'${' '.repeat(n)}\nTaro.startRecord()`,
  'statements before a call': (n) => `${times(n, () => 'go()')}\nwx.startRecord()`,
  'require calls before a call': (n) =>
    `${times(n, (i) => `var m${i} = require('./m${i}')`)}\nwx.startRecord()`,
  'called hoisted functions': (n) =>
    `${times(n, (i) => `var m${i} = f${i}(require('./m'))`)}\n${times(n, (i) => `function f${i}() { wx.startRecord() }`)}`,
  'functions that call each other before a require': (n) =>
    `var m = f0(require('./m'))\n${times(n, (i) => `function f${i}() { f${(i + 1) % n}(); f${(i + 7) % n}() }`)}\nwx.startRecord()`,
  'strings that contain the name': (n) => times(n, () => "log('startRecord')"),
  'awaits without semicolons': (n) =>
    `async function f() {\n${times(n, () => 'await (wx.startRecord({ success() {} }))')}\n}`,
  'enums and namespaces': (n) =>
    times(n, (i) => `enum wx${i} { recorder = 1 }\nnamespace N${i} { wx.startRecord() }`),
  'parameter properties': (n) =>
    `class A { constructor(${times(n, (i) => `private p${i}: any`, ', ')}) { p0.startRecord(); wx.startRecord() } }`,
};

/** Code nested so deeply that a parser may overflow the stack. */
const deep: Record<string, Make> = {
  parentheses: (n) => `${nested(n, '(', 'wx', ')')}.startRecord({})`,
  'conditions in conditions': (n) => `${nested(n, '(c ? ', 'wx', ' : wx)')}.startRecord({})`,
  'a chain of conditions': (n) => `(${times(n, () => 'c ? wx', ' : ')} : wx).startRecord({})`,
  'a chain of &&': (n) => `(${times(n, () => 'wx', ' && ')}).startRecord({})`,
  'a chain of ,': (n) => `(${times(n, () => 'wx', ', ')}).startRecord({})`,
  'a chain of members': (n) => `wx${'.a'.repeat(n)}.startRecord({})`,
  'a chain of calls': (n) => `wx${'.a()'.repeat(n)}.startRecord({})`,
  'a chain of optional members': (n) => `wx${'?.a'.repeat(n)}?.startRecord({})`,
  'a chain of default': (n) => `wx${'.default'.repeat(n)}.startRecord({})`,
  'a chain of +': (n) => `wx.startRecord(${times(n, () => 'a', ' + ')})`,
  'calls in calls': (n) => `${nested(n, 'f(', 'wx.startRecord({})', ')')}`,
  'callbacks in callbacks': (n) => nested(n, 'wx.startRecord({ success() { ', '', ' } })'),
  'arrays in arrays': (n) => `wx.startRecord(${nested(n, '[', '', ']')})`,
  'objects in objects': (n) => `wx.startRecord(${nested(n, '{a:', '1', '}')})`,
  'patterns in patterns': (n) => `const ${nested(n, '{a:', 'b', '}')} = wx; b.startRecord()`,
  'functions in functions': (n) => nested(n, 'function f() { ', 'wx.startRecord()', ' }'),
  'arrows in arrows': (n) => `${'a=>'.repeat(n)}wx.startRecord()`,
  'blocks in blocks': (n) => nested(n, '{', 'wx.startRecord()', '}'),
  'ifs in ifs': (n) => `${'if(a)'.repeat(n)}wx.startRecord()`,
  'a chain of else': (n) => `${'if(a)b;else '.repeat(n)}wx.startRecord()`,
  negations: (n) => `${'!'.repeat(n)}wx.startRecord`,
  'classes in classes': (n) => nested(n, '(class { a = ', 'wx.startRecord()', ' })'),
  'templates in templates': (n) => nested(n, '`${', 'wx.startRecord()', '}`'),
  'elements in elements': (n) => `x = ${nested(n, '<a>', '{wx.startRecord()}', '</a>')}`,
  'awaits of awaits': (n) => `async () => { ${'await '.repeat(n)}wx.startRecord({ success() {} }) }`,
  'assignments of assignments': (n) => `${'a = '.repeat(n)}wx; a.startRecord()`,
  'types in types': (n) => `let a: ${nested(n, 'A<', 'B', '>')}; wx.startRecord()`,
  'casts of casts': (n) => `(wx${' as any'.repeat(n)}).startRecord({})`,
  'assertions of assertions': (n) => `wx${'!'.repeat(n)}.startRecord({})`,
};

/** Inputs of a given size that are slow to process, by their construct. */
export function hostileInputs(size: number): [what: string, text: string][] {
  return Object.entries({ ...resolving, ...many, ...deep }).map(([what, make]) => [what, filled(make, size)]);
}

/** The longest code within a size limit. */
function filled(make: Make, size: number): string {
  let fits = 1;
  while (make(fits * 2).length <= size) fits *= 2;
  let tooLong = fits * 2;
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (make(middle).length <= size) fits = middle;
    else tooLong = middle;
  }
  return make(fits);
}
