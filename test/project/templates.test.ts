/** Templates and configurations of native pages and components in a run over their project. */
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { markupCatalogue } from '../../src/migrations/catalogue/markup';
import { markupApis } from '../../src/migrations/markup';
import { ProjectFinder } from '../../src/project/detect';
import { toPosix } from '../../src/project/paths';
import { scan } from '../../src/project/scan';
import type { RunOptions } from '../../src/project/types';
import { tree } from '../cli/support/tree';
import { runOptions } from '../support/run-options';

const APP = { 'app.json': '{ "pages": ["pages/a/a"] }', 'project.config.json': '{}' };
const PROGRESS = '<progress color="red" />';

async function run(files: Record<string, string>, options: Partial<RunOptions> = {}) {
  const root = tree(files);
  const { files: found, scanned } = await scan(
    runOptions(root, { todo: true, ...options }),
    new ProjectFinder(),
  );
  const inOrder = [...found].sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    scanned,
    findings: inOrder.flatMap(({ path, findings }) =>
      findings.map(({ api, code }) => `${toPosix(relative(root, path))} ${api} ${code}`),
    ),
    texts: inOrder.flatMap(({ path, change }) =>
      change ? [`${toPosix(relative(root, path))}: ${change.after}`] : [],
    ),
  };
}

test.each<[string, Record<string, string>, string]>([
  ['the page', { 'pages/a/a.json': '{ "usingComponents": { "progress": "./progress" } }' }, 'DEP203'],
  ['the page, as a generic', { 'pages/a/a.json': '{ "componentGenerics": { "progress": true } }' }, 'DEP203'],
  [
    'the app',
    {
      'pages/a/a.json': '{}',
      'app.json': '{ "pages": ["pages/a/a"], "usingComponents": { "progress": "/p" } }',
    },
    'DEP203',
  ],
  [
    'another page',
    { 'pages/a/a.json': '{}', 'pages/b/b.json': '{ "usingComponents": { "progress": "./p" } }' },
    'DEP130',
  ],
  ['nobody', { 'pages/a/a.json': '{}' }, 'DEP130'],
])('a tag that is a component of %s', async (_, files, code) => {
  const { findings } = await run({ ...APP, 'pages/a/a.wxml': PROGRESS, ...files });
  expect(findings).toEqual([`pages/a/a.wxml progress.color ${code}`]);
});

test('pages in packages have the components of the app and their own', async () => {
  const using = '{ "usingComponents": { "progress": "./progress" } }';
  const packages = '"subPackages": [{ "root": "sub", "pages": ["a", "b"] }]';
  const { findings } = await run({
    ...APP,
    'app.json': `{ "pages": ["pages/a/a"], ${packages}, "usingComponents": { "slider": "/slider" } }`,
    'sub/a.json': using,
    'sub/a.wxml': `${PROGRESS}<slider color="red" />`,
    'sub/b.json': '{}',
    'sub/b.wxml': PROGRESS,
  });
  expect(findings).toEqual([
    'sub/a.wxml progress.color DEP203',
    'sub/a.wxml slider.color DEP203',
    'sub/b.wxml progress.color DEP130',
  ]);
});

test('templates of other hosts have only what these hosts have deprecated', async () => {
  const { findings, scanned } = await run({
    ...APP,
    'pages/a/a.axml': `${PROGRESS}<button open-type="getUserInfo" />`,
    'pages/a/a.ttml': `${PROGRESS}<canvas canvas-id="a" />`,
  });
  expect(findings).toEqual(['pages/a/a.ttml progress.color DEP130']);
  // With app.json.
  expect(scanned).toBe(3);
});

test('scripts with names of components are only parsed with an import of them', async () => {
  const { findings } = await run({
    ...APP,
    'a.js': 'new Audio().play( // not parsed: the syntax is wrong',
    'b.js': "import { Audio } from '@tarojs/components'\nexport const a = <Audio src='' />\n",
  });
  expect(findings).toEqual(['b.js audio DEP130']);
});

test('a file with only a query about a component or an attribute is found', async () => {
  const queried = markupCatalogue.flatMap(({ tag, members }) =>
    tag === '*' || tag.endsWith('.json') ? [] : markupApis(tag, members),
  );
  const files = queried.map((api, index) => [`${index}.js`, `export const has = wx.canIUse('${api}')\n`]);
  const { findings } = await run({ ...APP, ...Object.fromEntries(files) });
  expect(findings.sort()).toEqual(queried.map((api, index) => `${index}.js ${api} DEP130`).sort());
});

test('wx:for-items is renamed on components of the app too, and has no mark', async () => {
  const { texts, findings } = await run({
    ...APP,
    'pages/a/a.json': '{ "usingComponents": { "progress": "./p" } }',
    'pages/a/a.wxml': '<progress wx:for-items="{{list}}" color="red" /><audio />',
  });
  expect(texts).toEqual(['pages/a/a.wxml: <progress wx:for="{{list}}" color="red" /><audio />']);
  expect(findings).toEqual([
    'pages/a/a.wxml wx:for-items DEP017',
    'pages/a/a.wxml progress.color DEP203',
    'pages/a/a.wxml audio DEP130',
  ]);
});

const OLD_APP =
  '{ "pages": ["pages/a/a", "b"], "navigateToMiniProgramAppIdList": [], "window": { "optionMenu": {} } }';
const OLD_PAGE = '{ "optionMenu": {} }';

test('app.json and the configurations of its pages are searched, and no other JSON', async () => {
  const app = { ...APP, 'app.json': OLD_APP, 'other.json': OLD_APP, 'c.json': OLD_PAGE };
  expect((await run({ ...app, 'pages/a/a.wxml': '' })).findings).toEqual([
    'app.json app.json/navigateToMiniProgramAppIdList DEP131',
  ]);
  const alipay = await run({ ...app, 'pages/a/a.axml': '', 'pages/a/a.json': OLD_PAGE, 'b.json': OLD_PAGE });
  expect(alipay.findings).toEqual([
    'app.json app.json/window.optionMenu DEP131',
    'b.json page.json/optionMenu DEP131',
    'pages/a/a.json page.json/optionMenu DEP131',
  ]);
  expect(alipay.texts).toEqual([]);
  expect(alipay.scanned).toBe(4);
});

test('pages of subpackages have configurations too, also those of an independent one', async () => {
  const subpackages =
    '[{ "root": "sub/", "pages": ["x"] }, { "root": "own", "pages": ["y"], "independent": true }]';
  const { findings } = await run({
    ...APP,
    'app.json': `{ "pages": ["a"], "subPackages": ${subpackages} }`,
    'a.axml': '',
    'sub/x.json': OLD_PAGE,
    'own/y.json': OLD_PAGE,
    'own/z.json': OLD_PAGE,
  });
  expect(findings).toEqual([
    'own/y.json page.json/optionMenu DEP131',
    'sub/x.json page.json/optionMenu DEP131',
  ]);
});

test('the JSON of a Taro app is not its configuration, which is a script', async () => {
  const { findings } = await run({
    'package.json': '{ "dependencies": { "@tarojs/taro": "4.2.0" } }',
    'src/app.json': OLD_PAGE,
    'src/app.config.ts': `export default defineAppConfig(${OLD_APP})`,
  });
  expect(findings.map((one) => one.split(' ')[0])).toEqual(['src/app.config.ts', 'src/app.config.ts']);
});

test('a configuration that is named on the command line is searched, and one that cannot be read is reported', async () => {
  const root = tree({
    ...APP,
    'app.json': OLD_APP,
    'pages/a/a.json': '{ optionMenu: ',
    'other.json': OLD_APP,
  });
  const paths = ['app.json', 'pages/a/a.json', 'other.json'].map((name) => join(root, name));
  const options = {
    cwd: root,
    paths,
    runtime: 'file',
    include: [],
    ignore: [],
    gitignore: true,
    todo: true,
  } as const;
  const finder = new ProjectFinder(['alipay']);
  const { files, notSource } = await scan({ ...options, showsTexts: true, types: false }, finder);
  expect(files.map(({ findings, problem }) => problem?.kind ?? findings.map(({ api }) => api))).toEqual([
    ['app.json/window.optionMenu'],
    'syntax',
  ]);
  expect(notSource.map((path) => relative(root, path))).toEqual(['other.json']);
});

test('an opt-in rename leaves a template whose tag may be a component of the app', async () => {
  const { findings, texts } = await run(
    {
      ...APP,
      'pages/a/a.json': '{}',
      'pages/a/a.wxml': PROGRESS,
      'pages/b/b.json': '{ "usingComponents": { "progress": "./p" } }',
      'parts/c.wxml': PROGRESS,
    },
    { migrations: ['native-attribute-names'] },
  );
  expect(findings).toEqual(['pages/a/a.wxml progress.color NAT017', 'parts/c.wxml progress.color NAT130']);
  expect(texts).toEqual(['pages/a/a.wxml: <progress active-color="red" />']);
});
