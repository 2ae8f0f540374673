import { expect, test } from 'vitest';
import { rewriteModule, transformModule } from '../../src/integrations/module';

const FILE = '/app/src/a.js';
const call = (api: string) => `import Taro from '@tarojs/taro';\nTaro.${api}({});\n`;
const manager = "import Taro from '@tarojs/taro';\nTaro.startRecord();\nTaro.getRecorderManager().stop();\n";

test('the same text of the same file always gives the same result, even if a bundler has modified its map', () => {
  const first = transformModule(call('startRecord'), FILE, {})!;
  const { map } = first.output!;
  const copy = JSON.stringify(first);
  map!.sources[0] = 'changed';
  map!.sourcesContent!.length = 0;
  map!.mappings = '';
  first.findings[0]!.line = 99;
  first.findings.length = 0;
  const second = transformModule(call('startRecord'), FILE, {})!;
  expect(JSON.stringify(second)).toBe(copy);
  expect(JSON.parse(String(second.output!.map))).toMatchObject({ version: 3, sources: [FILE] });
});

test('a changed file is rewritten again, also when it changes back', () => {
  for (const [api, method] of [
    ['startRecord', 'start'],
    ['stopRecord', 'stop'],
    ['startRecord', 'start'],
  ] as const) {
    expect(rewriteModule(call(api), FILE, {})?.code).toContain(`recorder.${method}({})`);
  }
});

test('two files with the same text keep their own names', () => {
  const other = '/app/src/b.js';
  expect(rewriteModule(call('startRecord'), FILE, {})?.map?.sources).toEqual([FILE]);
  expect(rewriteModule(call('startRecord'), other, {})?.map?.sources).toEqual([other]);
});

test('other options give another module for the same text', () => {
  const all = rewriteModule(manager, FILE, {})!;
  expect(all.code).toContain('recorder.start()');
  expect(all.code).toContain('Taro.getRecorderManager()');
  const voiceOnly = { migrations: ['play-voice-to-inner-audio-context'] };
  expect(rewriteModule(manager, FILE, voiceOnly)?.code ?? manager).toBe(manager);
  let isShared = true;
  const shareManager = () => isShared;
  expect(rewriteModule(manager, FILE, { shareManager })?.code).not.toContain('Taro.getRecorderManager');
  isShared = false;
  expect(rewriteModule(manager, FILE, { shareManager })?.code).toBe(all.code);
  const awaited = "import Taro from '@tarojs/taro';\nawait Taro.startRecord({ success() {} });\n";
  expect(rewriteModule(awaited, FILE, { taroVersion: 4 })?.code).not.toContain('await');
  expect(rewriteModule(awaited, FILE, { taroVersion: 2 })?.code).toContain('await');
  const guarded =
    "import Taro from '@tarojs/taro';\nTaro.authorize({ scope: 'scope.record', success: () => Taro.startRecord() });\n";
  expect(rewriteModule(guarded, FILE, {})?.code).toContain('Taro.authorize');
  expect(rewriteModule(guarded, FILE, { guard: true })?.code).not.toContain('Taro.authorize');
});

test('the sources are only scanned for modules that contain a manager, because a scan is slow', () => {
  const shareManager = (): boolean => {
    throw new Error('asked');
  };
  expect(rewriteModule(call('startRecord'), FILE, { shareManager })?.changed).toBe(true);
  expect(() => rewriteModule(manager, FILE, { shareManager })).toThrow('asked');
});

test('the runtimes of a module are reported every time, cached or not', () => {
  const told: unknown[] = [];
  const onRuntimes = (file: string, runtimes: readonly string[]) => told.push([file, runtimes]);
  rewriteModule(call('startRecord'), FILE, { onRuntimes });
  rewriteModule(call('startRecord'), FILE, { onRuntimes });
  rewriteModule('export const a = "startRecord";\n', FILE, { onRuntimes });
  expect(told).toEqual([
    [FILE, ['recorder']],
    [FILE, ['recorder']],
  ]);
});
