/**
 * Adds a dependency to the text of a package.json in alphabetical order and keeps all other bytes: JSON.parse
 * and stringify would expand short arrays and unescape strings. Returns `null` if the text is not an object.
 */
export function insertDependency(text: string, name: string, range: string): string | null {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const top = members(text, text.indexOf('{'));
  if (top === null) return null;
  const style = styleOf(text, top, eol);
  const entry = `${JSON.stringify(name)}:${style.colon}${JSON.stringify(range)}`;

  const place = top.entries.find((member) => member.key === 'dependencies');
  if (place === undefined) {
    const before = top.entries.find((member) => member.key === 'devDependencies');
    return insertMember(text, top, before, `"dependencies":${style.colon}${block(entry, style)}`, style);
  }
  const list = members(text, place.value);
  if (list === null) return null;
  if (list.entries.length === 0)
    return text.slice(0, list.open) + block(entry, style) + text.slice(list.close + 1);
  const next = list.entries.find((member) => member.key > name);
  return insertMember(text, list, next, entry, styleOf(text, list, eol));
}

/** The whitespace style, read from the first member: all on one line, or one line per member. */
interface Style {
  /** Before a member. */
  gap: string;
  /** Before the end of the object. */
  closing: string;
  /** After a colon. */
  colon: string;
}

function styleOf(text: string, { open, close, entries }: Members, eol: string): Style {
  const [first] = entries;
  if (!first) return { gap: `${eol}  `, closing: eol, colon: ' ' };
  return {
    gap: text.slice(open + 1, first.start),
    closing: text.slice(entries.at(-1)!.end, close),
    colon: /\s*$/.exec(text.slice(first.start, first.value))![0],
  };
}

/** An object with one member, nested in a top-level object with this style. */
function block(entry: string, { gap, closing }: Style): string {
  // One level deeper: indented by the indentation of the top-level members once more.
  const indent = /[\t ]*$/.exec(gap)![0];
  return gap.includes('\n') ? `{${gap}${indent}${entry}${gap}}` : `{${gap}${entry}${closing}}`;
}

interface Member {
  key: string;
  start: number;
  value: number;
  end: number;
}

interface Members {
  open: number;
  close: number;
  entries: Member[];
}

function insertMember(
  text: string,
  { open, close, entries }: Members,
  next: Member | undefined,
  entry: string,
  { gap, closing }: Style,
): string {
  if (next) return `${text.slice(0, next.start)}${entry},${gap}${text.slice(next.start)}`;
  const last = entries.at(-1);
  if (last) return `${text.slice(0, last.end)},${gap}${entry}${text.slice(last.end)}`;
  return `${text.slice(0, open + 1)}${gap}${entry}${closing}${text.slice(close)}`;
}

/** The members of the object that opens at `open`. The text is known to be valid JSON. */
function members(text: string, open: number): Members | null {
  if (text[open] !== '{') return null;
  const entries: Member[] = [];
  let at = skipSpace(text, open + 1);
  while (text[at] === '"') {
    const start = at;
    const keyEnd = skipString(text, at);
    const value = skipSpace(text, skipSpace(text, keyEnd) + 1);
    const end = skipValue(text, value);
    entries.push({ key: JSON.parse(text.slice(start, keyEnd)) as string, start, value, end });
    at = skipSpace(text, end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return { open, close: at, entries };
}

function skipSpace(text: string, at: number): number {
  while (/\s/.test(text[at] ?? '')) at++;
  return at;
}

function skipString(text: string, at: number): number {
  for (at++; text[at] !== '"'; at++) if (text[at] === '\\') at++;
  return at + 1;
}

function skipValue(text: string, at: number): number {
  let depth = 0;
  for (;;) {
    const char = text[at];
    if (char === '"') {
      at = skipString(text, at);
    } else if (char === '{' || char === '[') {
      depth++;
      at++;
    } else if (char === '}' || char === ']') {
      depth--;
      at++;
    } else {
      at++;
      if (depth === 0) while (/[^\s,}\]]/.test(text[at] ?? '')) at++;
    }
    if (depth === 0) return at;
  }
}
