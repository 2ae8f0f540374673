import type { Node } from '@babel/types';
import { expect, test } from 'vitest';
import { evaluate } from '../../src/ast/evaluate';
import type { NodePath } from '../../src/ast/node-path';
import { readProgram } from '../../src/ast/program';
import { parse } from '../../src/engine/parse/parse';

/** The value of the argument of `$(…)` in the code. */
function valueIn(code: string) {
  let argument: NodePath<Node> | undefined;
  readProgram(parse(code, 'a.ts'), code).program.traverse({
    CallExpression(path) {
      if (path.child('callee').isIdentifier({ name: '$' }))
        argument = path.children('arguments')[0] as NodePath<Node>;
    },
  });
  return evaluate(argument!);
}

test.each([
  ["$('a' + 1)", 'a1'],
  [`$(\`a\${1 + 1}b\`)`, 'a2b'],
  ['$(10 * 60 * 1000)', 600_000],
  ['$(7 % 4 - 1)', 2],
  ["$(1 < 2 ? 'yes' : 'no')", 'yes'],
  ["$('a' && 'b')", 'b'],
  ["$('a' || 'b')", 'a'],
  ["$('' || 'b')", 'b'],
  ["$(null ?? 'b')", 'b'],
  ["$('' ?? 'b')", ''],
  ['$(-(1))', -1],
  ['$(!0)', true],
  ["$(typeof 'a')", 'string'],
  ["$((1, 'a'))", 'a'],
  ["$('a' as string)", 'a'],
  ["const a = 'b'; $(a + 'c')", 'bc'],
  ["const a = 'b', c = a; $(c)", 'b'],
  ['$(undefined)', undefined],
])('%s evaluates to %j', (code, value) => {
  expect(valueIn(code)).toEqual({ value });
});

test.each([
  ['a call', "$(read('a'))"],
  ['a global', '$(name)'],
  ['a variable that is reassigned', "let a = 'b'; a = 'c'; $(a)"],
  ['constants that refer to each other', 'const a = b; const b = a; $(b)'],
  ['a name declared further down', "function f() { $(a) } const a = 'b'"],
  ['a var in a block that may not run', "if (x) { var a = 'b' } $(a)"],
  ['a destructured property', 'const { a } = b; $(a)'],
  ['a template with an unknown part', `$(\`a\${name}\`)`],
  ['a conditional with an unknown test', "$(name ? 'a' : 'b')"],
  ['a sum with an unknown operand', "$('a' + name)"],
  ['a logical expression with an unknown left operand', "$(name || 'a')"],
])('%s has no known value', (_what, code) => {
  expect(valueIn(code)).toBeUndefined();
});
