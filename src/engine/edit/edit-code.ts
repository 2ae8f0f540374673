import type { Comment } from '@babel/types';
import type MagicString from 'magic-string';
import { lineStart, restOfLine } from '../parse/text';
import type { Source } from './source';

/** Replaces code. Comments in it are kept after the new code, and words stay separated. */
export function replaceCode(
  output: MagicString,
  source: Source,
  {
    from,
    to,
    code,
    comments = source.commentsIn(from, to),
  }: { from: number; to: number; code: string; comments?: Comment[] },
): void {
  const { text } = source;
  const at = source.next(to);
  const next = text.slice(at, at + 10);
  // No line break may precede these, not even one in a comment.
  const isBeforePostfix = /^(!(?!=)|\+\+|--|as\b|satisfies\b)/.test(next);
  const kept = comments.map((comment) => inline(comment, source));
  const full = [code, ...(isBeforePostfix ? kept.map(onOneLine) : kept)].join(' ');
  const before = joinsWords(text[from - 1], full[0]) ? ' ' : '';
  const after = joinsWords(full.at(-1), text[to]) ? ' ' : '';
  output.overwrite(from, to, before + full + after);
}

function onOneLine(comment: string): string {
  return comment.replace(/\s*[\r\n\u2028\u2029]\s*/g, ' ');
}

/** A comment that needs no line break after it, because a line break can end a statement. */
export function inline(comment: Comment, source: Source): string {
  if (comment.type === 'CommentBlock') return source.textOf(comment);
  return `/*${comment.value.trimEnd().replaceAll('*/', '* /')} */`;
}

function joinsWords(before: string | undefined, after: string | undefined): boolean {
  return isWord(before) && isWord(after);
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\w$\\\u0080-\uffff]/.test(character);
}

/** Comments to insert before code, with each line comment on its own line. */
export function leadingComments(comments: readonly Comment[], source: Source, eol: string): string {
  return comments
    .map((comment) => source.textOf(comment) + (comment.type === 'CommentLine' ? eol : ' '))
    .join('');
}

/** Removes code but keeps the comments in it. */
export function removeCode(
  output: MagicString,
  source: Source,
  { from, to, comments = source.commentsIn(from, to) }: { from: number; to: number; comments?: Comment[] },
): void {
  let start = from;
  for (const comment of comments) {
    const end = source.previous(comment.start!);
    if (start < end) removeWithLine(output, source.text, start, end);
    start = source.next(comment.end!);
  }
  if (start < to) removeWithLine(output, source.text, start, to);
}

/** Removes a range: with its line if nothing else is on it, otherwise without leaving doubled spaces. */
export function removeWithLine(output: MagicString, text: string, start: number, end: number): void {
  const from = lineStart(text, start);
  const rest = restOfLine(text, end);
  const blanks = /^[\t ]*/.exec(rest.text)![0];
  const before = text.slice(from, start);
  if (/^[\t ]*$/.test(before) && blanks === rest.text) output.remove(from, rest.end + rest.eol.length);
  else if (before === '' || /[\t ]$/.test(before)) output.remove(start, end + blanks.length);
  else {
    output.remove(start, end);
    if (joinsWords(before.at(-1), text[end])) output.appendLeft(end, ' ');
  }
}
