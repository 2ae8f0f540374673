import type { CallExpression, Node, OptionalCallExpression } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { isReadAs } from './feature-test';

/** A chain that ends if the function of its optional call is missing: `startRecord?.({}).then(f)`. */
export interface OptionalChain {
  path: NodePath<Node>;
  call: NodePath<OptionalCallExpression>;
  /** Whether other code receives the `undefined` of the chain if the function is missing. */
  isResultRead: boolean;
}

/** The chain of a call that runs only if its function exists. */
export function optionalChainOf(
  call: NodePath<CallExpression | OptionalCallExpression>,
): OptionalChain | undefined {
  if (!call.isOptionalCallExpression() || !call.node.optional) return undefined;
  let path = call as NodePath<Node>;
  while (continuesIn(path)) path = path.parentPath!;
  return { path, call, isResultRead: isReadAs(path, false) };
}

function continuesIn({ parentPath, key, node }: NodePath<Node>): boolean {
  const isChain = parentPath?.isOptionalMemberExpression() || parentPath?.isOptionalCallExpression();
  return isChain === true && (key === 'object' || key === 'callee') && !node.extra?.parenthesized;
}
