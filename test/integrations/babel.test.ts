import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PluginItem, transformSync } from '@babel/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import taroModernizeBabel, { type BabelPluginOptions } from '../../src/integrations/babel';
import { spoilOutputs } from '../support/defect';

const { resolve } = createRequire(import.meta.url);
let app: string;

beforeEach(() => {
  app = mkdtempSync(join(tmpdir(), 'babel-'));
  mkdirSync(join(app, 'src'));
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(app, { recursive: true });
});

function compile(
  code: string,
  options: BabelPluginOptions = {},
  rest: { file?: string; before?: PluginItem[]; presets?: PluginItem[]; plugins?: PluginItem[] } = {},
): string {
  const { file = 'src/page.tsx', before = [], presets = [], plugins = [] } = rest;
  return transformSync(code, {
    filename: join(app, file),
    cwd: app,
    configFile: false,
    babelrc: false,
    presets,
    plugins: [...before, [taroModernizeBabel, options], ...plugins],
    parserOpts: { plugins: ['typescript', 'jsx'] },
  })!.code!;
}

const SOURCE = "import Taro from '@tarojs/taro';\nexport const go = () => Taro.startRecord({});\n";

test('presets that compile TypeScript and modules see the new import and its uses', () => {
  const code = compile(
    SOURCE,
    {},
    {
      presets: [resolve('@babel/preset-typescript')],
      plugins: [resolve('@babel/plugin-transform-modules-commonjs')],
    },
  );
  expect(code).toContain('var _recorder = require("taro-modernize/runtime/recorder");');
  expect(code).toContain('_recorder.recorder.start({})');
  expect(code).not.toContain('@tarojs/taro');
});

test('an earlier plugin that changes the calls does not hide them', () => {
  const stealer = {
    visitor: {
      Program(path: import('@babel/core').NodePath) {
        path.traverse({ CallExpression: (call) => call.remove() });
      },
    },
  };
  const code = compile(`${SOURCE}Taro.stopRecord();\n`, {}, { before: [stealer] });
  expect(code).toContain('taro-modernize/runtime/recorder');
});

test('the Babel plugin skips installed packages, except those that include lists', () => {
  const file = 'node_modules/some-lib/index.js';
  expect(compile(SOURCE, {}, { file })).toContain('Taro.startRecord');
  expect(compile(SOURCE, { include: ['some-lib'] }, { file })).toContain('recorder.start');
  const store = 'node_modules/.pnpm/some-lib@1.0.0/node_modules/some-lib/index.js';
  expect(compile(SOURCE, { include: ['some-lib'] }, { file: store })).toContain('recorder.start');
  expect(compile(SOURCE, { exclude: ['src/pa*'] })).toContain('Taro.startRecord');
});

test("the Babel plugin prefers the project's copy of the runtime to the packaged one", () => {
  mkdirSync(join(app, 'src/taro-modernize'));
  writeFileSync(join(app, 'src/taro-modernize/recorder.ts'), '');
  expect(compile(SOURCE)).toContain("from './taro-modernize/recorder'");
  expect(compile(SOURCE, {}, { file: 'src/pages/a/index.tsx' })).toContain(
    "from '../../taro-modernize/recorder'",
  );
});

test('a package that cannot resolve the runtime by name gets its path', () => {
  const code = compile(SOURCE, { include: ['some-lib'] }, { file: 'node_modules/some-lib/index.js' });
  expect(code).toMatch(/from '[^']*\/runtime\/recorder\.js'/);
});

const MANUAL = "import Taro from '@tarojs/taro';\n\ndelete Taro.stopRecord;\n";

test('the Babel plugin reports a manual finding once, with file, line and code frame', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  expect(compile(MANUAL)).toContain('delete Taro.stopRecord');
  expect(warn).toHaveBeenCalledExactlyOnceWith(
    expect.stringMatching(/page\.tsx:3:13: stopRecord needs a manual change/),
  );
  expect(warn.mock.calls[0]![0]).toContain('> 3 | delete Taro.stopRecord;');
});

test('manual findings can fail the Babel build or be silenced', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  expect(() => compile(MANUAL, { onManual: 'error' })).toThrow(
    /page\.tsx:3:13: stopRecord needs a manual change/,
  );
  compile(MANUAL, { onManual: 'off' });
  expect(warn).not.toHaveBeenCalled();
});

test('recorder defaults reach the runtime as a constant', () => {
  const runtime =
    '// @taro-modernize-runtime 0.1.0\nexport const d = typeof __TARO_MODERNIZE_RECORDER__ === "object" ? __TARO_MODERNIZE_RECORDER__ : {};\n';
  const code = compile(runtime, { recorder: { format: 'mp3' } }, { file: 'src/taro-modernize/recorder.ts' });
  expect(code).not.toContain('__TARO_MODERNIZE_RECORDER__');
  expect(code).toMatch(/format: "mp3"/);
  expect(compile(runtime, {}, { file: 'src/taro-modernize/recorder.ts' })).toContain(
    '__TARO_MODERNIZE_RECORDER__',
  );
});

const MANAGER = "import Taro from '@tarojs/taro';\nexport const manager = Taro.getRecorderManager();\n";

test('the manager is routed if the sources use the recorder, or as configured', () => {
  expect(compile(MANAGER)).toContain('Taro.getRecorderManager()');
  expect(compile(MANAGER, { shareManager: true })).toContain('= getRecorderManager()');
  writeFileSync(join(app, 'src/other.js'), SOURCE);
  expect(compile(MANAGER)).toContain('= getRecorderManager()');
  expect(compile(MANAGER, { shareManager: false })).toContain('Taro.getRecorderManager()');
});

test('the Babel plugin does not change a module that was already rewritten', () => {
  const once = compile(SOURCE);
  expect(compile(once)).toBe(once);
});

test('the Babel plugin rewrites an AST without its text', async () => {
  const { parseSync, transformFromAstSync } = await import('@babel/core');
  const settings = {
    filename: join(app, 'src/page.js'),
    cwd: app,
    configFile: false,
    babelrc: false,
  } as const;
  const ast = parseSync(SOURCE, settings)!;
  const code = transformFromAstSync(ast, undefined, { ...settings, plugins: [taroModernizeBabel] })!.code!;
  expect(code).toContain('recorder.start({})');
});

test('a file whose rewrite would not parse fails with a message that names it and the next step', () => {
  spoilOutputs((text) => `${text})`);
  expect(() => compile(SOURCE)).toThrow(/page\.tsx: not rewritten.+a bug in taro-modernize.+"exclude"/s);
  expect(compile(SOURCE, { exclude: ['src'] })).toContain('Taro.startRecord');
});
