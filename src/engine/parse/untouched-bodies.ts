import type { File, Node } from '@babel/types';
import { TYPES } from '../../ast/aliases';
import { VISITOR_KEYS } from '../../ast/node-types';
import type { Edit } from '../types';

/**
 * The edits that empty the bodies of functions in which nothing else is edited. A module that parses with them parses
 * without them: a body is all braces and tokens of its own, it has parsed at the same place before, and in strict code
 * nothing around a function decides how its body parses. Private names are the exception, as their class has to
 * declare them: classes with private names stay as they are.
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
