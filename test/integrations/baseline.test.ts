import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { baselineOf } from '../../src/integrations/baseline';
import { BuildLog } from '../../src/integrations/build-log';
import { transformModule } from '../../src/integrations/module';
import { createVitePlugin } from '../../src/integrations/vite-plugin';

let app: string;

beforeEach(() => {
  app = mkdtempSync(join(tmpdir(), 'baseline-'));
  mkdirSync(join(app, 'src'));
  vi.stubEnv('TARO_ENV', 'weapp');
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(app, { recursive: true });
});

const IMPORT = "import Taro from '@tarojs/taro';\n";
const CALL = 'Taro.startRecord({});\n';
const MANUAL = 'async function record(options) { await Taro.startRecord(options); }\n';

function write(entries: object, name = 'base.json') {
  writeFileSync(join(app, name), JSON.stringify({ version: 1, entries }));
}

/** What a build of one file with this text reports: the codes, and the summary. */
async function build(source: string, file = join(app, 'src/a.js')) {
  const { findings } = transformModule(source, file, {})!;
  const changed = findings.some(({ verdict }) => verdict === 'rewritten');
  const print = vi.fn<(line: string) => void>();
  const log = new BuildLog(
    {
      root: app,
      onManual: 'error',
      verbose: false,
      version: '',
      print,
      baseline: baselineOf(app, 'base.json'),
    },
    {},
  );
  const records = new Map([[file, { findings, changed }]]);
  const codes = log.diagnostics(records).map(({ finding }) => finding.code);
  await log.finish(records);
  log.print();
  return { codes, summary: print.mock.calls[0]![0].replace('[taro-modernize] ', '') };
}

test.each([
  [
    'the same call',
    { 'startRecord REC104': 1 },
    [],
    '0 rewritten in 0 files, no new manual changes needed (1 in the baseline)',
  ],
  [
    'a call with another code',
    { 'startRecord REC105': 1 },
    [],
    '0 rewritten in 0 files, no new manual changes needed (1 in the baseline)',
  ],
  [
    'another API',
    { 'stopRecord REC104': 1 },
    ['REC104'],
    '0 rewritten in 0 files, 1 manual change needed (see the errors)',
  ],
  ['nothing', {}, ['REC104'], '0 rewritten in 0 files, 1 manual change needed (see the errors)'],
])('a build reports what the baseline does not have: %s', async (_what, entry, codes, summary) => {
  write({ 'src/a.js': entry });
  expect(await build(IMPORT + MANUAL)).toEqual({ codes, summary });
});

test('calls that builds rewrite count, so they make no room for a new one', async () => {
  write({ 'src/a.js': { 'startRecord REC001': 2 } });
  expect(await build(IMPORT + CALL + CALL)).toMatchObject({ codes: [] });
  expect(await build(IMPORT + CALL + CALL + MANUAL)).toMatchObject({ codes: ['REC104'] });
});

test('a finding too many reports all of its code, and only those', async () => {
  write({ 'src/a.js': { 'startRecord REC104': 1, 'getUserProfile DEP120': 1 } });
  const { codes, summary } = await build(
    `${IMPORT}${MANUAL}${MANUAL.replace('record', 'more')}Taro.getUserProfile();\n`,
  );
  expect(codes).toEqual(['REC104', 'REC104']);
  expect(summary).toContain('2 manual changes needed (see the errors; 1 more in the baseline)');
});

test('the app may be reached through a link', async () => {
  write({ 'src/a.js': { 'startRecord REC104': 1 } });
  const link = `${app}-link`;
  symlinkSync(app, link);
  try {
    const { codes } = await build(IMPORT + MANUAL, join(link, 'src/a.js'));
    expect(codes).toEqual([]);
  } finally {
    rmSync(link);
  }
});

test('a dev server of Vite accepts the baseline too', () => {
  write({ 'a.js': { 'startRecord REC104': 1 } });
  const log = new BuildLog(
    {
      root: app,
      onManual: 'warn',
      verbose: false,
      version: '',
      print: () => {},
      baseline: baselineOf(app, 'base.json'),
    },
    {},
  );
  const plugin = createVitePlugin({ root: app, log });
  plugin.config({}, { command: 'serve' });
  const context = { warn: vi.fn(), error: vi.fn() as never };
  plugin.transform.call(context, IMPORT + MANUAL, join(app, 'a.js'));
  expect(context.warn).not.toHaveBeenCalled();
  plugin.transform.call(context, IMPORT + MANUAL, join(app, 'b.js'));
  expect(context.warn).toHaveBeenCalledOnce();
});

test.each([
  [
    'en_US.UTF-8',
    'none.json',
    'the baseline none.json does not exist. Create it: npx taro-modernize --check --baseline none.json --update-baseline',
  ],
  ['zh_CN.UTF-8', 'none.json', '基线文件 none.json 不存在。创建：npx taro-modernize'],
  ['en_US.UTF-8', 'odd.json', 'odd.json in the "baseline" option is not a baseline'],
  ['zh_CN.UTF-8', 'odd.json', '"baseline" 选项中的 odd.json 不是基线文件'],
])('a baseline that cannot be read stops the build (%s, %s)', (locale, name, message) => {
  vi.stubEnv('LC_ALL', locale);
  writeFileSync(join(app, 'odd.json'), '{"entries":[]}');
  expect(() => baselineOf(app, name)).toThrow(`[taro-modernize] ${message}`);
});
