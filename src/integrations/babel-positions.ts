import type { File } from '@babel/types';
import type { Edit } from '../engine/types';

/** A position in a text. */
export interface Place {
  /** From 1. */
  line: number;
  /** From 0. */
  column: number;
  /** Offset in UTF-16 units; undefined if the text is unknown. */
  index: number | undefined;
}

/** The offsets at which the lines of a text begin. */
export function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n?|[\n\u2028\u2029]/g)].map(({ 0: eol, index }) => index + eol.length)];
}

/** Returns a function that finds the position of an offset. */
export function placesIn(text: string): (offset: number) => Place & { index: number } {
  const starts = lineStarts(text);
  return (index) => {
    let line = 0;
    for (let above = starts.length; above - line > 1; ) {
      const middle = (line + above) >> 1;
      if (starts[middle]! <= index) line = middle;
      else above = middle;
    }
    return { line: line + 1, column: index - starts[line]!, index };
  };
}

/** A node, a comment or a token. */
interface Positioned {
  start?: number | null | undefined;
  end?: number | null | undefined;
  loc?: object | null | undefined;
  range?: [number, number] | undefined;
  extra?: Record<string, unknown>;
}

/**
 * Moves all positions in an edited text back to the original one. Code that the edits insert, and that is not
 * in the original, has no `loc`, like nodes that other plugins create.
 * @param edits in order, without overlaps
 * @param placeOf finds the original position of an offset in the text before the edits
 */
export function movePositionsBack(
  ast: File,
  edits: readonly Edit[],
  placeOf: (offset: number) => Place | undefined,
): void {
  const offsetBefore = offsetsBefore(edits);
  const moved = new Set<unknown>([ast]);
  // The set grows during the loop. Nodes share comments and positions with others.
  for (const item of moved) {
    const node = item as Positioned;
    for (const part of Object.values(node)) if (typeof part === 'object' && part !== null) moved.add(part);
    if (typeof node.start !== 'number' || typeof node.end !== 'number') continue;
    const from = offsetBefore(node.start, 'start');
    const to = offsetBefore(node.end, 'end');
    const start = placeOf(from);
    const end = placeOf(to);
    const isInserted = from >= to && node.start < node.end;
    node.loc = start && end && !isInserted ? { ...node.loc, start, end } : undefined;
    node.start = start?.index;
    node.end = end?.index;
    if (node.range) node.range = [node.start!, node.end!];
    for (const name of ['parenStart', 'trailingComma']) {
      const offset = node.extra?.[name];
      if (typeof offset === 'number') node.extra![name] = placeOf(offsetBefore(offset, 'start'))?.index;
    }
  }
}

/** Returns a function that finds the offset before the edits for one after them. */
function offsetsBefore(edits: readonly Edit[]): (offset: number, side: 'start' | 'end') => number {
  let shift = 0;
  const moved = edits.map(({ start, end, text }) => {
    const from = start + shift;
    shift += text.length - (end - start);
    return { from, to: from + text.length, start, end, shift };
  });
  return (offset, side) => {
    let count = 0;
    for (let above = moved.length; count < above; ) {
      const middle = (count + above) >> 1;
      const { from, to } = moved[middle]!;
      // Code that begins where code was removed comes after that code.
      const isBefore = from < offset || (from === offset && side === 'start' && from === to);
      if (isBefore) count = middle + 1;
      else above = middle;
    }
    const last = moved[count - 1];
    if (!last) return offset;
    // In an inserted text, a side of the replaced code.
    return offset < last.to ? last[side] : offset - last.shift;
  };
}
