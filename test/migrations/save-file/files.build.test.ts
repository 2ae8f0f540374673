import { expect, it } from 'vitest';
import { expectStated, gzipped, production } from '../../support/runtime-build';

const built = (platform: string, ...used: string[]) => production('files', platform, ...used);

it('the files runtime adds at most 0.7 kB to a weapp build with all four functions', async () => {
  const all = await built('weapp', 'saveFile', 'getSavedFileList', 'removeSavedFile', 'getFileInfo');
  expect(gzipped(all)).toBeLessThanOrEqual(700);
  expectStated(gzipped(all));
});

it('unused file functions are tree-shaken', async () => {
  const code = await built('weapp', 'getSavedFileList');
  expect(code).toContain('getFileSystemManager');
  for (const other of ['saveFile', 'getFileInfo', 'digest', 'TARO_ENV'])
    expect(code, other).not.toContain(other);
});

it('on other platforms only the old file functions remain', async () => {
  const code = await built('alipay', 'saveFile', 'getFileInfo');
  expect(code).not.toContain('Promise');
  expect(gzipped(code)).toBeLessThanOrEqual(300);
});
