/**
 * WeChat's BackgroundAudioManager as documented, with observed behavior of devices as quirks; see
 * docs/semantics.md §6. Its clock is the test's.
 */
import type * as Runtime from '../../src/migrations/play-background-audio/runtime/background-audio';
import type { Clock } from './fake-host';
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
  /** `onStop` follows `onEnded` or `onError` after this many ms. */
  stopsAfterEnd: number | undefined;
  /** `stop` is reported after this many ms; 0 for at once. */
  stopDelay: number;
  /** h5: `stop` pauses an audio element, which reports that in a later task. */
  pausesAtStop: boolean;
}

type Listener = (result?: unknown) => void;
const EVENTS = ['Play', 'Pause', 'Stop', 'Ended', 'Error', 'TimeUpdate', 'Canplay', 'Waiting'];

const globalClock: Clock = {
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => clearTimeout(timer as number),
  now: () => Date.now(),
};

export class FakeBackgroundAudio {
  readonly quirks: BackgroundAudioQuirks;
  /** Setting `src` always throws. */
  takesNothing = false;
  /** Native calls in order. */
  readonly log: string[] = [];
  /** Native events in order, heard or not. */
  readonly told: string[] = [];
  /** Whether the end of a sound was reported while another one was paused, which an app cannot tell from its end. */
  isAmbiguous = false;
  /** The sounds in order, and whether each has ended. */
  readonly sounds: { src: string; isOver: boolean }[] = [];
  /** In ms. */
  #length = 0;
  #begun = 0;
  #at = 0;
  #state: 'idle' | 'loading' | 'playing' | 'paused' = 'idle';
  #src = '';
  #timer: unknown;
  readonly #listeners: Record<string, Listener | undefined> = {};
  readonly manager: Record<string, unknown>;

  constructor(
    quirks: Partial<BackgroundAudioQuirks> = {},
    private readonly clock: Clock = globalClock,
  ) {
    this.quirks = {
      loadDelay: 200,
      losesEarlyStop: false,
      needsTitle: true,
      stopsBefore: undefined,
      stopsAfterEnd: undefined,
      stopDelay: 0,
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

  get state(): string {
    return this.#state;
  }

  /** What is playing audibly. */
  get sounding(): string | undefined {
    return this.#state === 'playing' ? this.#src : undefined;
  }

  /** Native tells the time. */
  tick(): void {
    this.#tell('TimeUpdate');
  }

  /** Actions on the system's media panel. */
  press(button: 'play' | 'pause' | 'stop'): void {
    if (button === 'play') this.#start();
    else if (button === 'pause') this.#pause();
    else this.#end('Stop');
  }

  #position(): number {
    return this.#state === 'playing' ? this.#at + this.clock.now() - this.#begun : this.#at;
  }

  #tell(event: string, result?: unknown): void {
    this.told.push(event);
    this.#listeners[event]?.(result);
  }

  /** The end of a sound, when another one may be there already. */
  #tellLate(ms: number): void {
    this.clock.setTimeout(() => {
      if (this.#state === 'paused') this.isAmbiguous = true;
      this.#tell('Stop');
    }, ms);
  }

  /** `song-3000.mp3` lasts 3 s; `broken` cannot be played. */
  #load(src: string): void {
    if (this.takesNothing) throw new Error('src is invalid');
    this.log.push(`src ${src}`);
    const { stopsBefore } = this.quirks;
    if (stopsBefore !== undefined && this.#state !== 'idle') this.#tellLate(stopsBefore);
    this.clock.clearTimeout(this.#timer);
    for (const sound of this.sounds) sound.isOver = true;
    this.sounds.push({ src, isOver: false });
    this.#src = src;
    this.#state = 'loading';
    this.#length = Number(/-(\d+)\./.exec(src)?.[1] ?? 60_000);
    this.#at = 0;
    if (this.quirks.needsTitle && !this.manager.title) return;
    this.#timer = this.clock.setTimeout(() => {
      if (src.includes('broken')) {
        this.#end('Error', { errCode: 10_003, errMsg: 'file error' });
      } else this.#start();
    }, this.quirks.loadDelay);
  }

  #start(): void {
    this.#state = 'playing';
    this.#sound();
    this.#tell('Play');
  }

  #sound(): void {
    this.#begun = this.clock.now();
    this.clock.clearTimeout(this.#timer);
    this.#timer = this.clock.setTimeout(() => this.#end('Ended'), this.#length - this.#at);
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
    this.clock.clearTimeout(this.#timer);
    this.#tell('Pause');
  }

  #stop(): void {
    this.log.push('stop');
    if (this.#state === 'loading' && this.quirks.losesEarlyStop) return;
    if (this.#state === 'playing' && this.quirks.pausesAtStop)
      this.clock.setTimeout(() => this.#tell('Pause'), 0);
    const { stopDelay } = this.quirks;
    if (this.#state === 'idle') return;
    if (stopDelay) {
      this.#rest();
      this.#tellLate(stopDelay);
    } else this.#end('Stop');
  }

  #rest(): void {
    this.#state = 'idle';
    this.sounds.at(-1)!.isOver = true;
    this.#at = 0;
    this.clock.clearTimeout(this.#timer);
  }

  #end(event: string, result?: unknown): void {
    const { stopsAfterEnd } = this.quirks;
    this.#rest();
    if (stopsAfterEnd !== undefined && event !== 'Stop') this.#tellLate(stopsAfterEnd);
    this.#tell(event, result);
  }

  #seek(seconds: number): void {
    this.log.push(`seek ${seconds}`);
    this.#at = seconds * 1000;
    if (this.#state === 'playing') this.#sound();
  }
}

const source = sourceOf('background-audio');

/** The functions of another copy of the runtime in an app on this host. */
export function loadBackgroundAudio(
  ...given: Parameters<typeof loadBackgroundAudioModule>
): Runtime.BackgroundAudio {
  return loadBackgroundAudioModule(...given).backgroundAudio;
}

/** Another copy of the runtime in an app on this host. */
export function loadBackgroundAudioModule(
  getBackgroundAudioManager: unknown,
  {
    eventCenter = {},
    reported = [] as unknown[],
    platform = 'weapp',
    clock = globalClock,
    text = source,
  } = {},
): typeof Runtime {
  const taro = { getBackgroundAudioManager, eventCenter };
  return evaluateRuntime(text, {
    setTimeout: clock.setTimeout.bind(clock),
    clearTimeout: clock.clearTimeout.bind(clock),
    Date: { now: () => clock.now() },
    require: () => taro,
    console: { error: (error: unknown) => reported.push(error) },
    process: { env: { TARO_ENV: platform } },
    document: { baseURI: 'https://example.com/app/' },
  }) as typeof Runtime;
}
