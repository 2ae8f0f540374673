import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { toPosix } from '../../src/project/paths';
import { tree } from '../cli/support/tree';

const ROOT = join(import.meta.dirname, '../..');
const SOURCES = join(ROOT, 'dist/runtime/source');
const NAMES = (readdirSync(SOURCES, { recursive: true }) as string[])
  .map(toPosix)
  .filter((name) => /\.[jt]s$/.test(name))
  .sort();
const SCRIPTS = NAMES.filter((name) => name.endsWith('.js'));
const prettier = createRequire(import.meta.url)('prettier') as {
  check(text: string, options: object): boolean;
};
const textOf = (name: string) => readFileSync(join(SOURCES, name), 'utf8');

/** A repository with all copies, and without a configuration of any tool. */
let project: string;
beforeAll(() => {
  project = tree({ 'package.json': '{}' });
  execFileSync('git', ['init', '-q'], { cwd: project });
  cpSync(SOURCES, join(project, 'src'), { recursive: true });
});

it('there are copies for every kind of project', () => {
  expect(SCRIPTS).toEqual(
    expect.arrayContaining(['recorder-host.h5.js', 'native/recorder.js', 'taro2/recorder-host.js']),
  );
});

it('git diff --check finds nothing in the copies', () => {
  execFileSync('git', ['add', '-A'], { cwd: project });
  const { stdout, status } = spawnSync('git', ['diff', '--cached', '--check'], {
    cwd: project,
    encoding: 'utf8',
  });
  expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
});

it('Biome without a configuration finds nothing in the copies', () => {
  const bin = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [bin, 'check', '--error-on-warnings', '--colors=off', 'src'],
    { cwd: project, encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(stdout).toMatch(new RegExp(`Checked ${NAMES.length} files in .+ No fixes applied\\.`));
  expect(status).toBe(0);
});

it.each(SCRIPTS)("%s is formatted as Prettier's defaults say", (name) => {
  expect(prettier.check(textOf(name), { parser: 'babel' })).toBe(true);
});

it.each(SCRIPTS)('%s has no traces of the compiler', (name) => {
  expect(textOf(name)).not.toMatch(/@ts-|:blank|void 0|\b_[a-z]\b/);
  if (!name.startsWith('native/')) expect(textOf(name)).not.toMatch(/\bvar\b/);
});
