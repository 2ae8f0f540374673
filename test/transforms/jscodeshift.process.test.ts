import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { API } from 'jscodeshift';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { rewrite } from '../../src/project/rewrite';
import { transformFor } from '../../transforms/transform';
import { inProcess } from '../cli/support/in-process';
import { builtFor, taroProject } from '../cli/support/projects';
import { tree } from '../cli/support/tree';
import { spoilOutputs } from '../support/defect';
import { fixtures } from '../support/fixtures';

const ROOT = join(import.meta.dirname, '../..');
const CLI = createRequire(import.meta.url).resolve('jscodeshift/bin/jscodeshift.js');
const RECORDER = 'start-record-to-recorder-manager';
const VOICE = 'play-voice-to-inner-audio-context';
const transform = transformFor(RECORDER);

function jscodeshift(migration: string, folder: string, ...args: string[]): string {
  const transform = join(ROOT, 'dist/transforms', `${migration}.js`);
  const printed = execFileSync(
    process.execPath,
    [CLI, '--no-babel', '--extensions=js,jsx,ts,tsx', '-t', transform, ...args, folder],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  );
  return stripVTControlCharacters(printed);
}

function sources(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    files
      .filter((file) => /^\.[jt]sx?$/.test(extname(file)))
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jscodeshift-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isOf = (migration: string, folder: string) =>
  folder.startsWith('engine/') ? migration === RECORDER : migration.startsWith(folder);

/**
 * The fixtures without options, in each JavaScript or TypeScript dialect of their extension, with the
 * expected outputs. If a file has calls of several migrations, the expected output has only those of this
 * one.
 */
function plain(migration: string) {
  return fixtures()
    .filter((fixture) => isOf(migration, fixture.folder) && Object.keys(fixture.options).length === 0)
    .filter(({ extension }) => /^[jt]sx?$/.test(extension))
    .map(({ name, extension, input, output }) => {
      const file = `${name}.${extension}`;
      const own = rewrite(input, { filename: file, migrations: [migration] });
      const isAlone = own.findings.length === rewrite(input, { filename: file }).findings.length;
      return { file, input, output: isAlone ? output : own.code };
    });
}
/**
 * The parser `ts` cannot read JSX. Where the dialect of a parser does not fit, the transform uses that of the
 * extension.
 */
describe.each([
  ['babel', RECORDER],
  ['babylon', RECORDER],
  ['flow', RECORDER],
  ['ts', RECORDER],
  ['tsx', RECORDER],
  ['babel', VOICE],
  ['tsx', VOICE],
])('jscodeshift with --parser=%s: %s', (parser, migration) => {
  test(`jscodeshift --parser=${parser} produces the output of every fixture, and a second run changes nothing`, () => {
    const own = join(folder, migration, parser);
    mkdirSync(own, { recursive: true });
    for (const { file, input } of plain(migration)) writeFileSync(join(own, file), input);
    jscodeshift(migration, own, `--parser=${parser}`);
    const first = sources(own);
    for (const { file, output } of plain(migration)) expect(first.get(file), file).toBe(output);
    expect(jscodeshift(migration, own, `--parser=${parser}`)).toMatch(/\b0 ok/);
    expect(sources(own)).toEqual(first);
  });
});

test('jscodeshift rewrites the example exactly like the engine', () => {
  const own = join(folder, 'example');
  cpSync(join(ROOT, 'examples/legacy-recorder/src'), own, { recursive: true });
  const before = sources(own);
  const output = jscodeshift(RECORDER, own, '--parser=tsx');
  const after = sources(own);
  let changed = 0;
  for (const [file, text] of before) {
    const expected = rewrite(text, { filename: file, migrations: [RECORDER] }).code;
    expect(after.get(file), file).toBe(expected);
    if (expected !== text) changed++;
  }
  expect(changed).toBeGreaterThan(3);
  expect(output).toContain(`${changed} ok`);
  expect(output).toContain('npm install taro-modernize');
});

test('--runtime-path sets the imported module, and manual findings are reported', () => {
  const own = join(folder, 'options');
  mkdirSync(own);
  writeFileSync(join(own, 'a.js'), "import Taro from '@tarojs/taro'\nTaro.startRecord({})\n");
  writeFileSync(join(own, 'b.js'), "import Taro from '@tarojs/taro'\ndelete Taro.startRecord\n");
  writeFileSync(join(own, 'c.js'), 'const x = ;\nstartRecord()\n');
  const output = jscodeshift(RECORDER, own, '--runtime-path=@/recorder', '--run-in-band');
  expect(readFileSync(join(own, 'a.js'), 'utf8')).toBe(
    "import { recorder } from '@/recorder'\nrecorder.start({})\n",
  );
  expect(output).toContain('b.js:2:13 startRecord needs a manual change: ');
  expect(output).not.toContain('npm install');
  expect(output).toMatch(/c\.js.*Unexpected token/);
  expect(output).toContain('1 errors');
});

test('a rewrite that would not parse counts as an error of the file in jscodeshift', () => {
  spoilOutputs((text) => `${text})`);
  const source = "import Taro from '@tarojs/taro'\nTaro.startRecord({})\n";
  const api = { stats: () => {}, report: () => {} } as unknown as API;
  expect(() => transform({ path: 'a.js', source }, api, {})).toThrow(
    /This is a defect of taro-modernize: the file stays as it is\. Please report it with the file/,
  );
  vi.restoreAllMocks();
  expect(transform({ path: 'a.js', source }, api, {})).toContain('recorder.start({})');
});

/** Runs the transform as jscodeshift does, in a package with these dependencies and this file. */
function inPackage(dependencies: object, source: string) {
  const root = mkdtempSync(join(folder, 'package-'));
  writeFileSync(join(root, 'package.json'), JSON.stringify({ dependencies }));
  const reports: string[] = [];
  const api = { stats: () => {}, report: (text: string) => reports.push(text) } as unknown as API;
  return { code: transform({ path: join(root, 'a.js'), source }, api, {}), reports };
}

const TARO = { '@tarojs/taro': '4.2.0' };
const CALL = "import Taro from '@tarojs/taro'\nTaro.startRecord({})\n";

test('the transform asks to install the runtime only if it is not a dependency', () => {
  expect(inPackage(TARO, CALL).reports).toEqual([expect.stringContaining('npm install taro-modernize')]);
  expect(inPackage({ ...TARO, 'taro-modernize': '^0.1.0' }, CALL).reports).toEqual([]);
});

test('the transform rewrites permission calls around a recording in apps built for h5, like the CLI', () => {
  const guarded =
    "import Taro from '@tarojs/taro'\nTaro.authorize({ scope: 'scope.record', success: () => Taro.startRecord() })\n";
  expect(inPackage(TARO, guarded).code).toContain('Taro.authorize(');
  expect(inPackage({ ...TARO, '@tarojs/plugin-platform-h5': '4.2.0' }, guarded).code).toContain(
    'recorder.authorize(',
  );
});

const CANVAS = 'canvas-context-setters-to-properties';
const DRAWING = "import Taro from '@tarojs/taro'\nTaro.createCanvasContext('a').setLineWidth(2)\n";

test.each<[string, string[], string | undefined, boolean]>([
  ['no platforms in the package', [], undefined, false],
  ['plugins for weapp and h5', ['weapp', 'h5'], undefined, true],
  ['plugins for weapp and alipay', ['weapp', 'alipay'], undefined, false],
  ['plugins for alipay', ['alipay'], undefined, false],
  ['--platform instead of the package', ['weapp', 'alipay'], 'weapp,h5', true],
])('the transform decides by the platforms like the CLI: %s', async (_, plugins, platform, isRewritten) => {
  const root = tree({ ...taroProject({ 'a.ts': DRAWING }), ...builtFor(...plugins) });
  const args = ['--no-types', '--only', CANVAS, ...(platform === undefined ? [] : ['--platform', platform])];
  const scanned = JSON.parse((await inProcess(root, ['scan', '--json', ...args])).stdout) as {
    files: { findings: { verdict: string }[] }[];
  };
  const stats: string[] = [];
  const api = { stats: (text: string) => stats.push(text), report: () => {} } as unknown as API;
  const code = transformFor(CANVAS)({ path: join(root, 'src/a.ts'), source: DRAWING }, api, { platform });
  expect(code).toBe(isRewritten ? DRAWING.replace('.setLineWidth(2)', '.lineWidth = 2') : undefined);
  expect(stats.map((text) => text.split(': ')[1])).toEqual(
    scanned.files.flatMap(({ findings }) => findings.map(({ verdict }) => verdict)),
  );
});

test('jscodeshift passes --platform to the transform, which rejects a misspelled one', () => {
  const own = join(folder, 'platform');
  mkdirSync(own);
  writeFileSync(join(own, 'a.js'), DRAWING);
  expect(jscodeshift(CANVAS, own, '--platform=wechat', '--run-in-band')).toContain(
    'Unknown platform "wechat"',
  );
  expect(readFileSync(join(own, 'a.js'), 'utf8')).toBe(DRAWING);
  jscodeshift(CANVAS, own, '--platform=weapp,h5', '--run-in-band');
  expect(readFileSync(join(own, 'a.js'), 'utf8')).toContain('.lineWidth = 2');
});

test('the transform handles await according to the installed Taro version, like the CLI', () => {
  const awaited =
    "import Taro from '@tarojs/taro'\nexport const a = async () => { await Taro.startRecord({ success() {} }) }\n";
  expect(inPackage(TARO, awaited).code).not.toContain('await');
  expect(inPackage({ '@tarojs/taro': '2.2.22' }, awaited).code).toContain('await recorder.start');
});

test('the transform reports manual findings in the language of the user', () => {
  vi.stubEnv('LC_ALL', 'zh_CN.UTF-8');
  const { reports } = inPackage(TARO, "import Taro from '@tarojs/taro'\ndelete Taro.startRecord\n");
  vi.unstubAllEnvs();
  expect(reports).toEqual([
    expect.stringMatching(/a\.js:2:13 startRecord 需要手动修改：这里替换或删除了 API 本身（REC101）。请/),
  ]);
});
