/**
 * WeChat's BackgroundAudioManager as documented, with observed behavior of devices as quirks; see
 * docs/semantics.md §6. Its clock is the test's.
 */
import type * as Runtime from '../../src/migrations/play-background-audio/runtime/background-audio';
import { evaluateRuntime, sourceOf } from './runtime-module';

export interface BackgroundAudioQuirks {
  /** ms from setting `src` to `onPlay`. */
  loadDelay: number;
  /** Android: a stop or pause before the music plays is ignored. */
  losesEarlyStop: boolean;
  /** iOS: nothing plays without a title. */
  needsTitle: boolean;
  /** A new `src` stops the previous music, which is reported after this many ms. */
  stopsBefore: number | undefined;
  /** `onStop` follows `onEnded`. */
  stopsAfterEnd: boolean;
  /** h5: `stop` pauses an audio element, which reports that in a later task. */
  pausesAtStop: boolean;
}

type Listener = (result?: unknown) => void;
const EVENTS = ['Play', 'Pause', 'Stop', 'Ended', 'Error', 'TimeUpdate', 'Canplay', 'Waiting'];

export class FakeBackgroundAudio {
  readonly quirks: BackgroundAudioQuirks;
  /** Setting `src` always throws. */
  takesNothing = false;
  /** Native calls in order. */
  readonly log: string[] = [];
  /** In ms. */
  #length = 0;
  #begun = 0;
  #at = 0;
  #state: 'idle' | 'loading' | 'playing' | 'paused' = 'idle';
  #src = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners: Record<string, Listener | undefined> = {};
  readonly manager: Record<string, unknown>;

  constructor(quirks: Partial<BackgroundAudioQuirks> = {}) {
    this.quirks = {
      loadDelay: 200,
      losesEarlyStop: false,
      needsTitle: true,
      stopsBefore: undefined,
      stopsAfterEnd: false,
      pausesAtStop: false,
      ...quirks,
    };
    const listen = EVENTS.map((event) => [
      `on${event}`,
      (listener: Listener) => {
        this.#listeners[event] = listener;
      },
    ]);
    this.manager = Object.defineProperties(
      {
        title: '',
        coverImgUrl: '',
        buffered: 0,
        play: () => this.#play(),
        pause: () => this.#pause(),
        stop: () => this.#stop(),
        seek: (seconds: number) => this.#seek(seconds),
        ...Object.fromEntries(listen),
      },
      {
        src: { get: () => this.#src, set: (src: string) => this.#load(src) },
        paused: { get: () => this.#state !== 'playing' },
        duration: { get: () => (this.#src ? this.#length / 1000 : undefined) },
        currentTime: { get: () => (this.#src ? this.#position() / 1000 : undefined) },
      },
    ) as Record<string, unknown>;
  }

  /** What is playing audibly. */
  get sounding(): string | undefined {
    return this.#state === 'playing' ? this.#src : undefined;
  }

  /** Actions on the system's media panel. */
  press(button: 'play' | 'pause' | 'stop'): void {
    if (button === 'play') this.#start();
    else if (button === 'pause') this.#pause();
    else this.#end('Stop');
  }

  #position(): number {
    return this.#state === 'playing' ? this.#at + Date.now() - this.#begun : this.#at;
  }

  #tell(event: string, result?: unknown): void {
    this.#listeners[event]?.(result);
  }

  /** `song-3000.mp3` lasts 3 s; `broken` cannot be played. */
  #load(src: string): void {
    if (this.takesNothing) throw new Error('src is invalid');
    this.log.push(`src ${src}`);
    const { stopsBefore } = this.quirks;
    if (stopsBefore !== undefined && this.#state !== 'idle')
      setTimeout(() => this.#tell('Stop'), stopsBefore);
    clearTimeout(this.#timer);
    this.#src = src;
    this.#state = 'loading';
    this.#length = Number(/-(\d+)\./.exec(src)?.[1] ?? 60_000);
    this.#at = 0;
    if (this.quirks.needsTitle && !this.manager.title) return;
    this.#timer = setTimeout(() => {
      if (src.includes('broken')) {
        this.#state = 'idle';
        this.#tell('Error', { errCode: 10_003, errMsg: 'file error' });
      } else this.#start();
    }, this.quirks.loadDelay);
  }

  #start(): void {
    this.#state = 'playing';
    this.#sound();
    this.#tell('Play');
  }

  #sound(): void {
    this.#begun = Date.now();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#end('Ended');
      if (this.quirks.stopsAfterEnd) this.#tell('Stop');
    }, this.#length - this.#at);
  }

  #play(): void {
    this.log.push('play');
    if (this.#state === 'paused') this.#start();
  }

  #pause(): void {
    this.log.push('pause');
    if (this.#state === 'loading' && this.quirks.losesEarlyStop) return;
    if (this.#state !== 'playing' && this.#state !== 'loading') return;
    this.#at = this.#position();
    this.#state = 'paused';
    clearTimeout(this.#timer);
    this.#tell('Pause');
  }

  #stop(): void {
    this.log.push('stop');
    if (this.#state === 'loading' && this.quirks.losesEarlyStop) return;
    if (this.#state === 'playing' && this.quirks.pausesAtStop) setTimeout(() => this.#tell('Pause'), 0);
    if (this.#state !== 'idle') this.#end('Stop');
  }

  #end(event: string): void {
    this.#state = 'idle';
    this.#at = 0;
    clearTimeout(this.#timer);
    this.#tell(event);
  }

  #seek(seconds: number): void {
    this.log.push(`seek ${seconds}`);
    this.#at = seconds * 1000;
    if (this.#state === 'playing') this.#sound();
  }
}

const source = sourceOf('background-audio');

/** Another copy of the runtime in an app on this host. */
export function loadBackgroundAudio(
  getBackgroundAudioManager: unknown,
  { eventCenter = {}, reported = [] as unknown[], platform = 'weapp' } = {},
): Runtime.BackgroundAudio {
  const taro = { getBackgroundAudioManager, eventCenter };
  const runtime = evaluateRuntime(source, {
    require: () => taro,
    console: { error: (error: unknown) => reported.push(error) },
    process: { env: { TARO_ENV: platform } },
    document: { baseURI: 'https://example.com/app/' },
  });
  return (runtime as typeof Runtime).backgroundAudio;
}
