import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type BackgroundAudioQuirks,
  FakeBackgroundAudio,
  loadBackgroundAudio,
} from '../../support/fake-background-audio';

const A = 'https://example.com/song-60000.mp3?x=1';
const B = 'https://example.com/b-3000.mp3';

function app(quirks: Partial<BackgroundAudioQuirks> = {}) {
  const host = new FakeBackgroundAudio(quirks);
  const reported: unknown[] = [];
  const audio = loadBackgroundAudio(() => host.manager, { reported });
  const heard: string[] = [];
  /** Options with all callbacks, recorded under a name. */
  const named = (name: string, option: object = {}) => {
    const note = (kind: string) => (result: { errMsg: string }) => {
      heard.push(`${name}.${kind} ${result.errMsg}`);
    };
    return { ...option, success: note('success'), fail: note('fail'), complete: note('complete') } as never;
  };
  const play = (dataUrl: string | undefined, name = 'play', more: object = {}) =>
    audio.play(named(name, { dataUrl, ...more }));
  const listen = () => {
    for (const event of ['Play', 'Pause', 'Stop'] as const) audio[`on${event}`](() => heard.push(event));
  };
  /** The entries since the last call. */
  const news = async (ms = 0): Promise<string[]> => {
    await vi.advanceTimersByTimeAsync(ms);
    return heard.splice(0);
  };
  const state = async () => {
    const promise = audio.getState();
    await vi.advanceTimersByTimeAsync(0);
    return promise;
  };
  return { host, audio, reported, named, play, listen, news, state };
}

const ok = (api: string, name = api) => [
  `${name}.success ${api}BackgroundAudio:ok`,
  `${name}.complete ${api}BackgroundAudio:ok`,
];
const failed = (api: string, why: string, name = api) => [
  `${name}.fail ${api}BackgroundAudio:fail ${why}`,
  `${name}.complete ${api}BackgroundAudio:fail ${why}`,
];

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('background audio play', () => {
  it('play calls success and resolves once the music is audible', async () => {
    const { host, play, news } = app();
    const promise = play(A, 'play', { title: 'A', coverImgUrl: 'a.png' });
    expect(await news(199)).toEqual([]);
    expect(await news(1)).toEqual(ok('play'));
    await expect(promise).resolves.toEqual({ errMsg: 'playBackgroundAudio:ok' });
    expect(host.sounding).toBe(A);
    expect([host.manager.title, host.manager.coverImgUrl]).toEqual(['A', 'a.png']);
    expect(vi.getTimerCount()).toBe(1);
  });

  it('play uses the file name if the title is missing, because iOS requires one', async () => {
    const { host, play, news } = app();
    play(A);
    expect(await news(200)).toEqual(ok('play'));
    expect(host.manager.title).toBe('song-60000');
    play('https://example.com/');
    expect(host.manager.title).toBe('example.com');
  });

  it('play without a picture removes the previous one', async () => {
    const { host, play } = app();
    play(A, 'a', { coverImgUrl: 'a.png' });
    play(B);
    expect(host.manager.coverImgUrl).toBe('');
  });

  it('play fails with the error message of the platform if the file cannot be played', async () => {
    const { audio, play, news, state } = app();
    const promise = play('broken.mp3');
    const rejection = expect(promise).rejects.toEqual({
      errMsg: 'playBackgroundAudio:fail file error',
      errCode: 10_003,
    });
    expect(await news(200)).toEqual(failed('play', 'file error'));
    await rejection;
    expect((await state()).status).toBe(2);
    expect(audio.supported).toBe(true);
  });

  it('play without dataUrl fails in a later task and plays nothing', async () => {
    const { host, play, news } = app();
    play(undefined);
    expect(await news()).toEqual(failed('play', 'no dataUrl'));
    expect(host.log).toEqual([]);
  });

  it('play of the same file after a pause resumes', async () => {
    const { host, audio, play, news, state } = app();
    play(A);
    await news(5200);
    audio.pause();
    await news(10_000);
    expect(await state()).toMatchObject({ status: 0, currentPosition: 5 });
    play(A, 'again');
    expect(await news()).toEqual(ok('play', 'again'));
    expect(host.log).toEqual([`src ${A}`, 'pause', 'play']);
    expect((await state()).currentPosition).toBe(5);
  });

  it('play of the playing file changes nothing', async () => {
    const { host, play, news } = app();
    play(A);
    await news(1000);
    play(A, 'again');
    expect(await news()).toEqual(ok('play', 'again'));
    expect(host.log).toEqual([`src ${A}`]);
  });

  it('play of the same file after its end starts over', async () => {
    const { host, play, news } = app();
    play(B);
    await news(4000);
    play(B, 'again');
    expect(await news(200)).toEqual(ok('play', 'again'));
    expect(host.log).toEqual([`src ${B}`, `src ${B}`]);
  });

  it('play starts over after the app has played another file through the manager', async () => {
    const { host, audio, play, news } = app();
    play(A);
    await news(1000);
    host.manager.src = B;
    await news(1000);
    audio.pause();
    play(A, 'again');
    expect(host.log.at(-1)).toBe(`src ${A}`);
  });

  it('a second play of a loading file is answered separately', async () => {
    const { host, play, news } = app();
    play(A, 'first');
    play(A, 'second');
    expect(await news(200)).toEqual([...ok('play', 'first'), ...ok('play', 'second')]);
    expect(host.sounding).toBe(A);
    // It is unknown whether native plays on `play()` while it loads.
    expect(host.log).toEqual([`src ${A}`, `src ${A}`]);
  });

  it('play of an address that the manager rejects fails once, and nothing plays', async () => {
    const { host, play, news, state } = app();
    host.takesNothing = true;
    play(A);
    expect(await news(60_000)).toEqual(failed('play', 'src is invalid'));
    expect((await state()).status).toBe(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('play of another file fails the previous play, which never began', async () => {
    const { host, play, news } = app();
    play(A, 'a');
    play(B, 'b');
    expect(await news()).toEqual(ok('play', 'a'));
    expect(await news(200)).toEqual(ok('play', 'b'));
    expect(host.sounding).toBe(B);
  });

  it('play succeeds after 5 s on a host that never reports playing', async () => {
    const { play, news } = app({ loadDelay: 60_000 });
    play(A);
    expect(await news(4999)).toEqual([]);
    expect(await news(1)).toEqual(ok('play'));
  });

  it('a callback that throws is reported and has no other effect', async () => {
    const { audio, news, reported } = app();
    const boom = new Error('boom');
    audio.play({
      dataUrl: A,
      success() {
        throw boom;
      },
      complete() {
        throw boom;
      },
    });
    await news(200);
    expect(reported).toEqual([boom, boom]);
  });
});

describe('background audio pause and stop', () => {
  it('pause and stop answer in a later task, even when nothing plays', async () => {
    const { audio, named, news, host } = app();
    audio.pause(named('pause'));
    audio.stop(named('stop'));
    expect(await news()).toEqual([...ok('pause'), ...ok('stop')]);
    expect(host.sounding).toBeUndefined();
  });

  it.each(['pause', 'stop'] as const)('%s before the music begins is carried out', async (name) => {
    const { host, audio, named, play, listen, news, state } = app({ losesEarlyStop: true });
    listen();
    play(A);
    await news(100);
    audio[name](named(name));
    const event = name === 'pause' ? 'Pause' : 'Stop';
    expect((await news(1000)).sort()).toEqual([...ok('play'), ...ok(name), event].sort());
    expect(host.sounding).toBeUndefined();
    expect((await state()).status).toBe(name === 'pause' ? 0 : 2);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('a completed stop does not affect music started later from the media panel', async () => {
    const { host, audio, play, news } = app();
    play(A);
    audio.pause();
    await news(300);
    host.press('play');
    expect(host.sounding).toBe(A);
    await news(1000);
    expect(host.sounding).toBe(A);
  });

  it('a stop ignored by native is repeated when the music begins, however late', async () => {
    const { host, audio, play, news } = app({ losesEarlyStop: true, loadDelay: 20_000 });
    play(A);
    await news(1000);
    audio.stop();
    await news(60_000);
    expect(host.log).toEqual([`src ${A}`, 'stop', 'stop']);
    expect(host.sounding).toBeUndefined();
  });

  it('a stop ignored by native does not affect a later play', async () => {
    const { host, audio, play, news } = app({ losesEarlyStop: true });
    play(A);
    audio.stop();
    play(B);
    await news(1000);
    expect(host.sounding).toBe(B);
  });

  it('a stop while the music plays is reported once', async () => {
    const { audio, play, listen, news } = app();
    listen();
    play(A);
    await news(1000);
    audio.stop();
    audio.stop();
    expect(await news(10_000)).toEqual(['Stop']);
  });

  it('a stop is not followed by a pause event', async () => {
    const { audio, play, listen, news } = app({ pausesAtStop: true });
    listen();
    play(A);
    await news(1000);
    audio.stop();
    expect(await news(10_000)).toEqual(['Stop']);
    play(A);
    await news(1000);
    audio.pause();
    expect(await news(1000)).toEqual(['Pause']);
  });

  it('play after stop starts over', async () => {
    const { host, audio, play, news } = app();
    play(A);
    await news(5200);
    audio.stop();
    play(A, 'again');
    await news(200);
    expect(host.log).toEqual([`src ${A}`, 'stop', `src ${A}`]);
  });
});

describe('background audio getState', () => {
  it('getState returns 2 and nothing else before any play, after a stop and after the end', async () => {
    const { audio, play, news, state } = app();
    const none = { errMsg: 'getBackgroundAudioPlayerState:ok', status: 2 };
    expect(await state()).toEqual(none);
    play(B);
    await news(1000);
    audio.stop();
    expect(await state()).toEqual(none);
    play(B);
    await news(4000);
    expect(await state()).toEqual(none);
  });

  it('getState returns 1 while loading or playing and 0 while paused, with whole seconds and percents', async () => {
    const { host, audio, play, news, state } = app();
    play(A);
    expect((await state()).status).toBe(1);
    await news(10_900);
    host.manager.buffered = 31.4;
    const playing = {
      errMsg: 'getBackgroundAudioPlayerState:ok',
      status: 1,
      duration: 60,
      currentPosition: 10,
      downloadPercent: 52,
      dataUrl: A,
    };
    expect(await state()).toEqual(playing);
    audio.pause();
    expect(await state()).toEqual({ ...playing, status: 0 });
    host.manager.buffered = 61;
    expect((await state()).downloadPercent).toBe(100);
  });

  it('getState includes music from before the app was opened and music played through the manager', async () => {
    const { host, state, news } = app();
    host.manager.title = 'b';
    host.manager.src = B;
    await news(1000);
    expect(await state()).toMatchObject({ status: 1, dataUrl: B });
    host.press('pause');
    expect(await state()).toMatchObject({ status: 0 });
  });
});

describe('background audio seek', () => {
  it('seek takes seconds', async () => {
    const { host, audio, named, play, news, state } = app();
    play(A);
    await news(200);
    audio.seek(named('seek', { position: 30 }));
    expect(await news()).toEqual(ok('seek'));
    expect(host.log.at(-1)).toBe('seek 30');
    expect((await state()).currentPosition).toBe(30);
  });
});

describe('background audio onPlay, onPause and onStop', () => {
  it('events report actions of the app and of the media panel', async () => {
    const { host, audio, play, listen, news } = app();
    listen();
    play(A);
    expect(await news(200)).toEqual([...ok('play'), 'Play']);
    audio.pause();
    expect(await news()).toEqual(['Pause']);
    host.press('play');
    expect(await news()).toEqual(['Play']);
    host.press('stop');
    expect(await news()).toEqual(['Stop']);
  });

  it.each([
    undefined,
    0,
    30,
  ])('the end of the file is one stop event (onStop after onEnded, in ms: %s)', async (stopsAfterEnd) => {
    const { play, listen, news } = app({ stopsAfterEnd });
    listen();
    play(B);
    expect(await news(4000)).toEqual([...ok('play'), 'Play', 'Stop']);
  });

  it('each event has one listener, and a new one replaces it', async () => {
    const { audio, play, news } = app();
    const heard: string[] = [];
    audio.onPlay(() => heard.push('first'));
    audio.onPlay(() => heard.push('second'));
    play(A);
    await news(200);
    expect(heard).toEqual(['second']);
  });

  it('an error during playback is a stop event', async () => {
    const { host, play, listen, news, state } = app();
    listen();
    play(A);
    await news(200);
    host.manager.src = 'broken.mp3';
    expect(await news(200)).toEqual(['Stop']);
    expect((await state()).status).toBe(2);
  });

  it.each([
    10, 300,
  ])('a stop of the previous music, reported after %i ms, does not end the new one', async (ms) => {
    const { audio, play, listen, news, state } = app({ stopsBefore: ms });
    listen();
    play(A);
    await news(200);
    play(B, 'b');
    expect((await news(500)).sort()).toEqual([...ok('play', 'b'), 'Play', 'Stop'].sort());
    audio.pause();
    await news();
    expect((await state()).status).toBe(0);
  });
});

describe('background audio hosts', () => {
  it.each([
    ['none', undefined],
    ['a stub that rejects', () => Promise.reject(new Error('stub')).catch(() => {})],
    ['a stub that returns nothing', () => undefined],
  ])('without a manager (%s), calls fail without throwing', async (_name, get) => {
    const audio = loadBackgroundAudio(get);
    expect(audio.supported).toBe(false);
    audio.onStop(() => {});
    const promises = [audio.play({ dataUrl: A }), audio.pause(), audio.getState()];
    const settled = Promise.allSettled(promises);
    await vi.advanceTimersByTimeAsync(0);
    expect((await settled).map((one) => (one as PromiseRejectedResult).reason.errMsg)).toEqual([
      'playBackgroundAudio:fail not supported',
      'pauseBackgroundAudio:fail not supported',
      'getBackgroundAudioPlayerState:fail not supported',
    ]);
  });

  it('with a manager that throws, the call fails with its message and the next one works', async () => {
    const { host, audio, named, play, news } = app();
    host.manager.pause = () => {
      throw new Error('pauseBackgroundAudio:fail busy');
    };
    play(A);
    await news(200);
    audio.pause(named('pause'));
    expect(await news()).toEqual(failed('pause', 'busy'));
    audio.stop(named('stop'));
    expect(await news()).toEqual(ok('stop'));
  });

  it('two copies of the runtime in one app are one player', async () => {
    const host = new FakeBackgroundAudio();
    const eventCenter = {};
    const [first, second] = [1, 2].map(() => loadBackgroundAudio(() => host.manager, { eventCenter }));
    expect(second).toBe(first);
  });
});
