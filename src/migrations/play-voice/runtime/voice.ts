// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain lint/style/useTemplate: as ES5 this is half the size
/**
 * `Taro.playVoice` / `Taro.pauseVoice` / `Taro.stopVoice` kept alive on top of InnerAudioContext.
 *
 * This file is yours: it has no dependency but Taro, and nothing rewrites it. It stands between your calls and the
 * platform's audio because the two differ: `playVoice` succeeds when playback has ended, there is one voice at a time,
 * and an InnerAudioContext that nobody destroys stays for ever.
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

/** ms to wait after a pause that the app has not asked for: at the end of a file browsers pause before they end. */
const AFTER_PAUSE = 1000;
/** ms that a file may take to begin. */
const LOAD = 60000;
/** ms between two looks at the limit: who sets the clock of the phone moves it by no more. */
const STEP = 1000;

const STOPPED = 'stopped';
const INTERRUPTED = 'interrupted';
const NO_ANSWER = 'no answer';
const NO_SILK = 'silk is not supported, convert it on the server';

/** What `voice.play` takes, as `playVoice` did. */
export interface VoicePlayOption {
  /** Path or address of the file. */
  filePath: string;
  /** Playback ends by itself after so many **seconds**. Default: 60. */
  duration?: number;
  /** Playback has **ended**. */
  success?: (result: TaroGeneral.CallbackResult) => void;
  /** `errMsg` starts with `playVoice:fail`. */
  fail?: (error: VoiceFailure) => void;
  /** Called after `success` or `fail`. */
  complete?: (result: TaroGeneral.CallbackResult | VoiceFailure) => void;
}

/** What `voice.pause` and `voice.stop` take. */
export interface VoiceOption {
  success?: (result: TaroGeneral.CallbackResult) => void;
  /** Never called: both always succeed. */
  fail?: (error: VoiceFailure) => void;
  complete?: (result: TaroGeneral.CallbackResult) => void;
}

export interface VoiceFailure extends TaroGeneral.CallbackResult {
  /** The platform's own error code, where it gave one. */
  errCode?: number;
}

export interface VoiceOptions {
  /** What `play` comes to when the app stops it or is hidden: `fail` (default) with `playVoice:fail stopped`, or `success`. */
  onStop?: 'fail' | 'success';
}

export interface Voice {
  /**
   * Plays a file until its end or `duration`, and settles then. The same path after a pause goes on where it was; any
   * other call ends the voice before it. One voice at a time.
   * @returns `playVoice:ok`; rejects with `{ errMsg: 'playVoice:fail …', errCode? }`: interrupted by another play,
   *   stopped, silk where nothing plays it, no such file, the platform's own errors
   */
  play(option: VoicePlayOption): Promise<TaroGeneral.CallbackResult>;
  /** Pauses the voice; `play` with the same path goes on. Never rejects. */
  pause(option?: VoiceOption): Promise<TaroGeneral.CallbackResult>;
  /** Ends the voice; `play` starts over. Never rejects. */
  stop(option?: VoiceOption): Promise<TaroGeneral.CallbackResult>;
  /** Whether this host plays audio: what a feature test of `playVoice` becomes. */
  readonly supported: boolean;
  configure(options: VoiceOptions): void;
}

/** Set by the build plugin from its options. */
declare const __TARO_MODERNIZE_VOICE__: VoiceOptions | undefined;

/** One call that has to be answered. */
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

/** What errors carry, as far as this file looks at it. */
interface NativeError {
  errMsg?: string;
  errCode?: number;
}

function noop(): void {}

/** Runs something that may throw, or return a promise that nobody else looks at. */
function attempt(action: () => unknown, failed: (error: unknown) => void): void {
  try {
    const result = action() as PromiseLike<unknown> | undefined;
    if (result && result.then) result.then(undefined, failed);
  } catch (error) {
    failed(error);
  }
}

/** A callback of the app must not disturb the voice, whatever it does. */
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
  // Most go by their callbacks and leave the promise alone: its rejection must not be reported as unhandled.
  call.promise.then(undefined, noop);
  return call;
}

/** @param error native's, or a text of this file's */
function settle(call: Call, api: string, error?: unknown): Promise<TaroGeneral.CallbackResult> {
  const { option, promise } = call;
  const result: VoiceFailure = { errMsg: api + ':ok' };
  if (error) {
    const { errMsg, errCode } = error as NativeError;
    // `playVoice:fail …`, or words of another kind; a browser hands out an event that says nothing.
    const text =
      errMsg || (process.env.TARO_ENV === 'h5' && (error as Event).type ? 'cannot be played' : error);
    result.errMsg = api + ':fail' + (' ' + text).replace(/^ \w+:fail/, '');
    if (errCode) result.errCode = errCode;
  }
  invoke(error ? option.fail : option.success, result);
  invoke(option.complete, result);
  (error ? call.reject : call.resolve)(result);
  return promise;
}

/** What plays the voice: an InnerAudioContext, or the host. */
interface Player {
  play(): unknown;
  pause(): unknown;
}

function create(): Voice {
  let onStop = typeof __TARO_MODERNIZE_VOICE__ === 'object' && __TARO_MODERNIZE_VOICE__.onStop;

  // The voice, from its play to its end.
  /** The plays to answer: one, and one more for each time that it went on after a pause. None: idle. */
  let calls: Call[] = [];
  let path: string;
  /** None on React Native until the recording has ended. Who is late compares. */
  let player: Player | undefined;
  /** Silences the player. */
  let end = noop;
  let paused = false;
  /** It has been heard. */
  let played: boolean;
  /** ms that it may still last. */
  let left: number;
  /** When that was true, ms since 1970; 0 while it is silent. */
  let since = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let supported = false;

  function load(): void {
    timer = setTimeout(() => {
      finish(NO_ANSWER);
    }, LOAD);
  }

  function hold(): void {
    clearTimeout(timer);
    if (since) left -= Math.min(Math.max(Date.now() - since, 0), STEP);
    since = 0;
  }

  /** It sounds, until the limit. */
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

  /** Idle first, and only then the app is told: its callbacks may play again. */
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
      // Interrupted by a callback of the one that it has interrupted: they would go on in one another for ever.
      if (call.isStarting) setTimeout(tell, 0);
      else tell();
    });
  }

  function finish(error?: unknown): void {
    answer(take(), error);
  }

  function halt(): void {
    finish(onStop !== 'success' && STOPPED);
  }

  function resume(): void {
    const mine = player;
    // Browsers answer with a promise, which a pause breaks off.
    attempt(
      () => mine!.play(),
      (error) => {
        if (player === mine && !paused) finish(error);
      },
    );
  }

  function playByContext(): void {
    const own = createInnerAudioContext() as InnerAudioContext & Loose;
    const react: Loose = {
      Play() {
        // It was still loading when the app paused it.
        if (paused) own.pause();
        else heard();
      },
      Pause() {
        // Not the app's: a call, an alarm. But browsers also pause at the end, and the event of an earlier pause can be late.
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
        // 10004 is a format that it does not play, which is how silk shows.
        if (!played && error && (error as NativeError).errCode === 10004) {
          drop();
          playByHost();
        } else if (process.env.TARO_ENV !== 'rn' || !paused) finish(error || NO_ANSWER);
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
      // React Native cannot stop what is still loading.
      if (process.env.TARO_ENV === 'rn' && !played) own.onPlay(() => own.stop());
      attempt(() => own.stop(), noop);
      own.destroy();
    };
    events.forEach((event) => {
      const heardOf = react[event]!;
      // Old base libraries have no way to take a listener off.
      react[event] = (result) => {
        if (player === own) heardOf(result);
      };
      own['on' + event]!(react[event]);
    });
    own.src = path;
    if (!paused) resume();
  }

  /** InnerAudioContext does not play silk, the format of old recordings (semantics §3); `playVoice` does where there is one. */
  function playByHost(): void {
    const mine = calls;
    const me = { play: playByHost, pause: pauseVoice };
    const over = (error?: unknown) => {
      // It is silent already.
      end = noop;
      finish(error);
    };
    // To go on may end the call before: that one can only succeed.
    const failed = (error: unknown) => {
      if (player === me && !paused) over(error);
    };
    player = me;
    // The format showed while the app had it paused: it begins when it goes on.
    if (paused) return;
    end = stopVoice;
    heard();
    // These only have a stub of Taro's, which answers `success` in production.
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

  /** On React Native one audio session serves both, and a recording would go on without sound. */
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
    attempt(/\.silk$/i.test(path) ? playByHost : playByContext, finish);
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
        // Not every platform says `onPlay` again.
        if (played) heard();
        else load();
        if (player) resume();
      } else {
        const before = take();
        const mine = [call];
        calls = mine;
        path = filePath;
        // The host's playVoice cannot take Infinity.
        left = Math.min((duration! > 0 ? duration! : 60) * 1000, 2e9);
        call.isStarting = true;
        answer(before, INTERRUPTED);
        call.isStarting = false;
        // A callback may have played or stopped.
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
        attempt(() => player!.pause(), noop);
      }
      return settle(open(option), 'pauseVoice');
    },

    stop(option) {
      halt();
      return settle(open(option), 'stopVoice');
    },

    get supported() {
      // Taro has the function everywhere: only its result tells a stub from the real one.
      if (!supported)
        attempt(() => {
          const probe = createInnerAudioContext();
          supported = !!(probe && probe.play);
          if (supported) probe.destroy();
          // A stub may return a promise that rejects.
          return probe;
        }, noop);
      return supported;
    },

    configure(changes) {
      onStop = changes.onStop || onStop;
    },
  };
}

/** What a module of the app has put into the objects that all see. */
function find<T>(key: string): T | undefined {
  let found: T | undefined;
  (sharedObjects() as Record<string, T | undefined>[]).forEach((object) => {
    found = found || object[key];
  });
  return found;
}

/**
 * One app, one voice: bundlers put several copies of this file into an app (one imported and one required, one copied
 * and one packaged), and a stop must reach the voice that plays. The first copy's is everybody's.
 */
function createOnce(): Voice {
  const key = '__taro_modernize_voice_1';
  const voice = find<Voice>(key) || create();
  (sharedObjects() as { [key]?: Voice }[]).forEach((object) => {
    // Frozen, or not there.
    attempt(() => {
      object[key] = voice;
    }, noop);
  });
  return voice;
}

/** `playVoice`, `pauseVoice` and `stopVoice` on InnerAudioContext; its functions need no `this`. */
export const voice: Voice = /* @__PURE__ */ createOnce();
