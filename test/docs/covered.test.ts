import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blocksOf } from './markdown';
import { USER_PAGES } from './user-pages';

const ROOT = join(import.meta.dirname, '../..');

/** Page with code blocks → the tests that execute them, or that they are made by. */
const COVERED: Readonly<Record<string, readonly string[]>> = {
  'CONTRIBUTING.md': ['contributing.test.ts'],
  'CONTRIBUTING.zh-CN.md': ['contributing.test.ts'],
  'docs/adding-a-migration.md': ['adding-a-migration.test.ts'],
  'docs/api-surface.md': ['api-surface.test.ts'],
  'docs/architecture.md': ['../architecture.test.ts'],
  'docs/coding-agent.md': ['coding-agent.test.ts'],
  'docs/many-repositories.md': ['many-repositories.test.ts'],
  'docs/zh-CN/coding-agent.md': ['coding-agent.test.ts'],
  'docs/zh-CN/many-repositories.md': ['many-repositories.test.ts'],
};

/** All Markdown files of the project except the finding pages, which findings.test.ts covers. */
function pages(): string[] {
  return [
    '.',
    '.changeset',
    '.github',
    '.github/ISSUE_TEMPLATE',
    'docs',
    'docs/zh-CN',
    'bench',
    'examples',
    'scripts',
    'test',
  ].flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((file) => file.endsWith('.md'))
      .map((file) => (folder === '.' ? file : `${folder}/${file}`)),
  );
}

test('every page with code blocks has a test for them', () => {
  // user-pages.test.ts finds these pages itself.
  const others = pages().filter((page) => !USER_PAGES.flat().includes(page));
  const withBlocks = others.filter((page) => blocksOf(readFileSync(join(ROOT, page), 'utf8')).length > 0);
  expect(withBlocks.sort(), 'a test has to run or generate the blocks').toEqual(Object.keys(COVERED).sort());
  for (const [page, tests] of Object.entries(COVERED)) {
    const name = page.slice(page.lastIndexOf('/') + 1);
    for (const file of tests) {
      const path = join(import.meta.dirname, file);
      expect(existsSync(path) && readFileSync(path, 'utf8').includes(name), `${file}, for ${page}`).toBe(
        true,
      );
    }
  }
});
