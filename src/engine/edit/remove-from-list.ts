import type { Node } from '@babel/types';
import type MagicString from 'magic-string';
import { removeCode } from './edit-code';
import type { Source } from './source';

/**
 * Removes elements from a list of specifiers or properties, of which at least one stays. Comments are kept.
 * @param gone the elements to remove. The value of a property is moved elsewhere, with its comments.
 */
export function removeFromList(
  output: MagicString,
  source: Source,
  elements: readonly Node[],
  gone: ReadonlySet<unknown>,
): void {
  for (let first = 0; first < elements.length; first++) {
    if (!gone.has(elements[first])) continue;
    let last = first;
    while (last + 1 < elements.length && gone.has(elements[last + 1])) last++;
    removeRun(output, source, elements, { first, last });
    first = last;
  }
}

function removeRun(
  output: MagicString,
  source: Source,
  elements: readonly Node[],
  { first, last }: { first: number; last: number },
): void {
  const run = elements.slice(first, last + 1);
  const before = elements[first - 1];
  const after = elements[last + 1];
  const end = run.at(-1)!.end!;
  const comma = source.after(',', end);
  const from = before?.end ?? run[0]!.start!;
  if (source.commentsIn(from, after?.start ?? source.next(comma ?? end)).length === 0) {
    if (before) output.remove(from, end);
    else output.remove(from, after!.start!);
    return;
  }
  // Without a trailing comma, each element is removed with the comma before it.
  for (const [index, element] of run.entries()) {
    const neighbor = comma === undefined ? elements[first + index - 1]! : element;
    removeBesideComments(output, source, element, source.after(',', neighbor.end!)!);
  }
}

/** @param commaEnd offset after the comma to remove with the element */
function removeBesideComments(output: MagicString, source: Source, element: Node, commaEnd: number): void {
  const from = Math.min(element.start!, commaEnd - 1);
  const to = Math.max(element.end!, commaEnd);
  const value = element.type === 'ObjectProperty' ? element.value : undefined;
  const comments = source
    .commentsIn(from, to)
    .filter(({ start }) => !value || start! < value.start! || start! >= value.end!);
  removeCode(output, source, { from, to, comments });
}
