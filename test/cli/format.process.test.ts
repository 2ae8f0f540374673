import { execFileSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, ROOT } from './support/cli';
import { OLD, taroProject } from './support/projects';
import { committed, git, snapshot, tree } from './support/tree';

const manifest = (more: object) =>
  JSON.stringify({ name: 'app', dependencies: { '@tarojs/taro': '4.2.0' }, ...more });
const lastLine = (root: string, ...args: string[]) => cli(root, args).stdout.trimEnd().split('\n').at(-1);
const PRETTIER = 'npx prettier --write src/a.ts src/taro-modernize';
const BIOME = 'npx biome format --write src/a.ts src/taro-modernize';

describe('the last line of a run', () => {
  it.each([
    ['only a .prettierrc', { '.prettierrc': '' }, PRETTIER],
    ['a .prettierrc.json', { '.prettierrc.json': '{}' }, PRETTIER],
    ['a prettier.config.mjs', { 'prettier.config.mjs': 'export default {}' }, PRETTIER],
    [
      'a configuration in package.json',
      { 'package.json': manifest({ prettier: { semi: false } }) },
      PRETTIER,
    ],
    [
      'a development dependency',
      { 'package.json': manifest({ devDependencies: { prettier: '3' } }) },
      PRETTIER,
    ],
    ['a biome.json', { 'biome.json': '{}' }, BIOME],
    [
      'Biome as a dependency',
      { 'package.json': manifest({ devDependencies: { '@biomejs/biome': '2' } }) },
      BIOME,
    ],
    ['Biome for linting and Prettier', { 'biome.json': '{}', '.prettierrc': '{}' }, PRETTIER],
  ])('names the command that formats the files: %s', (_what, files, command) => {
    const root = tree({ ...taroProject({ 'a.ts': OLD }), ...files });
    expect(lastLine(root)).toBe(`To format the changed files: ${command}`);
  });

  it('names it after the report, and in Chinese', () => {
    const root = tree({ ...taroProject({ 'a.ts': OLD }), '.prettierrc': '' });
    expect(lastLine(root, '--report', 'r.md', '--lang', 'zh')).toBe(`格式化改动的文件：${PRETTIER}`);
  });

  it.each([
    ['without a formatter', {}, []],
    ['if nothing is written', { '.prettierrc': '' }, ['--dry-run']],
    ['in a scan', { '.prettierrc': '' }, ['scan']],
    ['if no source changes', { '.prettierrc': '', 'src/a.ts': 'export {};\n' }, []],
    ['with --quiet', { '.prettierrc': '' }, ['--quiet']],
    ['with --json', { '.prettierrc': '' }, ['--json']],
  ])('names no command %s', (_why, files, args) => {
    const root = tree({ ...taroProject({ 'a.ts': OLD }), ...files });
    const { stdout, stderr } = cli(root, args);
    expect(stdout + stderr).not.toMatch(/To format|npx prettier/);
  });

  it('finds the configuration in a parent folder, but not outside the repository', () => {
    const files = Object.fromEntries(
      Object.entries(taroProject({ 'a.ts': OLD })).map(([path, text]) => [`repo/app/${path}`, text]),
    );
    const inside = tree({ ...files, 'repo/.prettierrc': '' });
    committed(join(inside, 'repo'));
    expect(lastLine(join(inside, 'repo/app'))).toContain(PRETTIER);
    const outside = tree({ ...files, '.prettierrc': '' });
    committed(join(outside, 'repo'));
    expect(lastLine(join(outside, 'repo/app'))).not.toContain('prettier');
  });

  it('is short for many files: git knows which changed', () => {
    const names = Array.from({ length: 12 }, (_, index) => `f${index}.ts`);
    const files = { ...taroProject(Object.fromEntries(names.map((name) => [name, OLD]))), '.prettierrc': '' };
    expect(lastLine(committed(tree(files)))).toBe(
      'To format the changed files: npx prettier --write $(git diff --name-only --relative)',
    );
    expect(lastLine(tree(files))).toContain('src/f11.ts');
  });
});

it('the named command formats what the run has written', () => {
  const root = committed(
    tree({
      ...taroProject({ 'a.ts': OLD.replace(/;/g, '').replace(/'/g, '"') }),
      '.prettierrc': '{ "semi": false, "printWidth": 60 }',
      '.gitignore': 'node_modules\n',
    }),
  );
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'junction');
  const prettier = (...args: string[]) =>
    execFileSync(process.execPath, [join(ROOT, 'node_modules/prettier/bin-prettier.js'), ...args], {
      cwd: root,
      encoding: 'utf8',
    });
  prettier('--write', 'src');
  git(root, 'commit', '-qam', 'formatted');
  const [, files] = /npx prettier --write (.+)$/.exec(lastLine(root)!)!;
  const copies = Object.keys(snapshot(root)).filter((path) => path.startsWith('src/taro-modernize/'));
  const before = copies.map((path) => readFileSync(join(root, path), 'utf8'));
  prettier('--write', ...files!.split(' '));
  expect(prettier('--check', 'src')).toContain('All matched files use Prettier code style');
  expect(
    copies.map((path) => readFileSync(join(root, path), 'utf8')),
    'copies were formatted already',
  ).toEqual(before);
  expect(copies.length).toBeGreaterThan(1);
});
