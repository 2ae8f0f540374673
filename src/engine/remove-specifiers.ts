import type { Node } from '@babel/types';
import type MagicString from 'magic-string';
import type { Operation } from './plan-types';
import { lineStart, restOfLine } from './text';

/** Takes specifiers out of an import; the whole declaration, with its line, where none is left. */
export function removeSpecifiers(
  output: MagicString,
  text: string,
  { declaration, specifiers }: Extract<Operation, { type: 'remove-specifiers' }>,
): void {
  const gone = new Set<unknown>(specifiers);
  const kept = declaration.specifiers.filter((specifier) => !gone.has(specifier));
  if (kept.length === 0) {
    removeWithLine(output, text, declaration.start!, declaration.end!);
    return;
  }
  const named = declaration.specifiers.filter((specifier) => specifier.type === 'ImportSpecifier');
  const [first] = declaration.specifiers;
  if (named.length === 0 || named.some((specifier) => !gone.has(specifier))) {
    // `Taro, { login }` → `{ login }`
    if (gone.has(first) && first !== named[0]) {
      const comma = text.indexOf(',', first!.end!);
      const blank = /^\s*/.exec(text.slice(comma + 1))![0].length;
      output.remove(first!.start!, comma + 1 + blank);
    }
    removeFromList(output, text, named, gone);
    return;
  }
  // `Taro, { startRecord }` → `Taro`
  const closing = text.indexOf('}', named.at(-1)!.end!);
  output.remove(kept.at(-1)!.end!, closing + 1);
  if (/\w/.test(text[closing + 1] ?? '')) output.appendLeft(kept.at(-1)!.end!, ' ');
}

/** Takes elements out of a list of specifiers or properties of which at least one stays. */
export function removeFromList(
  output: MagicString,
  text: string,
  named: readonly Node[],
  gone: ReadonlySet<unknown>,
): void {
  for (let first = 0; first < named.length; first++) {
    if (!gone.has(named[first])) continue;
    let last = first;
    while (last + 1 < named.length && gone.has(named[last + 1])) last++;
    const before = named[first - 1];
    const after = named[last + 1];
    const closing = text.indexOf('}', named[last]!.end!);
    const around = text.slice(before?.end ?? named[first]!.start!, after?.start ?? closing);
    if (/\/[/*]/.test(around)) {
      for (const specifier of named.slice(first, last + 1)) removeBesideComments(output, text, specifier);
    } else if (before) output.remove(before.end!, named[last]!.end!);
    else output.remove(named[first]!.start!, after?.start ?? named[last]!.end!);
    first = last;
  }
}

/** Comments stay where they stand, on a line of their own if need be; so does the comma before. */
function removeBesideComments(output: MagicString, text: string, { start, end }: Node): void {
  const comma = /^\s*,/.exec(text.slice(end!))?.[0].length ?? 0;
  removeWithLine(output, text, start!, end! + comma);
}

/** Removes a range; with its line where nothing else stands on it. */
export function removeWithLine(output: MagicString, text: string, start: number, end: number): void {
  const from = lineStart(text, start);
  const rest = restOfLine(text, end);
  const alone = /^[\t ]*$/.test(text.slice(from, start)) && /^[\t ]*$/.test(rest.text);
  if (alone) output.remove(from, rest.end + rest.eol.length);
  else output.remove(start, end + /^[\t ]*/.exec(rest.text)![0].length);
}
