import type { Comment } from '@babel/types';
import type MagicString from 'magic-string';
import { argumentList } from './edit-arguments';
import { inline } from './edit-code';
import type { Operation } from './operations';
import type { Source } from './source';

/** `f(a)` → `f = a`. Other operations edit the callee and the argument. */
export function callToAssignment(
  output: MagicString,
  source: Source,
  { node }: Extract<Operation, { type: 'call-to-assignment' }>,
): void {
  const { elements, open } = argumentList(node, source);
  const { start, end } = elements[0]!;
  const bracket = open - 1;
  const blanks = /[\t ]*$/.exec(source.text.slice(0, bracket))![0];
  const texts = (comments: readonly Comment[]) => comments.map((comment) => inline(comment, source));
  const before = texts(source.commentsIn(open, start!));
  const after = texts(source.commentsIn(end!, node.end!));
  output.overwrite(bracket - blanks.length, start!, [' =', ...before, ''].join(' '));
  const rest = after.map((text) => ` ${text}`).join('');
  if (rest === '') output.remove(end!, node.end!);
  else output.overwrite(end!, node.end!, rest);
}
