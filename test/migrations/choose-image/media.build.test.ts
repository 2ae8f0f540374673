import { expect, it } from 'vitest';
import { expectStated, gzipped, production } from '../../support/runtime-build';

const built = (platform: string, ...used: string[]) => production('media', platform, ...used);

it('the media runtime adds at most 0.7 kB to a weapp build that chooses pictures and videos', async () => {
  const bytes = gzipped(await built('weapp', 'chooseImage', 'chooseVideo'));
  expect(bytes).toBeLessThanOrEqual(700);
  expectStated(bytes);
});

it('unused media functions are tree-shaken', async () => {
  const code = await built('weapp', 'chooseImage');
  expect(code).toContain('tempFilePaths');
  for (const other of ['chooseVideo', 'maxDuration', 'TARO_ENV']) expect(code, other).not.toContain(other);
});

it('on other platforms only the old media functions remain', async () => {
  const code = await built('h5', 'chooseImage', 'chooseVideo');
  for (const other of ['Promise', 'chooseMedia', 'getAppBaseInfo']) expect(code, other).not.toContain(other);
  expect(gzipped(code)).toBeLessThanOrEqual(250);
});
