import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { loadBackgroundAudio } from '../../support/fake-background-audio';

type Listener = (event?: object) => void;

/** Taro's manager for browsers, on an audio element whose file is 60 s long. */
class BrowserManager {
  currentTime = 0;
  duration = 0;
  paused = true;
  /** The browser plays nothing before a tap. */
  isBlocked = false;
  /** Every set `src`, as given. */
  readonly loaded: string[] = [];
  #src = '';
  #startTime = 0;
  #pending: { resolve(): void; reject(error: Error): void } | undefined;
  readonly #listeners: Record<string, Listener> = {};

  get src(): string {
    return this.#src;
  }
  set src(src: string) {
    this.loaded.push(src);
    this.#src = new URL(src, 'https://example.com/app/').href;
    this.currentTime = 0;
  }
  get startTime(): number {
    return this.#startTime;
  }
  set startTime(time: number) {
    this.#startTime = time;
  }
  play(): Promise<void> {
    if (this.isBlocked) return Promise.reject(new Error('tap first'));
    this.paused = false;
    const started = new Promise<void>((resolve, reject) => {
      this.#pending = { resolve, reject };
    });
    setTimeout(() => {
      if (this.currentTime !== this.startTime) this.currentTime = this.startTime;
      this.#tell('Play');
      if (this.duration) this.#pending?.resolve();
    }, 0);
    return started;
  }
  /** The file can be played from now on. */
  load(): void {
    this.duration = 60;
    setTimeout(() => this.#pending?.resolve(), 0);
  }
  /** The file cannot be loaded. */
  fail(): void {
    this.#tell('Error', { type: 'error' });
    this.#pending?.reject(new Error('no supported source'));
  }
  pause(): void {
    if (this.paused) return;
    this.paused = true;
    this.#pending?.reject(new Error('The play() request was interrupted'));
    setTimeout(() => this.#tell('Pause', { type: 'pause' }), 0);
  }
  stop(): void {
    this.pause();
    this.currentTime = 0;
    this.#tell('Stop');
  }
  seek(time: number): void {
    this.currentTime = time;
  }
  /** The file reaches its end. */
  end(): void {
    this.currentTime = this.duration;
    this.paused = true;
    this.#tell('Pause', { type: 'pause' });
    this.#tell('Ended', { type: 'ended' });
  }
  #tell(event: string, detail?: object): void {
    this.#listeners[event]?.(detail);
  }
  onPlay = (listener: Listener) => this.#listen('Play', listener);
  onPause = (listener: Listener) => this.#listen('Pause', listener);
  onStop = (listener: Listener) => this.#listen('Stop', listener);
  onEnded = (listener: Listener) => this.#listen('Ended', listener);
  onError = (listener: Listener) => this.#listen('Error', listener);
  #listen(event: string, listener: Listener): void {
    this.#listeners[event] = listener;
  }
}

function app() {
  const manager = new BrowserManager();
  const audio = loadBackgroundAudio(() => manager, { platform: 'h5' });
  const heard: string[] = [];
  for (const event of ['Play', 'Pause', 'Stop'] as const) audio[`on${event}`](() => heard.push(event));
  const play = (dataUrl = 'song.mp3') =>
    audio.play({
      dataUrl,
      success: ({ errMsg }) => heard.push(errMsg),
      fail: ({ errMsg }) => heard.push(errMsg),
    });
  /** What was called back since the last call. */
  const news = async () => {
    await vi.advanceTimersByTimeAsync(10_000);
    return heard.splice(0);
  };
  const state = async () => {
    const [{ status, currentPosition }] = await Promise.all([audio.getState(), news()]);
    return { status, currentPosition };
  };
  return { manager, audio, play, news, state };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('h5: play succeeds when the file plays, however long it loads', async () => {
  const { manager, play, news } = app();
  play();
  expect(await news()).toEqual([]);
  manager.load();
  expect(await news()).toEqual(['playBackgroundAudio:ok', 'Play']);
});

it.each([
  ['play of the same file', ({ play }: ReturnType<typeof app>) => void play()],
  ['the media panel', ({ manager }: ReturnType<typeof app>) => void manager.play()],
])('h5: after a pause, %s continues at the same position', async (_, resume) => {
  const own = app();
  const { manager, audio, play, news, state } = own;
  play();
  manager.load();
  audio.seek({ position: 30 });
  audio.pause();
  await news();
  expect(await state()).toEqual({ status: 0, currentPosition: 30 });
  resume(own);
  expect(await news()).toContain('Play');
  expect(await state()).toEqual({ status: 1, currentPosition: 30 });
  expect(manager.loaded).toHaveLength(1);
});

it('h5: a position that is set while the file loads is kept', async () => {
  const { manager, audio, play, news, state } = app();
  play();
  audio.seek({ position: 30 });
  await news();
  manager.load();
  await news();
  expect(await state()).toEqual({ status: 1, currentPosition: 30 });
});

it('h5: the startTime of an app that uses the manager itself still applies', async () => {
  const { manager, audio, news } = app();
  expect(audio.supported).toBe(true);
  manager.startTime = 10;
  manager.src = 'other.mp3';
  manager.play();
  manager.load();
  await news();
  expect(manager.currentTime).toBe(10);
});

it('h5: a browser that plays nothing before a tap fails the play with its message', async () => {
  const { manager, play, news, state } = app();
  manager.isBlocked = true;
  play();
  expect(await news()).toEqual(['playBackgroundAudio:fail tap first']);
  expect((await state()).status).toBe(2);
});

it('h5: a file that cannot be played fails the play once', async () => {
  const { manager, play, news, state } = app();
  play();
  await news();
  manager.fail();
  expect(await news()).toEqual(['playBackgroundAudio:fail cannot be played']);
  expect((await state()).status).toBe(2);
});

it('h5: a pause while the file loads succeeds for both calls, and the next play plays', async () => {
  const { manager, audio, play, news } = app();
  play();
  audio.pause();
  expect(await news()).toEqual(['playBackgroundAudio:ok', 'Pause']);
  play();
  manager.load();
  expect(await news()).toEqual(['playBackgroundAudio:ok', 'Play']);
  expect(manager.paused).toBe(false);
});

it('h5: the end of the file and a stop are not followed by a pause', async () => {
  const { manager, audio, play, news } = app();
  play();
  manager.load();
  await news();
  manager.end();
  expect(await news()).toEqual(['Stop']);
  play();
  await news();
  audio.stop();
  expect(await news()).toEqual(['Stop']);
});
