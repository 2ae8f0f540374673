/**
 * Runs the built command on the public repositories of docs/evidence.json, and writes the results there and into
 * docs/evidence.md and docs/zh-CN/evidence.md.
 *
 *   npm run evidence -- [--from FOLDER] [--tsc] [owner/name…]
 *   UPDATE_DOCS=1 npx vitest run test/docs/evidence   writes only the pages
 *
 * `--from` names a folder with checkouts, such as `FOLDER/NervJS+taro-ui`. Missing ones are cloned from GitHub.
 * `--tsc` compares type errors before and after. Types are installed into .cache/evidence-types once.
 * To add a repository, add its name and commit to docs/evidence.json.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkoutOf } from './evidence/checkout.mjs';
import { filledPage } from './evidence/page.mjs';
import { resultOf } from './evidence/run.mjs';
import { installTypes } from './evidence/types.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const DATA = join(root, 'docs/evidence.json');
const PAGES = { en: 'docs/evidence.md', zh: 'docs/zh-CN/evidence.md' };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { from: { type: 'string' }, tsc: { type: 'boolean', default: false } },
});
const folder = values.from ?? join(root, '.cache/evidence');
const types = values.tsc ? installTypes(join(root, '.cache/evidence-types')) : undefined;
const data = JSON.parse(readFileSync(DATA, 'utf8'));
const unknown = positionals.filter(
  (name) => !data.repositories.some(({ repository }) => repository === name),
);
if (unknown.length > 0) throw new Error(`docs/evidence.json does not list ${unknown.join(', ')}`);

data.repositories.sort((one, other) =>
  one.repository.toLowerCase() < other.repository.toLowerCase() ? -1 : 1,
);
for (const [at, { repository, commit, tsc }] of data.repositories.entries()) {
  if (positionals.length > 0 && !positionals.includes(repository)) continue;
  const result = resultOf(checkoutOf(folder, repository, commit), types);
  data.repositories[at] = { repository, commit, ...(tsc && { tsc }), ...result };
  console.log(repository, JSON.stringify(result));
  // Written after each repository, so that an interrupted run keeps its results.
  writeFileSync(DATA, `${JSON.stringify(data, null, 2)}\n`);
}
for (const [language, path] of Object.entries(PAGES)) {
  const page = join(root, path);
  writeFileSync(page, filledPage(readFileSync(page, 'utf8'), data, language));
}
