import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import manifest from '../../package.json';
import eslintPlugin from '../../src/integrations/eslint';
import { HOME } from '../../src/report/home';
import { inRepository } from './user-pages';

const ROOT = join(import.meta.dirname, '../..');
const PAGE =
  'See [the guide](https://github.com/OWNER/taro-modernize/blob/main/docs/guide.md) and [the site](https://OWNER.github.io/taro-modernize/).\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taro-modernize-owner-'));
  mkdirSync(join(folder, 'scripts'));
  cpSync(join(ROOT, 'scripts/owner.mjs'), join(folder, 'scripts/owner.mjs'));
  writeFileSync(join(folder, 'README.md'), PAGE);
  spawnSync('git', ['init', '-q'], { cwd: folder });
  spawnSync('git', ['add', '-A'], { cwd: folder });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function owner(argument: string) {
  return spawnSync(process.execPath, ['scripts/owner.mjs', argument], { cwd: folder, encoding: 'utf8' });
}

test('publishing fails with the files and the next step until the placeholder for the owner is replaced', () => {
  const refused = owner('--check');
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('README.md');
  expect(refused.stderr).toContain('npm run owner -- NAME');

  expect(owner('some-team').status).toBe(0);
  expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe(PAGE.replaceAll('OWNER', 'some-team'));
  expect(owner('--check').status).toBe(0);
});

test('an invalid GitHub owner changes no file', () => {
  expect(owner('https://github.com/some-team').status).toBe(2);
  expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe(PAGE);
});

test('npm publish checks the owner first', () => {
  expect(manifest.scripts.prepublishOnly).toBe('node scripts/owner.mjs --check');
});

test('reports and ESLint rules link to existing pages in the repository of package.json', () => {
  expect(manifest.homepage).toBe(`${HOME}#readme`);
  expect(manifest.repository.url).toBe(`git+${HOME}.git`);
  for (const [name, rule] of Object.entries(eslintPlugin.rules)) {
    expect(existsSync(join(ROOT, inRepository('.', rule.meta.docs.url)!)), name).toBe(true);
  }
});
