import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cli } from './support/cli';
import { builtFor, OLD, taroProject } from './support/projects';
import { committed, git, identify, tree } from './support/tree';

const PAGE = `import Taro from '@tarojs/taro';

export const all = (name: string) => Taro.getUserProfile({ desc: name });
`;

function repository(): { root: string; head: string } {
  const files = { ...taroProject({ 'talk.ts': OLD, 'pages/me.ts': PAGE }), ...builtFor('weapp') };
  const root = identify(committed(tree(files)));
  git(root, 'remote', 'add', 'origin', 'https://ada:secret@github.com/org/app.git');
  return { root, head: git(root, 'rev-parse', 'HEAD').trim() };
}

const body = (root: string) => readFileSync(join(root, 'out/pr.md'), 'utf8');

it.each([[[]], [['--commit']], [['scan']], [['--dry-run']]])('--pr-body with %j', (others) => {
  const { root, head } = repository();
  expect(cli(root, [...others, '--pr-body', 'out/pr.md']).code).toBe(0);
  expect(body(root)).toContain(
    `[\`src/pages/me.ts:3\`](https://github.com/org/app/blob/${head}/src/pages/me.ts#L3) \`getUserProfile\``,
  );
  expect(body(root)).not.toContain('secret');
  expect(body(root).startsWith('Replaces')).toBe(others[0] === undefined || others[0] === '--commit');
});

it('--repo-url replaces the URL of the remote', () => {
  const { root, head } = repository();
  expect(cli(root, ['--pr-body=out/pr.md', '--repo-url', 'https://gitlab.com/org/app/']).code).toBe(0);
  expect(body(root)).toContain(`https://gitlab.com/org/app/-/blob/${head}/src/pages/me.ts#L3`);
});

it('a --repo-url that is no web page is refused', () => {
  const { code, stderr } = cli(repository().root, ['--repo-url', 'git@github.com:org/app.git']);
  expect(code).toBe(2);
  expect(stderr).toContain('Use one of: https://HOST/OWNER/NAME');
});

it('a body that cannot be written fails the run', () => {
  const { root } = repository();
  const ended = cli(root, ['scan', '--pr-body', 'src']);
  expect(ended.code).toBe(1);
  expect(ended.stderr).toContain('src: the report could not be written');
});
