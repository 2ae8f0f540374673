// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain lint/style/useTemplate: as ES5 this is half the size
/**
 * `Taro.playBackgroundAudio` and its family kept alive on top of BackgroundAudioManager.
 *
 * This file is yours: it has no dependency but Taro, and nothing rewrites it. It stands between your calls and the
 * platform's manager because the two differ: the manager has properties and events where the old calls had results, it has
 * one listener for each event, it needs a title, and on Android it misses a stop that comes before the music has begun.
 *
 *   idle ── play ──▶ loading ── onPlay ──▶ playing ◀── pause, play ──▶ paused       end, stop, error ──▶ idle
 */

import { getBackgroundAudioManager, shared } from './background-audio-host';

/** ms that native may take to say that the music plays. */
const PATIENCE = 5000;

/** What all calls take. */
export interface BackgroundAudioOption<Result = TaroGeneral.CallbackResult> {
  success?: (result: Result) => void;
  /** `errMsg` starts with the old name of the call: `playBackgroundAudio:fail`. */
  fail?: (error: BackgroundAudioFailure) => void;
  /** Called after `success` or `fail`. */
  complete?: (result: Result | BackgroundAudioFailure) => void;
}

export interface BackgroundAudioFailure extends TaroGeneral.CallbackResult {
  /** The platform's own error code, where it gave one. */
  errCode?: number;
}

/** What `backgroundAudio.play` takes, as `playBackgroundAudio` did. */
export interface BackgroundAudioPlayOption extends BackgroundAudioOption {
  /** Address of the file. */
  dataUrl: string;
  /** Default: the name of the file, because nothing plays on iOS without a title. */
  title?: string;
  /** Address of the picture. */
  coverImgUrl?: string;
}

export interface BackgroundAudioSeekOption extends BackgroundAudioOption {
  /** In seconds. */
  position: number;
}

/** What `backgroundAudio.getState` gives. All but `status` and `errMsg` only while something plays or is paused. */
export interface BackgroundAudioState extends TaroGeneral.CallbackResult {
  /** 0 paused, 1 playing, 2 nothing to play. */
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
   * Plays a file, and settles when it is heard. The same address after a pause goes on where it was.
   * @returns `playBackgroundAudio:ok`; rejects with `{ errMsg: 'playBackgroundAudio:fail …', errCode? }`
   */
  play(option: BackgroundAudioPlayOption): Promise<TaroGeneral.CallbackResult>;
  pause(option?: BackgroundAudioOption): Promise<TaroGeneral.CallbackResult>;
  stop(option?: BackgroundAudioOption): Promise<TaroGeneral.CallbackResult>;
  seek(option: BackgroundAudioSeekOption): Promise<TaroGeneral.CallbackResult>;
  getState(option?: BackgroundAudioOption<BackgroundAudioState>): Promise<BackgroundAudioState>;
  /** One listener: another one takes its place. */
  onPlay(listener: Listener): void;
  onPause(listener: Listener): void;
  /** Also at the end of the file. */
  onStop(listener: Listener): void;
  /** Whether this host has a BackgroundAudioManager: what a feature test of `playBackgroundAudio` becomes. */
  readonly supported: boolean;
}

/** One call that has to be answered. */
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

/** A callback of the app must not disturb the music. */
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
  // Most go by their callbacks and leave the promise alone: its rejection must not be reported as unhandled.
  call.promise.then(noop, noop);
  return call;
}

/** @param error native's, or a text of this file's */
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

/** For what the app hears of while its own call runs: it may begin something else then. */
function later(call: Call, error?: unknown, more?: object): void {
  setTimeout(() => {
    settle(call, error, more);
  }, 0);
}

/** `https://example.com/song.mp3?x` → `song` */
function titleOf(url: string): string {
  return url.replace(/(\.\w+|\/)?([?#].*)?$/, '').replace(/.*\//, '') || url;
}

function create(): BackgroundAudio {
  let manager: Manager | undefined;
  /** From a play to its end. */
  let isActive = false;
  /** The play that native has not answered yet. */
  let loading: Call | undefined;
  /** What the app has asked for while the music was loading, and native may have missed. */
  let missed: 'pause' | 'stop' | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners: Record<string, Listener | undefined> = {};

  function tell(event: string, result?: unknown): void {
    invoke(listeners[event], result || {});
  }

  /** Nothing is loading any more. */
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

  function ended(result: unknown): void {
    const isNews = isActive;
    missed = undefined;
    // It can be the end of the file before, told while the next one loads or plays.
    isActive = !!loading || manager!.paused === false;
    if (isNews) tell('Stop', result);
  }

  /** @throws where the host has no manager */
  function managed(): Manager {
    if (manager) return manager;
    const found = getBackgroundAudioManager && (getBackgroundAudioManager() as Manager);
    // Taro has the function where the platform has none: only its result tells.
    if (!found || !found.pause) throw 'not supported';
    const react: Record<string, (result: unknown) => void> = {
      Play(result) {
        if (missed) found[missed]();
        else {
          isActive = true;
          answer();
          tell('Play', result);
        }
      },
      Pause(result) {
        missed = undefined;
        tell('Pause', result);
      },
      Stop: ended,
      Ended: ended,
      Error(error) {
        if (loading) {
          isActive = false;
          answer(error || 'error');
        } else ended(error);
      },
    };
    for (const event in react) found['on' + event]!(react[event]!);
    // Music goes on when a mini program is closed, and is there when it is opened again.
    isActive = !!found.src;
    manager = found;
    return found;
  }

  /** Native has no answer to these: they are carried out, or it throws. */
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
        missed = name;
      }
      // Native may lose the stop, and then tells of none.
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
        const before = take();
        const isSame = isActive && !before && own.src === dataUrl;
        if (before) later(before);
        if (isSame && own.paused === false) later(call);
        else {
          loading = call;
          timer = setTimeout(answer, PATIENCE);
          own.title = title || titleOf(dataUrl);
          own.coverImgUrl = coverImgUrl || '';
          isActive = true;
          if (isSame) own.play();
          else own.src = dataUrl;
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
      run('seekBackgroundAudio', option, (own, { option: { position } }) => {
        own.seek(position!);
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
 * One app, one music: bundlers put several copies of this file into an app (one imported and one required, one copied and one
 * packaged), and each would take the manager's listeners from the others. The first copy's is everybody's.
 */
function createOnce(): BackgroundAudio {
  const app = shared() as { __taro_modernize_music_1?: BackgroundAudio };
  app.__taro_modernize_music_1 = app.__taro_modernize_music_1 || create();
  return app.__taro_modernize_music_1;
}

/** `playBackgroundAudio` and its family on BackgroundAudioManager; its functions need no `this`. */
export const backgroundAudio: BackgroundAudio = /* @__PURE__ */ createOnce();
