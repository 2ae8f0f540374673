import type { File, Node } from '@babel/types';
import { TYPES } from '../../ast/aliases';
import { VISITOR_KEYS } from '../../ast/node-types';
import type { Edit } from '../types';

/**
 * The edits that empty the bodies of functions without other edits. If a module parses with these edits, it
 * also parses without them: a body is balanced and has parsed in the same position before, and in strict code
 * nothing outside a function changes how its body parses. The exception is private names, which the class
 * must declare, so classes with private names are not emptied.
 */
export function emptyUntouchedBodies(ast: File, edits: readonly Edit[]): Edit[] {
  const emptied: Edit[] = [];
  visit(ast.program, edits);
  return emptied;

  /** @param inside the edits that may be inside the node */
  function visit(node: Node, inside: readonly Edit[]): void {
    for (const field of VISITOR_KEYS[node.type] ?? []) {
      const value = (node as unknown as Record<string, Node | (Node | null)[] | null | undefined>)[field];
      if (!value) continue;
      if (!Array.isArray(value)) visitChild(value, node, inside);
      else for (const element of value) if (element) visitChild(element, node, inside);
    }
  }

  function visitChild(node: Node, parent: Node, inside: readonly Edit[]): void {
    if (node.type === 'ClassBody' && node.body.some(isPrivate)) return;
    const start = node.start!;
    const end = node.end!;
    const isBody = node.type === 'BlockStatement' && TYPES.Function.has(parent.type);
    const touching = isBody ? inside.filter((edit) => edit.start <= end && edit.end >= start) : inside;
    if (isBody && touching.length === 0) emptied.push({ start, end, text: '{}' });
    else visit(node, touching);
  }
}

function isPrivate(member: Node): boolean {
  return 'key' in member && member.key?.type === 'PrivateName';
}
