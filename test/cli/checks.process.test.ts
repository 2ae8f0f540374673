import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cli, json } from './support/cli';
import { taroProject } from './support/projects';
import { tree } from './support/tree';

const SILK = `import Taro from '@tarojs/taro';

export const start = () =>
  Taro.startRecord({
    success: ({ tempFilePath }) => send(tempFilePath, 'voice.silk'),
  });

declare function send(path: string, name: string): void;
`;
const TIMER = `import Taro from '@tarojs/taro';

Taro.startRecord();
setTimeout(() => Taro.stopRecord(), 600000);
`;

it('code that mentions silk stays a manual finding in every later run, marked or not, until it is suppressed', () => {
  for (const todo of [[], ['--no-todo']]) {
    const root = tree(taroProject({ 'mic.ts': SILK }));
    expect(cli(root, todo)).toMatchObject({ code: 0, stdout: expect.stringContaining('[REC151]') });
    const once = readFileSync(join(root, 'src/mic.ts'), 'utf8');
    expect(once.includes('TODO(taro-modernize): startRecord: recordings are now aac')).toBe(
      todo.length === 0,
    );

    const check = cli(root, ['--check', '--json', ...todo]);
    expect(check.code).toBe(1);
    expect(json(check).summary).toMatchObject({ changed: 0, rewritten: 0, manual: 1 });
    cli(root, ['--allow-dirty', ...todo]);
    expect(readFileSync(join(root, 'src/mic.ts'), 'utf8')).toBe(once);
  }
  const silenced = SILK.replace(
    '    success',
    '    // taro-modernize-ignore REC151 the server tells by content\n    success',
  );
  const root = tree(taroProject({ 'mic.ts': silenced }));
  expect(cli(root, []).code).toBe(0);
  expect(cli(root, ['--check']).code).toBe(0);
});

it('a timer above the limit is reported without failing --check', () => {
  const root = tree(taroProject({ 'mic.ts': TIMER }));
  const first = cli(root, []);
  expect(first.stdout).toContain('Notes: 1 location');
  expect(first.stdout).toContain('src/mic.ts:4:37');
  const check = cli(root, ['--check']);
  expect(check).toMatchObject({ code: 0, stdout: expect.stringContaining('REC251') });
});
