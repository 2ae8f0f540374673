import type { Node } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import type { OptionalChain } from '../resolve/optional-chain';
import type { Operation } from './operation';

/** The code for a missing value: `void 0` if the file declares `undefined`. */
export type Nothing = 'undefined' | 'void 0';

/**
 * `startRecord?.({})` → `recorder.supported && recorder.start({})`, or a conditional if its result is used.
 * @param test `isTested` if the preceding code has already tested `supported`, an expression in this file
 * @param unawait the `await` before the chain, if it is removed
 */
export function requireSupport(
  { path, call, isResultRead }: OptionalChain,
  { supported, isTested, nothing }: { supported: string; isTested: boolean; nothing: Nothing },
  unawait?: NodePath<Node>,
): Operation {
  const isOperand = !takesConditional(unawait ?? path) && (isResultRead || !takesLogical(path));
  const [open, close] = isOperand ? ['(', ')'] : ['', ''];
  return {
    phase: 'around',
    apply(output, source) {
      const dot = source.after('?.', source.afterClosing(call.node.callee.end!))!;
      output.remove(dot - 2, dot);
      if (isTested) return;
      output.prependRight(path.node.start!, `${open}${supported} ${isResultRead ? '?' : '&&'} `);
      output.appendLeft(path.node.end!, `${isResultRead ? ` : ${nothing}` : ''}${close}`);
    },
  };
}

/** Whether an expression with the lowest precedence can be written here without parentheses. */
export function takesConditional({ node, parentPath: parent, key, listKey }: NodePath<Node>): boolean {
  if (node.extra?.parenthesized) return true;
  if (!parent || key === 'test' || key === 'superClass') return false;
  if (parent.isCallExpression() || parent.isOptionalCallExpression() || parent.isNewExpression())
    return listKey === 'arguments';
  return parent.isStatement() || key === 'init' || LOOSE_PARENTS.has(parent.type);
}

/** Whether `a && b` can be written here without parentheses even if a conditional cannot. */
function takesLogical({ parentPath: parent, key }: NodePath<Node>): boolean {
  if (parent?.isLogicalExpression()) return parent.node.operator !== '??';
  return key === 'test' || parent?.isConditionalExpression() === true;
}

const LOOSE_PARENTS: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'ArrowFunctionExpression',
  'AssignmentExpression',
  'JSXExpressionContainer',
  'ObjectProperty',
  'ParenthesizedExpression',
  'SequenceExpression',
  'SpreadElement',
  'TemplateLiteral',
]);
