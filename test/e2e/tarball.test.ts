import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run, TARBALL } from '../support/taro-app';

// The packed package in an empty project that cannot reach this repository.
let folder: string;
const npm = (...args: string[]) => run('npm', args, { cwd: folder });
const node = (...args: string[]) => run(process.execPath, args, { cwd: folder });
const bin = (...args: string[]) => node('node_modules/taro-modernize/dist/cli/bin.js', ...args);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'taro-modernize-packed-'));
  writeFileSync(join(folder, 'package.json'), '{ "name": "empty", "private": true }\n');
  const { status, printed } = await npm('install', '--no-audit', '--no-fund', TARBALL, 'jscodeshift@17');
  expect(printed).not.toContain('ERESOLVE');
  expect(status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function source(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
}
const OLD = "import Taro from '@tarojs/taro'\nTaro.startRecord({})\nTaro.login()\n";

test('packed package: the bin works', async () => {
  expect((await npm('exec', '--', 'taro-modernize', '--version')).stdout.trim()).toMatch(
    /^(taro-modernize )?\d+\.\d+\.\d+/,
  );
  const path = source('bin/a.js', OLD);
  const { status } = await bin('bin', '--yes', '--runtime-dir', 'bin/runtime');
  expect(status).toBe(0);
  expect(readFileSync(path, 'utf8')).toBe(
    "import Taro from '@tarojs/taro'\nimport { recorder } from './runtime/recorder'\nrecorder.start({})\nTaro.login()\n",
  );
  expect(readFileSync(join(folder, 'bin/runtime/recorder.js'), 'utf8')).toMatch(
    /^\/\/ @taro-modernize-runtime \d/,
  );
});

test('packed package: Taro loads the plugin through main, without exports', async () => {
  const { stdout } = await node(
    '-e',
    "const { main } = require('taro-modernize/package.json'); const plugin = require('./node_modules/taro-modernize/' + main); console.log(typeof (plugin.default ?? plugin))",
  );
  expect(stdout.trim()).toBe('function');
});

test('packed package: jscodeshift loads the transform', async () => {
  const path = source('shift/a.js', OLD);
  const transform = 'node_modules/taro-modernize/dist/transforms/start-record-to-recorder-manager.js';
  const { status, printed } = await node(
    'node_modules/jscodeshift/bin/jscodeshift.js',
    '--no-babel',
    '-t',
    transform,
    'shift',
  );
  expect(printed).toContain('1 ok');
  expect(status).toBe(0);
  expect(readFileSync(path, 'utf8')).toContain(
    "import { recorder } from 'taro-modernize/runtime/recorder'\nrecorder.start({})",
  );
});

test('packed package: every subpath resolves, with and without support for exports', async () => {
  for (const subpath of ['engine', 'vite', 'webpack-loader', 'runtime/recorder', 'runtime/voice']) {
    const code = `console.log(require.resolve('taro-modernize/${subpath}'), require.resolve('./node_modules/taro-modernize/${subpath}'))`;
    const { status, stdout } = await node('-e', code);
    expect(status, subpath).toBe(0);
    const [read, unread] = stdout.trim().split(' ');
    expect(unread).toBe(read);
  }
  const { stdout } = await node(
    '--input-type=module',
    '-e',
    "import { rewrite } from 'taro-modernize/engine'; console.log(typeof rewrite)",
  );
  expect(stdout.trim()).toBe('function');
});

test('packed package: bad input gives a message with file and next step, the exit code, and the other files are processed', async () => {
  const good = source('bad/good.js', OLD);
  source('bad/broken.js', 'Taro.startRecord(;\n');
  const broken = await bin('bad', '--yes', '--runtime-dir', 'bad/runtime');
  expect(broken.status).toBe(1);
  expect(broken.printed).toMatch(/bad\/broken\.js:1:18/);
  expect(readFileSync(good, 'utf8')).toContain('recorder.start({})');

  mkdirSync(join(folder, 'nothing'));
  const empty = await bin('nothing', '--yes');
  expect(empty.status).toBe(0);
  expect(empty.printed).toContain('nothing');

  const missing = await bin('no-such-folder', '--yes');
  expect(missing.status).toBe(2);
  expect(missing.printed).toContain('no-such-folder');
});
