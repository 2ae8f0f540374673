import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultRoots } from '../../src/cli/roots';
import { ProjectFinder } from '../../src/project/detect';
import { add, tree } from '../cli/support/tree';

const at = (root: string, folder = '.') => new ProjectFinder().of(join(root, folder));

describe('detecting the project of a folder', () => {
  it('a folder is a Taro project by its dependencies or configuration, which also give its folders', () => {
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
  ])('the bundler of a project is read from its configuration: %s', (compiler, bundler) => {
    const root = tree({
      'package.json': '{ "dependencies": { "@tarojs/taro": "^4.0.0" } }',
      'config/index.js': `module.exports = { projectName: 'a',\n ${compiler}\n}`,
    });
    expect(at(root)?.bundler).toBe(bundler);
  });

  it('the version of a project is that of the installed Taro, which may be in a parent folder', () => {
    const root = tree({
      'node_modules/@tarojs/taro/package.json': '{ "version": "2.2.21" }',
      'apps/a/package.json': '{ "dependencies": { "@tarojs/taro": "workspace:*" } }',
    });
    expect(at(root, 'apps/a')?.taroVersion).toBe(2);
  });

  it.each([
    ['2.0.3', 2],
    ['^3.4.1', 3],
    ['~3.4', 3],
    ['3.x', 3],
    ['npm:@tarojs/taro@3.1', 3],
    ['>=2', 4],
    ['^2.2.0 || ^4.0.0', 4],
    ['3.6.0 - 4.2.0', 4],
    ['*', 4],
    ['catalog:', 4],
  ])('an installation of another version does not outweigh a declared one: %s', (version, major) => {
    const root = tree({
      'node_modules/@tarojs/taro/package.json': '{ "version": "4.2.0" }',
      'apps/a/package.json': JSON.stringify({ dependencies: { '@tarojs/taro': version } }),
    });
    expect(at(root, 'apps/a')?.taroVersion).toBe(major);
  });

  it.each([
    ['the CLI', { '@tarojs/cli': '2.2.21' }],
    ['the components', { '@tarojs/components': '~2.1' }],
  ])('all packages of Taro have its version: %s', (_, dependencies) => {
    expect(at(tree({ 'package.json': JSON.stringify({ dependencies }) }))?.taroVersion).toBe(2);
  });

  it.each([
    ['mentions Taro', "import Taro from '@tarojs/taro';"],
    ['has the names of its options', 'export const projectName = 1, designWidth = 750;'],
  ])('a config folder among the sources of a project makes no project: it %s', (_, config) => {
    const root = tree({
      'package.json': '{ "dependencies": { "@tarojs/taro": "1.3.34" } }',
      'config/index.js': `module.exports = { projectName: 'a' }`,
      'src/config/index.ts': config,
      'src/pages/config/index.ts': config,
    });
    for (const folder of ['src', 'src/config', 'src/pages', 'src/pages/config'])
      expect(at(root, folder), folder).toMatchObject({ root, taroVersion: 1, sourceRoot: join(root, 'src') });
  });

  it('the version of a project is 4 when nothing states it', () => {
    for (const version of ['latest', '*', 'workspace:^']) {
      const root = tree({ 'package.json': JSON.stringify({ dependencies: { '@tarojs/taro': version } }) });
      expect(at(root)?.taroVersion).toBe(4);
    }
  });

  it('a folder is a mini program by its project file, and its platform follows from its templates', () => {
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

  it('the app.json of another tool does not make a mini program', () => {
    expect(at(tree({ 'app.json': '{ "expo": {} }', 'package.json': '{}' }))).toBeNull();
  });

  it.each<[string, Record<string, unknown>, { platforms: string[]; openPlatforms?: boolean }]>([
    ['nothing that says so', {}, { platforms: [] }],
    ['a script for weapp', { scripts: { build: 'taro build --type weapp' } }, { platforms: ['weapp'] }],
    ['a script for h5', { scripts: { build: 'taro build --type h5' } }, { platforms: ['h5'] }],
    ['a script with =', { scripts: { build: 'taro build --type=h5 --watch' } }, { platforms: ['h5'] }],
    ['a script with a similar name', { scripts: { build: 'taro build --type h5x' } }, { platforms: ['h5x'] }],
    [
      'scripts and plugins, each once',
      {
        scripts: {
          build: 'taro build --type "weapp" && taro build --type h5',
          dev: 'npm run build -- --watch',
        },
        devDependencies: { '@tarojs/plugin-platform-h5': '4', 'taro-plugin-platform-xhs': '1' },
      },
      { platforms: ['h5', 'xhs', 'weapp'] },
    ],
    [
      'a script that gets its platform from elsewhere',
      { scripts: { build: 'taro build --type $PLATFORM', h5: 'taro build --type h5' } },
      { platforms: ['h5'], openPlatforms: true },
    ],
    ['a script for alipay', { scripts: { build: 'taro build --type alipay' } }, { platforms: ['alipay'] }],
    ['the plugin for h5', { devDependencies: { '@tarojs/plugin-platform-h5': '4' } }, { platforms: ['h5'] }],
    [
      'the plugin for alipay',
      { dependencies: { '@tarojs/plugin-platform-alipay': '4' } },
      { platforms: ['alipay'] },
    ],
    [
      'a package for weapp in Taro 2, and scripts for h5',
      {
        peerDependencies: {},
        dependencies: { '@tarojs/taro': '2.2.21', '@tarojs/taro-weapp': '2.2.21', '@tarojs/taro-redux': '1' },
        scripts: { build: 'taro build --type h5' },
      },
      { platforms: ['weapp', 'h5'] },
    ],
    [
      'packages for several platforms in Taro 1',
      { dependencies: { '@tarojs/taro': '1.3.34', '@tarojs/taro-rn': '1', '@tarojs/taro-alipay': '1' } },
      { platforms: ['rn', 'alipay'] },
    ],
    [
      'a library of Taro 3 whose name is that of a platform',
      { dependencies: { '@tarojs/taro-rn': '3.5.7' }, scripts: { build: 'taro build --type weapp' } },
      { platforms: ['weapp'] },
    ],
  ])('the platforms of a project follow from its package.json: %s', (_, manifest, expected) => {
    const root = tree({
      'package.json': JSON.stringify({ peerDependencies: { '@tarojs/taro': '4' }, ...manifest }),
    });
    expect(at(root)).toMatchObject(expected);
  });

  it('the sources are in src or the root when the configured folder does not exist', () => {
    const files = {
      'package.json': '{ "dependencies": { "@tarojs/taro": "4.2.0" } }',
      'config/index.js': `module.exports = { sourceRoot: 'gone', outputRoot: 'build/..' }`,
    };
    const bare = tree(files);
    expect(at(bare)).toMatchObject({ sourceRoot: bare, outputRoots: [join(bare, '.temp')] });
    const root = tree({ ...files, 'src/a.js': '' });
    expect(at(root)?.sourceRoot).toBe(join(root, 'src'));
  });

  it('the output goes to dist without a configuration', () => {
    const root = tree({ 'package.json': '{ "dependencies": { "@tarojs/taro": "4.2.0" } }' });
    expect(at(root)?.outputRoots).toEqual([join(root, 'dist'), join(root, '.temp')]);
  });

  it('a configuration file alone makes a Taro project', () => {
    const root = tree({ 'config/index.js': `module.exports = { outputRoot: 'out' }`, 'src/a.js': '' });
    expect(at(root)).toMatchObject({ kind: 'taro', outputRoots: [join(root, 'out'), join(root, '.temp')] });
  });

  it('a mini program whose source folder does not exist uses its root', () => {
    const root = tree({
      'project.config.json': '{ "miniprogramRoot": "gone/" }',
      'app.json': '{ "pages": [] }',
    });
    expect(at(root)?.sourceRoot).toBe(root);
  });

  it('without evidence, the project is guessed: the package, otherwise the folder of the run', () => {
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

  it('the nearest project wins', () => {
    const root = tree({ 'package.json': '{ "devDependencies": { "@tarojs/cli": "4" } }' });
    add(root, { 'apps/a/package.json': '{ "dependencies": { "@tarojs/taro": "3" } }' });
    expect(at(root, 'apps/a')?.root).toBe(join(root, 'apps/a'));
    expect(at(root, 'apps')?.root).toBe(root);
  });
});

describe('default paths of a run', () => {
  const TARO = '"dependencies": { "@tarojs/taro": "4.2.0" }';
  const top = `{ "workspaces": ["apps/*"], ${TARO} }`;
  const below = { 'apps/x/package.json': `{ ${TARO} }`, 'apps/x/src/a.ts': '' };
  const roots = (files: Record<string, string>) => {
    const root = tree({ ...below, ...files });
    return defaultRoots(root, new ProjectFinder()).map((folder) => relative(root, folder) || '.');
  };

  it.each([
    ['a root that only declares Taro: its projects', { 'package.json': top }, ['apps/x/src']],
    ['a root with sources: its sources', { 'package.json': top, 'src/a.ts': '' }, ['src']],
    ['a root with a configuration: the root', { 'package.json': top, 'config/index.js': '' }, ['.']],
    [
      'a mini program: its folder',
      { 'package.json': '{ "workspaces": ["apps/*"] }', 'app.json': '{ "pages": [] }' },
      ['.'],
    ],
    [
      'projects up to four levels below the root, without hidden folders and node_modules',
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
  ])('default paths: %s', (_name, files, expected) => {
    expect(roots(files)).toEqual(expected);
  });
});
