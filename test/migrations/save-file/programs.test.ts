import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { rewrite } from '../../../src/project/rewrite';
import {
  CALLS,
  expectSameOnHosts,
  ignorable,
  printed,
  programsOf,
  STATEMENTS,
} from '../../support/executed-programs';
import { FakeFiles, FILE_METHODS, type FilesHostOptions, loadFiles } from '../../support/fake-files';
import type { Grammar } from '../../support/fuzz/derive';
import { randomly } from '../../support/random';

const path = ["'wxfile://tmp_a.png'", "'wxfile://tmp_b.mp3'", "'wxfile://store_0'", "'none'", 'String($0)'];

const grammar: Grammar = {
  host: ['Taro', 'Taro', 'wx', "Taro['default']"],
  path,
  option: [
    'filePath: <path>',
    'tempFilePath: <path>, filePath: <path>',
    "filePath: <path>, digestAlgorithm: 'sha1'",
    'tempFilePath: <path>',
    '...shared, filePath: <path>',
  ],
  callbacks: [
    '',
    'success(result) { log(result) },',
    'success: log, fail: log,',
    'fail({ errMsg }) { log(errMsg) },',
    'success: log, ...shared,',
  ],
  method: ['saveFile', 'saveFile', 'getSavedFileList', 'removeSavedFile', 'getFileInfo', 'getFileInfo'],
  call: [...CALLS, '<host>.getSavedFileList()'],
  statement: [
    ...STATEMENTS,
    'later(async () => { const { size, digest = $0 } = await <host>.getFileInfo({ <option> })\n log(size, digest) })',
    'function saveFile$0(getFileInfo) { return <host>.<method>({ complete: getFileInfo, <option> }) }\nlater(() => new Promise(saveFile$0))',
  ],
};

const programs = programsOf(grammar, 'const shared = { other: 1 }');

const HOSTS: readonly FilesHostOptions[] = [
  { manager: 'with digest' },
  { manager: 'with digest', prefix: 'FileSystemManager.' },
  { manager: 'without digest' },
  { manager: 'none' },
  { platform: 'tt' },
  { platform: 'rn', manager: 'none' },
];

const hosts = Object.fromEntries(
  HOSTS.map((options) => [
    JSON.stringify(options),
    () => {
      const host = new FakeFiles(options);
      ignorable(host.taro, FILE_METHODS);
      // Below base library 1.9.9, canIUse reports that there is no manager.
      host.taro.canIUse = () => true;
      host.wx.canIUse = () => true;
      return { wx: host.wx, taro: host.taro, runtime: loadFiles(host) };
    },
  ]),
);

beforeEach(() => vi.stubEnv('TARO_ENV', 'weapp'));
afterEach(() => vi.unstubAllEnvs());

test('rewritten programs that save, list, remove and read files keep their behavior on every platform and base library', async () => {
  await fc.assert(
    fc.asyncProperty(printed(programs), (program) => expectSameOnHosts(program, hosts)),
    randomly(60),
  );
}, 600_000);

test('the generated programs cover every form of file call', () => {
  const codes = new Map<string, number>();
  for (const { text, filename } of fc.sample(programs, { numRuns: 300, seed: 1 }))
    for (const { code } of rewrite(text, { filename }).findings) codes.set(code, (codes.get(code) ?? 0) + 1);
  for (const code of ['FIL001', 'FIL002', 'FIL005', 'FIL008', 'FIL208'])
    expect(codes.get(code), code).toBeGreaterThan(20);
});
