import type { Node, ObjectPattern } from '@babel/types';
import type MagicString from 'magic-string';
import type { Operation } from './operations';
import { removeFromList } from './remove-from-list';
import type { Source } from './source';

/** Adds declarators after one, with the properties that they take from it. */
export function splitDeclarator(
  output: MagicString,
  source: Source,
  { declarator, parts }: Extract<Operation, { type: 'split-declarator' }>,
): void {
  const added = parts.map(({ to, target }) => {
    const code =
      typeof target === 'string'
        ? target
        : `{ ${target.map(({ start, end }) => output.slice(start!, end!)).join(', ')} }`;
    return `, ${code} = ${to}()`;
  });
  const moved = new Set<Node>(parts.flatMap(({ target }) => (typeof target === 'string' ? [] : target)));
  if (moved.size > 0) removeFromList(output, source, (declarator.id as ObjectPattern).properties, moved);
  output.appendLeft(declarator.end!, added.join(''));
}
