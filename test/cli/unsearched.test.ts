import { expect, test } from 'vitest';
import { inProcess } from './support/in-process';
import { tree } from './support/tree';

const CALL = 'wx.startRecord({});\n';
const app = (more: Record<string, string>) =>
  tree({ 'project.config.json': '{}', 'app.json': '{ "pages": ["a"] }', 'a.js': 'Page({});\n', ...more });

const unsearched = async (files: Record<string, string>, ...args: readonly string[]) => {
  const { stdout } = await inProcess(app(files), ['scan', '--no-types', ...args]);
  return stdout.split('\n').filter((line) => /Not searched|没有查找/.test(line));
};

test.each<[string, Record<string, string>, string | undefined]>([
  ['nothing', {}, undefined],
  [
    'committed packages of a mini program',
    {
      'miniprogram_npm/x/a.js': CALL,
      'miniprogram_npm/x/b.js': CALL,
      'miniprogram_npm/y/none.js': 'startRecording();\n',
    },
    '2 files in miniprogram_npm (to include: add this path)',
  ],
  [
    'packages of several parts',
    { 'miniprogram_npm/x/a.js': CALL, 'part/miniprogram_npm/x/a.js': CALL },
    '1 file in miniprogram_npm (to include: add this path); 1 file in part/miniprogram_npm (to include: add this path)',
  ],
  ['packages without calls', { 'miniprogram_npm/x/a.js': 'exports.a = 1;\n' }, undefined],
  [
    'packages that are not committed',
    { 'miniprogram_npm/x/a.js': CALL, '.gitignore': 'miniprogram_npm\n' },
    undefined,
  ],
  [
    'components of Chameleon',
    { 'b.cml': `<script>\n${CALL}</script>\n`, 'c.cml': '' },
    '1 file with the ending .cml (not supported)',
  ],
  ['installed packages', { 'node_modules/x/a.js': CALL }, undefined],
])('the summary says what was not searched: %s', async (_, files, line) => {
  const expected =
    line === undefined ? [] : [`Not searched, although they mention deprecated APIs: ${line}.`];
  expect(await unsearched(files)).toEqual(expected);
});

test('a named folder is searched', async () => {
  const root = app({ 'miniprogram_npm/x/a.js': CALL });
  const { stdout } = await inProcess(root, ['scan', '--no-types', '.', 'miniprogram_npm']);
  expect(stdout).toContain('miniprogram_npm/x/a.js');
});

test('in Chinese', async () => {
  expect(await unsearched({ 'miniprogram_npm/x/a.js': CALL, 'b.cml': CALL }, '--lang', 'zh')).toEqual([
    '以下文件提到了已废弃的 API，但没有查找：miniprogram_npm 中的 1 个文件（如需查找，请加上这个路径）；1 个 .cml 文件（不支持）。',
  ]);
});
