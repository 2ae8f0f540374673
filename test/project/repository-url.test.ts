import { join } from 'node:path';
import { expect, test } from 'vitest';
import { linksTo, webUrl } from '../../src/project/repository-url';
import { committed, git, tree } from '../cli/support/tree';

test.each([
  ['https://github.com/org/app.git', 'https://github.com/org/app'],
  ['https://github.com/org/app/', 'https://github.com/org/app'],
  ['https://me:secret@github.com/org/app.git', 'https://github.com/org/app'],
  ['https://token@git.example.com:8443/a/b/c.git', 'https://git.example.com:8443/a/b/c'],
  ['http://git.local/org/app', 'http://git.local/org/app'],
  ['git@github.com:org/app.git', 'https://github.com/org/app'],
  ['gitee.com:org/app.git', 'https://gitee.com/org/app'],
  ['ssh://git@git.example.com:2222/org/app.git', 'https://git.example.com/org/app'],
  ['git://git.example.com/org/app.git', 'https://git.example.com/org/app'],
  ['/srv/git/app.git', undefined],
  ['../app.git', undefined],
  ['file:///srv/git/app.git', undefined],
  ['C:\\git\\app.git', undefined],
  ['C:/git/app.git', undefined],
  ['', undefined],
])('the web page of %s is %s', (remote, page) => {
  expect(webUrl(remote)).toBe(page);
});

const linked = (remote?: string, name = 'origin') => {
  const root = committed(tree({ 'src/页 面#1.ts': '', 'a.ts': '' }));
  if (remote !== undefined) git(root, 'remote', 'add', name, remote);
  return { root, head: git(root, 'rev-parse', 'HEAD').trim() };
};

test.each([
  ['https://github.com/org/app.git', '/blob/HEAD/a.ts#L3'],
  ['git@gitee.com:org/app.git', '/blob/HEAD/a.ts#L3'],
  ['git@gitlab.example.com:org/app.git', '/-/blob/HEAD/a.ts#L3'],
  ['git@bitbucket.org:org/app.git', '/src/HEAD/a.ts#lines-3'],
])('links for %s have the form of its host', (remote, form) => {
  const { root, head } = linked(remote, 'upstream');
  expect(linksTo(join(root, 'src'), undefined, 0)!(join(root, 'a.ts'), 3)).toBe(
    webUrl(remote) + form.replace('HEAD', head),
  );
});

test('names are escaped, a given URL wins, and commits of the run do not count', () => {
  const { root, head } = linked('git@github.com:other/fork.git');
  git(root, 'commit', '--allow-empty', '-m', 'second');
  const link = linksTo(root, 'https://github.com/org/app/', 1)!;
  expect(link(join(root, 'src/页 面#1.ts'), 1)).toBe(
    `https://github.com/org/app/blob/${head}/src/%E9%A1%B5%20%E9%9D%A2%231.ts#L1`,
  );
  expect(link(join(root, '../other/a.ts'), 1)).toBeUndefined();
});

test('without a remote, a commit or a repository there are no links', () => {
  expect(linksTo(linked().root, undefined, 0)).toBeUndefined();
  expect(linksTo(linked().root, 'https://github.com/org/app', 1)).toBeUndefined();
  expect(linksTo(tree({}), 'https://github.com/org/app', 0)).toBeUndefined();
});
