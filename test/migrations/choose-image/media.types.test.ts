/** Migrated projects type-check as they are: the runtime as a copied source and as the package's declarations. */
import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../support/runtime-module';
import { bundler, cases, declarationsOf, problems, strict } from '../../support/type-problems';

const source = sourceOf('media');

/** A migrated project's code. */
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

describe('types', () => {
  it.each(cases)('a copied file and migrated call sites: $config, moduleResolution $name', ({ options }) => {
    expect(problems({ 'app.ts': APP, 'media.ts': source }, options)).toEqual([]);
  });

  it.each(cases)("the package's declarations: $config, moduleResolution $name", ({ options }) => {
    expect(problems({ 'app.ts': APP, 'media.d.ts': declarationsOf(source) }, options)).toEqual([]);
  });

  it('a count that is no number is an error', () => {
    const wrong = "import { chooseImage } from './media'; export const wrong = chooseImage({ count: '9' });";
    expect(problems({ 'app.ts': wrong, 'media.ts': source }, { ...strict, ...bundler })).toHaveLength(1);
  });
});
