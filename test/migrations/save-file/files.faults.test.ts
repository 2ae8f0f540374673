/** Hosts that throw, answer nothing or lack the old functions, callbacks that throw, and random orders of them. */
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FakeFiles, FILE_METHODS, type FileMethod, loadFiles } from '../../support/fake-files';
import { randomly } from '../../support/random';
import { evaluateRuntime, sourceOf } from '../../support/runtime-module';

type Ask = (option?: object) => Promise<unknown>;
type Native = (option: Record<string, (result?: object) => void>) => unknown;
type Functions = Record<FileMethod, Ask>;

/** The runtime on a host that consists of these functions. */
function on(
  old: Partial<Record<FileMethod, Native>>,
  manager?: Partial<Record<FileMethod, Native>>,
  platform = 'weapp',
) {
  const taro = { ...old, ...(manager && { getFileSystemManager: () => manager }) };
  return evaluateRuntime(sourceOf('files'), {
    require: () => taro,
    process: { env: { TARO_ENV: platform } },
  }) as Functions;
}

function noting() {
  const heard: string[] = [];
  const note = (kind: string) => (result: { errMsg?: string } | undefined) =>
    void heard.push(`${kind} ${result?.errMsg}`);
  return { heard, option: { success: note('success'), fail: note('fail'), complete: note('complete') } };
}

const unhandled = vi.fn();
vi.spyOn(console, 'error').mockImplementation(() => {});
beforeEach(() => {
  unhandled.mockClear();
  process.on('unhandledRejection', unhandled);
});
afterEach(() => {
  process.off('unhandledRejection', unhandled);
});
const turn = () => new Promise(setImmediate);

it('getFileInfo settles if the manager gives no digest and the host has no old function', async () => {
  const files = loadFiles(new FakeFiles({ manager: 'without digest', hasOld: false }));
  const { heard, option } = noting();
  const result = await files.getFileInfo({ filePath: 'wxfile://tmp_a.png', ...option } as never);
  expect(result).toEqual({ size: 3, errMsg: 'getFileInfo:ok' });
  await turn();
  expect(heard).toEqual(['success getFileInfo:ok', 'complete getFileInfo:ok']);
});

it.each(FILE_METHODS)('%s of a host without it fails, and throws nothing', async (method) => {
  const { heard, option } = noting();
  const error = { errMsg: `${method}:fail not supported` };
  await expect(on({})[method]({ filePath: 'a', ...option })).rejects.toEqual(error);
  expect(heard).toEqual([`fail ${error.errMsg}`, `complete ${error.errMsg}`]);
  void on({})[method]();
  await turn();
  expect(unhandled).not.toHaveBeenCalled();
});

it('saveFile with filePath, without the old function, fails', async () => {
  const error = { errMsg: 'saveFile:fail not supported' };
  await expect(on({}, {}).saveFile({ filePath: 'a', tempFilePath: 'b' })).rejects.toEqual(error);
});

it.each(FILE_METHODS)('%s fails on h5 with a message that says so', async (method) => {
  const { heard, option } = noting();
  // Taro's stub of a production build.
  const stub: Native = ({ success }) => success?.({ errMsg: `${method}:ok` });
  const error = { errMsg: `${method}:fail not supported on h5` };
  await expect(on({ [method]: stub }, undefined, 'h5')[method](option)).rejects.toEqual(error);
  expect(heard).toEqual([`fail ${error.errMsg}`, `complete ${error.errMsg}`]);
});

it.each(FILE_METHODS)('%s fails if the manager throws, and settles if it answers nothing', async (method) => {
  const { heard, option } = noting();
  const throwing = () => {
    throw new Error('boom');
  };
  const error = { errMsg: `${method}:fail boom` };
  await expect(on({}, { [method]: throwing })[method](option)).rejects.toEqual(error);
  expect(heard.splice(0)).toEqual([`fail ${error.errMsg}`, `complete ${error.errMsg}`]);
  const empty: Native = ({ success, complete }) => {
    success!();
    complete!();
  };
  expect(await on({}, { [method]: empty })[method](option)).toEqual({ errMsg: `${method}:ok` });
  expect(heard).toEqual([`success ${method}:ok`, `complete ${method}:ok`]);
});

it('the promise settles if a callback throws', async () => {
  const manager: Native = ({ success, complete }) => {
    try {
      success!({ errMsg: 'ok', digest: 'a' });
    } catch {
      // As the platform, which reports it.
    }
    complete!({ errMsg: 'ok' });
  };
  const success = () => {
    throw new Error('boom');
  };
  expect(await on({}, { getFileInfo: manager }).getFileInfo({ success })).toMatchObject({ digest: 'a' });
});

type Mood = 'succeeds' | 'fails' | 'throws' | 'empty' | 'missing';
const MOODS: Mood[] = ['succeeds', 'fails', 'throws', 'empty', 'missing'];

it('files: random lives, in which each call goes to another copy, settle each call once', async () => {
  const step = fc.record({
    method: fc.constantFrom(...FILE_METHODS),
    old: fc.constantFrom(...MOODS),
    manager: fc.constantFrom(...MOODS),
    hasDigest: fc.boolean(),
    isLate: fc.boolean(),
    reaction: fc.constantFrom('none', 'note', 'throw'),
    option: fc.constantFrom({}, { filePath: 'a' }),
    platform: fc.constantFrom('weapp', 'weapp', 'weapp', 'h5'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      for (const { method, old, manager, hasDigest, isLate, reaction, option, platform } of steps) {
        const act =
          (mood: Mood): Native =>
          (given) => {
            if (mood === 'throws') throw new Error('boom');
            const name = mood === 'fails' ? 'fail' : 'success';
            const result =
              mood === 'empty' ? undefined : { errMsg: `${method}:x`, ...(hasDigest && { digest: 'd' }) };
            const tell = (kind: string) => {
              try {
                given[kind]?.(result && { ...result });
              } catch {
                // As the platform, which reports it.
              }
            };
            const settle = () => [name, 'complete'].forEach(tell);
            if (isLate) setImmediate(settle);
            else settle();
            return undefined;
          };
        const files = on(
          old === 'missing' ? {} : { [method]: act(old) },
          manager === 'missing' ? undefined : { [method]: act(manager) },
          platform,
        );
        const order: string[] = [];
        const on_ = (kind: string) => () => {
          order.push(kind);
          if (reaction === 'throw') throw new Error('thrown by the app');
        };
        const given = { ...option, success: on_('success'), fail: on_('fail'), complete: on_('complete') };
        let settled = 0;
        // The old function without Taro returns no promise to a call with callbacks.
        const promise = files[method](reaction === 'none' ? { ...option } : given) as
          | Promise<unknown>
          | undefined;
        promise?.then(
          () => settled++,
          () => settled++,
        );
        await turn();
        await turn();
        await turn();
        if (promise) expect(settled).toBe(1);
        if (reaction === 'note')
          expect(order).toEqual([order[0] === 'fail' ? 'fail' : 'success', 'complete']);
      }
      expect(unhandled).not.toHaveBeenCalled();
    }),
    randomly(1000),
  );
}, 600_000);
