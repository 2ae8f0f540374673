/**
 * The output of `JSON.stringify(value, null, 2)` in parts. A generator in the value is a list whose items are
 * created one at a time, so that the text of a large report is never in memory as a whole.
 */
export function* jsonParts(value: unknown, indent = ''): Generator<string> {
  const isList = Array.isArray(value) || isGenerator(value);
  if (!holdsGenerator(value)) {
    yield JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`);
    return;
  }
  const inner = `${indent}  `;
  let isFirst = true;
  for (const [name, item] of isList ? unnamed(value as Iterable<unknown>) : Object.entries(value as object)) {
    yield `${isFirst ? (isList ? '[' : '{') : ','}\n${inner}${name === null ? '' : `${JSON.stringify(name)}: `}`;
    yield* jsonParts(item, inner);
    isFirst = false;
  }
  yield isFirst ? '[]' : `\n${indent}${isList ? ']' : '}'}`;
}

function* unnamed(items: Iterable<unknown>): Generator<readonly [null, unknown]> {
  for (const item of items) yield [null, item];
}

function isGenerator(value: unknown): value is Generator {
  return typeof value === 'object' && value !== null && 'next' in value && Symbol.iterator in value;
}

function holdsGenerator(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return isGenerator(value) || Object.values(value).some(holdsGenerator);
}

const PART = 64 * 1024;

/** Joins small parts, because each part is a separate write. */
export function* joined(parts: Iterable<string>): Generator<string> {
  let text = '';
  for (const part of parts) {
    text += part;
    if (text.length < PART) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}
