/**
 * Adds a dependency to the text of a package.json, in its place by the alphabet, and leaves every other byte:
 * a round trip through JSON.parse would unfold short arrays and unescape strings. `null` when it is no object.
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
  const indent = top.entries[0] ? lineIndent(text, top.entries[0].start) : '  ';
  const entry = `${JSON.stringify(name)}: ${JSON.stringify(range)}`;

  const place = top.entries.find((member) => member.key === 'dependencies');
  if (place === undefined) {
    const after = top.entries.find((member) => member.key === 'devDependencies') ?? null;
    const block = `"dependencies": {${eol}${indent}${indent}${entry}${eol}${indent}}`;
    return insertMember(text, top, after?.key ?? null, block, indent, '', eol);
  }
  const list = members(text, place.value);
  if (list === null) return null;
  const next = list.entries.find((member) => member.key > name)?.key ?? null;
  return insertMember(
    text,
    list,
    next,
    entry,
    list.entries[0] ? lineIndent(text, list.entries[0].start) : indent + indent,
    indent,
    eol,
  );
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
  list: Members,
  before: string | null,
  entry: string,
  indent: string,
  closeIndent: string,
  eol: string,
): string {
  const next = list.entries.find((member) => member.key === before);
  if (next) return `${text.slice(0, next.start)}${entry},${eol}${indent}${text.slice(next.start)}`;
  const last = list.entries.at(-1);
  if (last) return `${text.slice(0, last.end)},${eol}${indent}${entry}${text.slice(last.end)}`;
  return `${text.slice(0, list.open + 1)}${eol}${indent}${entry}${eol}${closeIndent}${text.slice(list.close)}`;
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

function lineIndent(text: string, at: number): string {
  return /[ \t]*$/.exec(text.slice(0, at))?.[0] || '';
}
