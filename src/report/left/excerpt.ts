import type { Edit } from '../../engine/types';

/** Code around a location: at most ten lines. */
export interface Excerpt {
  /** The line and column of the location, 1-based. */
  line: number;
  column: number;
  lines: readonly { number: number; text: string; isMarked: boolean }[];
}

const BEFORE = 4;
const AFTER = 5;
/** In characters. Generated code may have no line breaks. */
const LONGEST = 160;
/** Of a longer line, this much is shown before the location. */
const LEAD = 60;

/** The code around an offset of a text. */
export function excerptAt(text: string, offset: number): Excerpt {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  const line = before.length;
  const column = before.at(-1)!.replace('\uFEFF', '').length + 1;
  const all = text.split(/\r\n|\n|\r/);
  const first = Math.max(1, line - BEFORE);
  const lines = all.slice(first - 1, line + AFTER).map((one, index) => ({
    number: first + index,
    text: cut(one, first + index === line ? Math.max(0, column - 1 - LEAD) : 0),
    isMarked: first + index === line,
  }));
  while (lines.length > 1 && lines.at(-1)!.text.trim() === '') lines.pop();
  return { line, column, lines };
}

/** @param from where a long line may begin */
function cut(line: string, from: number): string {
  if (line.length <= LONGEST) return line;
  const end = from + LONGEST;
  return `${from > 0 ? '…' : ''}${line.slice(from, end)}${end < line.length ? '…' : ''}`;
}

/** Where an offset of the old text is in the new one. */
export function offsetAfter(edits: readonly Edit[], offset: number): number {
  return edits
    .filter(({ end }) => end <= offset)
    .reduce((at, { start, end, text }) => at + text.length - (end - start), offset);
}
