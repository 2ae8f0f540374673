import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtRuntimes, gzipSize, production } from '../../support/production-runtime';

let out: string;
beforeAll(async () => {
  out = await builtRuntimes();
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

const built = (platform: string, ...used: string[]) => production(join(out, 'files.esm.js'), platform, used);

it('adds at most 0.6 kB to a weapp build with all four functions', async () => {
  const all = await built('weapp', 'saveFile', 'getSavedFileList', 'removeSavedFile', 'getFileInfo');
  expect(gzipSize(all)).toBeLessThanOrEqual(600);
});

it('what is not used falls away', async () => {
  const code = await built('weapp', 'getSavedFileList');
  expect(code).toContain('getFileSystemManager');
  for (const other of ['saveFile', 'getFileInfo', 'digest', 'TARO_ENV'])
    expect(code, other).not.toContain(other);
});

it('on other platforms only the old function is left', async () => {
  const code = await built('alipay', 'saveFile', 'getFileInfo');
  expect(code).not.toContain('Promise');
  expect(gzipSize(code)).toBeLessThanOrEqual(300);
});
