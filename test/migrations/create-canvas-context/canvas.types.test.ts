/** Migrated projects type-check, both with the runtime as a copied source and with the package's declarations. */
import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../support/runtime-module';
import { bundler, cases, declarationsOf, problems, strict } from '../../support/type-problems';

const source = sourceOf('canvas');

/** The code of a migrated project. */
const APP = `
import Taro from '@tarojs/taro';
import {
  canvasGetImageData,
  canvasPutImageData,
  canvasToTempFilePath,
  canvasType,
  createCanvasContext,
} from './canvas';

const context: Taro.CanvasContext = createCanvasContext('poster');
context.setFillStyle(context.createLinearGradient(0, 0, 9, 9));
context.lineCap = 'round';
context.draw(false, async () => {
  const { tempFilePath } = await canvasToTempFilePath({ canvasId: 'poster', fileType: 'jpg' }, {});
  console.log(tempFilePath.length, canvasType.length);
  const part = { canvasId: 'poster', x: 0, y: 0, width: 9, height: 9 };
  const { data } = await canvasGetImageData(part);
  await canvasPutImageData({ ...part, data });
});

// The types of the old functions.
export const same: [
  typeof Taro.createCanvasContext,
  typeof Taro.canvasToTempFilePath,
  typeof Taro.canvasGetImageData,
  typeof Taro.canvasPutImageData,
] = [createCanvasContext, canvasToTempFilePath, canvasGetImageData, canvasPutImageData];
`;

describe('types of canvas', () => {
  it.each(
    cases,
  )('canvas: a copied file and migrated call sites type-check: $config, moduleResolution $name', ({
    options,
  }) => {
    expect(problems({ 'app.ts': APP, 'canvas.ts': source }, options)).toEqual([]);
  });

  it.each(cases)("canvas: the package's declarations type-check: $config, moduleResolution $name", ({
    options,
  }) => {
    expect(problems({ 'app.ts': APP, 'canvas.d.ts': declarationsOf(source) }, options)).toEqual([]);
  });

  it('canvas: an id that is not a text is a type error', () => {
    const wrong =
      "import { createCanvasContext } from './canvas'; export const wrong = createCanvasContext(1);";
    expect(problems({ 'app.ts': wrong, 'canvas.ts': source }, { ...strict, ...bundler })).toHaveLength(1);
  });
});
