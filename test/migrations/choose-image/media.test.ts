import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeMedia, loadMedia, type MediaHostOptions, type MediaRuntime } from '../../support/fake-media';

type Ask = (option?: object) => Promise<unknown>;
const on = (options: MediaHostOptions = {}) => {
  const host = new FakeMedia(options);
  const media = loadMedia(host);
  return { host, ask: (name: keyof MediaRuntime) => media[name] as Ask };
};
const apis = ({ calls }: FakeMedia) => calls.map(({ api }) => api);

const unhandled = vi.fn();
beforeEach(() => {
  unhandled.mockClear();
  process.on('unhandledRejection', unhandled);
});
afterEach(() => {
  process.off('unhandledRejection', unhandled);
});
const turn = () => new Promise(setImmediate);

const HOSTS = [
  ...(['2.9.0', '2.20.0', '2.24.7', '2.25.0', '3.7.0'] as const).flatMap((library): MediaHostOptions[] => [
    { library },
    { library, person: 'cancels' },
  ]),
  { isPromised: false },
  { isPromised: false, person: 'cancels' },
  ...['alipay', 'tt', 'h5', 'rn', 'harmony'].map((platform) => ({ platform })),
] satisfies MediaHostOptions[];

describe.each<MediaHostOptions>(HOSTS)('the media runtime on %o', (options) => {
  it.each<[keyof MediaRuntime, object?]>([
    ['chooseImage'],
    ['chooseImage', { count: 1 }],
    ['chooseImage', { count: 9, sizeType: ['compressed'], sourceType: ['album'] }],
    ['chooseImage', { count: 12 }],
    ['chooseImage', { count: 99 }],
    ['chooseVideo'],
    ['chooseVideo', { compressed: true, maxDuration: 30, camera: 'front' }],
    ['chooseVideo', { compressed: false }],
  ])('%s(%o) returns the result and the message of the old function', async (name, option) => {
    const { ask } = on(options);
    const old = new FakeMedia(options).taro as Record<string, Ask>;
    const answer = (error: unknown) => ({ error });
    // The file of chooseMedia also has its type.
    const { fileType: _, ...result } = (await ask(name)(option).catch(answer)) as Record<string, unknown>;
    expect(result).toEqual(await old[name]!(option).catch(answer));
  });

  it('callbacks are called once with the result of the promise, in the order of Taro', async () => {
    const { ask } = on(options);
    const told: [string, unknown][] = [];
    const tell = (name: string) => (result: unknown) => void told.push([name, result]);
    const callbacks = { success: tell('success'), fail: tell('fail'), complete: tell('complete') };
    const result = await ask('chooseImage')(callbacks).catch((error) => error);
    await turn();
    expect(told).toEqual([
      [options.person === 'cancels' ? 'fail' : 'success', result],
      ['complete', result],
    ]);
  });
});

it('a cancel by the user is reported with the message of the old functions', async () => {
  const { host, ask } = on({ person: 'cancels' });
  await expect(ask('chooseImage')()).rejects.toEqual({ errMsg: 'chooseImage:fail cancel' });
  await expect(ask('chooseVideo')()).rejects.toEqual({ errMsg: 'chooseVideo:fail cancel' });
  expect(apis(host)).toEqual(['chooseMedia', 'chooseMedia']);
});

it('a failed call with callbacks causes no unhandled rejection on WeChat', async () => {
  for (const isPromised of [true, false]) {
    const { ask } = on({ person: 'cancels', isPromised });
    await new Promise((fail) => void ask('chooseImage')({ fail }));
    void ask('chooseVideo')();
    await turn();
    await turn();
  }
  expect(unhandled).not.toHaveBeenCalled();
});

it('chooseMedia gets the options of the old functions with their defaults, within its limits', async () => {
  const { host, ask } = on();
  await ask('chooseImage')();
  await ask('chooseImage')({ count: 99, sizeType: ['original'], sourceType: ['camera'] });
  await ask('chooseVideo')();
  await ask('chooseVideo')({ compressed: false, maxDuration: 1, camera: 'front', sourceType: ['camera'] });
  await ask('chooseVideo')({ maxDuration: 600 });
  const video = { mediaType: ['video'], count: 1, sizeType: ['compressed'], maxDuration: 60 };
  expect(host.calls).toEqual(
    [
      { mediaType: ['image'], count: 9 },
      { mediaType: ['image'], count: 20, sizeType: ['original'], sourceType: ['camera'] },
      video,
      {
        ...video,
        sizeType: ['original'],
        maxDuration: 3,
        compressed: false,
        camera: 'front',
        sourceType: ['camera'],
      },
      video,
    ].map((option) => ({ api: 'chooseMedia', option })),
  );
});

it('the old functions are called for what chooseMedia does not support on the base library', async () => {
  for (const library of ['2.20.0', '2.24.7'] as const) {
    const { host, ask } = on({ library });
    await ask('chooseImage')({ count: 9 });
    await ask('chooseImage')({ count: 10 });
    await ask('chooseVideo')();
    await ask('chooseVideo')({ compressed: false });
    expect(apis(host), library).toEqual(['chooseMedia', 'chooseImage', 'chooseMedia', 'chooseVideo']);
  }
});

it('the old functions are called on other platforms', async () => {
  for (const platform of ['alipay', 'tt', 'swan', 'qq', 'jd', 'rn', 'h5', 'harmony', 'harmony_hybrid']) {
    const { host, ask } = on({ platform });
    await ask('chooseImage')();
    await ask('chooseVideo')();
    expect(apis(host), platform).toEqual(['chooseImage', 'chooseVideo']);
  }
});

it('chooseMedia alone is enough if the host has removed the old functions', async () => {
  const { ask } = on({ hasOld: false });
  await expect(ask('chooseImage')({ count: 1 })).resolves.toMatchObject({
    tempFilePaths: ['wxfile://tmp_0.png'],
  });
});
