/**
 * Migrated projects type-check, both with the runtime as a copied source and with the package's declarations.
 */
import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../support/runtime-module';
import { bundler, cases, declarationsOf, problems, strict } from '../../support/type-problems';

const source = sourceOf('files');

/** The code of a migrated project. */
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

describe('types of files', () => {
  it.each(
    cases,
  )('files: a copied file and migrated call sites type-check: $config, moduleResolution $name', ({
    options,
  }) => {
    expect(problems({ 'app.ts': APP, 'files.ts': source }, options)).toEqual([]);
  });

  it.each(cases)("files: the package's declarations type-check: $config, moduleResolution $name", ({
    options,
  }) => {
    expect(problems({ 'app.ts': APP, 'files.d.ts': declarationsOf(source) }, options)).toEqual([]);
  });

  it('files: a missing path is a type error', () => {
    const wrong = "import { saveFile } from './files'; export const wrong = saveFile({});";
    expect(problems({ 'app.ts': wrong, 'files.ts': source }, { ...strict, ...bundler })).toHaveLength(1);
  });
});
