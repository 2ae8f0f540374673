import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { parse } from '@babel/parser';
import { describe, expect, it } from 'vitest';
import { cli, json } from './support/cli';
import { javascriptProject, OLD } from './support/projects';
import { snapshot, tree } from './support/tree';

const PAGE = `Page({
  tap() {
    wx.startRecord({ success: (res) => this.setData({ path: res.tempFilePath }) });
  },
  done() {
    wx.stopRecord();
  },
});
`;

const miniProgram = (): string =>
  tree({
    'project.config.json': '{ "miniprogramRoot": "miniprogram/" }',
    'miniprogram/app.json': '{ "pages": ["pages/a/a"] }',
    'miniprogram/pages/a/a.wxml': '<view/>',
    'miniprogram/pages/a/a.js': PAGE,
    'miniprogram/miniprogram_npm/x/index.js': PAGE,
  });

/** A RecorderManager that answers immediately, and the members of `wx` that the runtime calls. */
function fakeWx() {
  const listeners: Record<string, (event: object) => void> = {};
  const manager = {
    start: () => listeners.onStart?.({}),
    stop: () => listeners.onStop?.({ tempFilePath: 'wxfile://a.mp3', duration: 1000, fileSize: 5 }),
    ...Object.fromEntries(
      [
        'onStart',
        'onStop',
        'onError',
        'onPause',
        'onResume',
        'onInterruptionBegin',
        'onInterruptionEnd',
        'onFrameRecorded',
      ].map((event) => [event, (listener: (event: object) => void) => (listeners[event] = listener)]),
    ),
  };
  return {
    getRecorderManager: () => manager,
    getSetting: (option: { success(result: object): void }) => option.success({ authSetting: {} }),
    authorize: (option: { success(result: object): void }) => option.success({}),
    onAppShow: () => {},
    onAppHide: () => {},
  };
}

describe('a mini program without Taro', () => {
  it('a native mini program gets a runtime that calls its platform directly', async () => {
    const root = miniProgram();
    const ended = cli(root, []);
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain('Mini program');
    const page = readFileSync(join(root, 'miniprogram/pages/a/a.js'), 'utf8');
    expect(page).toContain(`require('../../taro-modernize/recorder')`);
    expect(snapshot(root)['miniprogram/miniprogram_npm/x/index.js']).toBe(PAGE);

    const load = (name: string): object => {
      const copy = readFileSync(join(root, 'miniprogram/taro-modernize', `${name}.js`), 'utf8');
      expect(copy).not.toContain('@tarojs/taro');
      expect(copy).not.toContain('process.env');
      // No build step transpiles it unless the developer tools' ES6 option is on.
      parse(copy, { sourceType: 'script' });
      const module = { exports: {} };
      const surroundings = { module, require: load, wx: fakeWx(), setTimeout, clearTimeout, Promise };
      vm.runInNewContext(copy, surroundings);
      return module.exports;
    };
    const { recorder } = load('recorder') as { recorder: Recorder };
    const recorded = recorder.start();
    await expect(recorder.stop()).resolves.toMatchObject({ errMsg: 'stopRecord:ok' });
    await recorded.then(
      (result) => expect(result.tempFilePath).toBe('wxfile://a.mp3'),
      (error: unknown) =>
        expect(error).toMatchObject({ errMsg: expect.stringContaining('stopped before') as string }),
    );
  });

  it('a second run on a native mini program changes nothing', () => {
    const root = miniProgram();
    cli(root, []);
    const once = snapshot(root);
    expect(json(cli(root, ['--json'])).summary).toMatchObject({ changed: 0, errors: 0 });
    expect(snapshot(root)).toEqual(once);
  });

  it('a native mini program gets its platform written into the runtime', () => {
    const root = tree({
      'mini.project.json': '{}',
      'app.json': '{ "pages": ["a"] }',
      'a.axml': '',
      'a.js': PAGE.replace(/wx\./g, 'my.'),
    });
    expect(cli(root, []).code).toBe(0);
    const [core, host] = ['recorder.js', 'recorder-host.js'].map((name) =>
      readFileSync(join(root, 'taro-modernize', name), 'utf8'),
    );
    expect(host).toContain('my.getRecorderManager()');
    expect(host).not.toMatch(/\bwx\b/);
    expect(core).toContain(`'alipay'`);
    expect(core).not.toContain('process.env');
  });
});

interface Recorder {
  start(): Promise<{ tempFilePath: string }>;
  stop(): Promise<object>;
}

it('Taro 1 and 2 get a runtime that uses the default export', () => {
  const root = tree(javascriptProject({ 'mic.js': OLD }, '2.2.21'));
  expect(cli(root, []).code).toBe(0);
  const imports = ['recorder.js', 'recorder-host.js'].map((name) => {
    const copy = readFileSync(join(root, 'src/taro-modernize', name), 'utf8');
    expect(copy).toMatch(/^\/\/ @taro-modernize-runtime /);
    parse(copy, { sourceType: 'module' });
    return [...copy.matchAll(/^(?:import|\}).* from (.*);$/gm)].map(([, from]) => from);
  });
  expect(imports).toEqual([['"./recorder-host"'], ['"@tarojs/taro"']]);
  const host = readFileSync(join(root, 'src/taro-modernize/recorder-host.js'), 'utf8');
  expect(host).toContain('import Taro from "@tarojs/taro";');
});

describe('an independent subpackage, which cannot require from the main package', () => {
  const MANAGER = 'Page({ onLoad() { this.manager = wx.getRecorderManager(); } });\n';
  const app = (key: string) =>
    tree({
      'project.config.json': '{ "miniprogramRoot": "mini/" }',
      'mini/app.json': JSON.stringify({
        pages: ['pages/a/a'],
        [key]: [
          { root: 'alone/', pages: ['b/b'], independent: true },
          { root: 'common', pages: ['c/c'], independent: false },
        ],
      }),
      'mini/pages/a/a.wxml': '<view/>',
      'mini/pages/a/a.js': PAGE,
      'mini/alone/b/b.js': PAGE,
      'mini/common/c/c.js': PAGE,
    });

  it.each([
    'subPackages',
    'subpackages',
  ])('an independent subpackage gets its own copy of the runtime (%s)', (key) => {
    const root = app(key);
    expect(cli(root, []).code).toBe(0);
    const files = snapshot(root);
    expect(files['mini/pages/a/a.js']).toContain("require('../../taro-modernize/recorder')");
    expect(files['mini/common/c/c.js']).toContain("require('../../taro-modernize/recorder')");
    expect(files['mini/alone/b/b.js']).toContain("require('../taro-modernize/recorder')");
    const copies = (folder: string) =>
      Object.entries(files).flatMap(([path, text]) => (path.startsWith(folder) ? [text] : []));
    expect(copies('mini/alone/taro-modernize/').length).toBeGreaterThan(0);
    expect(copies('mini/alone/taro-modernize/')).toEqual(copies('mini/taro-modernize/'));
    expect(Object.keys(files).filter((path) => path.startsWith('mini/common/taro-modernize'))).toEqual([]);
    cli(root, []);
    expect(snapshot(root), 'a second run').toEqual(files);
  });

  it('a run started in a subpackage migrates the whole app, and managers are shared with it', () => {
    const root = app('subPackages');
    writeFileSync(join(root, 'mini/alone/b/b.js'), MANAGER);
    expect(cli(join(root, 'mini/alone/b'), []).code).toBe(0);
    const files = snapshot(root);
    expect(files['mini/pages/a/a.js']).toContain('recorder.start(');
    expect(files['mini/alone/b/b.js']).toMatch(
      /getRecorderManager.+require\('\.\.\/taro-modernize\/recorder'\)/,
    );
  });

  it('an independent subpackage has its own folder with --runtime-dir', () => {
    const root = app('subPackages');
    expect(cli(root, ['--runtime-dir', 'lib']).code).toBe(0);
    expect(snapshot(root)['mini/alone/b/b.js']).toContain("require('../lib/recorder')");
  });
});
