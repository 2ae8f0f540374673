import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cli, json } from './support/cli';
import { tree } from './support/tree';

const LIBRARY = 'export const startRecord = promisify(wx.startRecord);\n';
const USES_TARO = "import Taro from '@tarojs/taro';\nTaro.startRecord({});\n";

it('a package with neither Taro nor a mini program gets no runtime and a notice', () => {
  const root = tree({ 'package.json': '{ "name": "lib" }', 'src/index.js': LIBRARY });
  const ended = cli(root, ['src', '--no-todo']);
  expect(ended).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('neither Taro nor a mini program'),
  });
  expect(ended.stdout).toContain('src/index.js:1:41');
  expect(existsSync(join(root, 'src/taro-modernize'))).toBe(false);
  expect(readFileSync(join(root, 'src/index.js'), 'utf8')).toBe(LIBRARY);

  // The TODO mark of a run mentions Taro, but that does not make the file import Taro.
  cli(root, ['src', '--allow-dirty']);
  const marked = readFileSync(join(root, 'src/index.js'), 'utf8');
  expect(marked).toContain('TODO(taro-modernize): startRecord: the replacement needs Taro');
  cli(root, ['src', '--allow-dirty']);
  expect(readFileSync(join(root, 'src/index.js'), 'utf8')).toBe(marked);
  const packaged = json(cli(root, ['src', '--runtime', 'package', '--check', '--json']));
  expect(packaged.summary).toMatchObject({ changed: 0, rewritten: 0, manual: 1 });
});

it('a file that imports Taro is rewritten even if package.json does not list Taro', () => {
  const root = tree({ 'package.json': '{ "name": "page" }', 'src/index.js': USES_TARO });
  expect(cli(root, ['src'])).toMatchObject({ code: 0 });
  expect(readFileSync(join(root, 'src/index.js'), 'utf8')).toContain('recorder.start({})');
  expect(existsSync(join(root, 'src/taro-modernize/recorder.js'))).toBe(true);
});
