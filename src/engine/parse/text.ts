/** Offset of the first character of the line that an offset is on. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}

/** What follows an offset on its line, where the line ends, and how (`''` at the end of the file). */
export function restOfLine(text: string, offset: number): { text: string; end: number; eol: string } {
  let end = offset;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return {
    text: text.slice(offset, end),
    end,
    eol: /^(\r\n|\n|\r)/.exec(text.slice(end, end + 2))?.[0] ?? '',
  };
}

/** The file's first line end; `\n` where it has none. */
export function lineEnd(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** The first quote of a text; single where it has none. */
export function quoteIn(text: string): string {
  return /["']/.exec(text)?.[0] ?? "'";
}
