/** Which files of the repository are pages of the site, and where. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Language = 'en' | 'zh';

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The folder of the site on its host, as GitHub names it after the repository. */
export const BASE = '/taro-modernize/';

/** The repository's address: the one place that names its owner. */
export const REPOSITORY: string = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8'),
).homepage.replace(/#.*/, '');

/** The site's own address in a page. */
const SITE = /^https:\/\/[\w-]+\.github\.io\/taro-modernize\//;

/** Pages outside docs/ and site/pages/. */
const OTHERS: Readonly<Record<string, string>> = {
  'CONTRIBUTING.md': 'en/contributing.md',
  'CONTRIBUTING.zh-CN.md': 'contributing.md',
  'docs/README.md': 'en/contents.md',
  'docs/zh-CN/README.md': 'contents.md',
};

/** Files that stand for a page of another file: the start pages say what the READMEs say. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  'README.md': 'en/index.md',
  'README.zh-CN.md': 'index.md',
};

/** The page that is made of a file of the repository, as a path with `.md` in the site. */
export function pageOf(file: string): string | undefined {
  if (OTHERS[file]) return OTHERS[file];
  const [, folder, rest] = /^(site\/pages\/zh|site\/pages\/en|docs\/zh-CN|docs)\/(.+\.md)$/.exec(file) ?? [];
  if (!folder || !rest) return undefined;
  const language = /zh/.test(folder) ? '' : 'en/';
  return language + rest.replace(/(^|\/)README\.md$/, '$1index.md');
}

/** All files that are pages. */
export function sources(): string[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return listed.split('\n').filter((file) => pageOf(file) !== undefined && existsSync(join(ROOT, file)));
}

/** Pages that exist in English only, without `.md`. */
export function englishOnly(): string[] {
  const pages = new Set(sources().map((file) => pageOf(file)!));
  return [...pages]
    .filter((page) => page.startsWith('en/') && !pages.has(page.slice(3)))
    .map((page) => page.slice(3, -3));
}

/** Where a link in a file of the repository leads in the site, or in the repository for other files. */
export function targetOf(file: string, href: string): string {
  if (SITE.test(href)) return href.replace(SITE, '/');
  const inside = href.replace(`${REPOSITORY}/blob/main/`, '/');
  if (/^(\w+:|#)/.test(inside)) return href;
  const [path = '', hash] = inside.split('#');
  const target = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(file), path);
  const page = STANDS_FOR[target] ?? pageOf(target);
  const anchor = hash === undefined ? '' : `#${hash}`;
  if (page) return `/${page.replace(/(^|\/)index\.md$/, '$1').replace(/\.md$/, '')}${anchor}`;
  if (/\.(svg|png)$/.test(target)) return href;
  const kind = existsSync(join(ROOT, target)) && !/\.\w+$/.test(target) ? 'tree' : 'blob';
  return `${REPOSITORY}/${kind}/main/${target}${anchor}`;
}

/** The language of a page of the site. */
export function languageOf(page: string): Language {
  return page.startsWith('en/') ? 'en' : 'zh';
}
