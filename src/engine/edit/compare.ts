import type { Node } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { edit, type Operation } from './operation';
import { takesConditional } from './require-support';

/**
 * Turns a truthiness test of an expression into a comparison: `info.allowed` → `info.allowed === 'yes'`, and
 * `!info.allowed` → `info.allowed !== 'yes'`.
 */
export function compare(path: NodePath<Node>, value: string): Operation {
  const { node, parentPath: parent } = path;
  const isNegated =
    parent?.isUnaryExpression({ operator: '!' }) && !node.extra?.parenthesized && takesEquality(parent);
  const [open, close] = isNegated || takesEquality(path) ? ['', ''] : ['(', ')'];
  return edit((output, { text }) => {
    if (isNegated) {
      const not = parent.node.start!;
      if (/[\w$]/.test(text[not - 1] ?? '')) output.overwrite(not, not + 1, ' ');
      else output.remove(not, not + 1);
    }
    if (open) output.prependRight(node.start!, open);
    output.appendLeft(node.end!, ` ${isNegated ? '!' : '='}== '${value}'${close}`);
  });
}

/** Whether `a === b` can be written here without parentheses. */
function takesEquality(path: NodePath<Node>): boolean {
  return takesConditional(path) || path.key === 'test' || path.parentPath?.isLogicalExpression() === true;
}
