import type { ImportSpecifier } from '@babel/types';
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
    removeStatement(output, text, declaration.start!, declaration.end!);
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
}

function removeFromList(
  output: MagicString,
  text: string,
  named: readonly ImportSpecifier[],
  gone: ReadonlySet<unknown>,
): void {
  for (let first = 0; first < named.length; first++) {
    if (!gone.has(named[first])) continue;
    let last = first;
    while (last + 1 < named.length && gone.has(named[last + 1])) last++;
    const before = named[first - 1];
    const after = named[last + 1];
    const leading = before ? text.slice(before.end!, named[first]!.start!) : '';
    if (before && !/\/[/*]/.test(leading)) {
      output.remove(before.end!, named[last]!.end!);
    } else if (after && !/\/[/*]/.test(text.slice(named[last]!.end!, after.start!))) {
      output.remove(named[first]!.start!, after.start!);
    } else {
      // A comment stands beside it, and stays; the comma before it does too, which a list may end with.
      const comma = /^\s*,/.exec(text.slice(named[last]!.end!))?.[0].length ?? 0;
      const blank = /\s*$/.exec(text.slice(0, named[first]!.start!))![0].length;
      output.remove(named[first]!.start! - (before ? blank : 0), named[last]!.end! + comma);
    }
    first = last;
  }
}

/** Removes a statement; with its line where nothing else stands on it. */
function removeStatement(output: MagicString, text: string, start: number, end: number): void {
  const from = lineStart(text, start);
  const rest = restOfLine(text, end);
  const alone = /^[\t ]*$/.test(text.slice(from, start)) && /^[\t ]*$/.test(rest.text);
  if (alone) output.remove(from, rest.end + rest.eol.length);
  else output.remove(start, end);
}
