import type { Node } from '@babel/types';
import type { Binding, NodePath } from './node-path';

/** The binding of a name at a position in the program; `undefined` for a global. */
export function bindingOf(path: NodePath<Node>, name: string): Binding | undefined {
  return path.scope.getBinding(name);
}

/** The binding of an identifier; `undefined` for a global or another node. */
export function bindingOfIdentifier(path: NodePath<Node | null | undefined>): Binding | undefined {
  return path.isIdentifier() ? path.scope.getBinding(path.node.name) : undefined;
}

/** Whether an expression is a name without a declaration in the file. */
export function isUnbound(path: NodePath<Node | null | undefined>, name?: string): boolean {
  if (!path.isIdentifier() || (name !== undefined && path.node.name !== name)) return false;
  return bindingOfIdentifier(path) === undefined;
}
