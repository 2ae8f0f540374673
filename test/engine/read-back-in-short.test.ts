import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readProgram } from '../../src/ast/program';
import { OutputError } from '../../src/engine/errors';
import { parseFile, parseIn } from '../../src/engine/parse/parse';
import { readBack } from '../../src/engine/parse/read-back';
import { shortenUntouchedCode } from '../../src/engine/parse/untouched-code';
import type { Edit } from '../../src/engine/types';

const PROGRAM = `import Taro, { request as send } from '@tarojs/taro';
export default function Page({ title = () => { return 1 } }) {
  const open = async () => { for await (const one of list()) await one; };
  function* ids() { yield 1; label: for (;;) { break label } }
  class Model { static { this.a = 1 } get size() { return this.b } async *all() { yield await 1 } }
  class Counter { #n = 0; up() { this.#n++ } inner = () => { return this.#n } }
  const [first] = useState([{ a: 1 }, /[/}]/])
  const tag = <b>{(() => first)()}</b> // </b>
  const call = () => open()
  const load = useCallback(async () => { await open() }, [first])
  const items = async (all = async () => { await ids() }) => await all(async () => await 1)
  useEffect(() => { open() }, [first])
  ;(call || load)()
  if (tag) call(first)
  else load
  if (tag) return (
    <i key={call} />
  )
  return <View onClick={() => { Taro.startRecord({ success() { open() } }) }}>{title}</View>
}
const a = { set x(v) { 'use strict'; v = \`\${v}}\` }, m() { return /}/ } };
export const later = (b = function () { return arguments }) => { new.target; let c = b; { let c } };
`;

const TOKENS = [
  ...'(){}[]`/*;,#',
  "'",
  '//',
  '/*',
  '=>',
  '',
  'a',
  'async ',
  'function f() {',
  'class {',
  '<View>',
  '...',
];
const STATEMENTS = [
  'let c;',
  'let a;',
  'await 1;',
  'yield 1;',
  "'use strict';",
  'return;',
  'break label;',
  'this.#n;',
  '{}',
];

/** What is known of a program before it is read back. */
function read(text: string, filename: string) {
  const { ast, dialect } = parseFile(text, filename);
  return { dialect, text, program: readProgram(ast, text).program };
}

function thrown(run: () => unknown): unknown {
  try {
    run();
    return undefined;
  } catch (error) {
    return error;
  }
}

function apply(text: string, edits: readonly Edit[]): string {
  return edits.reduceRight(
    (code, { start, end, text }) => code.slice(0, start) + text + code.slice(end),
    text,
  );
}

/** Random tokens, most of which break the program, and statements in positions where they are allowed. */
const randomEdit = fc.oneof(
  fc.record({
    start: fc.nat(PROGRAM.length),
    length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(200)),
    text: fc.constantFrom(...TOKENS),
  }),
  fc.record({
    start: fc.constantFrom(...[...PROGRAM.matchAll(/\{ (?=\w+[ .(])|;\n/g)].map(({ index }) => index + 1)),
    length: fc.constant(0),
    text: fc.constantFrom(...STATEMENTS),
  }),
);

/** As the engine orders them, without overlaps. */
const randomEdits = fc.array(randomEdit, { minLength: 1, maxLength: 3 }).map((drawn) => {
  const edits: Edit[] = [];
  for (const { start, length, text } of [...drawn].sort((a, b) => a.start - b.start)) {
    const last = edits.at(-1);
    if (!last || last.end < start) edits.push({ start, end: Math.min(start + length, PROGRAM.length), text });
  }
  return edits;
});

test.each([
  'a.jsx',
  'a.tsx',
])('%s: output that does not parse is detected, wherever the edits are', (filename) => {
  const input = read(PROGRAM, filename);
  let wrong = 0;
  let right = 0;
  fc.assert(
    fc.property(randomEdits, (edits) => {
      const output = apply(PROGRAM, edits);
      const isWrong = thrown(() => parseIn(input.dialect, output)) !== undefined;
      const error = thrown(() => readBack(output, { ...input, edits }, filename));
      if (isWrong) expect(error, output).toBeInstanceOf(OutputError);
      else expect(error, output).toBeUndefined();
      if (isWrong) wrong++;
      else right++;
    }),
    { numRuns: 1500, seed: 21 },
  );
  expect(wrong).toBeGreaterThan(100);
  expect(right).toBeGreaterThan(100);
});

test('bodies and values without an edit are not parsed', () => {
  const { program } = read(PROGRAM, 'a.jsx');
  const start = PROGRAM.indexOf('startRecord');
  const edits = [{ start, end: start + 'startRecord'.length, text: 'start' }];
  const short = apply(PROGRAM, shortenUntouchedCode(program, edits));
  expect(short).toContain('title = () => {}');
  expect(short).toContain('const open = async () => {};');
  expect(short).toContain('success() {}');
  expect(short).toContain('const [first] = 0\n');
  expect(short).toContain('const call = () => 0\n');
  expect(short).toMatch(/return \(\s+0\s+\)/);
  expect(short).toContain('const load = 0\n');
  // These values need their functions.
  expect(short).toContain('=> await all(async () => await 1)\n');
  expect(short).toMatch(/ 0\n +;\(call \|\| load\)\(\)\n/);
  expect(short).toMatch(/if \(tag\) 0\n +else 0\n/);
  expect(short).toContain('Taro.startRecord({');
  // The methods of this class need its private name.
  expect(short).toContain('up() { this.#n++ }');
});

test('a script that becomes a module is parsed as a whole', () => {
  const script = 'wx.startRecord();\nfunction f() { with (a) b(); }\n';
  const input = read(script, 'a.js');
  const edits = [{ start: 0, end: 2, text: "import wx from 'wx';\nwx" }];
  expect(() => readBack(apply(script, edits), { ...input, edits }, 'a.js')).toThrow(OutputError);
});

test('output that does not match the edits is parsed as a whole', () => {
  const input = read(PROGRAM, 'a.jsx');
  expect(() => readBack(`${PROGRAM})`, { ...input, edits: [] }, 'a.jsx')).toThrow(OutputError);
});

test('a parameter that collides with a name of the body is detected', () => {
  const text = 'export function f(a) { let recorder; return a }\n';
  const input = read(text, 'a.js');
  const edits = [{ start: 18, end: 19, text: 'recorder' }];
  expect(() => readBack(apply(text, edits), { ...input, edits }, 'a.js')).toThrow(OutputError);
});

test.each([
  ['await without its async', 'export async function f() { const a = await g(); return a }\n', 'async ', ''],
  ['yield without its generator', 'export function* f() { const a = yield; return a }\n', '*', ''],
  [
    'await beside a function without its async',
    'export async function f() { const a = g(async () => {}, await h()); return a }\n',
    'async function',
    'function',
  ],
  ['a statement that continues an edited one', 'export let a;\na();\n/b/.test(a);\n', 'a();', 'a()'],
  ['JSX below a value', 'export const f = () => {\n  return <b />\n  }\n', '  }', '<View>}'],
  [
    'JSX below a value with a comment',
    'export const f = () => {\n  return <b /> // b\n  }\n',
    '  }',
    '<View>}',
  ],
])('%s is detected', (_, text, part, by) => {
  const input = read(text, 'a.tsx');
  const start = text.lastIndexOf(part);
  const edits = [{ start, end: start + part.length, text: by }];
  expect(() => readBack(apply(text, edits), { ...input, edits }, 'a.tsx')).toThrow(OutputError);
});
