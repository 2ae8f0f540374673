import type { Node } from '@babel/types';
import { expect, test } from 'vitest';
import { evaluate } from '../../src/ast/evaluate';
import type { NodePath } from '../../src/ast/node-path';
import { readProgram } from '../../src/ast/program';
import { parse } from '../../src/engine/parse/parse';

/** What the argument of the call of `$` evaluates to. */
function valueIn(code: string) {
  let argument: NodePath<Node> | undefined;
  readProgram(parse(code, 'a.ts'), code).program.traverse({
    CallExpression(path) {
      if (path.get('callee').isIdentifier({ name: '$' }))
        argument = path.get('arguments')[0] as NodePath<Node>;
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
])('%s is %j', (code, value) => {
  expect(valueIn(code)).toEqual({ value });
});

test.each([
  ['a call', "$(read('a'))"],
  ['a global', '$(name)'],
  ['a variable that changes', "let a = 'b'; a = 'c'; $(a)"],
  ['a constant of a constant of itself', 'const a = b; const b = a; $(b)'],
  ['a name that is declared below', "function f() { $(a) } const a = 'b'"],
  ['a var of a block that may not have run', "if (x) { var a = 'b' } $(a)"],
  ['what is taken out of an object', 'const { a } = b; $(a)'],
  ['a template with an unknown part', `$(\`a\${name}\`)`],
  ['a choice by an unknown test', "$(name ? 'a' : 'b')"],
  ['a sum with an unknown part', "$('a' + name)"],
  ['an unknown left side', "$(name || 'a')"],
])('%s is not certain', (_what, code) => {
  expect(valueIn(code)).toBeUndefined();
});
