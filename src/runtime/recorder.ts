// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain: written out, it is half the size as ES5
/**
 * `Taro.startRecord` / `Taro.stopRecord` kept alive on top of RecorderManager.
 *
 * This file is yours: it has no dependency but Taro and nothing rewrites it. It stands between your calls and the
 * platform's recorder because the two differ in ways that lose recordings: a `stop()` that comes before the recorder
 * has begun is lost, listeners evict each other, a recorder that was paused in the background stays paused.
 *
 *   idle ── start ──▶ authorizing ──▶ starting ── onStart ──▶ recording ── stop / limit ──▶ stopping ── onStop ──▶ idle
 */

// <host> Everything that this file takes from outside. Swap this section, and only this section, for another host:
//        Taro 1/2 has these on its default import; in a native mini program they are members of `wx`, with
//        `authorize` and `getSetting` wrapped so that they return a promise. Every `process.env.TARO_ENV` below is
//        replaced by the build; in a native copy, replace it with the platform's name in quotes.
import type { RecorderManager } from '@tarojs/taro';
import {
  authorize,
  eventCenter,
  getRecorderManager as getNativeManager,
  getSetting,
  onAppHide,
  onAppShow,
  openSetting,
  showModal,
} from '@tarojs/taro';

declare const process: { env: { TARO_ENV?: string } };
declare const require: (name: 'react-native') => {
  AppState: { addEventListener(type: 'change', listener: (state: string) => void): void };
};

/** Objects that every module of one app shares, best first: old base libraries have no `globalThis`. */
function sharedObjects(): unknown[] {
  return [typeof globalThis === 'object' && globalThis, eventCenter];
}

function watchApp(hide: () => void, show: () => void): void {
  if (process.env.TARO_ENV === 'rn') {
    // Taro has no onAppHide on React Native. In a `try`, so that no other bundler insists on finding react-native.
    try {
      require('react-native').AppState.addEventListener('change', (state) => {
        if (state === 'background') hide();
        if (state === 'active') show();
      });
    } catch (_error) {}
  } else {
    if (onAppHide) onAppHide(hide);
    if (onAppShow) onAppShow(show);
  }
}
// </host>

/** What `recorder.start` takes: the callbacks of `startRecord` and RecorderManager's own start options. */
export interface RecorderStartOption extends RecorderManager.StartOption {
  /** The recording has **ended** and this is its file. */
  success?: (result: RecorderStartResult) => void;
  /** There is no recording; `errMsg` starts with `startRecord:fail`. */
  fail?: (error: RecorderFailure) => void;
  /** Called after `success` or `fail`. */
  complete?: (result: RecorderStartResult | RecorderFailure) => void;
}

export interface RecorderStartResult extends TaroGeneral.CallbackResult {
  /** Path of the file, good until the app ends. */
  tempFilePath: string;
  /** Length of the recording in ms. */
  duration: number;
  /** Size of the file in bytes. */
  fileSize: number;
}

/** What `recorder.stop` takes. */
export interface RecorderStopOption {
  success?: (result: RecorderStopResult) => void;
  /** Never called: a stop always succeeds. Here because `stopRecord` has it. */
  fail?: (error: RecorderFailure) => void;
  complete?: (result: RecorderStopResult) => void;
}

/** `errMsg` is `stopRecord:ok`; the file's members are there when a recording with a file has ended. */
export interface RecorderStopResult extends TaroGeneral.CallbackResult {
  tempFilePath?: string;
  /** Length of the recording in ms. */
  duration?: number;
  /** Size of the file in bytes. */
  fileSize?: number;
}

export interface RecorderFailure extends TaroGeneral.CallbackResult {
  /** WeChat's error number where the platform gave one, for instance 104 (privacy agreement not accepted). */
  errno?: number;
  /** The platform's own error code, where it gave one. */
  errCode?: number;
}

/** Defaults of every `recorder.start`; a call's own options win. */
export interface RecorderDefaults extends RecorderManager.StartOption {
  /** After a denial that showed no prompt: `fail` (default), or `ask` the user to change the settings. */
  onDenied?: 'fail' | 'ask';
  /** When the app is hidden or the system takes the recorder: `stop` and deliver (default), or `keep` and resume. */
  onBackground?: 'stop' | 'keep';
}

export interface Recorder {
  /**
   * Records until `recorder.stop`, the limit (`duration`, default 60000 ms) or the app's way to the background.
   * Settles when the recording has ended.
   * @returns the file; rejects with `{ errMsg: 'startRecord:fail …', errno?, errCode? }`
   */
  start(option?: RecorderStartOption): Promise<RecorderStartResult>;
  /** Ends the recording and answers with its file once it is there. Never fails, also when nothing records. */
  stop(option?: RecorderStopOption): Promise<RecorderStopResult>;
  /** The platform's RecorderManager, safe to use beside `start` and `stop`. */
  readonly manager: RecorderManager;
  /** Changes the defaults of later starts. */
  configure(options: RecorderDefaults): void;
  /** `Taro.authorize`, also for `scope.record` on h5 and Alipay. */
  authorize: typeof authorize;
  /** `Taro.getSetting`, with WeChat's `scope.record` also on h5 and Alipay. */
  getSetting: (option?: Parameters<typeof getSetting>[0]) => ReturnType<typeof getSetting>;
}

/** Set by the build plugin from its options. */
declare const __TARO_MODERNIZE_RECORDER__: RecorderDefaults | undefined;

type StartOption = RecorderManager.StartOption;
type Phase = 'authorizing' | 'starting' | 'recording' | 'stopping';

/** What native hands to listeners and errors, as far as this file looks at it. */
interface NativeResult {
  tempFilePath?: string;
  duration?: number;
  fileSize?: number;
  errMsg?: string;
  errorMessage?: string;
  message?: string;
  errno?: number;
  errCode?: number;
  error?: number;
}

/** One call of `start` or `stop` that has to be answered. */
interface Call {
  option: { success?: unknown; fail?: unknown; complete?: unknown };
  promise: Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

/** A recording from its start to its end. No session: idle. */
interface Session {
  phase: Phase;
  /** The start call to answer; none when the app began this one through the manager. */
  call?: Call;
  options: StartOption;
  /** stop calls to answer when it has ended. */
  stops: Call[];
  /** A stop came before the recorder had begun, where native would lose it. */
  stopEarly?: boolean;
  /** The app stopped it through the manager and expects its `onStop` there. */
  byManager?: boolean;
  /** Native has said `onStart`. */
  started?: boolean;
  /** Allowed while the app was hidden: begins on show. */
  ready?: boolean;
  /** What the app asked for last through the manager. */
  asked?: 'pause' | 'resume' | undefined;
  /** The manager reported an error of a session of its own: it may be over or not, native knows. */
  doubtful?: boolean;
  /** A file that may be this session's or the late answer to the one given up before it. */
  held?: NativeResult;
  /** When recording began, and when it must have ended; ms since 1970. */
  since: number;
  deadline: number;
  /** ms left at a pause that the app asked for. */
  left?: number;
}

type NativeEvent =
  | 'Start'
  | 'Pause'
  | 'Resume'
  | 'Stop'
  | 'Error'
  | 'FrameRecorded'
  | 'InterruptionBegin'
  | 'InterruptionEnd';
type Loose = Record<string, ((...args: unknown[]) => unknown) | undefined>;

const SCOPE = 'scope.record';
const BUSY = ":audio is recording, don't start record again";

/** ms to wait for `onStart` and `onStop` before going on without, and for `onStop` after an error. */
const START_SILENCE = 3000;
const STOP_SILENCE = 5000;
const AFTER_ERROR = 1000;
/** During a voice call native may answer when it is over; added so that a lost `onInterruptionEnd` blocks nothing for ever. */
const INTERRUPTION = 600000;

/** Native's limit of `duration`, in ms; React Native has none, so only that of timers. */
const LONGEST =
  process.env.TARO_ENV === 'tt'
    ? 60000
    : process.env.TARO_ENV === 'alipay'
      ? 180000
      : process.env.TARO_ENV === 'rn'
        ? 2147480000
        : 600000;

/** Valid bit rates in kbit/s by sample rate in Hz. */
const BIT_RATES: Record<number, [number, number] | undefined> = {
  8000: [16, 48],
  11025: [16, 48],
  12000: [24, 64],
  16000: [24, 96],
  22050: [32, 128],
  24000: [32, 128],
  32000: [48, 192],
  44100: [64, 320],
  48000: [64, 320],
};

const OPTIONS: (keyof StartOption)[] = [
  'duration',
  'sampleRate',
  'numberOfChannels',
  'encodeBitRate',
  'format',
  'frameSize',
  'audioSource',
];

const NONE: Record<string, never> = {};
const hasOwn = Object.prototype.hasOwnProperty;

function noop(): void {}

function isPositive(value: unknown): boolean {
  return typeof value === 'number' && value > 0;
}

/** A callback of the app must not disturb the recorder, whatever it does. */
function invoke(callback: unknown, result: unknown): void {
  try {
    if (typeof callback === 'function') callback(result);
  } catch (error) {
    console.error(error);
  }
}

/** Runs something whose promise, if it returns one, nobody looks at. */
function quietly(run: () => unknown, failed: (error: unknown) => void): unknown {
  try {
    const result = run() as PromiseLike<unknown> | undefined;
    if (result && result.then) result.then(undefined, failed);
    return result;
  } catch (error) {
    failed(error);
  }
}

/** A promise also from an API that is missing (rejects) or that Taro only warns about (resolves with nothing). */
function promised<T>(run: () => T | PromiseLike<T>): Promise<T> {
  return new Promise((resolve) => resolve(run()));
}

function open(option: unknown): Call {
  const call = { option: option || {} } as Call;
  call.promise = new Promise((resolve, reject) => {
    call.resolve = resolve;
    call.reject = reject;
  });
  const { success, fail, complete } = call.option;
  // Who gave callbacks will not look at the promise: its rejection must not be reported as unhandled.
  if (success || fail || complete) call.promise.then(noop, noop);
  return call;
}

function settle(call: Call, error: unknown, result?: unknown): void {
  invoke(error ? call.option.fail : call.option.success, error || result);
  invoke(call.option.complete, error || result);
  if (error) call.reject(error);
  else call.resolve(result);
}

function textOf(error: unknown): string {
  const e = (error || '') as NativeResult;
  return String(e.errMsg || e.errorMessage || e.message || error);
}

function isDenial(error: unknown): boolean {
  return (
    // Alipay: 2001 refused, 2002 and 2003 refused for good; 10 is its recorder's "no permission".
    (process.env.TARO_ENV === 'alipay' &&
      /^(200[123]|10)$/.test(String(((error || '') as NativeResult).error))) ||
    /den(y|ied)/i.test(textOf(error))
  );
}

/** Any native or thrown error in the words of `startRecord`. */
function failure(error: unknown): RecorderFailure {
  const e = (error || '') as NativeResult;
  const text = isDenial(error) ? ' auth deny' : textOf(error).replace(/^\w+:fail/, '');
  const result: RecorderFailure = { errMsg: `startRecord:fail${/^[ :]/.test(text) ? '' : ' '}${text}` };
  if (e.errno !== undefined) result.errno = e.errno;
  const code = process.env.TARO_ENV === 'alipay' && e.errCode === undefined ? e.error : e.errCode;
  if (code !== undefined) result.errCode = code;
  return result;
}

/** The grant in an answer of `getSetting` or `openSetting`; Alipay's keys are bare, or WeChat's with its own name. */
function grantOf(result: unknown): boolean | undefined {
  const settings = ((result || NONE) as { authSetting?: Record<string, boolean> }).authSetting || NONE;
  if (process.env.TARO_ENV !== 'alipay') return settings[SCOPE];
  const { audioRecord } = settings;
  return audioRecord || settings['scope.audioRecord'] === undefined
    ? audioRecord
    : settings['scope.audioRecord'];
}

/**
 * `authorize` and `getSetting` for the recorder, in WeChat's words also where Taro does not have them (h5: not at all,
 * Alipay: under other names).
 */
const permission: Pick<Recorder, 'authorize' | 'getSetting'> = {
  authorize(option) {
    if (process.env.TARO_ENV === 'alipay') {
      if (option && option.scope === SCOPE)
        return translated('authorize', option, () => authorize({ scopes: 'scope.audioRecord' } as never));
    }
    if (process.env.TARO_ENV === 'h5') {
      if (option && option.scope === SCOPE)
        return translated('authorize', option, () =>
          navigator.mediaDevices.getUserMedia({ audio: true }).then((stream) => {
            // Asked for the grant only: the browser shows a recording as long as a track is live.
            for (const track of stream.getTracks()) track.stop();
          }),
        );
    }
    return authorize(option);
  },
  getSetting(option) {
    if (process.env.TARO_ENV === 'alipay')
      return translated('getSetting', option, () =>
        getSetting().then((result) => ({
          authSetting: assign({ [SCOPE]: grantOf(result) }, result.authSetting),
        })),
      );
    if (process.env.TARO_ENV === 'h5')
      return translated('getSetting', option, () =>
        navigator.permissions.query({ name: 'microphone' }).then(
          ({ state }) => ({ authSetting: state === 'prompt' ? {} : { [SCOPE]: state === 'granted' } }),
          // A browser that does not tell: never asked, as far as anybody knows.
          () => ({ authSetting: {} }),
        ),
      );
    return getSetting(option);
  },
};

function translated<T>(api: string, option: unknown, run: () => PromiseLike<unknown>): Promise<T> {
  const call = open(option);
  promised(run).then(
    (result) => settle(call, undefined, assign({ errMsg: `${api}:ok` }, result as object)),
    (error) =>
      settle(call, {
        errMsg: `${api}:fail ${isDenial(error) ? 'auth deny' : textOf(error)}`,
        errCode: error.error,
      }),
  );
  return call.promise as Promise<T>;
}

/** A copy of what `onStop` said, with the duration in ms; the app's own listeners get the original. */
function normalized(file: NativeResult, elapsed: number): NativeResult {
  let duration = file.duration;
  if (duration === undefined) duration = elapsed;
  // Alipay and DingTalk on iOS give seconds. Nothing lasted longer than the time that has passed.
  if (
    (process.env.TARO_ENV === 'alipay' || process.env.TARO_ENV === 'dd') &&
    duration * 1000 <= elapsed + 2000
  )
    duration *= 1000;
  return { tempFilePath: file.tempFilePath, duration, fileSize: file.fileSize };
}

function answer(api: string, file: NativeResult | undefined): NativeResult {
  return assign({ errMsg: `${api}:ok` }, file);
}

function assign<T extends object>(target: T, source: object | undefined): T {
  for (const key in source) (target as Loose)[key] = (source as Loose)[key];
  return target;
}

function create(): Recorder {
  const defaults: RecorderDefaults = assign(
    {},
    typeof __TARO_MODERNIZE_RECORDER__ === 'object' ? __TARO_MODERNIZE_RECORDER__ : undefined,
  );
  /** One listener per event, as on the platform: what the app set through the manager. */
  const listeners: { [event in NativeEvent]?: unknown } = {};

  let native: (RecorderManager & Loose) | undefined;
  let bound = false;
  let shared: RecorderManager | undefined;
  let session: Session | undefined;

  let granted = false;
  let hidden = false;
  let interrupted = false;
  // A session that was given up is remembered until native answers for it.
  let lateStart = false;
  let lateStop = false;
  let lastPath: string | undefined;
  /** A recording that ended by itself and that no stop has answered for yet. */
  let unclaimed: NativeResult | undefined;

  let waitTimer: ReturnType<typeof setTimeout> | undefined;
  let waitMs = 0;
  let waitThen: (() => void) | undefined;
  let limitTimer: ReturnType<typeof setTimeout> | undefined;

  /** The one wait under way. Counted in foreground time only: in the background native is silent too. */
  function wait(ms: number, then?: () => void): void {
    clearTimeout(waitTimer);
    waitMs = ms;
    waitThen = then;
    if (then && !hidden) waitTimer = setTimeout(then, interrupted ? ms + INTERRUPTION : ms);
  }

  /** For platforms that ignore `duration`, or do not keep it in the background. */
  function watchLimit(): void {
    clearTimeout(limitTimer);
    if (session && session.call && session.phase === 'recording' && !session.left)
      limitTimer = setTimeout(halt, Math.max(0, session.deadline - Date.now()));
  }

  function getNative(): (RecorderManager & Loose) | undefined {
    // These either have no recorder or answer `success` without a file (Taro's h5 stubs in production).
    if (
      process.env.TARO_ENV === 'h5' ||
      process.env.TARO_ENV === 'harmony' ||
      process.env.TARO_ENV === 'harmony-hybrid' ||
      process.env.TARO_ENV === 'harmony_cpp' ||
      process.env.TARO_ENV === 'ks' ||
      process.env.TARO_ENV === 'xhs' ||
      process.env.TARO_ENV === 'quickapp'
    )
      return undefined;
    if (!native) {
      try {
        native = getNativeManager() as RecorderManager & Loose;
      } catch (_error) {}
    }
    return native;
  }

  function run(action: 'stop' | 'pause' | 'resume'): void {
    const target = getNative();
    if (target) quietly(() => target[action](), noop);
  }

  // --- A session's way -------------------------------------------------------------------------------------------

  function busy(): boolean {
    return !!session && !session.doubtful;
  }

  function newSession(options: StartOption, call?: Call): Session {
    // A manager session that reported an error may still end: its `onStop` must not be taken for the new one's.
    if (session) lateStop = true;
    session = { phase: 'authorizing', call, options, stops: [], since: 0, deadline: 0 };
    return session;
  }

  /** Hands the session to native, synchronously when the grant is known. */
  function begin(s: Session): unknown {
    s.phase = 'starting';
    interrupted = false;
    bind();
    wait(START_SILENCE, recording);
    let result: unknown;
    try {
      result = native!.start(s.options);
    } catch (error) {
      refused(error);
      if (!s.call) throw error;
    }
    // React Native reports a refusal by rejecting.
    quietly(() => result, refused);
    return result;

    function refused(error: unknown): void {
      if (session === s) fail(error);
    }
  }

  /** Native has begun, or said nothing for so long that it is taken to have. */
  function recording(): void {
    const s = session!;
    s.phase = 'recording';
    s.since = Date.now();
    s.deadline = s.since + s.options.duration! + 1000;
    wait(0);
    watchLimit();
    if (s.stopEarly) halt();
    else if (hidden || interrupted) toBackground();
  }

  /** Sends the one `stop()` of this recording. */
  function halt(): void {
    const s = session!;
    s.phase = 'stopping';
    clearTimeout(limitTimer);
    wait(STOP_SILENCE, () => giveUp('no answer from the recorder'));
    run('stop');
  }

  function giveUp(error: unknown): void {
    const s = session!;
    if (!s.held) {
      lateStart = !s.started;
      lateStop = true;
    }
    end(s.held, error);
  }

  function fail(error: unknown): void {
    if (isDenial(error)) granted = false;
    end(undefined, error);
  }

  /** Back to idle, and only then the app is told: its callbacks may start again. */
  function end(file: NativeResult | undefined, error?: unknown): void {
    const s = session!;
    session = undefined;
    wait(0);
    clearTimeout(limitTimer);
    lastPath = file && file.tempFilePath;
    const recorded = lastPath ? normalized(file!, Date.now() - s.since) : undefined;
    unclaimed = s.stops.length || s.byManager ? undefined : recorded;
    if (s.call)
      settle(s.call, recorded ? undefined : failure(error || 'no file'), answer('startRecord', recorded));
    // A later task: whoever awaits the start has gone on by then.
    if (s.stops.length)
      setTimeout(() => {
        for (const call of s.stops) settle(call, undefined, answer('stopRecord', recorded));
      }, 0);
  }

  /** The app was hidden, or the system took the recorder. */
  function toBackground(): void {
    const s = session;
    if (s && s.call && s.phase === 'recording' && defaults.onBackground !== 'keep') halt();
  }

  /** The platform never resumes by itself. */
  function fromBackground(): void {
    const s = session;
    if (s && s.call && s.phase === 'recording' && !hidden && !interrupted && s.asked !== 'pause')
      run('resume');
  }

  function cancelOrStop(): void {
    const s = session!;
    if (s.phase === 'recording') halt();
    if (s.phase === 'stopping') return;
    // The app itself ended this start: its rejection is no surprise to report.
    if (s.call) s.call.promise.then(noop, noop);
    if (s.phase === 'authorizing') end(undefined, 'stopped before recording began');
    else s.stopEarly = true;
  }

  // --- What native says ------------------------------------------------------------------------------------------
  // Each returns whether the app's own listener is to hear of it too.

  const react: { [event in NativeEvent]: (result: NativeResult) => unknown } = {
    Start() {
      const s = session;
      if (!s || s.phase === 'authorizing') {
        // The one given up begins after all: nobody wants it any more.
        if (lateStart) run('stop');
        lateStart = false;
        return;
      }
      if (!s.started) {
        s.started = granted = true;
        lateStart = false;
        // A stop() that went out before this moment was lost.
        if (s.phase === 'stopping') halt();
        else recording();
      }
      return !s.call;
    },

    Stop(result) {
      const s = session;
      const suspect = lateStop;
      lateStop = false;
      if (!s || s.phase === 'authorizing') {
        lateStart = false;
        return;
      }
      // Before its onStart it can only be the end of the one before, twice or late.
      if (s.phase === 'starting' && (suspect || result.tempFilePath === lastPath)) return;
      if (suspect) {
        // Perhaps the late answer of the one given up, perhaps this one's end: wait and see whether another comes.
        s.held = result;
        if (s.phase === 'stopping') wait(AFTER_ERROR, () => end(result));
        return;
      }
      end(result);
      return !s.call || s.byManager;
    },

    Error(error) {
      const s = session;
      const text = textOf(error);
      const isBusy = /is recording/.test(text);
      const isIdle = /not start|is stop/.test(text);
      const late = lateStart || lateStop;
      if (!s || s.phase === 'authorizing') {
        lateStart = lateStop = false;
        return !late;
      }
      if (s.phase === 'stopping') {
        // The file may still come.
        wait(AFTER_ERROR, () => giveUp(error));
      } else if (isIdle || (s.started && isBusy)) {
        // The answer to somebody else's call: this session has nothing outstanding.
      } else if (s.phase === 'starting') {
        if (isBusy && late) {
          // What still records is the one given up.
          lateStart = false;
          lateStop = true;
          run('stop');
        } else if (lateStop && !isDenial(error)) {
          lateStop = false;
          return;
        }
        fail(error);
      } else if (s.call) {
        // It may record on: after an error nobody else would stop it.
        lateStop = true;
        run('stop');
        fail(error);
      } else s.doubtful = true;
      return !s.call;
    },

    Pause() {
      const s = session;
      if (!s) return;
      if (s.asked === 'pause') {
        if (!s.left) s.left = Math.max(1, s.deadline - Date.now());
        watchLimit();
        return true;
      }
      if (defaults.onBackground === 'keep') fromBackground();
      else toBackground();
      return !s.call;
    },

    Resume() {
      const s = session;
      if (!s) return;
      if (s.left) s.deadline = Date.now() + s.left;
      s.left = 0;
      watchLimit();
      const asked = s.asked;
      s.asked = undefined;
      return asked || !s.call;
    },

    FrameRecorded: () => session && !session.call,

    InterruptionBegin() {
      interrupted = true;
      wait(waitMs, waitThen);
      toBackground();
      return !session || !session.call;
    },

    InterruptionEnd() {
      interrupted = false;
      wait(waitMs, waitThen);
      fromBackground();
      return !session || !session.call;
    },
  };

  /** The functions that native gets, the same ones for ever, so that it cannot collect several of them. */
  const handlers: { [event: string]: (result: NativeResult) => void } = {};
  Object.keys(react).forEach((event) => {
    let seen: unknown;
    handlers[event] = (result) => {
      // Native that adds up listeners calls us twice with one object.
      if (result && result === seen) return;
      seen = result;
      Promise.resolve().then(() => {
        seen = undefined;
      });
      if (react[event as NativeEvent](result || {})) invoke(listeners[event as NativeEvent], result);
    };
  });

  /** At each start: elsewhere in the app somebody may have taken the platform's only slot. */
  function bind(): void {
    const target = native!;
    for (const event in handlers) {
      if (bound && target[`off${event}`]) target[`off${event}`]!(handlers[event]);
      if (target[`on${event}`]) target[`on${event}`]!(handlers[event]);
    }
    bound = true;
  }

  // --- Permission ------------------------------------------------------------------------------------------------

  function ask(s: Session): void {
    let deniedBefore = false;
    const live = () => session === s && s.phase === 'authorizing';
    const proceed = () => {
      if (!live()) return;
      // Prompt and settings may hide the app; it begins when the user is back.
      if (hidden) s.ready = true;
      else begin(s);
    };
    const allowed = () => {
      granted = true;
      proceed();
    };
    const denied = (error: unknown) => {
      if (live()) fail(error);
    };

    promised(() => permission.getSetting())
      .then((result) => {
        const grant = grantOf(result);
        // React Native says `false` also for never asked.
        deniedBefore = grant === false && process.env.TARO_ENV !== 'rn';
        return grant === true;
      }, noop)
      // Cancelled meanwhile: no prompt any more.
      .then<unknown>((known) => known || (live() && promised(() => permission.authorize({ scope: SCOPE }))))
      .then(
        (result) => {
          if (result !== false) allowed();
        },
        (error) => {
          if (error && (error.errno === 104 || error.errno === 112)) denied(error);
          else if (!isDenial(error)) proceed();
          else if (defaults.onDenied === 'ask' && deniedBefore && live()) askForSettings(error);
          else denied(error);
        },
      );

    function askForSettings(error: unknown): void {
      const refuse = () => denied(error);
      quietly(
        () =>
          showModal({
            title: '需要使用麦克风',
            content: '请在设置中允许使用麦克风',
            confirmText: '去设置',
            success: (choice) => {
              if (!choice.confirm || !live()) refuse();
              // Inside this callback: WeChat opens the settings only for a tap.
              else
                quietly(
                  () =>
                    openSetting({
                      success: (result) => (grantOf(result) === true ? allowed() : refuse()),
                      fail: refuse,
                    }),
                  refuse,
                );
            },
            fail: refuse,
          }),
        refuse,
      );
    }
  }

  // --- The app's side --------------------------------------------------------------------------------------------

  /** What native is to get, or why it would refuse. */
  function prepare(given: StartOption): StartOption | string {
    const options: StartOption = {};
    // Only what native knows: `onClick={Taro.startRecord}` passes an event.
    const own = (key: keyof StartOption) => (hasOwn.call(given, key) ? given[key] : undefined);
    OPTIONS.forEach((key) => {
      const value = own(key) === undefined ? defaults[key] : own(key);
      if (value !== undefined) (options as Record<string, unknown>)[key] = value;
    });

    const duration = [options.duration, defaults.duration, 60000].filter(isPositive)[0]!;
    options.duration = Math.min(duration, LONGEST);

    const range = BIT_RATES[options.sampleRate!];
    if (range) {
      const [low, high] = range;
      const rate = options.encodeBitRate as unknown as number | undefined;
      // A bit rate from the defaults yields to a sample rate of the call.
      if (rate === undefined || (own('sampleRate') && !own('encodeBitRate')))
        options.encodeBitRate = Math.min(Math.max(rate || 48000, low * 1000), high * 1000);
      else if (
        (process.env.TARO_ENV === 'weapp' || process.env.TARO_ENV === 'qq') &&
        (rate < low * 1000 || rate > high * 1000)
      )
        // Native would throw, without a word about the range.
        return `encodeBitRate must be ${low}000 to ${high}000 at sampleRate ${options.sampleRate}`;
    }
    return options;
  }

  function start(option?: RecorderStartOption): Promise<RecorderStartResult> {
    const call = open(option);
    const options = prepare(call.option as StartOption);
    const refusal = !getNative()
      ? `no recorder on ${process.env.TARO_ENV}`
      : busy()
        ? BUSY
        : hidden
          ? 'app is in background'
          : options;
    if (typeof refusal === 'string') settle(call, failure(refusal));
    else {
      const s = newSession(refusal, call);
      // tt prompts by itself and is withdrawing its `authorize`.
      if (process.env.TARO_ENV === 'tt' || granted) begin(s);
      else ask(s);
    }
    return call.promise as Promise<RecorderStartResult>;
  }

  function stop(option?: RecorderStopOption): Promise<RecorderStopResult> {
    const call = open(option);
    if (session) {
      session.stops.push(call);
      cancelOrStop();
    } else {
      const file = unclaimed;
      unclaimed = undefined;
      settle(call, undefined, answer('stopRecord', file));
    }
    return call.promise as Promise<RecorderStopResult>;
  }

  function getManager(): RecorderManager {
    if (shared) return shared;
    const target = getNative() || ({} as RecorderManager & Loose);
    // Members that this file does not know stay native's, in whichever way native has them.
    const manager = Object.create(target) as RecorderManager;
    const put = (name: string, value: unknown) =>
      Object.defineProperty(manager, name, { value, writable: true, enumerable: true, configurable: true });
    for (const name in target) {
      if (typeof target[name] === 'function') put(name, (target[name] as typeof noop).bind(target));
    }
    for (const event in handlers) {
      put(`on${event}`, (listener: unknown) => {
        listeners[event as NativeEvent] = listener;
      });
    }

    put('start', (options: StartOption) => {
      const refusal = !getNative() ? ` no recorder on ${process.env.TARO_ENV}` : busy() && BUSY;
      if (!refusal) return begin(newSession(options));
      Promise.resolve().then(() => invoke(listeners.Error, { errMsg: `operateRecorder:fail${refusal}` }));
    });
    put('stop', () => {
      if (!session) return run('stop');
      session.byManager = true;
      cancelOrStop();
    });
    (['pause', 'resume'] as const).forEach((action) => {
      put(action, () => {
        // Before and after recording native only answers with errors, which would be taken for the session's own.
        if (session && session.phase !== 'recording') return;
        if (session) session.asked = action;
        run(action);
      });
    });
    shared = manager;
    return manager;
  }

  watchApp(
    () => {
      hidden = true;
      wait(waitMs, waitThen);
      toBackground();
    },
    () => {
      hidden = false;
      wait(waitMs, waitThen);
      watchLimit();
      if (session && session.ready) {
        session.ready = false;
        begin(session);
      } else fromBackground();
    },
  );

  return {
    start,
    stop,
    get manager() {
      return getManager();
    },
    configure(options) {
      assign(defaults, options);
    },
    authorize: permission.authorize,
    getSetting: permission.getSetting,
  };
}

/**
 * One app, one recorder: bundlers put several copies of this file into an app (one imported and one required, one
 * copied and one packaged), and a stop must reach the recorder that was started. The first copy's is everybody's.
 */
function createOnce(): Recorder {
  const key = '__taro_modernize_recorder_1';
  let recorder: Recorder | undefined;
  const each = (visit: (object: Record<string, Recorder | undefined>) => void) =>
    sharedObjects().forEach((object) => {
      // Frozen, or not there.
      try {
        visit(object as Record<string, Recorder | undefined>);
      } catch (_error) {}
    });
  each((object) => {
    recorder = recorder || object[key];
  });
  const result = recorder || create();
  each((object) => {
    object[key] = result;
  });
  return result;
}

/** `startRecord` and `stopRecord` on RecorderManager; its functions need no `this`. */
export const recorder: Recorder = /* @__PURE__ */ createOnce();

/** What `Taro.getRecorderManager()` becomes: the platform's manager, shared with `recorder`. */
export function getRecorderManager(): RecorderManager {
  return recorder.manager;
}
