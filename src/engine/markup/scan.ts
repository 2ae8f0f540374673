/** A range of a text, in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** An attribute as it is written. Names keep their case, and entities are not decoded. */
export interface ScannedAttribute extends Range {
  readonly name: string;
  /** Without its quotes. */
  readonly value?: Range;
}

/** An opening tag. The range is that of its name. */
export interface ScannedTag extends Range {
  readonly name: string;
  readonly attributes: readonly ScannedAttribute[];
}

/** The tags and comments of a template. */
export interface ScannedMarkup {
  readonly tags: readonly ScannedTag[];
  /** Including their delimiters. */
  readonly comments: readonly Range[];
  /** The offset of the first error. Everything behind it is unread. */
  readonly error?: number;
}

/** Elements that contain a script. */
const RAW = /^(?:wxs|sjs|import-sjs|filter|script)$/;

const NAME = /[A-Za-z_][\w:.-]*/y;
/** Up to the end of the name of an attribute. */
const ATTRIBUTE = /[^\s"'<>/=]+/y;
const SPACE = /\s*/y;
const BRACES = /\{+/y;

/**
 * Reads the tags of WXML and of the languages like it, and of Vue templates. Reads no tree, because the deprecated
 * names are those of single tags.
 * @param from the offset from which the text is read
 */
export function scanMarkup(text: string, from = 0, to = text.length): ScannedMarkup {
  const tags: ScannedTag[] = [];
  const comments: Range[] = [];
  let at = from;
  while (at < to) {
    const next = nextOf(text, at, to);
    if (next === undefined) break;
    if (text.startsWith('{{', next)) {
      at = afterInterpolation(text, next, to);
      continue;
    }
    if (text.startsWith('<!--', next)) {
      const end = text.indexOf('-->', next + 4);
      if (end < 0 || end >= to) return { tags, comments, error: next };
      at = end + 3;
      comments.push({ start: next, end: at });
      continue;
    }
    if (text[next + 1] === '/' || text[next + 1] === '!' || text[next + 1] === '?') {
      const end = text.indexOf('>', next);
      if (end < 0 || end >= to) return { tags, comments, error: next };
      at = end + 1;
      continue;
    }
    const name = match(NAME, text, next + 1);
    // A single `<` is text.
    if (name === '') {
      at = next + 1;
      continue;
    }
    const start = next + 1;
    const read = readAttributes(text, start + name.length, to);
    if (!read) return { tags, comments, error: next };
    tags.push({ name, start, end: start + name.length, attributes: read.attributes });
    at = read.end;
    if (!RAW.test(name) || read.isClosed) continue;
    const closing = text.indexOf(`</${name}`, at);
    if (closing < 0 || closing >= to) return { tags, comments, error: next };
    at = closing;
  }
  return { tags, comments };
}

/** The offset of the next tag, comment or interpolation. */
function nextOf(text: string, from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) {
    const character = text[at];
    if (character === '<' || (character === '{' && text[at + 1] === '{')) return at;
  }
  return undefined;
}

/** Reads up to the end of a tag. `undefined` if the tag has no end, or no end that is certain. */
function readAttributes(
  text: string,
  from: number,
  to: number,
): { attributes: ScannedAttribute[]; end: number; isClosed: boolean } | undefined {
  const attributes: ScannedAttribute[] = [];
  let at = from;
  let isClosed = false;
  for (;;) {
    at += match(SPACE, text, at).length;
    if (at >= to) return undefined;
    if (text[at] === '>') return { attributes, end: at + 1, isClosed };
    isClosed = text[at] === '/';
    if (isClosed) {
      at++;
      continue;
    }
    const start = at;
    const name = match(ATTRIBUTE, text, at);
    if (name === '') return undefined;
    at += name.length;
    const afterSpace = at + match(SPACE, text, at).length;
    if (text[afterSpace] !== '=') {
      attributes.push({ name, start, end: at });
      continue;
    }
    const value = readValue(text, afterSpace + 1 + match(SPACE, text, afterSpace + 1).length, to);
    if (!value) return undefined;
    attributes.push({ name, start, end: at, value: value.range });
    at = value.end;
  }
}

/** Reads a value with or without quotes. */
function readValue(text: string, from: number, to: number): { range: Range; end: number } | undefined {
  const quote = text[from] === '"' || text[from] === "'" ? text[from] : undefined;
  const start = quote ? from + 1 : from;
  let at = start;
  while (at < to) {
    if (text.startsWith('{{', at)) {
      at = afterInterpolation(text, at, to);
      continue;
    }
    const character = text[at]!;
    if (quote === undefined) {
      const isEnd = /[\s>]/.test(character) || (character === '/' && text[at + 1] === '>');
      if (isEnd) return { range: { start, end: at }, end: at };
    } else if (character === quote) {
      // Whether `\"` ends the value depends on the tool that wrote it.
      if (text[at - 1] === '\\') return undefined;
      return { range: { start, end: at }, end: at + 1 };
    }
    at++;
  }
  return undefined;
}

/** The offset after `{{ … }}`, or only after the braces if another one begins before its end. */
function afterInterpolation(text: string, from: number, to: number): number {
  const inside = from + match(BRACES, text, from).length;
  for (let at = inside; at < to - 1; at++) {
    if (text[at] === '}' && text[at + 1] === '}') return at + 2;
    if (text[at] === '{' && text[at + 1] === '{') break;
  }
  return inside;
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
