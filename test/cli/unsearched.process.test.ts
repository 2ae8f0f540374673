import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { cli } from './support/cli';
import { tree } from './support/tree';

const CALL = 'wx.startRecord({});\n';

function repository(files: Record<string, string>): string {
  const root = tree({
    'project.config.json': '{}',
    'app.json': '{ "pages": ["a"] }',
    'a.js': 'Page({});\n',
    ...files,
  });
  const git = (...args: string[]) => execFileSync('git', ['-C', root, ...args], { stdio: 'ignore' });
  git('init');
  git('add', '--force', ...Object.keys(files).filter((path) => !path.includes('untracked')));
  return root;
}

const unsearched = (root: string, ...args: readonly string[]) =>
  cli(root, ['scan', '--no-types', ...args])
    .stdout.split('\n')
    .filter((line) => line.startsWith('Not searched'));

test.each<[string, Record<string, string>, number]>([
  ['a file', { '.gitignore': 'sdk.js\n', 'sdk.js': CALL }, 1],
  [
    'a folder, with files of all kinds',
    { '.gitignore': 'sdk\n', 'sdk/a.js': CALL, 'sdk/b/c.ts': CALL, 'sdk/d.json': CALL, 'sdk/e.js': '' },
    2,
  ],
  ['rules of a folder', { 'lib/.gitignore': '*.js\n', 'lib/a.js': CALL }, 1],
  ['files that git does not track', { '.gitignore': 'untracked\n', 'untracked/a.js': CALL }, 0],
  ['installed packages', { '.gitignore': 'node_modules\n', 'node_modules/a.js': CALL }, 0],
])('files that are ignored and tracked are counted: %s', (_, files, count) => {
  const root = repository(files);
  const said = `${count} file${count === 1 ? '' : 's'} that git tracks and .gitignore excludes (to include: --no-gitignore)`;
  expect(unsearched(root)).toEqual(
    count === 0 ? [] : [`Not searched, although they mention deprecated APIs: ${said}.`],
  );
  expect(unsearched(root, '--no-gitignore')).toEqual([]);
});
