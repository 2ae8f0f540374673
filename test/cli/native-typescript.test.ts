import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { ROOT } from './support/cli';
import { inProcess } from './support/in-process';
import { snapshot, tree } from './support/tree';

/** The settings of the TypeScript template of WeChat's developer tools. */
const OPTIONS = {
  strictNullChecks: true,
  noImplicitAny: true,
  module: 'CommonJS',
  target: 'ES2020',
  allowJs: false,
  allowSyntheticDefaultImports: true,
  esModuleInterop: true,
  experimentalDecorators: true,
  noImplicitThis: true,
  noImplicitReturns: true,
  alwaysStrict: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  strict: true,
  strictPropertyInitialization: true,
  lib: ['ES2020'],
  types: [],
};

const TEMPLATE = {
  'project.config.json':
    '{ "miniprogramRoot": "miniprogram/", "setting": { "useCompilerPlugins": ["typescript"] } }',
  'tsconfig.json': JSON.stringify({ compilerOptions: OPTIONS, include: ['./**/*.ts'] }),
  'typings/index.d.ts': 'interface IAppOption {\n  globalData: { info?: WechatMiniprogram.SystemInfo };\n}\n',
  'miniprogram/app.json': '{ "pages": ["pages/index/index", "pages/logs/logs"] }',
  'miniprogram/app.ts':
    'App<IAppOption>({\n  globalData: {},\n  onLaunch() {\n    this.globalData.info = wx.getSystemInfoSync();\n  },\n});\n',
  'miniprogram/pages/index/index.wxml': '',
};

/** A script, as most pages are: nothing is imported or exported. */
const PAGE = `// index.ts
const app = getApp<IAppOption>()

Page({
  data: { width: 0, path: '' },
  onLoad() {
    app.globalData.info = wx.getSystemInfoSync()
    this.setData({ width: wx.getSystemInfoSync().windowWidth })
    wx.getSystemInfo({ success: ({ windowWidth }) => this.setData({ width: windowWidth }) })
    wx.chooseImage({ count: 1, success: (res) => this.setData({ path: res.tempFilePaths[0] }) })
    wx.chooseVideo({ success: (res: WechatMiniprogram.ChooseVideoSuccessCallbackResult) => this.setData({ path: res.tempFilePath }) })
    wx.playVoice({ filePath: this.data.path, complete: () => this.setData({ path: '' }) })
  },
})
`;

const libraries = new Map<string, ts.SourceFile | undefined>();

/** The errors of TypeScript in a project, as positions and texts. */
function errorsIn(root: string): string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const typings = join(ROOT, 'node_modules/miniprogram-api-typings/index.d.ts');
  // The typings and libraries are the same for all programs, and right.
  const settings = { ...options, noEmit: true, skipLibCheck: true };
  const host = ts.createCompilerHost(settings);
  const { getSourceFile } = host;
  host.getSourceFile = (path, ...more) => {
    if (path.startsWith(root)) return getSourceFile(path, ...more);
    if (!libraries.has(path)) libraries.set(path, getSourceFile(path, ...more));
    return libraries.get(path);
  };
  const program = ts.createProgram([...fileNames, typings], settings, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file ? file.getLineAndCharacterOfPosition(start!).line + 1 : 0;
    return `${file?.fileName.slice(root.length + 1)}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

async function rewritten(files: Readonly<Record<string, string>>, ...more: readonly string[]) {
  const root = tree({ ...TEMPLATE, ...files });
  expect(errorsIn(root), 'before').toEqual([]);
  const args = ['--no-types', '--no-todo', ...more];
  expect((await inProcess(root, args)).code).toBe(0);
  const after = snapshot(root);
  await inProcess(root, args);
  expect(snapshot(root), 'a second run').toEqual(after);
  expect(errorsIn(root), 'after').toEqual([]);
  return (path: string) => after[`miniprogram/${path}`];
}

describe('a mini program in TypeScript', () => {
  const local = PAGE.replaceAll('app', 'application').replace('const application', 'const application');

  test('several pages that are scripts import the runtime, which has types', async () => {
    const text = await rewritten({
      'miniprogram/pages/index/index.ts': PAGE,
      'miniprogram/pages/logs/logs.ts': local,
      'miniprogram/pages/more/more.ts': "Page({ data: { dark: wx.getSystemInfoSync().theme === 'dark' } })\n",
    });
    for (const path of ['index/index', 'logs/logs', 'more/more'])
      expect(text(`pages/${path}.ts`)).toMatch(/^import \{ .+ \} from '\.\.\/\.\.\/taro-modernize\/system'/m);
    expect(text('app.ts')).toContain("import { getSystemInfoSync } from './taro-modernize/system';");
    expect(text('taro-modernize/system.ts')).toMatch(/^\/\/ @taro-modernize-runtime /);
    expect(text('taro-modernize/system-host.ts')).toBeDefined();
    expect(text('taro-modernize/system.js')).toBeUndefined();
  });

  test('a script whose names other scripts use stays a script, and callbacks have types', async () => {
    const text = await rewritten({
      'miniprogram/utils/size.ts': `const half = (value: number) => value / 2

function size(callback: (width: number) => void) {
  const before = half(1)
  wx.getSystemInfo({ success: (res) => callback(res.windowWidth + before) })
}

interface Sized { width: number }
`,
      'miniprogram/utils/start.ts':
        'const first = 1\nwx.getSystemInfoSync()\nwx.getSystemInfo({ complete() {} })\n',
      'miniprogram/pages/index/index.ts':
        'Page({ onLoad() { size((width) => console.log(width)); console.log(first) } })\n',
      'miniprogram/pages/logs/logs.ts': 'export const sized: Sized = { width: half(2) }\n',
    });
    const size = text('utils/size.ts');
    expect(size).toContain(
      "(require('../taro-modernize/system') as typeof import('../taro-modernize/system')).pickSystemInfo(",
    );
    expect(size).not.toMatch(/^(?:import|export)/m);
    expect(text('utils/start.ts')).toMatch(/^const first = 1\n;\(require\(.+\n;\(require\(/);
  });

  test.each<[string, string, boolean]>([
    ['a name that another file mentions', 'Page({ data: { a: half(1) } })\n', true],
    ['a name in a comment, to be certain', '// half\nPage({})\n', true],
    ['a type', 'const a: Half = { b: 1 }\nPage({ data: a })\n', true],
    ['the same name of a module', "import { half } from './other'\nPage({ data: { a: half(1) } })\n", false],
    ['the same name of another object', 'const o = { b: 1 }\nPage({ data: { a: o.b } })\n', false],
    ['no name', 'Page({})\n', false],
  ])('a script becomes a module unless another file uses %s', async (_, user, staysScript) => {
    const text = await rewritten({
      'miniprogram/a.ts': `const half = (value: number) => value / 2\ninterface Half { b: number }\nconst whole: Half = { b: half(wx.getSystemInfoSync().windowWidth) }\nPage({ data: whole })\n`,
      'miniprogram/b.ts': user,
      'miniprogram/other.ts': 'export function half(value: number) {\n  return value;\n}\n',
    });
    expect(/^import /m.test(text('a.ts')!)).toBe(!staysScript);
    expect(text('a.ts')).toContain('getWindowInfo()');
  });

  test('all runtimes have types for WeChat', async () => {
    const text = await rewritten(
      {
        'miniprogram/pages/index/index.ts': `Page({
  data: { path: '' },
  onLoad() {
    wx.playVoice({ filePath: this.data.path })
    wx.chooseVideo({ success: (res) => this.setData({ path: res.tempFilePath }) })
    const manager: WechatMiniprogram.RecorderManager = wx.getRecorderManager()
    manager.onStop(({ tempFilePath }) => this.setData({ path: tempFilePath }))
  },
})
`,
        'miniprogram/pages/logs/logs.ts': `interface Old {
  startRecord(option: { success(res: { tempFilePath: string }): void }): void;
  playBackgroundAudio(option: { dataUrl: string }): void;
  saveFile(option: { tempFilePath: string; success(res: { savedFilePath: string }): void }): void;
}
declare namespace WechatMiniprogram {
  interface Wx extends Old {}
}
wx.startRecord({ success: (res) => console.log(res.tempFilePath) })
wx.playBackgroundAudio({ dataUrl: 'https://a/b.mp3' })
wx.saveFile({ tempFilePath: 'a', success: (res) => console.log(res.savedFilePath) })
`,
        'miniprogram/pages/poster/poster.wxml': '<canvas canvas-id="poster" />\n',
        'miniprogram/pages/poster/poster.ts': `Page({
  data: { path: '' },
  onReady() {
    const context: WechatMiniprogram.CanvasContext = wx.createCanvasContext('poster', this)
    context.setFillStyle('red')
    context.draw(false, () => {
      wx.canvasToTempFilePath({ canvasId: 'poster', success: (res) => this.setData({ path: res.tempFilePath }) }, this)
    })
  },
})
`,
      },
      '--only',
      'default,choose-image-to-choose-media,create-canvas-context-to-canvas-2d',
      '--target',
      '2.25.3',
    );
    for (const runtime of ['recorder', 'background-audio', 'canvas', 'files', 'media', 'voice'])
      expect(text(`taro-modernize/${runtime}.ts`), runtime).toBeDefined();
  });
});

test.each<[string, Record<string, string>, string]>([
  [
    'a JavaScript page, with a tsconfig.json for the editor',
    { 'tsconfig.json': '{}', 'a.js': 'wx.startRecord();\n' },
    'recorder.js',
  ],
  ['a TypeScript page on another host', { 'a.ts': 'my.startRecord();\n', 'a.axml': '' }, 'recorder.js'],
  ['a TypeScript page', { 'a.ts': 'wx.startRecord();\n' }, 'recorder.ts'],
  [
    'a JavaScript page of an app in TypeScript',
    { 'app.ts': 'App({});\n', 'a.js': 'wx.startRecord();\n' },
    'recorder.ts',
  ],
])('the language of the runtime: %s', async (_, files, copy) => {
  const root = tree({ 'app.json': '{ "pages": ["a"] }', ...files });
  await inProcess(root, ['--no-types', '--no-todo']);
  expect(Object.keys(snapshot(root)).filter((path) => path.includes('/recorder.'))).toEqual([
    `taro-modernize/${copy}`,
  ]);
});
