import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../package.json';
import { toPosix } from '../../src/project/paths';

const ROOT = join(import.meta.dirname, '../..');

/** The pages that exist in both languages. */
export const PAGES: readonly (readonly [english: string, chinese: string])[] = [
  ['README.md', 'README.zh-CN.md'],
  ['CONTRIBUTING.md', 'CONTRIBUTING.zh-CN.md'],
  ...(readdirSync(join(ROOT, 'docs/zh-CN'), { recursive: true }) as string[])
    .map(toPosix)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => [`docs/${file}`, `docs/zh-CN/${file}`] as const),
];

/** The pages whose code blocks have tests of their own. */
const OTHERS = /^CONTRIBUTING|\/(findings|many-repositories|coding-agent)\b/;

/** The pages for users whose code blocks user-pages.test.ts checks. */
export const USER_PAGES = PAGES.filter(([english]) => !OTHERS.test(english));

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
