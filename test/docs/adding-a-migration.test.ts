import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { blocksOf } from './markdown';
import { copyRepository, runBlock } from './repository-copy';

const ROOT = join(import.meta.dirname, '../..');
const NAME = 'get-system-info-sync-to-window-info';

const blocks = blocksOf(readFileSync(join(ROOT, 'docs/adding-a-migration.md'), 'utf8'));

let COPY: string;
beforeAll(() => {
  COPY = copyRepository('adding-a-migration');
  for (const { language, code, file, line } of blocks) {
    if (language === 'sh') continue;
    if (file === undefined)
      throw new Error(`docs/adding-a-migration.md:${line}: for which file is this block?`);
    const path = join(COPY, file);
    if (language === 'diff') {
      writeFileSync(path, insert(readFileSync(path, 'utf8'), code, file));
    } else {
      if (existsSync(path)) throw new Error(`docs/adding-a-migration.md:${line}: ${file} is there already`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, code);
    }
  }
});

afterAll(() => rmSync(COPY, { recursive: true, force: true }));

/** Puts the `+` lines of a diff after the line that it shows. */
function insert(text: string, diff: string, file: string): string {
  const [anchor, ...added] = diff.trimEnd().split('\n');
  const parts = text.split(`${anchor!.slice(1)}\n`);
  expect(parts.length, `${file} has this line once: ${anchor}`).toBe(2);
  return `${parts[0]}${anchor!.slice(1)}\n${added.map((line) => `${line.replace(/^\+/, '')}\n`).join('')}${parts[1]}`;
}

const read = (path: string) => readFileSync(join(COPY, path), 'utf8');

test('the migration of the page makes its fixture of its input, and changes nothing a second time', async () => {
  const { rewrite, migrations } = await import(join(COPY, 'src/engine/index.ts'));
  expect(migrations[0].name).toBe(NAME);
  const folder = `__testfixtures__/${NAME}`;
  const output = read(`${folder}/basic.output.ts`);
  const result = rewrite(read(`${folder}/basic.input.ts`), { filename: 'basic.ts' });
  expect(result.code).toBe(output);
  const findings = result.findings.map(
    (one: { line: number; column: number; api: string; code: string }) =>
      `${one.line}:${one.column} ${one.api} ${one.code}\n`,
  );
  expect(findings.join('')).toBe(read(`${folder}/basic.findings.txt`));
  expect(rewrite(output, { filename: 'basic.ts' }).changed).toBe(false);
});

test('its transform is found under its name', async () => {
  const { default: transform } = await import(join(COPY, `transforms/${NAME}.ts`));
  const api = { stats() {}, report() {} };
  const source = "import Taro from '@tarojs/taro'\nTaro.getSystemInfoSync()\n";
  expect(transform({ path: 'a.ts', source }, api, {})).toContain('system.info()');
});

test('its runtime is built, and gives what the old API gave in a mini program without Taro', async () => {
  const script = join(COPY, 'scripts/build-runtime.mjs');
  const names = "const NAMES = ['recorder', 'voice'";
  expect(read('scripts/build-runtime.mjs')).toContain(names);
  writeFileSync(script, read('scripts/build-runtime.mjs').replace(names, `${names}, 'system'`));
  const { buildRuntime } = (await import(script)) as { buildRuntime(): string[] };
  buildRuntime();

  const project = { kind: 'native', host: 'tt' };
  const { runtimeSource } = await import(join(COPY, 'src/project/runtime-source.ts'));
  const load = (name: string, tt: object): object => {
    const module = { exports: {} };
    const text: string = runtimeSource(name, '.js', project, COPY);
    new Function('module', 'require', 'tt', text)(module, () => load('system-host', tt), tt);
    return module.exports;
  };
  const info = (tt: object) => (load('system', tt) as { system: { info(): object } }).system.info();
  const old = { canIUse: () => false, getSystemInfoSync: () => ({ windowWidth: 320 }) };
  expect(info(old)).toEqual({ windowWidth: 320 });
  const today = {
    canIUse: (name: string) => name in today,
    getWindowInfo: () => ({ windowWidth: 375 }),
    getDeviceInfo: () => ({ platform: 'ios' }),
    getAppBaseInfo: () => ({ language: 'zh_CN' }),
    getSystemSetting: () => ({ wifiEnabled: true }),
    getAppAuthorizeSetting: () => ({ microphoneAuthorized: 'denied' }),
  };
  expect(info(today)).toEqual({
    windowWidth: 375,
    platform: 'ios',
    language: 'zh_CN',
    wifiEnabled: true,
    microphoneAuthorized: 'denied',
  });
  expect(read('dist/runtime/system.js')).toContain('exports.system');
});

const shell = blocks.filter(({ language }) => language === 'sh').map(({ code }) => code);

test.skipIf(process.platform === 'win32')(
  'its commands find the fixture and leave it as it is (not on Windows: they are for a shell)',
  () => {
    const output = () => read(`__testfixtures__/${NAME}/basic.output.ts`);
    const before = output();
    expect(runBlock(shell[0]!, COPY)).toMatchObject({
      status: 0,
      printed: expect.stringMatching(/5 passed/),
    });
    expect(output()).toBe(before);
  },
  120_000,
);

test('the commands at its end are scripts that there are (.ci/run runs them)', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(shell).toHaveLength(2);
  expect(shell[1]!.trim().split('\n')).toEqual(['npm run check', 'npm test', 'npm run test:e2e']);
  for (const script of ['check', 'test', 'test:e2e', 'api']) expect(scripts).toHaveProperty([script]);
});
