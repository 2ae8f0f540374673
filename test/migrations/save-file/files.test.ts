import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeFiles, type FilesHostOptions, type FilesRuntime, loadFiles } from '../../support/fake-files';

type Ask = (option?: object) => Promise<unknown>;
const on = (options: FilesHostOptions = {}) => {
  const host = new FakeFiles(options);
  const files = loadFiles(host);
  return { host, files, ask: (name: keyof FilesRuntime) => files[name] as Ask };
};

const unhandled = vi.fn();
beforeEach(() => {
  unhandled.mockClear();
  process.on('unhandledRejection', unhandled);
});
afterEach(() => {
  process.off('unhandledRejection', unhandled);
});
const turn = () => new Promise(setImmediate);

describe.each<FilesHostOptions>([
  { manager: 'with digest' },
  { manager: 'with digest', prefix: 'fs_' },
  { manager: 'without digest' },
  { manager: 'none' },
  { platform: 'alipay' },
  { platform: 'rn', manager: 'none' },
])('the files runtime on %o', (options) => {
  it('file functions return the results and messages of the old functions', async () => {
    const { ask } = on(options);
    const old = new FakeFiles(options).taro as Record<string, Ask>;
    const steps: [keyof FilesRuntime, object?][] = [
      ['getFileInfo', { filePath: 'wxfile://tmp_a.png' }],
      ['getFileInfo', { filePath: 'wxfile://tmp_b.mp3', digestAlgorithm: 'sha1' }],
      ['saveFile', { tempFilePath: 'wxfile://tmp_a.png' }],
      ['getSavedFileList'],
      ['removeSavedFile', { filePath: 'wxfile://store_0' }],
      ['removeSavedFile', { filePath: 'wxfile://store_0' }],
      ['saveFile', { tempFilePath: 'wxfile://tmp_a.png' }],
      ['getFileInfo', { filePath: 'none' }],
    ];
    for (const [name, option] of steps) {
      const answer = (error: unknown) => ({ error });
      expect(await ask(name)(option).catch(answer)).toEqual(await old[name]!(option).catch(answer));
    }
  });

  it('callbacks are called once with the result of the promise, in the order of Taro', async () => {
    for (const filePath of ['wxfile://tmp_a.png', 'none']) {
      const { ask } = on(options);
      const told: [string, unknown][] = [];
      const tell = (name: string) => (result: unknown) => void told.push([name, result]);
      const promise = ask('getFileInfo')({
        filePath,
        success: tell('success'),
        fail: tell('fail'),
        complete: tell('complete'),
      });
      const result = await promise.catch((error) => error);
      await turn();
      const first = filePath === 'none' ? 'fail' : 'success';
      expect(told).toEqual([
        [first, result],
        ['complete', result],
      ]);
    }
  });

  it('file functions work without callbacks or options, and as callbacks', async () => {
    const { files } = on(options);
    const { getSavedFileList } = files;
    expect(await getSavedFileList()).toEqual({ fileList: [], errMsg: 'getSavedFileList:ok' });
    expect(await getSavedFileList({})).toEqual({ fileList: [], errMsg: 'getSavedFileList:ok' });
  });
});

it('a failed call with callbacks causes no unhandled rejection on WeChat', async () => {
  for (const manager of ['with digest', 'without digest'] as const) {
    const { ask } = on({ manager });
    await new Promise((complete) => void ask('getFileInfo')({ filePath: 'none', complete }));
    void ask('removeSavedFile')({ filePath: 'none' });
    await turn();
    await turn();
  }
  expect(unhandled).not.toHaveBeenCalled();
});

it('only the manager is called on WeChat', async () => {
  const { host, ask } = on();
  await ask('getFileInfo')({ filePath: 'wxfile://tmp_a.png', digestAlgorithm: 'sha256' });
  await ask('saveFile')({ tempFilePath: 'wxfile://tmp_a.png' });
  await ask('getSavedFileList')();
  await ask('removeSavedFile')({ filePath: 'wxfile://store_0' });
  expect(host.calls).toEqual([
    'manager.getFileInfo',
    'manager.saveFile',
    'manager.getSavedFileList',
    'manager.removeSavedFile',
  ]);
});

it('the manager alone is enough if the host has removed the old functions', async () => {
  const { ask } = on({ hasOld: false });
  await expect(ask('saveFile')({ tempFilePath: 'wxfile://tmp_a.png' })).resolves.toMatchObject({
    savedFilePath: 'wxfile://store_0',
  });
  await expect(ask('getFileInfo')({ filePath: 'wxfile://store_0' })).resolves.toMatchObject({
    digest: 'md5 of wxfile://store_0',
  });
});

it('the old function is called for a digest that the manager does not return', async () => {
  const { host, ask } = on({ manager: 'without digest' });
  expect(await ask('getFileInfo')({ filePath: 'wxfile://tmp_a.png', digestAlgorithm: 'sha1' })).toEqual({
    size: 3,
    digest: 'sha1 of wxfile://tmp_a.png',
    errMsg: 'getFileInfo:ok',
  });
  expect(host.calls).toEqual(['manager.getFileInfo', 'getFileInfo']);
});

it('the old functions are called for saveFile with filePath, and on other platforms', async () => {
  const weapp = on();
  await weapp.ask('saveFile')({ tempFilePath: 'wxfile://tmp_a.png', filePath: 'wxfile://usr/a.png' });
  expect(weapp.host.calls).toEqual(['saveFile']);
  for (const platform of ['alipay', 'tt', 'swan', 'qq', 'jd', 'rn', 'harmony']) {
    const { host, ask } = on({ platform });
    await ask('getSavedFileList')();
    expect(host.calls, platform).toEqual(['getSavedFileList']);
  }
});

it('the old function is called if the manager lacks a method', async () => {
  const { host, ask } = on();
  host.taro.getFileSystemManager = () => ({});
  await expect(ask('getSavedFileList')()).resolves.toMatchObject({ fileList: [] });
  expect(host.calls).toEqual(['getSavedFileList']);
});

it('a failure of the old function that was called for a digest is reported once', async () => {
  const { host, ask } = on({ manager: 'without digest' });
  const error = { errMsg: 'getFileInfo:fail no digest' };
  host.taro.getFileInfo = ({ fail }: { fail(error: object): void }) => {
    fail(error);
    return Promise.reject(error);
  };
  const fail = vi.fn();
  await expect(ask('getFileInfo')({ filePath: 'wxfile://tmp_a.png', fail })).rejects.toBe(error);
  await turn();
  expect(fail.mock.calls).toEqual([[error]]);
  expect(unhandled).not.toHaveBeenCalled();
});
