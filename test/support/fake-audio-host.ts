/**
 * A mini program's host as the voice runtime sees it through `@tarojs/taro`: InnerAudioContext, the old
 * playVoice family and app hide. `AudioQuirks` has a switch for each known deviation of a platform.
 */
import type * as Runtime from '../../src/migrations/play-voice/runtime/voice';
import { type Clock, globalClock } from './fake-host';
import { evaluateRuntime, sourceOf } from './runtime-module';

export type VoiceModule = typeof Runtime;

/** All times are in ms. */
export interface AudioQuirks {
  /** The value of TARO_ENV. */
  platform: string;
  /** From the first `play()` to `onPlay`. */
  loadDelay: number;
  /** Delay of events. */
  eventDelay: number;
  /** Pending events still reach a listener that has been removed. */
  lateEvents: boolean;
  /** `off*` is missing, as in old base libraries. */
  noOff: boolean;
  /** A pause while the file is loading is ignored, so it plays. */
  pauseIsLost: boolean;
  /** Browsers send a pause event at the end of a file, before the end event. */
  pausesAtEnd: boolean;
  noOnPlay: boolean;
  /** `onPlay` fires only once, not again after a pause. */
  noOnResume: boolean;
  /** Additional delay of pause events beyond `eventDelay`. */
  pauseDelay: number;
  noOnEnded: boolean;
  /** What throws: creating a context, or one of its functions. All but `play` throw after having acted. */
  throws: 'nothing' | 'create' | 'play' | 'pause' | 'stop' | 'destroy' | 'off';
  /** `createInnerAudioContext()` returns nothing. */
  createsNothing: boolean;
  /** React Native: a context destroyed while loading starts to play. */
  destroyIsLost: boolean;
  /** Browsers return a promise from `play()`, which here rejects. */
  refuses: boolean;
  /** The host's own playVoice. `fails silently`: without an error. */
  playVoice: 'plays' | 'missing' | 'fails' | 'fails silently';
  /** Which calls of the host's playVoice are told the end after a pause and another call. */
  tells: 'all' | 'first' | 'last';
  /** The host fails the earlier call when another one resumes the voice. */
  failsOnResume: boolean;
}

const ordinaryAudio: AudioQuirks = {
  platform: 'weapp',
  loadDelay: 100,
  eventDelay: 0,
  lateEvents: false,
  noOff: false,
  pauseIsLost: false,
  pausesAtEnd: false,
  noOnPlay: false,
  noOnResume: false,
  pauseDelay: 0,
  noOnEnded: false,
  throws: 'nothing',
  createsNothing: false,
  destroyIsLost: false,
  refuses: false,
  playVoice: 'plays',
  tells: 'all',
  failsOnResume: false,
};

type Listener = (result?: unknown) => void;

/**
 * The name of a file gives its length: `a-3000.mp3` plays for 3 s. `missing…` does not exist; `old…` contains
 * silk.
 */
function lengthOf(path: string): number {
  return Number(/-(\d+)\./.exec(path)?.[1] ?? 3000);
}

export class FakeAudioHost {
  readonly quirks: AudioQuirks;
  readonly contexts: FakeContext[] = [];
  /** Calls of the host's own family: `playVoice a.silk`, `pauseVoice`, `stopVoice`. */
  readonly calls: string[] = [];
  /** Violations of rules that every platform enforces. */
  readonly offences: string[] = [];
  readonly global: Record<string, unknown> = {};
  readonly hideListeners: Listener[] = [];
  /** What ended a voice, and when the app was told. */
  readonly ends: { event: string; src: string; at: number }[] = [];
  /** When a voice began, as the app was told. */
  readonly begins: { src: string; at: number }[] = [];
  /** By how many ms the user has changed the phone's clock. */
  clockError = 0;
  readonly taro: Record<string, unknown>;
  private readonly timers = new Set<unknown>();
  private voice: { path: string; left: number; since: number; timer: unknown; told: VoiceCall[] } | undefined;

  constructor(
    quirks: Partial<AudioQuirks> = {},
    readonly clock: Clock = globalClock,
  ) {
    this.quirks = { ...ordinaryAudio, ...quirks };
    this.taro = this.members();
  }

  /** Paths that are playing. */
  get sounding(): string[] {
    const own = this.voice?.since ? [this.voice.path] : [];
    return [...this.contexts.filter((context) => context.isSounding).map(({ src }) => src), ...own];
  }

  get last(): FakeContext {
    return this.contexts.at(-1)!;
  }

  /** The app's pending timers. */
  get pendingTimers(): number {
    return this.timers.size;
  }

  readonly setTimeout = (run: () => void, ms: number): unknown => {
    // Longer timers fire immediately on all platforms.
    const timer = this.clock.setTimeout(
      () => {
        this.timers.delete(timer);
        run();
      },
      ms > 2 ** 31 - 1 ? 1 : ms,
    );
    this.timers.add(timer);
    return timer;
  };

  readonly clearTimeout = (timer: unknown): void => {
    this.clock.clearTimeout(timer);
    this.timers.delete(timer);
  };

  hide(): void {
    for (const listener of [...this.hideListeners]) listener();
  }

  checkOne(): void {
    if (this.sounding.length > 1) this.offences.push(`two voices at a time: ${this.sounding}`);
  }

  private members(): Record<string, unknown> {
    const { quirks } = this;
    const family = {
      playVoice: (option: VoiceCall) => this.playVoice(option),
      pauseVoice: () => {
        this.calls.push('pauseVoice');
        this.holdVoice();
      },
      stopVoice: () => {
        this.calls.push('stopVoice');
        this.holdVoice();
        this.voice = undefined;
      },
    };
    return {
      createInnerAudioContext: () => {
        if (quirks.throws === 'create') throw new Error('too many contexts');
        if (quirks.createsNothing) return undefined;
        const context = new FakeContext(this);
        this.contexts.push(context);
        return context;
      },
      ...(quirks.playVoice !== 'missing' && family),
      eventCenter: {},
      onAppHide: (listener: Listener) => this.hideListeners.push(listener),
    };
  }

  private playVoice(option: VoiceCall): void {
    this.calls.push(`playVoice ${option.filePath}`);
    const { playVoice } = this.quirks;
    if (playVoice.startsWith('fails') || option.filePath.startsWith('missing')) {
      const error = playVoice === 'fails silently' ? undefined : { errMsg: 'playVoice:fail no such file' };
      this.clock.setTimeout(() => option.fail?.(error), 10);
      return;
    }
    if (this.voice?.path === option.filePath && !this.voice.since) {
      const before = this.voice.told.at(-1);
      if (this.quirks.failsOnResume && before)
        this.clock.setTimeout(() => before.fail?.({ errMsg: 'playVoice:fail interrupted' }), 10);
      this.voice.told.push(option);
    } else {
      this.holdVoice();
      const left = Math.min(lengthOf(option.filePath), (option.duration ?? 60) * 1000);
      this.voice = { path: option.filePath, left, since: 0, timer: 0, told: [option] };
    }
    const voice = this.voice;
    voice.since = this.clock.now();
    voice.timer = this.clock.setTimeout(() => {
      this.voice = undefined;
      const { tells } = this.quirks;
      const told = tells === 'all' ? voice.told : [voice.told.at(tells === 'first' ? 0 : -1)!];
      for (const call of told) call.success?.({ errMsg: 'playVoice:ok' });
    }, voice.left);
    this.checkOne();
  }

  private holdVoice(): void {
    if (!this.voice?.since) return;
    this.clock.clearTimeout(this.voice.timer);
    this.voice.left -= this.clock.now() - this.voice.since;
    this.voice.since = 0;
  }
}

interface VoiceCall {
  filePath: string;
  duration?: number;
  success?: (result: unknown) => void;
  fail?: (result: unknown) => void;
}

const EVENTS = ['Play', 'Pause', 'Ended', 'Stop', 'Error'] as const;
type Event = (typeof EVENTS)[number];

/** An InnerAudioContext. */
class FakeContext {
  [name: string]: unknown;
  src = '';
  paused = true;
  destroyed = false;
  isSounding = false;
  /** In order: `play`, `pause`, `stop`, `destroy`. */
  readonly calls: string[] = [];
  readonly listeners: Partial<Record<Event, Listener[]>> = {};
  private isLoading = false;
  private isLoaded = false;
  private wasHeard = false;
  private position = 0;
  private since = 0;
  private end: unknown;

  constructor(private readonly host: FakeAudioHost) {
    for (const event of EVENTS) {
      this[`on${event}`] = (listener: Listener) => {
        this.listeners[event] = [...(this.listeners[event] ?? []), listener];
      };
      if (host.quirks.noOff) continue;
      this[`off${event}`] = (listener: Listener) => {
        this.listeners[event] = (this.listeners[event] ?? []).filter((other) => other !== listener);
        this.mayThrow('off');
      };
    }
  }

  emit(event: Event, result?: unknown): void {
    const { quirks, clock } = this.host;
    const before = this.listeners[event] ?? [];
    const deliver = () => {
      const listeners = quirks.lateEvents ? before : (this.listeners[event] ?? []);
      if (!this.destroyed) {
        if (/^(Ended|Error|Stop)$/.test(event))
          this.host.ends.push({ event, src: this.src, at: clock.now() });
        if (event === 'Play') this.host.begins.push({ src: this.src, at: clock.now() });
      }
      for (const listener of [...listeners]) listener(result);
    };
    const delay = quirks.eventDelay + (event === 'Pause' ? quirks.pauseDelay : 0);
    if (delay > 0) clock.setTimeout(deliver, delay);
    else deliver();
  }

  play(): unknown {
    const { quirks, clock } = this.host;
    this.calls.push('play');
    if (this.destroyed) this.host.offences.push('play on a destroyed context');
    if (quirks.throws === 'play') throw new Error('play threw');
    if (quirks.refuses)
      return Promise.reject(Object.assign(new Error('play() was refused'), { name: 'NotAllowedError' }));
    if (this.isSounding || this.isLoading) return undefined;
    this.paused = false;
    if (this.isLoaded) {
      this.sound();
      return undefined;
    }
    this.isLoading = true;
    clock.setTimeout(() => {
      if (!this.isLoading) return;
      this.isLoading = false;
      if (this.src.startsWith('missing'))
        this.emit('Error', { errMsg: 'errCode:10003, file error', errCode: 10003 });
      else if (/silk$|^old/.test(this.src)) this.emit('Error', { errMsg: 'format error', errCode: 10004 });
      else this.sound();
    }, quirks.loadDelay);
    return undefined;
  }

  private mayThrow(name: AudioQuirks['throws']): void {
    if (this.host.quirks.throws === name) throw new Error(`${name} threw`);
  }

  pause(): void {
    this.calls.push('pause');
    this.halt('Pause');
    this.mayThrow('pause');
  }

  /** Something else than the runtime stops the sound. */
  stopFromOutside(): void {
    this.halt('Stop');
    this.position = 0;
  }

  /** The system interrupts the sound. */
  interrupt(): void {
    if (this.isSounding) this.halt('Pause');
  }

  stop(): void {
    this.calls.push('stop');
    if (this.isLoading && this.host.quirks.destroyIsLost) return;
    this.isLoading = false;
    this.halt('Stop');
    this.position = 0;
    this.mayThrow('stop');
  }

  destroy(): void {
    this.calls.push('destroy');
    this.destroyed = true;
    if (this.isLoading && this.host.quirks.destroyIsLost) return;
    this.isLoading = false;
    this.quiet();
    this.mayThrow('destroy');
  }

  private sound(): void {
    const { clock, quirks } = this.host;
    this.isLoaded = true;
    this.isSounding = true;
    this.since = clock.now();
    this.end = clock.setTimeout(() => {
      this.quiet();
      this.position = 0;
      this.paused = true;
      if (quirks.pausesAtEnd) this.emit('Pause');
      if (!quirks.noOnEnded) this.emit('Ended');
    }, lengthOf(this.src) - this.position);
    if (!quirks.noOnPlay && !(quirks.noOnResume && this.wasHeard)) this.emit('Play');
    this.wasHeard = true;
    this.host.checkOne();
  }

  private quiet(): void {
    if (!this.isSounding) return;
    this.host.clock.clearTimeout(this.end);
    this.position += this.host.clock.now() - this.since;
    this.isSounding = false;
  }

  private halt(event: 'Pause' | 'Stop'): void {
    if (this.isLoading && event === 'Pause' && this.host.quirks.pauseIsLost) return;
    const was = this.isSounding;
    this.isLoading = false;
    this.paused = true;
    this.quiet();
    if (was) this.emit(event);
  }
}

export const voiceSource = sourceOf('voice');

export interface LoadVoiceOptions {
  /** The runtime's source, for seeded faults. */
  source?: string;
  /** The build-time constant. */
  options?: Runtime.VoiceOptions;
  /** The value of `globalThis`. Default: the host's global object. */
  global?: unknown;
  /** Receives what the runtime reports with console.error. */
  reported?: unknown[];
}

/** One copy of the runtime, evaluated as a CommonJS module of the app. */
export function loadVoice(host: FakeAudioHost, options: LoadVoiceOptions = {}): VoiceModule {
  const require = (name: string) => {
    if (name === '@tarojs/taro') return host.taro;
    if (name === 'react-native')
      return {
        AppState: {
          addEventListener: (_: string, listener: (state: string) => void) =>
            host.hideListeners.push(() => listener('background')),
        },
      };
    throw new Error(`the runtime required ${name}`);
  };
  return evaluateRuntime(options.source ?? voiceSource, {
    require,
    process: { env: { TARO_ENV: host.quirks.platform } },
    globalThis: 'global' in options ? options.global : host.global,
    setTimeout: host.setTimeout,
    clearTimeout: host.clearTimeout,
    Date: { now: () => host.clock.now() + host.clockError },
    console: { error: (...args: unknown[]) => options.reported?.push(...args) },
    __TARO_MODERNIZE_VOICE__: options.options,
  }) as VoiceModule;
}
