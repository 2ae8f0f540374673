import { describe, expect, test } from 'vitest';
import { inProcess } from './support/in-process';
import { snapshot, tree } from './support/tree';

const CALL = 'exports.width = () => wx.getSystemInfoSync().windowWidth;\n';
const COMPONENT = '{ "component": true }';
const APP = { 'app.json': '{ "pages": ["pages/a/a"] }', 'pages/a/a.wxml': '', 'pages/a/a.js': CALL };

/** Rewrites a tree, and lists the files that changed or are new with their texts. */
async function changed(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const root = tree(files);
  const { code, stdout } = await inProcess(root, ['--no-types', '--no-todo', ...args]);
  expect(code).toBe(0);
  const after = snapshot(root);
  await inProcess(root, ['--no-types', '--no-todo', ...args]);
  expect(snapshot(root), 'a second run').toEqual(after);
  const news = Object.entries(after).filter(([path, text]) => files[path] !== text);
  return {
    stdout,
    rewritten: Object.fromEntries(
      news.flatMap(([path, text]) => {
        const request = /(?:require\(|from )'(.*\/system)'/.exec(text)?.[1];
        return path in files ? [[path, request]] : [];
      }),
    ),
    runtimes: news.flatMap(([path]) => (path in files ? [] : [path.replace(/\/[^/]+$/, '')])),
  };
}

describe('packages that publish only some of their folders', () => {
  const component = (folder: string) => ({
    [`${folder}/box/box.js`]: CALL,
    [`${folder}/box/box.json`]: COMPONENT,
    [`${folder}/box/box.wxml`]: '',
  });
  const project = { 'project.config.json': '{}' };

  test.each<[string, Record<string, string>, Record<string, string>, string[]]>([
    [
      'the field miniprogram, beside the app that shows the components',
      { ...project, ...APP, ...component('dist'), 'package.json': '{ "miniprogram": "dist" }' },
      { 'dist/box/box.js': '../taro-modernize/system', 'pages/a/a.js': '../../taro-modernize/system' },
      ['dist/taro-modernize', 'taro-modernize'],
    ],
    [
      'the field files, with the default folder',
      {
        ...project,
        ...APP,
        ...component('miniprogram_dist'),
        'package.json': '{ "files": ["miniprogram_dist"] }',
      },
      {
        'miniprogram_dist/box/box.js': '../taro-modernize/system',
        'pages/a/a.js': '../../taro-modernize/system',
      },
      ['miniprogram_dist/taro-modernize', 'taro-modernize'],
    ],
    [
      'neither field, with the default folder',
      { ...project, ...component('miniprogram_dist'), 'package.json': '{}' },
      { 'miniprogram_dist/box/box.js': '../taro-modernize/system' },
      ['miniprogram_dist/taro-modernize'],
    ],
    [
      'both fields, with folders inside others, and with files',
      {
        ...project,
        ...APP,
        ...component('libs/components'),
        'libs/wx/a.js': CALL,
        'README.md': '',
        'package.json':
          '{ "miniprogram": "libs", "files": ["./libs/", "libs/scss/**", "sdk/", "README.md"] }',
      },
      {
        'libs/components/box/box.js': '../../taro-modernize/system',
        'libs/wx/a.js': '../taro-modernize/system',
        'pages/a/a.js': '../../taro-modernize/system',
      },
      ['libs/taro-modernize', 'taro-modernize'],
    ],
    [
      'two folders, each with its own copy, and no app',
      {
        ...component('dist'),
        ...component('lib'),
        'package.json': '{ "miniprogram": "lib", "files": ["dist", "lib"] }',
      },
      { 'dist/box/box.js': '../taro-modernize/system', 'lib/box/box.js': '../taro-modernize/system' },
      ['dist/taro-modernize', 'lib/taro-modernize'],
    ],
    [
      'the whole package',
      { ...component('box'), 'package.json': '{ "miniprogram": "./", "files": ["./"] }' },
      { 'box/box/box.js': '../../taro-modernize/system' },
      ['taro-modernize'],
    ],
    [
      'a folder inside the one for apps',
      { ...component('box'), 'package.json': '{ "miniprogram": "./", "files": ["box"] }' },
      { 'box/box/box.js': '../taro-modernize/system' },
      ['box/taro-modernize'],
    ],
    [
      'everything, as files says',
      { ...project, ...component('lib'), 'package.json': '{ "files": ["**/*", "lib"] }' },
      { 'lib/box/box.js': '../../taro-modernize/system' },
      ['taro-modernize'],
    ],
  ])('the runtime is published with the code that requires it: %s', async (_, files, rewritten, runtimes) => {
    const result = await changed(files);
    expect(result.rewritten).toEqual(rewritten);
    expect([...new Set(result.runtimes)]).toEqual(runtimes);
  });

  const sources = {
    ...component('src'),
    'src/utils.js': CALL,
    'package.json': '{ "miniprogram": "miniprogram_dist", "files": ["miniprogram_dist"] }',
  };

  test('sources that a build publishes elsewhere stay, with the folders in the reason', async () => {
    const { stdout, rewritten, runtimes } = await changed(sources, '--verbose');
    expect([rewritten, runtimes]).toEqual([{}, []]);
    expect(stdout.match(/the package publishes other folders \(miniprogram_dist\)/g)).toHaveLength(2);
    expect(stdout).not.toContain('Add @tarojs/taro');
  });

  test('sources beside an app that is not theirs stay too', async () => {
    const example = Object.fromEntries(Object.entries(APP).map(([path, text]) => [`example/${path}`, text]));
    const config = { 'project.config.json': '{ "miniprogramRoot": "example" }' };
    const { rewritten } = await changed({ ...sources, ...example, ...config }, '.');
    expect(rewritten).toEqual({ 'example/pages/a/a.js': '../../taro-modernize/system' });
  });

  test('the user chooses the folder with --runtime-dir', async () => {
    const { rewritten, runtimes } = await changed(sources, '--runtime-dir', 'src/shared');
    expect(rewritten).toEqual({ 'src/box/box.js': '../shared/system', 'src/utils.js': './shared/system' });
    expect(new Set(runtimes)).toEqual(new Set(['src/shared']));
  });

  test('changes that need no runtime are made in sources too', async () => {
    const text = (set: string) => `const context = wx.createCanvasContext('a', this);\n${set};\n`;
    const files = { ...sources, 'src/utils.js': text('context.setLineWidth(2)') };
    const root = tree(files);
    await inProcess(root, ['--no-types', '--no-todo']);
    expect(snapshot(root)['src/utils.js']).toBe(text('context.lineWidth = 2'));
  });
});

describe('packages of Taro', () => {
  const USE =
    "import Taro from '@tarojs/taro';\nexport const width = () => Taro.getSystemInfoSync().windowWidth;\n";
  const manifest = (files?: readonly string[]) => ({
    'package.json': JSON.stringify({ peerDependencies: { '@tarojs/taro': '*' }, files }),
  });

  test.each<[string, Record<string, string>, Record<string, string>]>([
    [
      'sources that apps get as they are, beside those that a build compiles',
      { ...manifest(['dist', 'rn']), 'src/a.js': USE, 'rn/components/b.js': USE },
      { 'src/a.js': './taro-modernize/system', 'rn/components/b.js': '../taro-modernize/system' },
    ],
    [
      'a published folder of the sources',
      { ...manifest(['src/rn', 'dist']), 'src/a.js': USE, 'src/rn/b.js': USE },
      { 'src/a.js': './taro-modernize/system', 'src/rn/b.js': './taro-modernize/system' },
    ],
    [
      'all sources',
      { ...manifest(['src', 'src/rn']), 'src/rn/b.js': USE },
      { 'src/rn/b.js': '../taro-modernize/system' },
    ],
    [
      'a folder around the sources',
      {
        ...manifest(['lib']),
        'config/index.js': "module.exports = { sourceRoot: 'lib/src' }",
        'lib/src/a.js': USE,
      },
      { 'lib/src/a.js': './taro-modernize/system' },
    ],
    [
      'no list of published files',
      { ...manifest(), 'src/a.js': USE, 'rn/b.js': USE },
      { 'src/a.js': './taro-modernize/system', 'rn/b.js': '../src/taro-modernize/system' },
    ],
  ])('the runtime is published with the code that imports it: %s', async (_, files, rewritten) => {
    expect((await changed(files, '.')).rewritten).toEqual(rewritten);
  });
});

describe('components without a package.json that says so', () => {
  const box = {
    'lib/box/box.js': CALL,
    'lib/box/box.json': COMPONENT,
    'lib/box/box.wxml': '',
    'lib/utils.js': CALL,
  };
  const SYSTEM = 'taro-modernize/system';

  test.each<[string, Record<string, string>, Record<string, string>]>([
    [
      'in a package',
      { 'package.json': '{}' },
      { 'lib/box/box.js': `../../${SYSTEM}`, 'lib/utils.js': `../${SYSTEM}` },
    ],
    ['in no package', {}, { 'lib/box/box.js': `../../${SYSTEM}`, 'lib/utils.js': `../${SYSTEM}` }],
    [
      'in a package that publishes their folder',
      { 'package.json': '{ "files": ["lib"] }' },
      { 'lib/box/box.js': `../${SYSTEM}`, 'lib/utils.js': `./${SYSTEM}` },
    ],
    [
      'in a package that publishes another folder',
      { 'package.json': '{ "files": ["dist"] }', 'dist/a.js': '' },
      {},
    ],
    ['in a uni-app, which has them beside its own', { 'pages.json': '{}' }, {}],
    [
      'in a package of a framework',
      { 'package.json': '{ "dependencies": { "@dcloudio/uni-app": "3" } }' },
      {},
    ],
    ['which are none', { 'lib/box/box.json': '{ "component": false }' }, {}],
    ['without a template', { 'lib/box/box.wxml': '', 'lib/box/box.json': '{}' }, {}],
  ])('they are a mini program: %s', async (_, more, expected) => {
    const { rewritten } = await changed({ ...box, ...more }, '.');
    expect(rewritten).toEqual(expected);
  });

  test('the global of the host follows from the templates', async () => {
    const root = tree({
      'package.json': '{}',
      'box/box.js': CALL.replace('wx.getSystemInfoSync().windowWidth', 'my.startRecord({})'),
      'box/box.json': COMPONENT,
      'box/box.axml': '',
    });
    await inProcess(root, ['.', '--no-types', '--no-todo']);
    expect(snapshot(root)['taro-modernize/recorder-host.js']).toContain('my.getRecorderManager()');
  });
});
