import type { Node, ObjectPattern, ObjectProperty } from '@babel/types';
import type MagicString from 'magic-string';
import { lineEnd, lineStart } from '../parse/text';
import { replaceCode } from './edit-code';
import type { Operation, SplitDeclaration } from './operations';
import { removeFromList } from './remove-from-list';
import type { Source } from './source';

/** Splits a declaration into several, each with the properties of one call. */
export function splitDeclarator(
  output: MagicString,
  source: Source,
  { declaration, declarator, parts, head }: Extract<Operation, { type: 'split-declarator' }>,
): void {
  const { text } = source;
  const code = (part: SplitDeclaration) =>
    'properties' in part
      ? `{ ${part.properties.map(({ start, end }) => output.slice(start!, end!)).join(', ')} } = ${part.to}()`
      : `${part.name} = ${part.to}().${part.member} === '${part.value}'`;
  const [first, ...others] = parts;
  const indent = /^[\t ]*/.exec(text.slice(lineStart(text, declaration.start!)))![0];
  const semicolon = text[declaration.end! - 1] === ';' ? ';' : '';
  const separator = head === undefined ? ', ' : `${semicolon}${lineEnd(text)}${indent}${head} `;
  const added = others.map((part) => separator + code(part)).join('');
  if ('properties' in first!) {
    const { properties } = declarator.id as ObjectPattern;
    const moved = new Set<Node>(
      properties.filter((one) => !first.properties.includes(one as ObjectProperty)),
    );
    if (moved.size > 0) removeFromList(output, source, properties, moved);
  } else {
    replaceCode(output, source, { from: declarator.start!, to: declarator.end!, code: code(first!) });
  }
  output.appendLeft(declarator.end!, added);
}
