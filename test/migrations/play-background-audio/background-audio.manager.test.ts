/** The app's own use of the manager beside the runtime, on a host with one listener per event. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type BackgroundAudioQuirks,
  FakeBackgroundAudio,
  loadBackgroundAudioModule,
} from '../../support/fake-background-audio';

const A = 'https://example.com/a-60000.mp3';
const B = 'https://example.com/b-3000.mp3';
const C = 'https://example.com/c-60000.mp3';
const EVENTS = ['Play', 'Pause', 'Stop', 'Ended', 'Error', 'TimeUpdate', 'Waiting'] as const;

function app(quirks: Partial<BackgroundAudioQuirks> = {}) {
  const host = new FakeBackgroundAudio(quirks);
  const reported: unknown[] = [];
  const eventCenter = {};
  const load = () => loadBackgroundAudioModule(() => host.manager, { eventCenter, reported });
  const [{ backgroundAudio: audio, getBackgroundAudioManager }, copy] = [load(), load()];
  const heard: string[] = [];
  const listenOnManager = () => {
    const manager = getBackgroundAudioManager();
    for (const event of EVENTS) manager[`on${event}`](() => heard.push(`own ${event}`));
  };
  const listen = () => {
    for (const event of ['Play', 'Pause', 'Stop'] as const) audio[`on${event}`](() => heard.push(event));
  };
  /** The entries since the last call. */
  const news = async (ms = 0): Promise<string[]> => {
    await vi.advanceTimersByTimeAsync(ms);
    return heard.splice(0);
  };
  const status = async () => {
    const promise = audio.getState();
    await vi.advanceTimersByTimeAsync(0);
    return (await promise).status;
  };
  const manager = getBackgroundAudioManager() as unknown as Record<string, never>;
  return { host, audio, manager, copy, reported, heard, listenOnManager, listen, news, status };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the listeners of the app on the manager', () => {
  it.each([
    'before the old functions',
    'after the old functions',
  ])('registered %s, hear each event once', async (order) => {
    const { host, audio, heard, listen, listenOnManager, news } = app();
    if (order.startsWith('before')) listenOnManager();
    audio.play({ dataUrl: A });
    listen();
    if (order.startsWith('after')) listenOnManager();
    expect((await news(200)).sort()).toEqual(['Play', 'own Play']);
    host.press('pause');
    expect(heard.splice(0).sort()).toEqual(['Pause', 'own Pause']);
    host.press('play');
    expect(heard.splice(0).sort()).toEqual(['Play', 'own Play']);
    host.press('stop');
    expect(heard.splice(0).sort()).toEqual(['Stop', 'own Stop']);
    audio.play({ dataUrl: B });
    expect((await news(5000)).sort()).toEqual(['Play', 'Stop', 'own Ended', 'own Play']);
    audio.play({ dataUrl: 'broken.mp3' });
    expect(await news(200)).toEqual(['own Error']);
  });

  it('without listeners of the old API, getState takes no listener away from the app', async () => {
    const { host, audio, news, status } = app();
    const heard: string[] = [];
    // A package, which is not converted, uses the platform's own manager.
    const own = host.manager as Record<string, (listener: () => void) => void>;
    for (const event of EVENTS) own[`on${event}`]!(() => heard.push(event));
    expect(await status()).toBe(2);
    expect(audio.supported).toBe(true);
    audio.seek({ position: 0 });
    audio.pause();
    host.manager.title = 'b';
    host.manager.src = B;
    await news(1000);
    expect(await status()).toBe(1);
    await news(5000);
    expect(heard).toEqual(['Play', 'Ended']);
  });

  it('one slot per event; off takes away the app’s listener and nothing of the runtime', async () => {
    const { audio, manager, listen, news } = app();
    const heard: string[] = [];
    const own = manager as unknown as Record<string, (listener?: () => void) => void>;
    const second = () => heard.push('second');
    own.onPlay!(() => heard.push('first'));
    own.onPlay!(second);
    listen();
    audio.play({ dataUrl: A });
    expect(await news(200)).toEqual(['Play']);
    own.offPlay!(() => {});
    audio.pause();
    audio.play({ dataUrl: A });
    await news();
    expect(heard).toEqual(['second', 'second']);
    own.offPlay!(second);
    audio.pause();
    audio.play({ dataUrl: A });
    await news();
    expect(heard).toHaveLength(2);
  });

  it('two copies of the runtime are one manager with one set of listeners', async () => {
    const { audio, copy, manager, heard, listen, listenOnManager, news } = app();
    expect(copy.getBackgroundAudioManager()).toBe(manager);
    expect(copy.backgroundAudio).toBe(audio);
    listenOnManager();
    listen();
    copy.backgroundAudio.play({ dataUrl: A });
    await news(200);
    copy.getBackgroundAudioManager().onStop(() => heard.push('the only one'));
    copy.backgroundAudio.stop();
    expect((await news(1000)).sort()).toEqual(['Stop', 'the only one']);
  });

  it('a listener that throws is reported and has no other effect', async () => {
    const { audio, manager, reported, listen, news } = app();
    const boom = new Error('boom');
    (manager as unknown as { onPlay(listener: () => void): void }).onPlay(() => {
      throw boom;
    });
    listen();
    audio.play({ dataUrl: A });
    expect(await news(200)).toEqual(['Play']);
    expect(reported).toEqual([boom]);
  });
});

describe('the manager of the app', () => {
  it('passes properties and functions through, in both directions', async () => {
    const { host, manager, news } = app();
    const own = manager as unknown as Record<string, unknown> & { seek(seconds: number): void };
    own.title = 'a';
    own.epname = 'album';
    own.startTime = 3;
    own.src = A;
    expect([host.manager.title, host.manager.epname, host.manager.startTime]).toEqual(['a', 'album', 3]);
    host.manager.singer = 'someone';
    expect([own.singer, own.src]).toEqual(['someone', A]);
    await news(1200);
    own.seek(30);
    expect([own.currentTime, own.paused]).toEqual([30, false]);
    expect(host.log).toEqual([`src ${A}`, 'seek 30']);
  });

  it('is what the platform returns if it has no manager', () => {
    expect(loadBackgroundAudioModule(undefined).getBackgroundAudioManager()).toBeUndefined();
    const stub = Promise.resolve();
    expect(loadBackgroundAudioModule(() => stub).getBackgroundAudioManager()).toBe(stub);
  });

  it('a sound that it began is the app’s: the old functions act on it and never restart it', async () => {
    const { host, audio, manager, listen, news, status } = app({ losesEarlyStop: true });
    const own = manager as unknown as Record<string, unknown>;
    listen();
    own.title = 'a';
    own.src = A;
    expect(await news(1000)).toEqual(['Play']);
    expect(await status()).toBe(1);
    audio.pause();
    expect(await news()).toEqual(['Pause']);
    expect(await status()).toBe(0);
    await news(60_000);
    audio.stop();
    expect(await news(60_000)).toEqual(['Stop']);
    expect(await status()).toBe(2);
    expect(host.log).toEqual([`src ${A}`, 'pause', 'stop']);
  });

  it('a stop of an earlier sound that native may have ignored does not stop it', async () => {
    const { host, audio, manager, news } = app({ losesEarlyStop: true });
    audio.play({ dataUrl: A });
    audio.stop();
    (manager as unknown as { src: string }).src = C;
    await news(5000);
    expect(host.sounding).toBe(C);
  });

  it('a play that it replaces is answered at once', async () => {
    const { audio, manager, news } = app();
    const heard: string[] = [];
    audio.play({ dataUrl: A, success: ({ errMsg }) => heard.push(errMsg) });
    (manager as unknown as { src: string }).src = C;
    await news();
    expect(heard).toEqual(['playBackgroundAudio:ok']);
  });
});

describe('one end', () => {
  const ends: [string, Partial<BackgroundAudioQuirks>][] = [
    ['native reports the stop at once', {}],
    ['native reports the stop after 10 ms', { stopDelay: 10 }],
    ['native reports the stop after 30 ms, when the next file plays', { stopDelay: 30, loadDelay: 20 }],
    ['native also reports the end of what is replaced', { stopsBefore: 10 }],
  ];

  it.each(ends)('stop(); play(B) is told once if %s', async (_, quirks) => {
    const { host, audio, listen, news } = app(quirks);
    listen();
    audio.play({ dataUrl: A });
    await news(1000);
    audio.stop();
    audio.play({ dataUrl: C });
    expect((await news(5000)).sort()).toEqual(['Play', 'Stop']);
    expect(host.sounding).toBe(C);
  });

  it.each(ends)('one stop() skips no song if %s', async (_, quirks) => {
    const { host, audio, news } = app(quirks);
    const songs = [C, A, C, A];
    audio.onStop(() => audio.play({ dataUrl: songs.shift()! }));
    audio.play({ dataUrl: A });
    await news(1000);
    audio.stop();
    await news(5000);
    expect(host.sounding).toBe(C);
    expect(songs).toHaveLength(3);
  });

  it.each([
    [0, 200],
    [1, 0],
    [10, 200],
    [30, 5],
  ])('an onStop %i ms after onEnded skips no song (the next file plays after %i ms)', async (stopsAfterEnd, loadDelay) => {
    const { host, audio, news } = app({ stopsAfterEnd, loadDelay });
    const songs = [C, A, C, A];
    audio.onStop(() => audio.play({ dataUrl: songs.shift()! }));
    audio.play({ dataUrl: B });
    await news(8000);
    expect(host.sounding).toBe(C);
    expect(songs).toHaveLength(3);
  });

  it('an app that plays the next song itself in onEnded tells the old listener once', async () => {
    const { host, audio, manager, listen, news } = app({ stopsAfterEnd: 30 });
    const own = manager as unknown as { src: string; onEnded(listener: () => void): void };
    listen();
    own.onEnded(() => {
      own.src = C;
    });
    audio.play({ dataUrl: B });
    expect(await news(8000)).toEqual(['Play', 'Stop', 'Play']);
    expect(host.sounding).toBe(C);
  });

  it.each([
    ['Stop', { stopDelay: 10 }],
    ['Stop', {}],
    ['Ended', { stopsAfterEnd: 30 }],
  ] as const)('one function for both APIs is called once (%s, %o)', async (event, quirks) => {
    const { audio, manager, news } = app(quirks);
    const songs = [C, A, C, A];
    const next = () => void audio.play({ dataUrl: songs.shift()! });
    (manager as unknown as Record<string, (listener: () => void) => void>)[`on${event}`]!(next);
    audio.onStop(next);
    audio.play({ dataUrl: B });
    await news(1000);
    if (event === 'Stop') audio.stop();
    await news(8000);
    expect(songs).toHaveLength(3);
  });

  it('a stop of the media panel right after the next file plays is an end of its own', async () => {
    const { host, audio, listen, news, status } = app();
    listen();
    audio.play({ dataUrl: B });
    expect(await news(4000)).toEqual(['Play', 'Stop']);
    audio.play({ dataUrl: C });
    expect(await news(300)).toEqual(['Play']);
    host.press('stop');
    expect(await news()).toEqual(['Stop']);
    expect(await status()).toBe(2);
  });
});
