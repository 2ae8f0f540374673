import type { Node } from '@babel/types';
import type MagicString from 'magic-string';
import type { NodePath } from '../../ast/node-path';
import type { Operation } from './operations';
import { takesConditional } from './require-support';

type Compare = Extract<Operation, { type: 'compare' }>;

/** The operation that turns a truthiness test of an expression into a comparison. */
export function compareOperation(path: NodePath<Node>, value: string): Compare {
  const { node, parentPath: parent } = path;
  const isNegated = parent?.isUnaryExpression({ operator: '!' }) && !node.extra?.parenthesized;
  if (isNegated && takesEquality(parent as NodePath<Node>))
    return { type: 'compare', node, not: parent.node, value, isOperand: false };
  return { type: 'compare', node, value, isOperand: !takesEquality(path) };
}

/** Whether `a === b` can be written here without parentheses. */
function takesEquality(path: NodePath<Node>): boolean {
  return takesConditional(path) || path.key === 'test' || path.parentPath?.isLogicalExpression() === true;
}

/** `info.allowed` → `info.allowed === 'yes'`, and `!info.allowed` → `info.allowed !== 'yes'` */
export function compare(output: MagicString, text: string, { node, not, value, isOperand }: Compare): void {
  if (not) {
    if (/[\w$]/.test(text[not.start! - 1] ?? '')) output.overwrite(not.start!, not.start! + 1, ' ');
    else output.remove(not.start!, not.start! + 1);
  }
  if (isOperand) output.prependRight(node.start!, '(');
  output.appendLeft(node.end!, ` ${not ? '!' : '='}== '${value}'${isOperand ? ')' : ''}`);
}
