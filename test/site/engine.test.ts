import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromFragment } from '../../site/playground/link';
import type { State } from '../../site/playground/state';
import { migrations } from '../../src/migrations';
import { isOf } from '../docs/filled-page';
import { codes } from '../docs/pages';
import { fixtures } from '../support/fixtures';
import { findingsText } from '../support/write-fixture';
import { html, ROOT, tryItFragments } from './dist';
import { type PageEngine, startEngine } from './engine';

let engine: PageEngine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

test.each(
  fixtures().map((fixture) => [`${fixture.folder}/${fixture.name}.${fixture.extension}`, fixture] as const),
)('the page writes the fixture byte for byte: %s', async (_, fixture) => {
  const file = { name: `${fixture.name}.${fixture.extension}`, code: fixture.input };
  const [result] = await engine.run({ files: [file], options: { ...fixture.options, evidence: false } });
  expect(result!.code).toBe(fixture.output);
  expect(findingsText(result as never)).toBe(readFileSync(fixture.findingsFile, 'utf8'));
});

describe.each([
  ['en', 'en/'],
  ['zh', ''],
] as const)('examples (%s)', (language, folder) => {
  test.each(
    codes().map((code) => [code.page, code] as const),
  )(`"try it" on the page of a finding shows the finding: %s (${language})`, async (page, code) => {
    const fragments = tryItFragments(`${folder}findings/${page}.html`);
    expect(fragments).not.toEqual([]);
    for (const fragment of fragments) {
      const state = (await fromFragment(fragment))!;
      const [{ findings }] = (await engine.run(state, language)) as [
        Awaited<ReturnType<PageEngine['run']>>[0],
      ];
      const found = findings.find((finding) => isOf(code, finding.code));
      expect(found, state.files[0]!.code).toMatchObject({ page, verdict: code.verdict });
      // Messages of example migrations have another prefix.
      if (fragment === fragments[0] && !state.options.migration)
        expect(html(`${folder}findings/${page}.html`)).toContain(`[${found!.code}]`);
    }
  });

  test.each(
    migrations,
  )(`"try it" on the page of a migration shows its findings: $guide (${language})`, async (migration) => {
    const fragments = tryItFragments(`${folder}migrations/${migration.guide}.html`);
    expect(fragments).not.toEqual([]);
    for (const fragment of fragments) {
      const state = (await fromFragment(fragment))!;
      const [result] = await engine.run(state, language);
      expect(result!.findings.filter((finding) => finding.migration === migration.name)).not.toEqual([]);
      expect(result!.problem).toBeUndefined();
    }
  });
});

describe('like the command', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'taro-modernize-site-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** The files after a run of the built command. */
  function command({ files }: State, ...options: string[]): string[] {
    const app = mkdtempSync(join(folder, 'app-'));
    for (const { name, code } of files) {
      mkdirSync(dirname(join(app, name)), { recursive: true });
      writeFileSync(join(app, name), code);
    }
    const bin = join(ROOT, 'dist/cli/bin.js');
    execFileSync(process.execPath, [bin, '--yes', '--allow-dirty', '--no-types', ...options], {
      cwd: app,
      stdio: 'ignore',
    });
    return files.map(({ name }) => readFileSync(join(app, name), 'utf8'));
  }

  const manifest =
    '{\n  "dependencies": {\n    "@tarojs/taro": "4.2.0"\n  },\n  "scripts": { "dev": "taro build --type weapp" }\n}\n';
  const pages = [
    [
      'src/pages/index/index.tsx',
      "import Taro from '@tarojs/taro'\r\nTaro.startRecord({})\r\nTaro.saveFile({ tempFilePath: 'a' })\r\n",
    ],
    ['src/utils/stop.js', "import Taro from '@tarojs/taro'\nexport const stop = () => Taro.stopRecord()\n"],
    [
      'src/pages/a/a.vue',
      "<template><view>{{ info.windowWidth }}</view></template>\n<script setup>\nimport Taro from '@tarojs/taro'\nconst info = Taro.getSystemInfoSync()\n</script>\n",
    ],
    [
      'src/own.ts',
      "import Taro from '@tarojs/taro'\nconst manager = Taro.getRecorderManager()\nmanager.stop()\n",
    ],
    ['src/undecided.js', 'export const go = (device) => device.startRecord({})\n'],
  ] as const;
  const state = (runtime: 'file' | 'package', names: readonly string[]): State => ({
    files: [
      ...pages.filter(([name]) => names.includes(name)).map(([name, code]) => ({ name, code })),
      { name: 'package.json', code: manifest },
    ],
    options: { runtime },
  });
  const all = pages.map(([name]) => name);

  test.each([
    ['file', all],
    ['package', all],
    ['file', all.slice(0, 2)],
    ['package', all.slice(2, 4)],
  ] as const)('the page writes what the command writes: runtime %s, %j', async (runtime, names) => {
    const given = state(runtime, names);
    const results = await engine.run(given);
    expect(results.map(({ name }) => name)).toEqual(given.files.map(({ name }) => name));
    expect(results.map(({ code }) => code)).toEqual(command(given, '--runtime', runtime));
  });
});

test('a syntax error, deep nesting and hostile text have an answer', async () => {
  const of = async (code: string, name = 'a.tsx') =>
    (await engine.run({ files: [{ name, code }], options: {} }))[0]!;
  expect((await of('const = Taro.startRecord(')).problem).toMatchObject({
    kind: 'syntax',
    line: 1,
    column: 7,
  });
  expect((await of(`Taro.startRecord(${'['.repeat(100_000)}`)).problem?.kind).toMatch(/too-deep|syntax/);
  const text =
    "import Taro from '@tarojs/taro'\nTaro.startRecord({ a: '</script><img src=x onerror=alert(1)>\u202e' })\n";
  expect((await of(text)).code).toContain("'</script><img src=x onerror=alert(1)>\u202e'");
  expect((await of('\uFEFFTaro.startRecord\0', 'a.js')).problem?.kind).toBe('syntax');
  expect((await of('<view wx:for-items="{{a', 'a.wxml')).problem).toBeUndefined();
});

test('a megabyte has its result', async () => {
  const call = "import Taro from '@tarojs/taro'\nexport const stop = () => Taro.stopRecord()\n";
  const code = call + '// nothing\n'.repeat(1_000_000 / 11);
  const [result] = await engine.run({ files: [{ name: 'a.ts', code }], options: {} });
  expect(result!.code).toContain('recorder.stop()\n// nothing\n');
});
