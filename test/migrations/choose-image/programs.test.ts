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
import { FakeMedia, loadMedia, type MediaHostOptions } from '../../support/fake-media';
import type { Grammar } from '../../support/fuzz/derive';
import { randomly } from '../../support/random';

const options = { migrations: ['choose-image-to-choose-media'] };

const grammar: Grammar = {
  host: ['Taro', 'Taro', 'wx', "Taro['default']"],
  option: [
    'count: 1',
    'count: 9',
    'count: 15',
    "sizeType: ['original', 'compressed'], sourceType: ['album']",
    'compressed: true, maxDuration: 5',
    'compressed: false',
    "camera: 'front'",
    '...shared, count: 3',
  ],
  callbacks: [
    '',
    'success(result) { log(result) },',
    'success: log, fail: log,',
    'success: ({ tempFilePaths, tempFiles, tempFilePath }) => log(tempFilePaths, tempFiles, tempFilePath),',
    "fail({ errMsg }) { if (errMsg === 'chooseImage:fail cancel') log($0) },",
  ],
  method: ['chooseImage', 'chooseImage', 'chooseVideo'],
  call: [...CALLS],
  statement: [
    ...STATEMENTS,
    'later(async () => { const { tempFilePaths: [first = $0] = [], size } = await <host>.<method>({ <option> })\n log(first, size) })',
    'function chooseImage$0(chooseVideo) { return <host>.<method>({ complete: chooseVideo, <option> }) }\nlater(() => new Promise(chooseImage$0))',
  ],
};

const programs = programsOf(grammar, 'const shared = { other: 1 }');

const HOSTS: readonly MediaHostOptions[] = [
  { library: '3.7.0' },
  { library: '3.7.0', person: 'cancels' },
  { library: '2.25.0', isPromised: false },
  { library: '2.24.7' },
  { library: '2.9.0' },
  { platform: 'alipay' },
  { platform: 'h5', person: 'cancels' },
];

const hosts = Object.fromEntries(
  HOSTS.map((one) => [
    JSON.stringify(one),
    () => {
      const host = new FakeMedia(one);
      ignorable(host.taro, ['chooseImage', 'chooseVideo']);
      return { wx: host.wx, taro: host.taro, runtime: loadMedia(host) };
    },
  ]),
);

beforeEach(() => vi.stubEnv('TARO_ENV', 'weapp'));
afterEach(() => vi.unstubAllEnvs());

test('rewritten programs that choose pictures and videos keep their behavior on every platform and base library', async () => {
  await fc.assert(
    fc.asyncProperty(printed(programs), (program) => expectSameOnHosts(program, hosts, options)),
    randomly(60),
  );
}, 600_000);

test('the generated programs cover every form of media call', () => {
  const codes = new Map<string, number>();
  for (const { text, filename } of fc.sample(programs, { numRuns: 200, seed: 1 }))
    for (const { code } of rewrite(text, { ...options, filename }).findings)
      codes.set(code, (codes.get(code) ?? 0) + 1);
  for (const code of ['MED001', 'MED002', 'MED008', 'MED208'])
    expect(codes.get(code), code).toBeGreaterThan(20);
});
