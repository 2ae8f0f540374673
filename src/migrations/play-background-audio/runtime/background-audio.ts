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

import { getBackgroundAudioManager, shared } from './background-audio-host';

declare const process: { env: { TARO_ENV?: string } };

/** How long, in ms, to wait for native to start playback. */
const PATIENCE = 5000;

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

type Manager = ReturnType<typeof getBackgroundAudioManager> &
  Record<string, (listener: (result: unknown) => void) => void>;

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
  result.errMsg =
    call.api + (error ? (':fail ' + (errMsg || message || error)).replace(/ \w+:fail/, '') : ':ok');
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
  let manager: Manager | undefined;
  /** From play to end. */
  let isActive = false;
  /** The pending play. */
  let loading: Call | undefined;
  /** What the app requested while loading, which native may have ignored. */
  let missed: 'pause' | 'stop' | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners: Record<string, Listener | undefined> = {};

  function tell(event: string): void {
    invoke(listeners[event], {});
  }

  /** Loading has ended. */
  function take(): Call | undefined {
    const call = loading;
    clearTimeout(timer);
    loading = missed = undefined;
    return call;
  }

  function answer(error?: unknown): void {
    const call = take();
    if (call) settle(call, error);
  }

  function ended(): void {
    const isNews = isActive;
    missed = undefined;
    // It can be the end of the previous file, reported while the next one loads or plays.
    isActive = !!loading || manager!.paused === false;
    if (isNews) tell('Stop');
  }

  /** @throws if the host has no manager */
  function managed(): Manager {
    if (manager) return manager;
    const found = getBackgroundAudioManager && (getBackgroundAudioManager() as Manager);
    // Taro has the function on every platform; only its result shows whether it is supported.
    if (!found || !found.pause) throw 'not supported';
    if (process.env.TARO_ENV === 'h5') keepPosition(found);
    const react: Record<string, (result: unknown) => void> = {
      Play() {
        if (missed) found[missed]();
        // Browsers report it before the file is loaded, and even if a pause has followed.
        else if (process.env.TARO_ENV !== 'h5' || !(loading || found.paused)) {
          isActive = true;
          answer();
          tell('Play');
        }
      },
      Pause() {
        missed = undefined;
        // Browsers report one after a stop and at the end of the file as well.
        const isEnd =
          process.env.TARO_ENV === 'h5' && found.duration > 0 && found.currentTime >= found.duration;
        if (isActive && !isEnd) tell('Pause');
      },
      Stop: ended,
      Ended: ended,
      Error(error) {
        // Otherwise browsers say that it plays.
        if (process.env.TARO_ENV === 'h5') found.pause();
        if (loading) {
          isActive = false;
          answer(process.env.TARO_ENV === 'h5' ? 'cannot be played' : error || 'error');
        } else ended();
      },
    };
    for (const event in react) found['on' + event]!(react[event]!);
    // Music continues when a mini program is closed, and may be playing when it opens again.
    isActive = !!found.src;
    manager = found;
    return found;
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
        isActive = false;
        // Some browsers report it here first, each with a text of its own.
        answer(error.name === 'NotSupportedError' ? 'cannot be played' : error);
      },
    );
  }

  /** Native reports no result for these: they take effect, or it throws. */
  function run(api: string, option: unknown, action: (manager: Manager, call: Call) => object | undefined) {
    const call = open(api, option);
    try {
      later(call, undefined, action(managed(), call));
    } catch (error) {
      later(call, error);
    }
    return call.promise;
  }

  function halt(name: 'pause' | 'stop', option: unknown): Promise<never> {
    return run(name + 'BackgroundAudio', option, (own) => {
      const call = take();
      if (call) {
        later(call);
        // Browsers never ignore it.
        if (process.env.TARO_ENV !== 'h5') missed = name;
      }
      // Native may ignore the stop, and then sends no event.
      if (name === 'stop' && isActive) {
        isActive = false;
        setTimeout(() => tell('Stop'), 0);
      }
      own[name]();
      return undefined;
    });
  }

  function isSupported(): boolean {
    try {
      return !!managed();
    } catch (_error) {
      return false;
    }
  }

  function listen(event: string): (listener: Listener) => void {
    return (listener) => {
      listeners[event] = listener;
      isSupported();
    };
  }

  return {
    play(option) {
      const call = open('playBackgroundAudio', option);
      const { dataUrl, title, coverImgUrl } = call.option;
      try {
        if (!dataUrl) throw 'no dataUrl';
        const own = managed();
        // Browsers return it as an absolute URL.
        const src = process.env.TARO_ENV === 'h5' ? new URL(dataUrl, document.baseURI).href : dataUrl;
        const before = take();
        const isSame = isActive && !before && own.src === src;
        if (before) later(before);
        if (isSame && own.paused === false) later(call);
        else {
          loading = call;
          if (process.env.TARO_ENV !== 'h5') timer = setTimeout(answer, PATIENCE);
          own.title = title || titleOf(dataUrl);
          own.coverImgUrl = coverImgUrl || '';
          isActive = true;
          if (process.env.TARO_ENV === 'h5') {
            if (!isSame) own.src = src;
            whenPlaying(call, own.play());
          } else if (isSame) own.play();
          else own.src = src;
        }
      } catch (error) {
        if (loading === call) take();
        later(call, error);
      }
      return call.promise;
    },

    pause: (option) => halt('pause', option),
    stop: (option) => halt('stop', option),

    seek: (option) =>
      run('seekBackgroundAudio', option, (own, call) => {
        own.seek(call.option.position!);
        return undefined;
      }),

    getState: (option) =>
      run('getBackgroundAudioPlayerState', option, (own) => {
        const isPlaying = !!loading || own.paused === false;
        if (!isPlaying && !(isActive && own.src)) return { status: 2 };
        const { duration } = own;
        return {
          status: isPlaying ? 1 : 0,
          duration: Math.floor(duration) || 0,
          currentPosition: Math.floor(own.currentTime) || 0,
          downloadPercent: Math.min(100, Math.round((own.buffered / duration) * 100)) || 0,
          dataUrl: own.src,
        };
      }),

    onPlay: listen('Play'),
    onPause: listen('Pause'),
    onStop: listen('Stop'),

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
  const app = shared() as { __taro_modernize_music_1?: BackgroundAudio };
  app.__taro_modernize_music_1 = app.__taro_modernize_music_1 || create();
  return app.__taro_modernize_music_1;
}

/** `playBackgroundAudio` and related functions. They do not depend on `this`. */
export const backgroundAudio: BackgroundAudio = /* @__PURE__ */ createOnce();
