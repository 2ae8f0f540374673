/**
 * Migrated projects type-check, both with the runtime as a copied source and with the package's declarations.
 */
import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../support/runtime-module';
import { bundler, cases, declarationsOf, problems, strict } from '../../support/type-problems';

const source = sourceOf('media');

/** The code of a migrated project. */
const APP = `
import Taro from '@tarojs/taro';
import { chooseImage, chooseVideo } from './media';

export async function upload(url: string): Promise<string> {
  const { tempFilePaths, tempFiles, errMsg } = await chooseImage({ count: 1, sizeType: ['compressed'] });
  console.log(errMsg, tempFiles.map(({ path, size, originalFileObj }) => [path, size, originalFileObj]));
  const { data } = await Taro.uploadFile({ url, filePath: tempFilePaths[0] as string, name: 'file' });
  return data;
}

chooseImage({
  sourceType: ['album', 'camera', 'user'],
  imageId: 'input',
  success: (res) => console.log(res.tempFilePaths.length),
  fail: (res: TaroGeneral.CallbackResult) => console.log(res.errMsg),
  complete() {},
});
chooseVideo({ compressed: false, maxDuration: 30, camera: 'back' }).then(
  ({ tempFilePath, duration, size, width, height }) => console.log(tempFilePath, duration + size + width + height),
);

// The types of the old functions.
export const both: [typeof Taro.chooseImage, typeof Taro.chooseVideo] = [chooseImage, chooseVideo];
`;

describe('types of media', () => {
  it.each(
    cases,
  )('media: a copied file and migrated call sites type-check: $config, moduleResolution $name', ({
    options,
  }) => {
    expect(problems({ 'app.ts': APP, 'media.ts': source }, options)).toEqual([]);
  });

  it.each(cases)("media: the package's declarations type-check: $config, moduleResolution $name", ({
    options,
  }) => {
    expect(problems({ 'app.ts': APP, 'media.d.ts': declarationsOf(source) }, options)).toEqual([]);
  });

  it('media: a count that is not a number is a type error', () => {
    const wrong = "import { chooseImage } from './media'; export const wrong = chooseImage({ count: '9' });";
    expect(problems({ 'app.ts': wrong, 'media.ts': source }, { ...strict, ...bundler })).toHaveLength(1);
  });
});
