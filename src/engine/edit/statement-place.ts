import type { Node } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { lineEnd, lineStart } from '../parse/text';
import { isArrowBody } from '../resolve/arguments';
import { ownEnd } from './semicolons';
import type { Source } from './source';

/** Where an expression is that becomes several. */
export type Place =
  /** A statement among others. */
  | { kind: 'list'; statement: Node }
  /** A statement that needs a block to become several: `if (ready) f()` */
  | { kind: 'body'; statement: Node }
  /** The body of an arrow function, which needs a block to become statements: `() => f()` */
  | { kind: 'arrow'; body: Node }
  /** An operand, which needs parentheses to become an assignment: `ready && f()` */
  | { kind: 'operand'; operand: Node }
  /** Only an expression can be here. */
  | { kind: 'expression' };

export function placeIn(path: NodePath<Node>): Place {
  const { node } = path;
  const parent = path.parentPath!;
  if (parent.isExpressionStatement())
    return { kind: parent.inList ? 'list' : 'body', statement: parent.node };
  if (isArrowBody(path)) return { kind: 'arrow', body: node };
  const isOperand = parent.isLogicalExpression() || parent.isConditionalExpression();
  return isOperand && !node.extra?.parenthesized
    ? { kind: 'operand', operand: node }
    : { kind: 'expression' };
}

/** The code that separates several expressions in a place. */
interface Separation {
  separator: string;
  /** The code that begins and ends a block or parentheses around them. */
  before?: { at: number; code: string };
  after?: { at: number; code: string };
}

export function separationOf(place: Place, source: Source): Separation {
  if (place.kind === 'expression') return { separator: ', ' };
  if (place.kind === 'operand') return { separator: ', ', ...enclosed(place.operand, '(', ')') };
  if (place.kind === 'arrow') return { separator: '; ', ...enclosed(place.body, '{ ', ' }') };
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

function enclosed({ start, end }: Node, before: string, after: string) {
  return { before: { at: start!, code: before }, after: { at: end!, code: after } };
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
