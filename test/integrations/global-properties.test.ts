/** The command and the builds say where the platform becomes a property of all components. */
import { join, relative } from 'node:path';
import * as babel from '@babel/core';
import type { IPluginContext } from '@tarojs/service';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import taroModernize from '../../src';
import taroModernizeBabel from '../../src/integrations/babel';
import { type ProjectBuildOptions, rewriteModule } from '../../src/integrations/module';
import type { VitePlugin } from '../../src/integrations/vite-plugin';
import { ProjectFinder } from '../../src/project/detect';
import { GlobalProperties } from '../../src/project/global-properties';
import { type Finding, globalPropertiesIn } from '../../src/project/rewrite';
import { scan } from '../../src/project/scan';
import { tree } from '../cli/support/tree';

const COMPONENT = 'export default {\n  mounted() {\n    this.$taro.startRecord({})\n  },\n}\n';
const PACKAGE = '{ "dependencies": { "@tarojs/taro": "4.2.0" } }';
const VUE2 =
  "import Vue from 'vue'\nimport Taro from '@tarojs/taro'\n\nimport App from './App'\nVue.prototype.$taro = Taro\n";
const VUE3 =
  "import { createApp } from 'vue'\nimport Taro from '@tarojs/taro'\nconst app = createApp({})\nObject.assign(app.config.globalProperties, {\n  $taro: Taro,\n})\n";

const vue = (script: string) => `<template>\n  <view />\n</template>\n\n<script>\n${script}</script>\n`;

beforeEach(() => {
  vi.stubEnv('TARO_ENV', 'weapp');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const app = (sources: Record<string, string>) =>
  tree({
    'package.json': PACKAGE,
    ...Object.fromEntries(Object.entries(sources).map(([name, text]) => [`src/${name}`, text])),
  });

const shown = (findings: readonly Finding[] = []) =>
  findings.map(({ line, column, code, reason }) => `${line}:${column} ${code} ${reason}`);

async function command(root: string, file: string, paths = [root]): Promise<string[]> {
  const options = { include: [], ignore: [], gitignore: true, todo: false, showsTexts: true, types: false };
  const { files } = await scan(
    { cwd: root, paths, runtime: 'file', ...options },
    new ProjectFinder(['weapp']),
  );
  return shown(files.find(({ path }) => relative(`${root}/src`, path) === file)?.findings);
}

/** What the Taro plugin adds to a build with Vite and with webpack. */
function builds(root: string): { vite: VitePlugin; webpack: ProjectBuildOptions } {
  const run: Record<string, (value: object) => void> = {};
  const hook = (name: string) => (then: (value: object) => void) => {
    run[name] = then;
  };
  const names = ['addPluginOptsSchema', 'modifyWebpackChain', 'modifyViteConfig', 'onBuildStart', 'onStart'];
  taroModernize({
    paths: { appPath: root, sourcePath: join(root, 'src') },
    initialConfig: {},
    registerCommand: () => {},
    ...Object.fromEntries([...names, 'onBuildFinish'].map((name) => [name, hook(name)])),
  } as unknown as IPluginContext);
  const viteConfig: { plugins?: VitePlugin[] } = {};
  run.modifyViteConfig!({ viteConfig });
  const options = vi.fn<(build: ProjectBuildOptions) => unknown>(() => anything);
  const anything: unknown = new Proxy(() => {}, {
    get: (_, name) => (name === 'options' ? options : anything),
    apply: () => anything,
  });
  const chain = { get: () => undefined, module: anything, resolve: anything, plugin: () => anything };
  run.modifyWebpackChain!({ chain, webpack: {} });
  return { vite: viteConfig.plugins![0]!, webpack: options.mock.calls[0]![0] };
}

const REASON = (place: string) =>
  `REC126 this.$taro may be the platform object, which ${place} adds to all components`;

it.each([
  ['Vue 2', 'main.js', VUE2, 'src/main.js:5:1'],
  ['Vue 3', 'app.ts', VUE3, 'src/app.ts:5:3'],
])('%s: the command and the builds name the place in the entry', async (_, entry, text, place) => {
  const root = app({ [entry]: text, 'pages/a.js': COMPONENT, 'pages/b.vue': vue(COMPONENT) });
  const found = [`3:16 ${REASON(place)}`];
  expect(await command(root, 'pages/a.js')).toEqual(found);
  expect(await command(root, 'pages/a.js', [join(root, 'src/pages')])).toEqual(found);
  expect(await command(root, 'pages/b.vue')).toEqual([`8:16 ${REASON(place)}`]);
  const file = (name: string) => join(root, 'src/pages', name);
  const { webpack } = builds(root);
  expect(shown(rewriteModule(COMPONENT, file('a.js'), webpack)?.findings)).toEqual(found);
  expect(shown(rewriteModule(vue(COMPONENT), file('b.vue'), webpack)?.findings)).toEqual([
    `8:16 ${REASON(place)}`,
  ]);
  const plugins: babel.PluginItem[] = [[taroModernizeBabel, { onManual: 'off' }]];
  const options = { filename: file('a.js'), cwd: root, root, plugins, configFile: false };
  const { metadata } = babel.transformSync(COMPONENT, options)!;
  const { findings } = (metadata as unknown as { taroModernize: { findings: Finding[] } }).taroModernize;
  expect(shown(findings)).toEqual(found);
});

it('a build with Vite warns with the place', async () => {
  const root = app({ 'main.js': VUE2, 'pages/a.js': COMPONENT });
  const { vite } = builds(root);
  const warn = vi.fn();
  const context = { warn, error: warn as never };
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vite.transform.call(context, COMPONENT, join(root, 'src/pages/a.js'));
  await vite.buildEnd.call(context);
  expect(warn).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ message: expect.stringContaining('src/main.js:5:1') }),
  );
});

it('the sources are searched once', () => {
  const root = app({ 'main.js': VUE2, 'other.js': VUE3 });
  const read = vi.fn(globalPropertiesIn);
  const properties = new GlobalProperties(read);
  const find = () => properties.of({ root, sourceRoot: join(root, 'src') }).map(({ path }) => path);
  expect([find(), find()]).toEqual([
    ['src/main.js', 'src/other.js'],
    ['src/main.js', 'src/other.js'],
  ]);
  expect(read).toHaveBeenCalledTimes(2);
});

it('the sources are searched only if a property of an unknown object has an API', () => {
  const root = app({ 'main.js': VUE2 });
  const globalProperties = vi.fn(() => []);
  const run = (text: string) => rewriteModule(text, join(root, 'src/a.js'), { globalProperties });
  run(
    "import Taro from '@tarojs/taro'\nTaro.startRecord({})\nconst a = { startRecord() {} }\na.startRecord()\n",
  );
  expect(globalProperties).not.toHaveBeenCalled();
  run(COMPONENT);
  expect(globalProperties).toHaveBeenCalled();
});

it.each([
  ['nothing sets it', {}],
  [
    'the entry sets it to an object of its own',
    { 'main.js': VUE2.replace('= Taro', '= { startRecord() {} }') },
  ],
  ['the entry sets another one', { 'main.js': VUE2.replace('$taro', '$other') }],
  ['the entry does not parse', { 'main.js': `${VUE2}const = ;\n` }],
  ['the entry is UTF-16', { 'main.js': `\uFFFE${VUE2}` }],
])('if %s, the cause is unknown, and nothing else is reported', async (_, sources) => {
  const root = app({ ...sources, 'pages/a.js': COMPONENT });
  const found = await command(root, 'pages/a.js');
  expect(found).toEqual([expect.stringContaining('REC105 this.$taro is not assigned in this file')]);
  const { webpack } = builds(root);
  const built = rewriteModule(COMPONENT, join(root, 'src/pages/a.js'), webpack);
  expect(shown(built?.findings)).toEqual(found);
});

it('the entry of another project does not count, and a native mini program has no components of Vue', async () => {
  const other = { 'other/package.json': PACKAGE, 'other/src/pages/a.js': COMPONENT };
  expect(
    await command(
      tree({ 'package.json': PACKAGE, 'src/main.js': VUE2, ...other }),
      '../other/src/pages/a.js',
    ),
  ).toEqual([expect.stringContaining('REC105')]);
  const native = tree({
    'project.config.json': '{ "appid": "wx1" }',
    'app.json': '{ "pages": [] }',
    'src/main.js': VUE2,
    'src/a.js': COMPONENT,
  });
  expect(await command(native, 'a.js')).toEqual([expect.stringContaining('REC105')]);
});
