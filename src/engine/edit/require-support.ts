import type { Node } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import type { OptionalChain } from '../resolve/optional-chain';
import type { Operation } from './operations';

type Of<Type extends Operation['type']> = Extract<Operation, { type: Type }>;

/**
 * Lets an optional chain start only where the API is supported.
 * @param test with `supported` as the expression in this file: `recorder.supported`
 * @param unawait the `await` before the chain, if it is removed
 */
export function supportOperation(
  { path, call, isResultRead }: OptionalChain,
  test: Pick<Of<'require-support'>, 'supported' | 'isTested' | 'nothing'>,
  unawait?: NodePath<Node>,
): Of<'require-support'> {
  return {
    type: 'require-support',
    node: path.node,
    call: call.node,
    ...test,
    isResultRead,
    isOperand: !takesConditional(unawait ?? path) && (isResultRead || !takesLogical(path)),
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
