import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toPosix } from '../../src/project/paths';
import { inRepository, PAGES } from './user-pages';

const ROOT = join(import.meta.dirname, '../..');
const FOLDERS = ['docs', '.github', 'eslint-plugin-taro-modernize'];
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');

/** All Markdown pages of the repository. */
const pages = [
  ...readdirSync(ROOT),
  ...FOLDERS.flatMap((folder) =>
    (readdirSync(join(ROOT, folder), { recursive: true }) as string[]).map((file) => join(folder, file)),
  ),
]
  .map(toPosix)
  .filter((file) => file.endsWith('.md') && !file.includes('node_modules'));

const chinese = new Map(PAGES.map(([english, translated]) => [english, translated]));

test.each(pages)('%s: links into the repository lead to existing files and headings', (name) => {
  expect(linksOf(name).filter((target) => !leadsSomewhere(name, target))).toEqual([]);
});

test.each(PAGES.map(([, translated]) => translated))('%s: links lead to the Chinese pages', (name) => {
  const inEnglish = linksOf(name).flatMap((target) => {
    const [address] = target.split('#') as [string];
    const path = address === '' ? undefined : inRepository(name, address);
    const translated = path !== undefined && chinese.get(toPosix(path));
    // A page may link its counterpart, to change the language.
    return translated && translated !== name ? [`${target}: link ${translated}`] : [];
  });
  expect(inEnglish).toEqual([]);
});

function linksOf(name: string): string[] {
  const prose = read(name).replace(/^( *)```[\s\S]*?^\1```$/gm, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
}

/**
 * Whether a link leads to an existing file and, if it names one, an existing heading. Links to other sites
 * are not checked.
 */
function leadsSomewhere(page: string, target: string): boolean {
  const [address, anchor] = target.split('#') as [string, string?];
  const path = address === '' ? page : inRepository(page, address);
  if (path === undefined) return true;
  if (!existsSync(join(ROOT, path))) return false;
  return anchor === undefined || anchorsOf(read(path)).includes(decodeURIComponent(anchor));
}

/** The anchors that GitHub generates for headings. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, '')
      .replace(/ /g, '-'),
  );
}
