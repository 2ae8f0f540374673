import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../package.json';

const ROOT = join(import.meta.dirname, '../..');

/** The pages for users, in English and Chinese. */
export const USER_PAGES: readonly (readonly [english: string, chinese: string])[] = [
  ['README.md', 'README.zh-CN.md'],
  ...readdirSync(join(ROOT, 'docs/zh-CN'))
    .sort()
    .map((file) => [`docs/${file}`, `docs/zh-CN/${file}`] as const),
];

/** The part of the path that Chinese pages have and English ones do not. */
export const LANGUAGES = ['.zh-CN', 'zh-CN/'];

/** The URLs of the repository's pages and raw files on GitHub. */
const PAGE = `${manifest.homepage.replace(/#.*/, '')}/blob/main/`;
const FILE = PAGE.replace('github.com', 'raw.githubusercontent.com').replace('/blob/', '/');

/** The file of the repository that a link leads to; `undefined` for other sites. */
export function inRepository(page: string, target: string): string | undefined {
  for (const start of [PAGE, FILE]) {
    if (target.startsWith(start)) return target.slice(start.length).replace(/[?#].*/, '');
  }
  return target.includes(':') ? undefined : join(page, '..', target);
}
