import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultRoots } from '../../src/cli/roots';
import { ProjectFinder } from '../../src/project/detect';
import { add, tree } from '../cli/support/tree';

const at = (root: string, folder = '.') => new ProjectFinder().of(join(root, folder));

describe('the project of a folder', () => {
  it('is a Taro project by its dependencies or its config, with its folders', () => {
    const root = tree({
      'package.json': '{ "dependencies": { "@tarojs/taro": "^3.6.38" } }',
      'config/index.js': `/* sourceRoot: 'no' */\nmodule.exports = { 'sourceRoot': "client", outputRoot: \`build/\${process.env.TARO_ENV}\` }`,
      'client/pages/a.js': '',
    });
    expect(at(root, 'client/pages')).toMatchObject({
      kind: 'taro',
      root,
      sourceRoot: join(root, 'client'),
      outputRoots: [join(root, 'build'), join(root, '.temp')],
      taroVersion: 3,
    });
  });

  it.each([
    ["compiler: 'webpack5'", 'webpack'],
    ["compiler: 'vite'", 'vite'],
    ['"compiler": { "type": "vite", vitePlugins: [] }', 'vite'],
    ["compiler: { prebundle: { enable: false }, type: 'webpack5' }", 'webpack'],
    ["designWidth: 750, // compiler: 'vite'", 'webpack'],
    ['compiler: process.env.COMPILER', undefined],
  ])('knows the bundler where the config says it: %s', (compiler, bundler) => {
    const root = tree({
      'package.json': '{ "dependencies": { "@tarojs/taro": "^4.0.0" } }',
      'config/index.js': `module.exports = { projectName: 'a',\n ${compiler}\n}`,
    });
    expect(at(root)?.bundler).toBe(bundler);
  });

  it('takes the version from what is installed, also above', () => {
    const root = tree({
      'node_modules/@tarojs/taro/package.json': '{ "version": "2.2.21" }',
      'apps/a/package.json': '{ "dependencies": { "@tarojs/taro": "workspace:*" } }',
    });
    expect(at(root, 'apps/a')?.taroVersion).toBe(2);
  });

  it('takes 4 when nothing says the version', () => {
    for (const version of ['latest', '*', 'workspace:^']) {
      const root = tree({ 'package.json': JSON.stringify({ dependencies: { '@tarojs/taro': version } }) });
      expect(at(root)?.taroVersion).toBe(4);
    }
  });

  it('is a mini program by its project file, and the platform is known by its templates', () => {
    const root = tree({
      'project.config.json': '{ "miniprogramRoot": "miniprogram/" }',
      'miniprogram/app.json': '{ "pages": ["pages/a/a"] }',
      'miniprogram/pages/a/a.ttml': '',
    });
    expect(at(root)).toMatchObject({ kind: 'native', sourceRoot: join(root, 'miniprogram'), host: 'tt' });
    expect(at(root, 'miniprogram/pages/a')?.sourceRoot).toBe(join(root, 'miniprogram'));
    const alipay = tree({ 'mini.project.json': '{}', 'app.json': '{ "pages": [] }' });
    expect(at(alipay)?.host).toBe('my');
  });

  it('is not one by the app.json of something else', () => {
    expect(at(tree({ 'app.json': '{ "expo": {} }', 'package.json': '{}' }))).toBeNull();
  });

  it.each<[string, Record<string, unknown>, { platforms: string[] }]>([
    ['nothing says it', {}, { platforms: [] }],
    ['a script for weapp', { scripts: { build: 'taro build --type weapp' } }, { platforms: [] }],
    ['a script for h5', { scripts: { build: 'taro build --type h5' } }, { platforms: ['h5'] }],
    ['a script with =', { scripts: { build: 'taro build --type=h5 --watch' } }, { platforms: ['h5'] }],
    ['a script for another name', { scripts: { build: 'taro build --type h5x' } }, { platforms: [] }],
    ['a script for alipay', { scripts: { build: 'taro build --type alipay' } }, { platforms: ['alipay'] }],
    ['the plugin for h5', { devDependencies: { '@tarojs/plugin-platform-h5': '4' } }, { platforms: ['h5'] }],
    [
      'the plugin for alipay',
      { dependencies: { '@tarojs/plugin-platform-alipay': '4' } },
      { platforms: ['alipay'] },
    ],
  ])('is built for what its package says: %s', (_, manifest, expected) => {
    const root = tree({
      'package.json': JSON.stringify({ peerDependencies: { '@tarojs/taro': '4' }, ...manifest }),
    });
    expect(at(root)).toMatchObject(expected);
  });

  it('has its sources in src, or in its root, when its configuration names a folder that is not there', () => {
    const files = {
      'package.json': '{ "dependencies": { "@tarojs/taro": "4.2.0" } }',
      'config/index.js': `module.exports = { sourceRoot: 'gone', outputRoot: 'build/..' }`,
    };
    const bare = tree(files);
    expect(at(bare)).toMatchObject({ sourceRoot: bare, outputRoots: [join(bare, '.temp')] });
    const root = tree({ ...files, 'src/a.js': '' });
    expect(at(root)?.sourceRoot).toBe(join(root, 'src'));
  });

  it('writes to dist when no configuration says it', () => {
    const root = tree({ 'package.json': '{ "dependencies": { "@tarojs/taro": "4.2.0" } }' });
    expect(at(root)?.outputRoots).toEqual([join(root, 'dist'), join(root, '.temp')]);
  });

  it('is a Taro project by its configuration alone', () => {
    const root = tree({ 'config/index.js': `module.exports = { outputRoot: 'out' }`, 'src/a.js': '' });
    expect(at(root)).toMatchObject({ kind: 'taro', outputRoots: [join(root, 'out'), join(root, '.temp')] });
  });

  it('is the root of a mini program whose folder of sources is not there', () => {
    const root = tree({
      'project.config.json': '{ "miniprogramRoot": "gone/" }',
      'app.json': '{ "pages": [] }',
    });
    expect(at(root)?.sourceRoot).toBe(root);
  });

  it('is guessed where nothing says it: one for each package, else for what was asked for', () => {
    const root = tree({ 'lib/package.json': '{}', 'lib/src/a/a.ts': '', 'other/a.ts': '' });
    const finder = new ProjectFinder();
    const guess = (folder: string) => finder.guess(join(root, folder), root);
    expect(guess('lib/src/a')).toMatchObject({
      root: join(root, 'lib'),
      sourceRoot: join(root, 'lib', 'src'),
      detected: false,
    });
    expect(guess('lib/src')).toBe(guess('lib/src/a'));
    expect(guess('other')).toMatchObject({ root, sourceRoot: root });
  });

  it('is the nearest one', () => {
    const root = tree({ 'package.json': '{ "devDependencies": { "@tarojs/cli": "4" } }' });
    add(root, { 'apps/a/package.json': '{ "dependencies": { "@tarojs/taro": "3" } }' });
    expect(at(root, 'apps/a')?.root).toBe(join(root, 'apps/a'));
    expect(at(root, 'apps')?.root).toBe(root);
  });
});

describe('what is migrated when no path is given', () => {
  const TARO = '"dependencies": { "@tarojs/taro": "4.2.0" }';
  const top = `{ "workspaces": ["apps/*"], ${TARO} }`;
  const below = { 'apps/x/package.json': `{ ${TARO} }`, 'apps/x/src/a.ts': '' };
  const roots = (files: Record<string, string>) => {
    const root = tree({ ...below, ...files });
    return defaultRoots(root, new ProjectFinder()).map((folder) => relative(root, folder) || '.');
  };

  it.each([
    ['a top that only declares Taro: its projects', { 'package.json': top }, ['apps/x/src']],
    ['a top with sources of its own: these', { 'package.json': top, 'src/a.ts': '' }, ['src']],
    ['a top with a configuration: the top', { 'package.json': top, 'config/index.js': '' }, ['.']],
    [
      'a mini program: its folder',
      { 'package.json': '{ "workspaces": ["apps/*"] }', 'app.json': '{ "pages": [] }' },
      ['.'],
    ],
    [
      'projects four levels below, not five, and none of hidden folders or packages',
      {
        'package.json': '{ "workspaces": ["**"] }',
        'a/b/c/d/package.json': `{ ${TARO} }`,
        'a/b/c/d/src/a.ts': '',
        'e/f/g/h/i/package.json': `{ ${TARO} }`,
        'e/f/g/h/i/src/a.ts': '',
        '.hidden/package.json': `{ ${TARO} }`,
        'node_modules/x/package.json': `{ ${TARO} }`,
      },
      ['a/b/c/d/src', 'apps/x/src'],
    ],
  ])('%s', (_name, files, expected) => {
    expect(roots(files)).toEqual(expected);
  });
});
