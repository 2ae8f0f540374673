import type { Node, Program } from '@babel/types';
import { TYPES } from '../../ast/aliases';
import type { NodePath } from '../../ast/node-path';
import type { Edit } from '../types';

/**
 * The edits that empty the bodies of functions without other edits, not even in the parameters, with whose names
 * the body's must not collide. If a module parses with these edits, it
 * also parses without them: a body is balanced and has parsed in the same position before, and in strict code
 * nothing outside a function changes how its body parses. The exception is private names, which the class
 * must declare, so classes with private names are not emptied.
 */
export function emptyUntouchedBodies({ root: { paths } }: NodePath<Program>, edits: readonly Edit[]): Edit[] {
  const emptied: Edit[] = [];
  for (let at = 0; at < paths.length; ) {
    const path = paths[at]!;
    const isUntouched = isBody(path) && !isEdited(path.parentPath!.node, edits);
    if (isUntouched) emptied.push({ start: path.node.start!, end: path.node.end!, text: '{}' });
    // A node's descendants follow it.
    at = isUntouched || hasPrivateNames(path.node) ? path.end : at + 1;
  }
  return emptied;
}

function isBody({ node, parentPath }: NodePath<Node>): boolean {
  return node.type === 'BlockStatement' && parentPath !== null && TYPES.Function.has(parentPath.node.type);
}

function isEdited({ start, end }: Node, edits: readonly Edit[]): boolean {
  return edits.some((edit) => edit.start <= end! && edit.end >= start!);
}

function hasPrivateNames(node: Node): boolean {
  return (
    node.type === 'ClassBody' &&
    node.body.some((member) => 'key' in member && member.key?.type === 'PrivateName')
  );
}
