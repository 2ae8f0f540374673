import type { Literal } from '../../migrations/change';

/** Offset of the first character on the line of an offset. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}

/**
 * The rest of the line after an offset, the offset of the line ending, and the line ending itself (`''` at
 * the end of the file).
 */
export function restOfLine(text: string, offset: number): { text: string; end: number; eol: string } {
  let end = offset;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return {
    text: text.slice(offset, end),
    end,
    eol: /^(\r\n|\n|\r)/.exec(text.slice(end, end + 2))?.[0] ?? '',
  };
}

/** The file's first line ending; `\n` by default. */
export function lineEnd(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** The first quote in a text; single by default. */
export function quoteIn(text: string): string {
  return /["']/.exec(text)?.[0] ?? "'";
}

/** A value as code, in the quote style of the file or the one that needs no escapes. */
export function literalText(value: Literal, text: string): string {
  if (typeof value !== 'string') return String(value);
  const own = quoteIn(text);
  const other = own === "'" ? '"' : "'";
  const quote = value.includes(own) && !value.includes(other) ? other : own;
  return (
    quote + value.replace(/[\\'"]/g, (one) => (one === '\\' || one === quote ? `\\${one}` : one)) + quote
  );
}
