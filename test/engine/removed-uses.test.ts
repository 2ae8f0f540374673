import { describe, expect, it } from 'vitest';
import { rewrite } from '../../src/project/rewrite';

/** Declarations whose rewrite depends on all uses of a name, with a use that decides, and one that does not. */
const SUBJECTS: readonly { declared: string; other: string; own: string }[] = [
  {
    declared: "const c = useRef(Taro.createCanvasContext('x'));",
    other: 'c',
    own: 'c.current.setLineWidth(1);',
  },
  { declared: 'const i = Taro.getSystemInfoSync();', other: 'i.other', own: 'log(i.brand);' },
  { declared: 'const w = Taro.getSystemInfoSync();', other: 'w === log', own: '' },
  {
    declared: 'const d = (ctx) => { ctx.setLineWidth(1) };',
    other: 'd',
    own: "d(Taro.createCanvasContext('x'));",
  },
  { declared: 'const g = () => Taro.getSystemInfoSync();', other: 'g === log', own: 'log(g().brand);' },
  { declared: 'const p = Taro.getSystemInfoSync();', other: 'log[p.other]', own: 'log(p.windowWidth);' },
];

/** Code that the rewrite removes together with a use in it. */
const REMOVED: readonly ((use: string, name: string) => string)[] = [
  (use) => `(${use} ? Taro : wx).saveFile({});`,
  (use) => `(typeof ${use} === "string" ? Taro : wx).saveFile({});`,
  (use) => `(${use}, Taro).saveFile({});`,
  (use) => `(log ? wx : ${use} ? Taro : wx)?.saveFile({});`,
  (use, name) => `const ${name} = ${use} ? Taro : wx; ${name}.saveFile({});`,
  (use, name) => `let ${name}; ${name} = ${use} ? Taro : wx; ${name}.saveFile({});`,
  (use, name) => `const { saveFile: ${name} } = ${use} ? Taro : wx; ${name}({});`,
  (use) => `(${use} ? Taro : wx).getSystemInfo({ success: ({ brand }) => log(brand) });`,
];

const IMPORTS = "import Taro from '@tarojs/taro';\nimport { useRef } from 'react';\n";

function runTwice(source: string): { first: string; second: string } {
  const first = rewrite(source, { filename: 'a.js', platforms: ['weapp'] }).code;
  return { first, second: rewrite(first, { filename: 'a.js', platforms: ['weapp'] }).code };
}

const singles = SUBJECTS.flatMap(({ declared, other, own }) =>
  REMOVED.map((removed) => [declared, removed(other, 't'), own].join('\n')),
);
const pairs = SUBJECTS.flatMap((one) =>
  SUBJECTS.filter((two) => two !== one).flatMap((two) =>
    REMOVED.slice(0, 5).map((removed) =>
      [one.declared, two.declared, removed(one.other, 't'), removed(two.other, 's'), one.own, two.own].join(
        '\n',
      ),
    ),
  ),
);
const chain = [
  'const a = Taro.getSystemInfoSync();',
  'const b = (a.other ? Taro : wx).getSystemInfoSync();',
  'const c = (b.other ? Taro : wx).getSystemInfoSync();',
  '(c.other ? Taro : wx).saveFile({});',
].join('\n');

describe('uses in code that the rewrite removes', () => {
  it.each([...singles, ...pairs, chain])('a second run finds nothing to rewrite: %s', (code) => {
    const { first, second } = runTwice(IMPORTS + code);
    expect(first).not.toBe(IMPORTS + code);
    expect(second).toBe(first);
  });

  it('a use that stays still decides', () => {
    const { first } = runTwice(
      `${IMPORTS}const i = Taro.getSystemInfoSync();\n(i.other ? Taro : wx).saveFile({});\nlog(i.other);`,
    );
    expect(first).toContain('Taro.getSystemInfoSync()');
  });
});
