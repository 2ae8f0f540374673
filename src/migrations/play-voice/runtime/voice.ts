// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain lint/style/useTemplate: as ES5 this is half the size
/**
 * `Taro.playVoice`, `Taro.pauseVoice` and `Taro.stopVoice`, implemented with InnerAudioContext.
 *
 * You may edit this file: it depends only on Taro and is never rewritten. It adapts your calls to InnerAudioContext:
 * `playVoice` succeeds when playback has ended and plays one voice at a time, while an InnerAudioContext stays in memory
 * until it is destroyed.
 *
 *   idle ── play ──▶ playing ◀── pause, play ──▶ paused       end, limit, stop, background, another play ──▶ idle
 */

import {
  createInnerAudioContext,
  pauseVoice,
  playVoice,
  sharedObjects,
  stopVoice,
  watchApp,
} from './voice-host';

declare const process: { env: { TARO_ENV?: string } };

/** ms to wait after a pause that the app did not request: browsers send a pause before the end of a file. */
const AFTER_PAUSE = 1000;
/** How long, in ms, a file may take to start. */
const LOAD = 60000;
/** ms between two checks of the limit, which bounds the effect of changing the phone's clock. */
const STEP = 1000;

const STOPPED = 'stopped';
const INTERRUPTED = 'interrupted';
const NO_ANSWER = 'no answer';
const NO_SILK = 'silk is not supported, convert it on the server';

/** Options of `voice.play`, the same as for `playVoice`. */
export interface VoicePlayOption {
  /** Path or URL of the file. */
  filePath: string;
  /** Maximum length of playback in **seconds**. Default: 60. */
  duration?: number;
  /** Called when playback has **ended**. */
  success?: (result: TaroGeneral.CallbackResult) => void;
  /** `errMsg` starts with `playVoice:fail`. */
  fail?: (error: VoiceFailure) => void;
  /** Called after `success` or `fail`. */
  complete?: (result: TaroGeneral.CallbackResult | VoiceFailure) => void;
}

/** Options of `voice.pause` and `voice.stop`. */
export interface VoiceOption {
  success?: (result: TaroGeneral.CallbackResult) => void;
  /** Never called, because both always succeed. */
  fail?: (error: VoiceFailure) => void;
  complete?: (result: TaroGeneral.CallbackResult) => void;
}

export interface VoiceFailure extends TaroGeneral.CallbackResult {
  /** The platform's error code, if any. */
  errCode?: number;
}

export interface VoiceOptions {
  /** Outcome of `play` when the app stops it or is hidden: `fail` (default) with `playVoice:fail stopped`, or `success`. */
  onStop?: 'fail' | 'success';
}

export interface Voice {
  /**
   * Plays a file until its end or `duration`, then settles. The same path after a pause resumes playback; any other call
   * ends the previous voice. Only one voice plays at a time.
   * @returns `playVoice:ok`; rejects with `{ errMsg: 'playVoice:fail …', errCode? }`: interrupted by another play,
   *   stopped, silk not supported, file not found, or a native error
   */
  play(option: VoicePlayOption): Promise<TaroGeneral.CallbackResult>;
  /** Pauses the voice; `play` with the same path resumes it. Never rejects. */
  pause(option?: VoiceOption): Promise<TaroGeneral.CallbackResult>;
  /** Stops the voice; `play` starts from the beginning. Never rejects. */
  stop(option?: VoiceOption): Promise<TaroGeneral.CallbackResult>;
  /** Whether the host can play audio; replaces feature tests of `playVoice`. */
  readonly supported: boolean;
  configure(options: VoiceOptions): void;
}

/** Defined by the build plugin from its options. */
declare const __TARO_MODERNIZE_VOICE__: VoiceOptions | undefined;

/** A pending call. */
interface Call {
  option: {
    filePath?: string;
    duration?: number;
    success?: (result: unknown) => unknown;
    fail?: (result: unknown) => unknown;
    complete?: (result: unknown) => unknown;
  };
  promise: Promise<TaroGeneral.CallbackResult>;
  resolve: (value: TaroGeneral.CallbackResult) => void;
  reject: (error: unknown) => void;
  /** Its `play` is on the stack. */
  isStarting?: boolean;
}

type Loose = Record<string, ((listener: unknown) => unknown) | undefined>;
type InnerAudioContext = ReturnType<typeof createInnerAudioContext>;

/** The fields of errors that this file uses. */
interface NativeError {
  errMsg?: string;
  errCode?: number;
}

function noop(): void {}

/** Runs an action that may throw or return a promise that nothing else handles. */
function attempt(action: () => unknown, failed: (error: unknown) => void): void {
  try {
    const result = action() as PromiseLike<unknown> | undefined;
    if (result && result.then) result.then(undefined, failed);
  } catch (error) {
    failed(error);
  }
}

/** An error thrown in a callback must not break playback. */
function invoke(callback: ((result: unknown) => unknown) | undefined, result: unknown): void {
  if (callback)
    attempt(
      () => callback(result),
      (thrown) => {
        console.error(thrown);
      },
    );
}

function open(option: unknown): Call {
  const call = { option: option || {} } as Call;
  call.promise = new Promise((resolve, reject) => {
    call.resolve = resolve;
    call.reject = reject;
  });
  // Most callers use callbacks and ignore the promise: its rejection must not be reported as unhandled.
  call.promise.then(undefined, noop);
  return call;
}

/** @param error a native error, or a text */
function settle(call: Call, api: string, error?: unknown): Promise<TaroGeneral.CallbackResult> {
  const { option, promise } = call;
  const result: VoiceFailure = { errMsg: api + ':ok' };
  if (error) {
    const { errMsg, errCode } = error as NativeError;
    // `playVoice:fail …`, or any other text; browsers pass an event without a message.
    const text =
      errMsg ||
      (process.env.TARO_ENV === 'h5' && (error as { type?: string }).type ? 'cannot be played' : error);
    result.errMsg = api + ':fail' + ((' ' + text).replace(/^ (\w+:fail|\[obj.*)/, '') || ' ' + NO_ANSWER);
    if (errCode) result.errCode = errCode;
  }
  invoke(error ? option.fail : option.success, result);
  invoke(option.complete, result);
  (error ? call.reject : call.resolve)(result);
  return promise;
}

/** Plays the voice: an InnerAudioContext, or the host. */
interface Player {
  play(): unknown;
  pause(): unknown;
}

function create(): Voice {
  let onStop = typeof __TARO_MODERNIZE_VOICE__ === 'object' && __TARO_MODERNIZE_VOICE__.onStop;

  // The voice, from play to end.
  /** Pending plays: one, plus one for each resume after a pause. Empty when idle. */
  let calls: Call[] = [];
  let path: string;
  /** Undefined on React Native until the recording has ended. Late events compare with it. */
  let player: Player | undefined;
  /** Stops the player. */
  let end = noop;
  let paused = false;
  /** Playback has started. */
  let played: boolean;
  /** Remaining time in ms. */
  let left: number;
  /** When that value was set, ms since 1970; 0 while silent. */
  let since = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let supported = false;

  function load(): void {
    timer = setTimeout(() => {
      finish(NO_ANSWER);
    }, LOAD);
  }

  function hold(): void {
    clearTimeout(timer!);
    if (since) left -= Math.min(Math.max(Date.now() - since, 0), STEP);
    since = 0;
  }

  /** Playback is audible: starts the limit. */
  function heard(): void {
    hold();
    played = true;
    since = Date.now();
    timer = setTimeout(
      () => {
        since = 0;
        left -= STEP;
        if (left > 0) heard();
        else finish();
      },
      Math.min(left, STEP),
    );
  }

  function drop(): void {
    const silence = end;
    end = noop;
    player = undefined;
    attempt(silence, noop);
  }

  /** Becomes idle before calling the app, because its callbacks may play again. */
  function take(): Call[] {
    const ended = calls;
    calls = [];
    hold();
    drop();
    paused = played = false;
    return ended;
  }

  function answer(ended: Call[], error: unknown): void {
    ended.forEach((call) => {
      const tell = () => settle(call, 'playVoice', error);
      // Interrupted by a callback of the voice that it interrupted: they would recurse endlessly.
      if (call.isStarting) setTimeout(tell, 0);
      else tell();
    });
  }

  function finish(error?: unknown): void {
    answer(take(), error);
  }

  /** @param error from native, perhaps empty */
  function fail(error: unknown): void {
    finish(error || NO_ANSWER);
  }

  function halt(): void {
    finish(onStop !== 'success' && STOPPED);
  }

  function resume(): void {
    const mine = player;
    // Browsers return a promise, which a pause rejects.
    attempt(
      () => mine!.play(),
      (error) => {
        if (player === mine && !paused) fail(error);
      },
    );
  }

  function pausePlayer(): void {
    attempt(() => player!.pause(), noop);
  }

  function playByContext(): void {
    const own = createInnerAudioContext() as InnerAudioContext & Loose;
    if (!own) {
      fail('no audio player');
      return;
    }
    const react: Loose = {
      Play() {
        // The app paused it while it was loading.
        if (paused) pausePlayer();
        else heard();
      },
      Pause() {
        // Not requested by the app: a call or an alarm. But browsers also pause at the end, and events of earlier pauses can be late.
        if (!paused) {
          hold();
          timer = setTimeout(() => {
            if (own.paused === false) heard();
            else halt();
          }, AFTER_PAUSE);
        }
      },
      Ended() {
        finish();
      },
      Stop: halt,
      Error(error) {
        // 10004 is an unsupported format, such as silk.
        if (!played && error && (error as NativeError).errCode === 10004) {
          drop();
          playByHost();
        } else if (process.env.TARO_ENV !== 'rn' || !paused) fail(error);
      },
    };
    const events = Object.keys(react);
    player = own;
    end = () => {
      attempt(() => {
        events.forEach((event) => {
          own['off' + event]!(react[event]);
        });
      }, noop);
      // React Native cannot stop audio that is still loading.
      const stop = () => attempt(() => own.stop(), noop);
      if (process.env.TARO_ENV === 'rn' && !played) own.onPlay(stop);
      stop();
      own.destroy();
    };
    events.forEach((event) => {
      const heardOf = react[event]!;
      // Old base libraries cannot remove listeners.
      react[event] = (result) => {
        if (player === own) heardOf(result);
      };
      own['on' + event]!(react[event]);
    });
    own.src = path;
    if (!paused) resume();
  }

  /** InnerAudioContext cannot play silk, the format of old recordings (semantics §3), but the host's `playVoice` can. */
  function playByHost(): void {
    const mine = calls;
    const me = { play: playByHost, pause: pauseVoice };
    const over = (error?: unknown) => {
      // Already silent.
      end = noop;
      finish(error);
    };
    // Resuming may settle the previous call, which can only succeed.
    const failed = (error: unknown) => {
      if (player === me && !paused) over(error || NO_ANSWER);
    };
    player = me;
    // The format was detected while paused: playback begins on resume.
    if (paused) return;
    end = stopVoice;
    heard();
    // These platforms only have Taro's stub, which succeeds in production.
    if (
      process.env.TARO_ENV === 'h5' ||
      process.env.TARO_ENV === 'harmony' ||
      process.env.TARO_ENV === 'harmony-hybrid' ||
      process.env.TARO_ENV === 'harmony_cpp'
    )
      over(NO_SILK);
    else
      attempt(
        () =>
          playVoice({
            filePath: path,
            duration: Math.ceil(left / 1000),
            success() {
              if (calls === mine && !paused) over();
            },
            fail: failed,
          }),
        () => {
          failed(NO_SILK);
        },
      );
  }

  /** On React Native, playback and recording share one audio session; a recording would continue without sound. */
  function afterRecording(then: () => void): void {
    const mine = calls;
    const go = () => {
      if (calls === mine) then();
    };
    const recorder = find<{ isBusy?(): boolean; stop(): Promise<unknown> }>('__taro_modernize_recorder_1');
    if (recorder && recorder.isBusy && recorder.isBusy()) recorder.stop().then(go, go);
    else go();
  }

  function begin(): void {
    attempt(/\.silk$/i.test(path) ? playByHost : playByContext, fail);
  }

  watchApp(halt);

  return {
    play(option) {
      const call = open(option);
      const { filePath, duration } = call.option;
      if (!filePath) settle(call, 'playVoice', 'no filePath');
      else if (paused && path === filePath) {
        calls.push(call);
        paused = false;
        // Not every platform sends `onPlay` again.
        if (played) heard();
        else load();
        if (player) resume();
      } else {
        const before = take();
        const mine = [call];
        calls = mine;
        path = filePath;
        // The host's playVoice does not accept Infinity.
        left = Math.min((duration! > 0 ? duration! : 60) * 1000, 2e9);
        call.isStarting = true;
        answer(before, INTERRUPTED);
        call.isStarting = false;
        // A callback may have called play or stop.
        if (calls === mine) {
          if (!paused) load();
          if (process.env.TARO_ENV === 'rn') afterRecording(begin);
          else begin();
        }
      }
      return call.promise;
    },

    pause(option) {
      if (calls[0] && !paused) {
        paused = true;
        hold();
        pausePlayer();
      }
      return settle(open(option), 'pauseVoice');
    },

    stop(option) {
      halt();
      return settle(open(option), 'stopVoice');
    },

    get supported() {
      // Taro has the function on every platform; only its result distinguishes a stub.
      if (!supported)
        attempt(() => {
          const probe = createInnerAudioContext();
          supported = !!(probe && probe.play);
          if (supported) probe.destroy();
          // A stub may return a rejected promise.
          return probe;
        }, noop);
      return supported;
    },

    configure(changes) {
      onStop = changes.onStop || onStop;
    },
  };
}

/** The shared voice and recorder of the app. */
function find<T>(key: string): T | undefined {
  let found: T | undefined;
  (sharedObjects() as Record<string, T | undefined>[]).forEach((object) => {
    found = found || object[key];
  });
  return found;
}

/**
 * An app may contain several copies of this file (imported and required, copied and packaged), and a stop must reach the
 * voice that plays. So all copies share the voice of the first one.
 */
function createOnce(): Voice {
  const key = '__taro_modernize_voice_1';
  const voice = find<Voice>(key) || create();
  (sharedObjects() as { [key]?: Voice }[]).forEach((object) => {
    // Frozen or missing.
    attempt(() => {
      object[key] = voice;
    }, noop);
  });
  return voice;
}

/** `playVoice`, `pauseVoice` and `stopVoice`, implemented with InnerAudioContext. They do not depend on `this`. */
export const voice: Voice = /* @__PURE__ */ createOnce();
