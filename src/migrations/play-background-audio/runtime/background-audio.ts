// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain lint/style/useTemplate: as ES5 this is half the size
/**
 * `Taro.playBackgroundAudio` and related functions, implemented with BackgroundAudioManager.
 *
 * You may edit this file: it depends only on Taro and is never rewritten. It adapts your calls to the manager, which uses
 * properties and events instead of results, keeps one listener per event, requires a title, and on Android ignores a stop
 * sent before playback begins.
 *
 *   idle ── play ──▶ loading ── onPlay ──▶ playing ◀── pause, play ──▶ paused       end, stop, error ──▶ idle
 */

import { nativeManager, shared } from './background-audio-host';

declare const process: { env: { TARO_ENV?: string } };
// Only in browsers; a mini program's types lack them.
declare const document: { baseURI: string };
declare const URL: new (url: string, base: string) => { href: string };

/** How long, in ms, to wait for native to start playback. */
const PATIENCE = 5000;

/** How long, in ms, native may take to report that a file has ended. */
const SETTLING = 1000;

/** Properties that a manager may only have once they are set. */
const PROPERTIES =
  'src startTime title epname singer coverImgUrl webUrl protocol playbackRate audioType referrerPolicy duration currentTime paused buffered';

/** Options of all calls. */
export interface BackgroundAudioOption<Result = TaroGeneral.CallbackResult> {
  success?: (result: Result) => void;
  /** `errMsg` starts with the name of the old API: `playBackgroundAudio:fail`. */
  fail?: (error: BackgroundAudioFailure) => void;
  /** Called after `success` or `fail`. */
  complete?: (result: Result | BackgroundAudioFailure) => void;
}

export interface BackgroundAudioFailure extends TaroGeneral.CallbackResult {
  /** The platform's error code, if any. */
  errCode?: number;
}

/** Options of `backgroundAudio.play`, the same as for `playBackgroundAudio`. */
export interface BackgroundAudioPlayOption extends BackgroundAudioOption {
  /** URL of the file. */
  dataUrl: string;
  /** Default: the file name, because iOS does not play without a title. */
  title?: string;
  /** URL of the cover image. */
  coverImgUrl?: string;
}

export interface BackgroundAudioSeekOption extends BackgroundAudioOption {
  /** In seconds. */
  position: number;
}

/** Result of `backgroundAudio.getState`. Only `status` and `errMsg` are set when nothing is playing or paused. */
export interface BackgroundAudioState extends TaroGeneral.CallbackResult {
  /** 0 paused, 1 playing, 2 stopped. */
  status: 0 | 1 | 2;
  /** Whole seconds. */
  duration: number;
  /** Whole seconds. */
  currentPosition: number;
  /** 0 to 100. */
  downloadPercent: number;
  dataUrl: string;
}

type Listener = (result: TaroGeneral.CallbackResult) => void;

export type BackgroundAudioManager = ReturnType<typeof nativeManager>;

export interface BackgroundAudio {
  /**
   * Plays a file and settles when playback begins. The same URL after a pause resumes playback.
   * @returns `playBackgroundAudio:ok`; rejects with `{ errMsg: 'playBackgroundAudio:fail …', errCode? }`
   */
  play(option: BackgroundAudioPlayOption): Promise<TaroGeneral.CallbackResult>;
  pause(option?: BackgroundAudioOption): Promise<TaroGeneral.CallbackResult>;
  stop(option?: BackgroundAudioOption): Promise<TaroGeneral.CallbackResult>;
  seek(option: BackgroundAudioSeekOption): Promise<TaroGeneral.CallbackResult>;
  getState(option?: BackgroundAudioOption<BackgroundAudioState>): Promise<BackgroundAudioState>;
  /** Sets the only listener, replacing the previous one. */
  onPlay(listener: Listener): void;
  onPause(listener: Listener): void;
  /** Also at the end of the file. */
  onStop(listener: Listener): void;
  /** The platform's manager, shared with these functions. Throws if the host has none. */
  readonly manager: BackgroundAudioManager;
  /** Whether the host has a BackgroundAudioManager; replaces feature tests of `playBackgroundAudio`. */
  readonly supported: boolean;
}

/** A pending call. */
interface Call {
  api: string;
  option: {
    dataUrl?: string;
    title?: string;
    coverImgUrl?: string;
    position?: number;
    success?: (result: unknown) => unknown;
    fail?: (result: unknown) => unknown;
    complete?: (result: unknown) => unknown;
  };
  promise: Promise<never>;
  resolve: (value: never) => void;
  reject: (error: unknown) => void;
}

type Manager = BackgroundAudioManager & Record<string, (listener: (result: unknown) => void) => void>;

function noop(): void {}

/** An error thrown in a callback must not break playback. */
function invoke(callback: ((result: never) => unknown) | undefined, result: unknown): void {
  try {
    if (callback) callback(result as never);
  } catch (thrown) {
    console.error(thrown);
  }
}

function open(api: string, option: unknown): Call {
  const call = { api, option: option || {} } as Call;
  call.promise = new Promise((resolve, reject) => {
    call.resolve = resolve;
    call.reject = reject;
  });
  // Most callers use callbacks and ignore the promise: its rejection must not be reported as unhandled.
  call.promise.then(noop, noop);
  return call;
}

/** @param error a native error, or a text */
function settle(call: Call, error?: unknown, more?: Partial<TaroGeneral.CallbackResult>): void {
  const { option } = call;
  const { errMsg, errCode, message } = (error || {}) as BackgroundAudioFailure & Partial<Error>;
  const result = (more || {}) as BackgroundAudioFailure;
  const text = errMsg || message || (typeof error === 'string' ? error : 'error');
  result.errMsg = call.api + (error ? (':fail ' + text).replace(/ \w+:fail/, '') : ':ok');
  if (errCode) result.errCode = errCode;
  invoke(error ? option.fail : option.success, result);
  invoke(option.complete, result);
  (error ? call.reject : call.resolve)(result as never);
}

/** Defers a callback that would run during a call of the app, because it may start another one. */
function later(call: Call, error?: unknown, more?: object): void {
  setTimeout(() => {
    settle(call, error, more);
  }, 0);
}

/** `https://example.com/song.mp3?x` → `song` */
function titleOf(url: string): string {
  return url.replace(/(\.\w+|\/)?([?#].*)?$/, '').replace(/.*\//, '') || url;
}

/** Taro's manager for browsers jumps to `startTime`, which is 0 by default, whenever playback resumes. */
function keepPosition(manager: Manager): void {
  let startTime = 0;
  Object.defineProperty(manager, 'startTime', {
    get: () => startTime || manager.currentTime,
    set(value) {
      startTime = value;
    },
  });
}

function create(): BackgroundAudio {
  let native: Manager | undefined;
  let shared: Manager | undefined;
  let isBound = false;
  /** From play to end. Undefined until something is heard of it. */
  let active: boolean | undefined;
  /** The pending play. */
  let loading: Call | undefined;
  /** From a new file until native reports that it plays. */
  let isStarting = false;
  /** What the app requested while a file was starting, which native may have ignored. */
  let missed: 'pause' | 'stop' | undefined;
  /** Whether an event could confirm it, or belong to the file before. */
  let isDoubtful = false;
  /** The time in ms until which native may report the end of a file that has ended or been replaced. */
  let settled = 0;
  /** Whether the app knows of that end. */
  let isTold = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Those of the old API, and those of the app on the manager. */
  const listeners: Record<string, Listener | undefined> = {};
  const own: Record<string, Listener | undefined> = {};

  function tell(event: string): void {
    invoke(listeners[event], {});
  }

  /** Loading has ended. */
  function take(): Call | undefined {
    const call = loading;
    clearTimeout(timer!);
    loading = missed = undefined;
    return call;
  }

  function answer(error?: unknown): void {
    const call = take();
    if (call) settle(call, error);
  }

  /** The app has done something else before the file plays. */
  function drop(): void {
    const call = take();
    if (call) later(call);
  }

  /** A file that replaces the current one, if any. */
  function begin(): void {
    drop();
    // What never played has no end to tell.
    if (isActive()) over(isStarting);
    active = isStarting = true;
  }

  /** Native may report this end in a moment, or again. */
  function over(isKnown: boolean): void {
    settled = Date.now() + SETTLING;
    isTold = isKnown;
  }

  function isActive(): boolean {
    // Music continues when a mini program is closed, and may be playing when it opens again.
    return active === undefined ? !!found().src : active;
  }

  /** @returns whether the app does not know of this end yet */
  function ended(): boolean {
    const isPlaying = found().paused === false;
    let isNews = isActive();
    if (Date.now() < settled && (isStarting || isPlaying)) {
      // The end of the file before: events do not say which one they are about.
      if (!isDoubtful) missed = undefined;
      isNews = !isTold;
      isTold = true;
    } else {
      answer();
      isStarting = false;
      active = isNews && isPlaying;
      over(true);
    }
    return isNews;
  }

  /** @throws if the host has no manager */
  function found(): Manager {
    if (native) return native;
    const result = nativeManager && (nativeManager() as Manager);
    // Taro has the function on every platform; only its result shows whether it is supported.
    if (!result || !result.pause) throw 'not supported';
    if (process.env.TARO_ENV === 'h5') keepPosition(result);
    native = result;
    return result;
  }

  /** What native's events mean. Each returns whether the listener of the old API is called. */
  const react: Record<string, (result: unknown) => boolean> = {
    Play() {
      isStarting = isDoubtful = false;
      // Browsers report it before the file is loaded, and even if a pause has followed.
      if (missed || (process.env.TARO_ENV === 'h5' && (loading || found().paused))) return false;
      active = true;
      answer();
      return true;
    },
    Pause() {
      if (missed === 'pause') active = true;
      if (!isDoubtful) missed = undefined;
      const { duration, currentTime } = found();
      // Browsers report one after a stop and at the end of the file as well.
      return isActive() && !(process.env.TARO_ENV === 'h5' && duration > 0 && currentTime >= duration);
    },
    Stop: ended,
    Ended: ended,
    Error(error) {
      isStarting = false;
      // Otherwise browsers say that it plays.
      if (process.env.TARO_ENV === 'h5') found().pause();
      if (!loading) return ended();
      active = false;
      over(true);
      answer(process.env.TARO_ENV === 'h5' ? 'cannot be played' : error || 'error');
      return false;
    },
  };

  /** Replaces native's only listeners. */
  function bind(): Manager {
    const manager = found();
    if (isBound) return manager;
    active = isActive();
    for (const event in react) {
      const old = /Ended|Error/.test(event) ? 'Stop' : event;
      if (manager['on' + event])
        manager['on' + event]!((result) => {
          // The manager may throw.
          invoke(() => {
            const isNews = react[event]!(result);
            const listener = own[event];
            // A function that listens to both is called once for each end.
            const isRepeated = isNews || (isTold && /Stop|Ended/.test(event));
            if (listener !== listeners[old] || !isRepeated) invoke(listener, result as never);
            if (isNews) tell(old);
            else if (missed && event === 'Play') manager[missed]();
          }, undefined);
        });
    }
    isBound = true;
    return manager;
  }

  /**
   * For browsers.
   * @param started settles when the file plays, or cannot be played: some require a tap before the first sound
   */
  function whenPlaying(call: Call, started: unknown): void {
    Promise.resolve(started).then(
      () => {
        if (loading !== call) return;
        answer();
        tell('Play');
      },
      (error) => {
        if (loading !== call) return;
        active = false;
        // Some browsers report it here first, each with a text of its own.
        answer(error.name === 'NotSupportedError' ? 'cannot be played' : error);
      },
    );
  }

  /** Native reports no result for these: they take effect, or it throws. */
  function run(api: string, option: unknown, action: (manager: Manager, call: Call) => object | undefined) {
    const call = open(api, option);
    try {
      later(call, undefined, action(found(), call));
    } catch (error) {
      later(call, error);
    }
    return call.promise;
  }

  /** The app stops it: native's event may come late or not at all. */
  function quit(): void {
    if (!isActive()) return;
    active = false;
    over(true);
    setTimeout(() => tell('Stop'), 0);
  }

  function halt(name: 'pause' | 'stop', option: unknown): Promise<never> {
    return run(name + 'BackgroundAudio', option, (manager) => {
      const isStopping = missed === 'stop';
      drop();
      // Browsers never ignore it.
      if (isStarting && process.env.TARO_ENV !== 'h5') {
        missed = isStopping ? 'stop' : name;
        isDoubtful = Date.now() < settled;
      }
      // Native may ignore the stop, and then sends no event.
      if (name === 'stop') quit();
      manager[name]();
      return undefined;
    });
  }

  function isSupported(): boolean {
    try {
      return !!found();
    } catch (_error) {
      return false;
    }
  }

  function listen(event: string): (listener: Listener) => void {
    return (listener) => {
      listeners[event] = listener;
      if (isSupported()) invoke(bind, undefined);
    };
  }

  /** The manager for the app, whose listeners and the runtime's do not replace each other. */
  function share(manager: Manager): Manager {
    const result = {} as Manager & Record<string, unknown>;
    for (const event in react) {
      result['on' + event] = (listener) => {
        own[event] = listener;
        bind();
      };
      result['off' + event] = (listener) => {
        if (!listener || listener === own[event]) own[event] = undefined;
      };
    }
    result.play = () => {
      missed = undefined;
      return manager.play();
    };
    (['pause', 'stop'] as const).forEach((name) => {
      result[name] = () => {
        const before = missed;
        drop();
        missed = before;
        if (name === 'stop' && !isStarting) quit();
        manager[name]();
      };
    });
    const names = PROPERTIES.split(' ');
    for (let object = manager as object; object; object = Object.getPrototypeOf(object))
      names.push.apply(names, Object.getOwnPropertyNames(object));
    names.forEach((name) => {
      if (name in result) return;
      const member = (manager as Record<string, unknown>)[name];
      // Native's functions need its `this`.
      if (typeof member === 'function') result[name] = member.bind(manager);
      else
        Object.defineProperty(result, name, {
          enumerable: true,
          get: () => (manager as Record<string, unknown>)[name],
          set(value) {
            if (name === 'src') begin();
            (manager as Record<string, unknown>)[name] = value;
          },
        });
    });
    return result;
  }

  return {
    play(option) {
      const call = open('playBackgroundAudio', option);
      const { dataUrl, title, coverImgUrl } = call.option;
      try {
        if (!dataUrl) throw 'no dataUrl';
        const manager = bind();
        // Browsers return it as an absolute URL.
        const src = process.env.TARO_ENV === 'h5' ? new URL(dataUrl, document.baseURI).href : dataUrl;
        const isSame = isActive() && !isStarting && manager.src === src;
        if (isSame && manager.paused === false) later(call);
        else {
          if (!isSame) begin();
          missed = undefined;
          loading = call;
          if (process.env.TARO_ENV !== 'h5') timer = setTimeout(answer, PATIENCE);
          manager.title = title || titleOf(dataUrl);
          manager.coverImgUrl = coverImgUrl || '';
          isStarting = true;
          if (process.env.TARO_ENV === 'h5') {
            if (!isSame) manager.src = src;
            whenPlaying(call, manager.play());
          } else if (isSame) manager.play();
          else manager.src = src;
        }
      } catch (error) {
        if (loading === call) {
          take();
          isStarting = false;
        }
        later(call, error);
      }
      return call.promise;
    },

    pause: (option) => halt('pause', option),
    stop: (option) => halt('stop', option),

    seek: (option) =>
      run('seekBackgroundAudio', option, (manager, call) => {
        manager.seek(call.option.position!);
        return undefined;
      }),

    getState: (option) =>
      run('getBackgroundAudioPlayerState', option, (manager) => {
        const isPlaying = !!loading || manager.paused === false;
        if (!isPlaying && !(isActive() && manager.src)) return { status: 2 };
        const { duration } = manager;
        return {
          status: isPlaying ? 1 : 0,
          duration: Math.floor(duration) || 0,
          currentPosition: Math.floor(manager.currentTime) || 0,
          downloadPercent: Math.min(100, Math.round((manager.buffered / duration) * 100)) || 0,
          dataUrl: manager.src,
        };
      }),

    onPlay: listen('Play'),
    onPause: listen('Pause'),
    onStop: listen('Stop'),

    get manager() {
      shared = shared || share(found());
      return shared as BackgroundAudioManager;
    },
    get supported() {
      return isSupported();
    },
  };
}

/**
 * An app may contain several copies of this file (imported and required, copied and packaged), and each would replace the
 * manager's listeners of the others. So all copies share the state of the first one.
 */
function createOnce(): BackgroundAudio {
  const app = shared() as { __taro_modernize_music_2?: BackgroundAudio };
  app.__taro_modernize_music_2 = app.__taro_modernize_music_2 || create();
  return app.__taro_modernize_music_2;
}

/** `playBackgroundAudio` and related functions. They do not depend on `this`. */
export const backgroundAudio: BackgroundAudio = /* @__PURE__ */ createOnce();

/** Replaces `Taro.getBackgroundAudioManager()`: the platform's manager, shared with `backgroundAudio`. */
export function getBackgroundAudioManager(): BackgroundAudioManager {
  return backgroundAudio.supported ? backgroundAudio.manager : nativeManager && nativeManager();
}
