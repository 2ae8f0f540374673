import type { Node } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { lineEnd, lineStart } from '../parse/text';
import { ownEnd } from './semicolons';
import type { Source } from './source';

/** Where an expression is that becomes several. */
export type Place =
  /** A statement among others. */
  | { kind: 'list'; statement: Node }
  /** A statement that needs a block to become several: `if (ready) f()` */
  | { kind: 'body'; statement: Node }
  /** Only an expression can be here. */
  | { kind: 'expression' };

export function placeIn(path: NodePath<Node>): Place {
  const statement = path.parentPath!;
  if (!statement.isExpressionStatement()) return { kind: 'expression' };
  return { kind: statement.inList ? 'list' : 'body', statement: statement.node };
}

/** The code that separates several expressions in a place. */
interface Separation {
  separator: string;
  /** The code that begins and ends a block around them. */
  before?: { at: number; code: string };
  after?: { at: number; code: string };
}

export function separationOf(place: Place, source: Source): Separation {
  if (place.kind === 'expression') return { separator: ', ' };
  const { text } = source;
  const { start } = place.statement;
  const end = ownEnd(place.statement, source);
  const semicolon = text[end - 1] === ';' ? ';' : '';
  const eol = lineEnd(text);
  const own = indentAt(text, start!);
  const startsLine = lineStart(text, start!) + own.length === start;
  if (place.kind === 'list') return { separator: startsLine ? semicolon + eol + own : '; ' };
  const head = source.previous(start!);
  const close = { at: end, code: `${eol}${indentAt(text, head - 1)}}` };
  if (startsLine) return { separator: semicolon + eol + own, before: { at: head, code: ' {' }, after: close };
  const inner = eol + own + indentUnit(text);
  return { separator: semicolon + inner, before: { at: start!, code: `{${inner}` }, after: close };
}

/** The whitespace at the beginning of the line of an offset. */
function indentAt(text: string, offset: number): string {
  return /^[\t ]*/.exec(text.slice(lineStart(text, offset)))![0];
}

/** The first indentation in a text; two spaces by default. */
function indentUnit(text: string): string {
  const [indent = '  '] = /^(?:\t| {2,})(?=[^\s*])/m.exec(text) ?? [];
  return indent;
}
