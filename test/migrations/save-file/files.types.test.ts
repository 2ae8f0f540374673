/** Migrated projects type-check as they are: the runtime as a copied source and as the package's declarations. */
import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../support/runtime-module';
import { bundler, cases, declarationsOf, problems, strict } from '../../support/type-problems';

const source = sourceOf('files');

/** A migrated project's code. */
const APP = `
import Taro from '@tarojs/taro';
import { getFileInfo, getSavedFileList, removeSavedFile, saveFile } from './files';

export async function keep(tempFilePath: string): Promise<string> {
  const info = await getFileInfo({ filePath: tempFilePath, digestAlgorithm: 'md5' });
  console.log(info);
  saveFile({
    tempFilePath,
    success: ({ savedFilePath }) => console.log(savedFilePath.length),
    fail: (res: TaroGeneral.CallbackResult) => console.log(res.errMsg),
    complete() {},
  });
  const saved = await saveFile({ tempFilePath });
  return 'savedFilePath' in saved ? saved.savedFilePath : saved.errMsg;
}

getSavedFileList().then(({ fileList }) => {
  fileList.forEach(({ filePath, createTime, size }) => {
    if (createTime < size) void removeSavedFile({ filePath, success: (res) => console.log(res.errMsg) });
  });
});
getFileInfo({ filePath: 'a', success: ({ size, digest }) => console.log(size.toFixed(), digest.slice(1)) });

// The types of the old functions.
export const all: [typeof Taro.saveFile, typeof Taro.getSavedFileList, typeof Taro.removeSavedFile, typeof Taro.getFileInfo] =
  [saveFile, getSavedFileList, removeSavedFile, getFileInfo];
`;

describe('types', () => {
  it.each(cases)('a copied file and migrated call sites: $config, moduleResolution $name', ({ options }) => {
    expect(problems({ 'app.ts': APP, 'files.ts': source }, options)).toEqual([]);
  });

  it.each(cases)("the package's declarations: $config, moduleResolution $name", ({ options }) => {
    expect(problems({ 'app.ts': APP, 'files.d.ts': declarationsOf(source) }, options)).toEqual([]);
  });

  it('a missing path is an error', () => {
    const wrong = "import { saveFile } from './files'; export const wrong = saveFile({});";
    expect(problems({ 'app.ts': wrong, 'files.ts': source }, { ...strict, ...bundler })).toHaveLength(1);
  });
});
