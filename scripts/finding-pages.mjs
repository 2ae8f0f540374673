// Writes the finding pages into one file for `taro-modernize explain`. Both languages of a page are neighbors,
// because they share their code blocks, which then compress well.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './entries.mjs';

const folders = { en: join(root, 'docs/findings'), zh: join(root, 'docs/zh-CN/findings') };
const names = readdirSync(folders.en)
  .filter((name) => name !== 'README.md')
  .sort();
const pages = names.map((name) => {
  const read = (folder) => readFileSync(join(folder, name), 'utf8');
  return [name.replace(/\.md$/, ''), { en: read(folders.en), zh: read(folders.zh) }];
});
writeFileSync(join(root, 'dist/findings.json'), JSON.stringify(Object.fromEntries(pages)));
