import { expect, test } from 'vitest';
import { readProgram } from '../../src/ast/program';
import { parse } from '../../src/engine/parse/parse';

const program = (code: string) => readProgram(parse(code, 'a.js'), code).program;

test('a traversal skips and stops on request', () => {
  const seen: string[] = [];
  program('a; function f() { b } c; stop; d').traverse({
    Function: (path) => path.skip(),
    Identifier(path) {
      seen.push(path.node.name);
      if (path.node.name === 'stop') path.stop();
    },
  });
  expect(seen).toEqual(['a', 'c', 'stop']);
});

test('a visitor for all nodes is called for nodes that no specific visitor handles', () => {
  const seen: string[] = [];
  program('a(1)').traverse({
    enter: (path) => seen.push(path.node.type),
    'Identifier|NumericLiteral': (path) => seen.push(`* ${path.node.type}`),
  });
  expect(seen).toEqual(['ExpressionStatement', 'CallExpression', '* Identifier', '* NumericLiteral']);
});

test('paths in a list keep their index beside holes, and the same path object is returned each time', () => {
  const array = program('[, a, , a]').children('body')[0]!.child('expression');
  const elements = array.children('elements');
  expect(elements.map(({ node, key }) => [node?.type, key])).toEqual([
    [undefined, 0],
    ['Identifier', 1],
    [undefined, 2],
    ['Identifier', 3],
  ]);
  expect(array.children('elements')[3]).toBe(elements[3]);
});

test('siblings are the paths of the same list', () => {
  const [, second] = program('a; b; c; d').children('body');
  const names = (paths: readonly { node?: unknown }[]) =>
    paths.map(({ node }) => (node as { expression: { name: string } }).expression.name);
  expect(names([second!.getPrevSibling()!])).toEqual(['a']);
  expect(names(second!.getAllPrevSiblings())).toEqual(['a']);
  expect(names(second!.getAllNextSiblings())).toEqual(['c', 'd']);
});
