import { transformSync } from '@babel/core';
import { afterEach, expect, test, vi } from 'vitest';
import taroModernizeBabel from '../../src/integrations/babel';
import { BuildLog } from '../../src/integrations/build-log';
import { manualFindings } from '../../src/integrations/manual-findings';
import { transformModule } from '../../src/integrations/module';

afterEach(() => vi.unstubAllEnvs());

const SOURCE = "import Taro from '@tarojs/taro';\nTaro.getUserProfile();\nTaro.createCanvasContext('a');\n";
const levels = [undefined, 'required', 'advised'] as const;
const expected = (level: (typeof levels)[number]) =>
  level === 'advised' ? ['getUserProfile', 'createCanvasContext'] : ['getUserProfile'];

test.each(levels)('a build reports required findings, and advisory ones on request (%s)', (level) => {
  vi.stubEnv('TARO_ENV', 'weapp');
  const { findings } = transformModule(SOURCE, '/app/src/a.js', {})!;
  expect(manualFindings(findings, level).map(({ api }) => api)).toEqual(expected(level));
  const log = new BuildLog(
    { root: '/app', onManual: 'warn', verbose: false, version: '', print: () => {} },
    { ...(level && { level }) },
  );
  const records = new Map([['/app/src/a.js', { findings, changed: false }]]);
  expect(log.diagnostics(records).map(({ finding }) => finding.api)).toEqual(expected(level));
});

test.each(
  levels,
)('the Babel plugin reports required findings, and advisory ones on request (%s)', (level) => {
  vi.stubEnv('TARO_ENV', 'weapp');
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  transformSync(SOURCE, {
    filename: '/app/src/a.js',
    cwd: '/app',
    configFile: false,
    babelrc: false,
    plugins: [[taroModernizeBabel, { taroVersion: 4, ...(level && { level }) }]],
  });
  const [[said]] = warn.mock.calls as [[string]];
  for (const api of ['getUserProfile', 'createCanvasContext'])
    expect(said.includes(`${api} needs a manual change`)).toBe(expected(level).includes(api));
  warn.mockRestore();
});

test('a build for a platform that has not deprecated the APIs reports nothing', () => {
  vi.stubEnv('TARO_ENV', 'alipay');
  expect(transformModule('wx.getUserProfile();\n', '/app/src/a.js', {})).toBeUndefined();
  vi.stubEnv('TARO_ENV', 'h5');
  expect(transformModule(SOURCE, '/app/src/a.js', {})?.findings ?? []).toEqual([]);
});

test('the summary counts only reported findings', async () => {
  vi.stubEnv('TARO_ENV', 'weapp');
  const { findings } = transformModule(SOURCE, '/app/src/a.js', {})!;
  const print = vi.fn();
  const log = new BuildLog({ root: '/app', onManual: 'warn', verbose: false, version: '', print }, {});
  await log.finish(new Map([['/app/src/a.js', { findings, changed: false }]]));
  log.print();
  expect(print).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('1 manual change needed'));
});
