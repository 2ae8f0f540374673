import { expect, it } from 'vitest';
import { gzipped, production } from '../../support/runtime-build';

const built = (platform: string, ...used: string[]) => production('canvas', platform, ...used);
const DRAWING = ['createCanvasContext', 'canvasToTempFilePath', 'canvasType'];
const ALL = [...DRAWING, 'canvasGetImageData', 'canvasPutImageData'];

it.each([
  ['', DRAWING, 8750, 4000],
  [' with pixels', ALL, 9700, 4400],
])('the canvas runtime%s adds little to a weapp build', async (_name, used, size, zipped) => {
  const code = await built('weapp', ...used);
  expect(code.length).toBeLessThanOrEqual(size);
  expect(gzipped(code)).toBeLessThanOrEqual(zipped);
});

it('unused canvas functions are tree-shaken', async () => {
  const context = await built('weapp', 'createCanvasContext');
  expect(context).toContain('quadraticCurveTo');
  for (const other of ['canvasToTempFilePath', 'destWidth', 'ImageData:', 'TARO_ENV'])
    expect(context, other).not.toContain(other);
  expect(gzipped(await built('weapp', 'canvasType'))).toBeLessThanOrEqual(250);
});

it('on other platforms only the old canvas functions remain', async () => {
  const code = await built('h5', ...ALL);
  for (const other of ['Promise', 'createSelectorQuery', 'getAppBaseInfo'])
    expect(code, other).not.toContain(other);
  expect(gzipped(code)).toBeLessThanOrEqual(200);
});
