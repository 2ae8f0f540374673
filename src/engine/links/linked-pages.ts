import type { Link } from '../../migrations/link';
import { camel } from '../../migrations/markup';
import { isMarkupFile } from '../markup/markup-file';
import { quotedTexts, withoutComments } from './quoted-texts';

/** A page or a component: a file, or a script and a template of the same name. */
interface Page {
  /** Short texts in quotes, by file. */
  readonly texts: Map<string, Set<string>>;
  /** The values with which its elements are linked to calls. */
  readonly values: Set<string>;
  hasElement: boolean;
  callsApi: boolean;
}

/** By path without extension. */
export type LinkedPages = ReadonlyMap<string, Page>;

/** What the files of an app have that may concern a link, found without a parser. */
export function linkedPages(files: Iterable<{ path: string; text: string }>, link: Link): LinkedPages {
  const pages = new Map<string, Page>();
  const element = new RegExp(`<${link.tag}\\b`, 'i');
  const names = `(?:${link.attribute}|${camel(link.attribute)})`;
  const value = new RegExp(`${names}\\s*=\\s*\\{*\\s*["'\`]+([\\w-]+)`, 'g');
  const api = new RegExp(`\\b(?:${Object.keys(link.apis).join('|')})\\b`);
  for (const { path, text: whole } of files) {
    const text = isMarkupFile(path) ? withoutComments(whole) : whole;
    const page = pages.get(pageOf(path)) ?? newPage();
    pages.set(pageOf(path), page);
    page.texts.set(path, new Set([...quotedTexts(text)].map((quoted) => quoted.value)));
    for (const [, said] of text.matchAll(value)) page.values.add(said!);
    page.hasElement ||= element.test(text);
    page.callsApi ||= api.test(text);
  }
  return pages;
}

/**
 * Another page that may use an element of a file, without having such an element itself.
 * @param value undefined if it is not constant
 * @param known the files whose uses are known, if no others may use the value, not even for their own elements
 */
export function pageThatUses(
  pages: LinkedPages,
  file: string,
  value: string | undefined,
  known?: readonly string[],
): string | undefined {
  const mayUse = ([page, { texts, values, hasElement, callsApi }]: [string, Page]) => {
    const isOwn = page === pageOf(file);
    if (value === undefined) return callsApi && !hasElement && !isOwn;
    const users = [...texts].flatMap(([path, own]) => (own.has(value) ? path : []));
    if (known) return users.some((path) => path !== file && !known.includes(path));
    return users.length > 0 && !values.has(value) && !isOwn;
  };
  return [...pages].find(mayUse)?.[0];
}

function newPage(): Page {
  return { texts: new Map(), values: new Set(), hasElement: false, callsApi: false };
}

/** The path of a page: that of its files without their extension. */
export function pageOf(file: string): string {
  return file.replace(/\.\w+$/, '');
}
