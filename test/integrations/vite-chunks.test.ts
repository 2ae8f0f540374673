import { expect, test } from 'vitest';
import { besideTaro } from '../../src/integrations/vite-chunks';

const TARO = '/app/node_modules/@tarojs/taro/index.js';
const PACKAGED = '/app/node_modules/taro-modernize/dist/runtime/system.esm.js';
const COPY = '/app/src/taro-modernize/system.ts';
const HOST = '/app/src/taro-modernize/system-host.ts';
const imports: Record<string, string[]> = { [PACKAGED]: [TARO], [COPY]: [HOST], [HOST]: [TARO] };
const api = { getModuleInfo: (id: string) => ({ importedIds: imports[id] ?? [] }) };

/** The chunk names of Taro in a mini program. */
const manualChunks = (id: string) => {
  if (/@tarojs\//.test(id)) return 'taro';
  return id.includes('node_modules') ? 'vendors' : null;
};

test('packaged and copied runtimes, and nothing else, go into the chunk of Taro', () => {
  const output = besideTaro({ manualChunks }, new Set([PACKAGED, COPY]))!;
  const chunkOf = output.manualChunks as (id: string, given: typeof api) => string | null;
  expect([PACKAGED, COPY].map((id) => chunkOf(id, api))).toEqual(['taro', 'taro']);
  expect(chunkOf('/app/node_modules/dayjs/index.js', api)).toBe('vendors');
  expect(chunkOf('/app/src/app.ts', api)).toBeNull();
});

test('a runtime stays in its chunk without Taro', () => {
  const other = '/app/node_modules/other/runtime.js';
  const output = besideTaro({ manualChunks }, new Set([other]))!;
  expect((output.manualChunks as (id: string, given: typeof api) => string)(other, api)).toBe('vendors');
});

test('manualChunks that is not a function stays unchanged', () => {
  expect(besideTaro({}, new Set([PACKAGED]))).toBeNull();
  expect(besideTaro({ manualChunks: { taro: [TARO] } }, new Set([PACKAGED]))).toBeNull();
});
