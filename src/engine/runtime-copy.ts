import { parse } from '@babel/parser';

/** The first line of every copy of a runtime. */
const RUNTIME_HEADER = /^\uFEFF?\s*(\/\/|\/\*+)\s*@taro-modernize-runtime\b/;

/** Whether a text is a copy of one of our runtimes, which is never rewritten, scanned or counted. */
export function isRuntimeCopy(source: string): boolean {
  return RUNTIME_HEADER.test(source);
}

/**
 * The content of a runtime copy in a form that formatters do not change: the program without positions,
 * parentheses, quote styles and the order of imports, plus the words of the comments.
 * @returns `null` for a text that cannot be parsed
 */
export function contentOf(source: string): string | null {
  try {
    const { program, comments } = parse(source, { sourceType: 'module', plugins: ['typescript'] });
    const words = (comments ?? []).map(({ value }) => value.replace(/\s+/g, ' ').trim());
    // The version, and the digest of the content.
    const own = words.filter((text) => !text.startsWith('@taro-modernize-runtime'));
    return JSON.stringify([reduce(program), own.sort()]);
  } catch {
    return null;
  }
}

type Reduced = string | number | boolean | null | Reduced[] | { [key: string]: Reduced };
type Node = Record<string, unknown>;

/** Properties that only describe the layout. */
const LAYOUT = /^(start|end|loc|range|extra|errors|comments|(leading|inner|trailing)Comments)$/;

function reduce(value: unknown): Reduced {
  if (Array.isArray(value))
    return reduceList(value.filter((item) => (item as Node | null)?.type !== 'EmptyStatement'));
  if (typeof value !== 'object' || value === null) return value as Reduced;
  const node = value as Node;
  if (node.type === 'TSParenthesizedType') return reduce(node.typeAnnotation);
  const result: { [key: string]: Reduced } = {};
  for (const key of Object.keys(node).sort()) {
    const member = node[key];
    // Parser versions differ in whether an absent part has a property.
    if (LAYOUT.test(key) || member === null || member === undefined || member === false) continue;
    result[key] = key === 'key' && !node.computed ? nameOf(member as Node) : reduce(member);
  }
  return result;
}

/** Formatters sort declarations and specifiers of imports and exports. */
function reduceList(list: unknown[]): Reduced[] {
  const isSorted = (item: unknown) =>
    /^(Import|Export)(Declaration|Specifier)$/.test(String((item as Node | null)?.type));
  const sorted = list.filter(isSorted).map((item) => JSON.stringify(reduce(item)));
  return [...sorted.sort(), ...list.filter((item) => !isSorted(item)).map(reduce)];
}

/** `{ 'a': 1 }` equals `{ a: 1 }`. */
function nameOf(key: Node): Reduced {
  return key.type === 'StringLiteral'
    ? (key.value as string)
    : key.type === 'Identifier'
      ? (key.name as string)
      : reduce(key);
}
