import { expect, it } from 'vitest';
import { gzipped, production } from '../../support/runtime-build';

const built = (platform: string, ...used: string[]) => production('canvas', platform, ...used);
const ALL = ['createCanvasContext', 'canvasToTempFilePath', 'canvasType'];

it('the canvas runtime adds at most 8.5 kB to a weapp build, 3.9 kB with gzip', async () => {
  const code = await built('weapp', ...ALL);
  expect(code.length).toBeLessThanOrEqual(8500);
  expect(gzipped(code)).toBeLessThanOrEqual(3900);
});

it('unused canvas functions are tree-shaken', async () => {
  const context = await built('weapp', 'createCanvasContext');
  expect(context).toContain('quadraticCurveTo');
  for (const other of ['canvasToTempFilePath', 'destWidth', 'TARO_ENV'])
    expect(context, other).not.toContain(other);
  expect(gzipped(await built('weapp', 'canvasType'))).toBeLessThanOrEqual(250);
});

it('on other platforms only the old canvas functions remain', async () => {
  const code = await built('h5', ...ALL);
  for (const other of ['Promise', 'createSelectorQuery', 'getAppBaseInfo'])
    expect(code, other).not.toContain(other);
  expect(gzipped(code)).toBeLessThanOrEqual(200);
});
