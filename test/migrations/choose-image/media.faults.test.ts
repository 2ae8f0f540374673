/** Hosts that throw or answer without errMsg, and callbacks that throw, in random orders. */
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { MediaRuntime } from '../../support/fake-media';
import { randomly } from '../../support/random';
import { evaluateRuntime, sourceOf } from '../../support/runtime-module';

type Native = (option: Record<string, (result?: object) => void>) => unknown;
const METHODS = ['chooseImage', 'chooseVideo'] as const;
const FILES = { tempFiles: [{ tempFilePath: 'a', size: 1 }] };

function on(chooseMedia: Native) {
  const runtime = evaluateRuntime(sourceOf('media'), {
    require: () => ({ chooseMedia }),
    process: { env: { TARO_ENV: 'weapp' } },
  }) as MediaRuntime;
  return runtime as unknown as Record<
    (typeof METHODS)[number],
    (option?: object) => Promise<{ errMsg: string }>
  >;
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

it.each(METHODS)('%s settles if the answer has no errMsg', async (method) => {
  const answering =
    (name: string, result?: object): Native =>
    (option) => {
      option[name]!(result);
      option.complete!(result);
    };
  expect(await on(answering('success', FILES))[method]()).toMatchObject({ errMsg: `${method}:ok` });
  const error = { errMsg: `${method}:fail` };
  await expect(on(answering('fail', {}))[method]()).rejects.toEqual(error);
  await expect(on(answering('fail'))[method]()).rejects.toEqual(error);
});

it.each(METHODS)('%s fails if chooseMedia throws', async (method) => {
  const heard: string[] = [];
  const note = (kind: string) => (result: { errMsg: string }) => void heard.push(`${kind} ${result.errMsg}`);
  const throwing = () => {
    throw new Error('boom');
  };
  const option = { success: note('success'), fail: note('fail'), complete: note('complete') };
  await expect(on(throwing)[method](option)).rejects.toEqual({ errMsg: `${method}:fail boom` });
  expect(heard).toEqual([`fail ${method}:fail boom`, `complete ${method}:fail boom`]);
});

it('media: random lives settle each call once', async () => {
  const step = fc.record({
    method: fc.constantFrom(...METHODS),
    mood: fc.constantFrom('success', 'fail', 'throw', 'promise'),
    result: fc.constantFrom<object | undefined>(
      { ...FILES, errMsg: 'chooseMedia:ok' },
      FILES,
      {},
      undefined,
      { tempFiles: [] },
      { errMsg: 'chooseMedia:fail cancel' },
    ),
    isLate: fc.boolean(),
    reaction: fc.constantFrom('none', 'note', 'throw'),
  });
  await fc.assert(
    fc.asyncProperty(step, async ({ method, mood, result, isLate, reaction }) => {
      const media = on((option) => {
        if (mood === 'throw') throw new Error('boom');
        const tell = (kind: string) => {
          try {
            option[kind]!(result);
          } catch {
            // As the platform, which reports it.
          }
        };
        const settle = () => [mood === 'fail' ? 'fail' : 'success', 'complete'].forEach(tell);
        if (isLate) setImmediate(settle);
        else settle();
        return mood === 'promise' ? Promise.reject(new Error('beside callbacks')) : undefined;
      });
      const order: string[] = [];
      const hear = (kind: string) => () => {
        order.push(kind);
        if (reaction === 'throw') throw new Error('thrown by the app');
      };
      const option = { success: hear('success'), fail: hear('fail'), complete: hear('complete') };
      let settled = 0;
      media[method](reaction === 'none' ? undefined : option).then(
        () => settled++,
        () => settled++,
      );
      await turn();
      await turn();
      expect(settled).toBe(1);
      if (reaction === 'note')
        expect(order).toEqual([mood === 'fail' || mood === 'throw' ? 'fail' : 'success', 'complete']);
      expect(unhandled).not.toHaveBeenCalled();
    }),
    randomly(1000),
  );
}, 600_000);
