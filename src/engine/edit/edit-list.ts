import type { Node } from '@babel/types';
import type MagicString from 'magic-string';
import { lineEnd, lineStart } from '../parse/text';
import { removeCode } from './edit-code';
import { removeFromList } from './remove-from-list';
import type { Source } from './source';

/** A list in brackets: the arguments of a call, the properties of an object. */
export interface List {
  /** Including parentheses around them. */
  elements: readonly Node[];
  /** Offsets after the opening bracket and before the closing one. */
  open: number;
  close: number;
  /** The text between a bracket and an element on the same line. */
  padding: '' | ' ';
}

/**
 * Removes elements from a list and inserts new ones. A new element replaces a removed one where possible.
 * @param inserted code by the index of the element that it precedes; the length of the list appends
 */
export function editList(
  output: MagicString,
  source: Source,
  list: List,
  removed: Iterable<Node>,
  inserted: ReadonlyMap<number, string>,
): void {
  const { elements, open, close } = list;
  const gone = new Set(removed);
  for (const [at, code] of inserted) {
    const own = elements[at === elements.length ? at - 1 : at];
    if (!own) addToEmpty(output, source, list, code);
    else if (gone.delete(own)) output.overwrite(own.start!, own.end!, code);
    else if (at < elements.length) output.prependRight(own.start!, `${code},${gap(own, source)}`);
    else addAfter(output, source, own, close, code);
  }
  if (gone.size === 0) return;
  if (gone.size < elements.length) removeFromList(output, source, elements, gone);
  else if (source.commentsIn(open, close).length === 0) output.remove(open, close);
  else {
    const { end } = elements.at(-1)!;
    removeCode(output, source, { from: elements[0]!.start!, to: source.after(',', end!) ?? end! });
  }
}

/** Appends code after the last element, below the comments on its line if each element has its own line. */
function addAfter(output: MagicString, source: Source, last: Node, close: number, code: string): void {
  const { text } = source;
  const end = last.end!;
  if (!isFirstOnLine(last, source) || !/[\r\n]/.test(text.slice(end, close))) {
    output.appendLeft(end, `, ${code}`);
    return;
  }
  const comma = source.after(',', end);
  if (comma === undefined) output.appendLeft(end, ',');
  const below = `${gap(last, source)}${code}${comma === undefined ? '' : ','}`;
  output.appendLeft(source.endOfTrailingComments(comma ?? end), below);
}

function addToEmpty(output: MagicString, { text }: Source, list: List, code: string): void {
  const { open, close, padding } = list;
  const from = lineStart(text, close);
  const indent = text.slice(from, close);
  // On the line of the bracket there can be the end of a comment.
  if (from > open && indent.trim() === '') {
    output.appendLeft(from, `${indent}  ${code}${lineEnd(text)}`);
  } else {
    const before = /\s$/.test(text.slice(open, close)) ? '' : padding;
    output.appendLeft(close, `${before}${code}${padding}`);
  }
}

/** The text between an element and an added neighbor. */
function gap(element: Node, source: Source): string {
  if (!isFirstOnLine(element, source)) return ' ';
  const from = lineStart(source.text, element.start!);
  return lineEnd(source.text) + source.text.slice(from, element.start!);
}

function isFirstOnLine({ start }: Node, { text }: Source): boolean {
  return /^[\t ]*$/.test(text.slice(lineStart(text, start!), start!));
}
