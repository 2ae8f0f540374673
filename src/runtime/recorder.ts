// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain lint/style/useTemplate: as ES5 this is half the size
/**
 * `Taro.startRecord` / `Taro.stopRecord` kept alive on top of RecorderManager.
 *
 * This file is yours: it has no dependency but Taro, and nothing rewrites it. It stands between your calls and the
 * platform's recorder because the two differ in ways that lose recordings: a `stop()` that comes before the recorder
 * has begun is lost, listeners evict each other, a recorder that was paused in the background stays paused.
 *
 * What platforms do, and where it is documented: docs/semantics.md of taro-modernize ("semantics" below).
 *
 *   idle ── start ──▶ authorizing ──▶ starting ── onStart ──▶ recording ── stop, limit ──▶ stopping ── onStop ──▶ idle
 */

import {
  askMicrophone,
  authorize,
  getNativeManager,
  getSetting,
  openSetting,
  queryMicrophone,
  sharedObjects,
  showModal,
  watchApp,
} from './recorder-host';

declare const process: { env: { TARO_ENV?: string } };

const IDLE = 0;
const AUTHORIZING = 1;
const STARTING = 2;
const RECORDING = 3;
const STOPPING = 4;

/**
 * ms to wait for `onStart` and `onStop` before going on without, and for `onStop` after an error. Usually 300 ms lie
 * between `start()` and `onStart`; in some conditions neither event ever comes (semantics §2).
 */
const START_SILENCE = 3000;
const STOP_SILENCE = 5000;
const AFTER_ERROR = 1000;
/** During a voice call native answers when it is over. Added to a wait, so that a lost end of the call blocks nothing for ever; ms. */
const INTERRUPTION = 600000;

/** Native's limit of `duration`, in ms (semantics §2); React Native has none, so only that of timers. */
const LONGEST =
  process.env.TARO_ENV === 'tt'
    ? 60000
    : process.env.TARO_ENV === 'alipay'
      ? 180000
      : process.env.TARO_ENV === 'rn'
        ? 2147480000
        : 600000;

/** Sample rates up to this many Hz allow these bit rates, in kbit/s (semantics §2). */
const BIT_RATES = [
  [11025, 16, 48],
  [12000, 24, 64],
  [16000, 24, 96],
  [24000, 32, 128],
  [32000, 48, 192],
  [48000, 64, 320],
];

const SCOPE = 'scope.record';
/** The words of the old API (semantics §1), which apps look for. */
const BUSY = ":audio is recording, don't start record again";
const NO_RECORDER = ' no recorder on ' + process.env.TARO_ENV;

type RecorderManager = NonNullable<ReturnType<typeof getNativeManager>>;
type StartOption = Parameters<RecorderManager['start']>[0];

/**
 * What `recorder.start` takes: the callbacks of `startRecord`, and RecorderManager's start options: `duration` in ms
 * (default 60000, cut to the platform's limit), `sampleRate` in Hz, `encodeBitRate` in bit/s, `frameSize` in KB,
 * `numberOfChannels`, `format`, `audioSource`.
 */
export interface RecorderStartOption extends StartOption {
  /** The recording has **ended** and this is its file. */
  success?: (result: RecorderStartResult) => void;
  /** H5: the file stays readable when another is recorded; by default only the last one does. */
  keepFiles?: boolean;
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
  /** H5: what the file really is (`aac`, `webm`, `ogg`, `wav`, `PCM`), which may not be what was asked for. */
  format?: string;
  /** H5: its media type, with codecs. */
  mimeType?: string;
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
export interface RecorderDefaults extends StartOption {
  /** After a denial that showed no prompt: `fail` (default), or `ask` the user to change the settings. */
  onDenied?: 'fail' | 'ask';
  /** When the app is hidden or the system takes the recorder: `stop` and deliver (default), or `keep` and resume. */
  onBackground?: 'stop' | 'keep';
  /** H5: files stay readable when another is recorded; by default only the last one does. */
  keepFiles?: boolean;
}

export interface Recorder {
  /**
   * Records until `recorder.stop`, the limit (`duration`, default 60000 ms) or the app's way to the background.
   * Settles when the recording has **ended**, as `startRecord` did (semantics §1), and never with success but no file.
   * @param option callbacks and RecorderManager's start options; other members are ignored
   * @returns the file; rejects with `{ errMsg: 'startRecord:fail …', errno?, errCode? }`: denied (`auth deny`), one is
   *   under way already, the app is in the background, stopped before it began, no recorder here, native's own errors
   */
  start(option?: RecorderStartOption): Promise<RecorderStartResult>;
  /**
   * Ends the recording, also one begun through the manager, and answers when it has ended.
   * @returns `stopRecord:ok` with the file; without one when nothing records or the recording failed. Never rejects
   */
  stop(option?: RecorderStopOption): Promise<RecorderStopResult>;
  /** The platform's RecorderManager, safe to use beside `start` and `stop`. */
  readonly manager: RecorderManager;
  /** Whether this host has a recorder: what a feature test of `startRecord` becomes. The user may still deny it. */
  readonly supported: boolean;
  /** Changes the defaults of later starts; what is not named stays. */
  configure(options: RecorderDefaults): void;
  /** `Taro.authorize`; for `scope.record` it works on h5 (asks the browser) and on Alipay (its own scope) too. */
  authorize: typeof authorize;
  /** `Taro.getSetting`; `authSetting['scope.record']` is there on h5 and on Alipay too. */
  getSetting: (option?: Parameters<typeof getSetting>[0]) => ReturnType<typeof getSetting>;
}

/** Set by the build plugin from its options. */
declare const __TARO_MODERNIZE_RECORDER__: RecorderDefaults | undefined;

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

type NativeEvent =
  | 'Start'
  | 'Stop'
  | 'Error'
  | 'Pause'
  | 'Resume'
  | 'FrameRecorded'
  | 'InterruptionBegin'
  | 'InterruptionEnd';
type Loose = Record<string, ((...args: unknown[]) => unknown) | undefined>;

const OPTIONS: (keyof StartOption)[] = [
  'duration',
  'sampleRate',
  'numberOfChannels',
  'encodeBitRate',
  'format',
  'frameSize',
  'audioSource',
];
if (process.env.TARO_ENV === 'h5') OPTIONS.push('keepFiles' as never);

const hasOwn = {}.hasOwnProperty;

function noop(): void {}

function assign<T extends object>(target: T, source: object | undefined): T {
  for (const key in source) (target as Loose)[key] = (source as Loose)[key];
  return target;
}

/** A callback of the app must not disturb the recorder, whatever it does. */
function invoke(callback: unknown, result: unknown): void {
  try {
    if (typeof callback === 'function') callback(result);
  } catch (error) {
    console.error(error);
  }
}

/** Runs something that may throw, or return a promise that nobody else looks at. */
function attempt(action: () => unknown, failed: (error: unknown) => void): void {
  try {
    const result = action() as PromiseLike<unknown> | undefined;
    if (result && result.then) result.then(undefined, failed);
  } catch (error) {
    failed(error);
  }
}

function later<T>(action: () => T | PromiseLike<T>): Promise<T> {
  return Promise.resolve().then(action);
}

function open(option: unknown): Call {
  const call = { option: option || {} } as Call;
  call.promise = new Promise((resolve, reject) => {
    call.resolve = resolve;
    call.reject = reject;
  });
  const { success, fail, complete } = call.option;
  // Who gave callbacks will not look at the promise: its rejection must not be reported as unhandled.
  if (success || fail || complete) handled(call);
  return call;
}

function handled(call: Call): void {
  call.promise.then(undefined, noop);
}

function settle(call: Call, error: unknown, result?: unknown): void {
  invoke(error ? call.option.fail : call.option.success, error || result);
  invoke(call.option.complete, error || result);
  if (error) call.reject(error);
  else call.resolve(result);
}

function succeed(call: Call, api: string, result: unknown): void {
  settle(call, undefined, assign(assign({}, result as object), { errMsg: api + ':ok' }));
}

function textOf(error: unknown): string {
  const e = (error || '') as NativeResult;
  return e.errMsg || (process.env.TARO_ENV === 'alipay' && e.errorMessage) || e.message || error + '';
}

function isDenial(error: unknown): boolean {
  return (
    // Alipay (semantics §2): 2001 refused, 2002 and 2003 refused for good; 10 is its recorder's "no permission".
    (process.env.TARO_ENV === 'alipay' &&
      /^(200[123]|10)$/.test('' + ((error || '') as NativeResult).error)) ||
    (process.env.TARO_ENV === 'h5' && ((error || '') as Error).name === 'NotAllowedError') ||
    /den(y|ied)/i.test(textOf(error))
  );
}

/** Any native or thrown error in the words of `startRecord`. */
function failure(error: unknown): RecorderFailure {
  const e = (error || '') as NativeResult;
  const text = isDenial(error) ? 'auth deny' : textOf(error);
  // `operateRecorder:fail:audio is …`, `authorize:fail …`, or words of another kind.
  const result: RecorderFailure = {
    errMsg: 'startRecord:fail' + (' ' + text).replace(/^ (\w+:fail)?(?=[ :])/, ''),
  };
  if (e.errno) result.errno = e.errno;
  const code = e.errCode || (process.env.TARO_ENV === 'alipay' && e.error);
  if (code) result.errCode = code;
  return result;
}

/** The grant in an answer of `getSetting` or `openSetting`. */
function grantOf(result: unknown): boolean | undefined {
  const settings = ((result || {}) as { authSetting?: Record<string, boolean> }).authSetting || {};
  if (process.env.TARO_ENV === 'alipay') {
    // Its keys are bare; some code reads WeChat's form with its own name.
    const other = settings['scope.audioRecord'];
    return settings.audioRecord || other === undefined ? settings.audioRecord : other;
  }
  return settings[SCOPE];
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
      if (option && option.scope === SCOPE) return translated('authorize', option, askMicrophone);
    }
    return authorize(option);
  },
  getSetting(option) {
    if (process.env.TARO_ENV === 'alipay')
      return translated('getSetting', option, () =>
        getSetting().then((result) => withGrant(assign({}, result.authSetting), grantOf(result))),
      );
    if (process.env.TARO_ENV === 'h5')
      return translated('getSetting', option, () =>
        later(queryMicrophone).then(
          ({ state }) => withGrant({}, state === 'prompt' ? undefined : state === 'granted'),
          // A browser that does not tell: never asked, as far as anybody knows.
          () => withGrant({}),
        ),
      );
    return getSetting(option);
  },
};

function withGrant(authSetting: Record<string, unknown>, grant?: boolean): unknown {
  if (grant !== undefined) authSetting[SCOPE] = grant;
  return { authSetting };
}

function translated<T>(api: string, option: unknown, ask: () => unknown): Promise<T> {
  const call = open(option);
  later(ask).then(
    (result) => succeed(call, api, result),
    (error) =>
      settle(call, assign(failure(error), { errMsg: failure(error).errMsg.replace('startRecord', api) })),
  );
  return call.promise as Promise<T>;
}

function create(): Recorder {
  const defaults: RecorderDefaults = assign(
    {},
    typeof __TARO_MODERNIZE_RECORDER__ === 'object' ? __TARO_MODERNIZE_RECORDER__ : undefined,
  );
  let native: (RecorderManager & Loose) | undefined;
  let manager: RecorderManager | undefined;
  let bound = false;
  /** One listener per event, as on the platform: what the app set through the manager. */
  const listeners: { [event in NativeEvent]?: unknown } = {};

  // The session, from its start to its end.
  let phase: 0 | 1 | 2 | 3 | 4 = IDLE;
  /** Counts sessions: who comes back from a promise compares. */
  let turn = 0;
  /** The start to answer; none when the app began this one through the manager. */
  let call: Call | undefined;
  let options: StartOption;
  /** The stops to answer when it has ended. */
  let stops: Call[];
  /** A stop came before the recorder had begun, where native would lose it. */
  let stopEarly: boolean;
  /** The app stopped it through the manager and expects its `onStop` there. */
  let byManager: boolean;
  /** Native has said `onStart`. */
  let started: boolean;
  /** Allowed while the app was hidden: begins on show. */
  let ready: boolean;
  /** A session of the manager's reported an error: it may be over or not, native knows. */
  let doubtful: boolean;
  /** A file that is this session's, or the late answer to the one given up before it. */
  let held: NativeResult | undefined;
  /** What the app asked for last through the manager. */
  let asked: 'pause' | 'resume' | undefined;
  /** When it must have ended, ms since 1970; ms left at a pause that the app asked for. */
  let deadline: number;
  let left: number;

  // The app.
  let granted = false;
  let hidden = false;
  let interrupted = false;
  /** A session that was given up is remembered until native answers for it. */
  let lateStart = false;
  let lateStop = false;
  let lastPath: string | undefined;
  /** A recording that ended by itself and that no stop has answered for yet. */
  let unclaimed: NativeResult | undefined;

  let waitTimer: ReturnType<typeof setTimeout> | undefined;
  let waitMs: number;
  let waitThen: (() => void) | undefined;
  let limitTimer: ReturnType<typeof setTimeout> | undefined;

  function getNative(): (RecorderManager & Loose) | undefined {
    // These have no recorder, or a stub that answers `success` without a file.
    if (
      process.env.TARO_ENV !== 'harmony' &&
      process.env.TARO_ENV !== 'harmony-hybrid' &&
      process.env.TARO_ENV !== 'harmony_cpp' &&
      process.env.TARO_ENV !== 'ks' &&
      process.env.TARO_ENV !== 'xhs' &&
      process.env.TARO_ENV !== 'quickapp' &&
      !native
    )
      attempt(() => {
        native = getNativeManager() as RecorderManager & Loose;
      }, noop);
    return native;
  }

  function tell(action: 'stop' | 'pause' | 'resume'): void {
    attempt(() => getNative()![action](), noop);
  }

  function wait(ms: number, then?: () => void): void {
    waitMs = ms;
    waitThen = then;
    goOnWaiting();
  }

  /** From the beginning, and in foreground time only: in the background native is silent too. */
  function goOnWaiting(): void {
    clearTimeout(waitTimer);
    if (waitMs && !hidden) waitTimer = setTimeout(waitThen!, interrupted ? waitMs + INTERRUPTION : waitMs);
  }

  /** For platforms that ignore `duration`, or do not keep it in the background. */
  function watchLimit(): void {
    clearTimeout(limitTimer);
    if (call && phase === RECORDING && !left) limitTimer = setTimeout(halt, deadline - Date.now());
  }

  // --- The way of a session ------------------------------------------------------------------------------------

  function newSession(nextOptions: StartOption, nextCall?: Call): void {
    const before = phase;
    phase = AUTHORIZING;
    if (before) {
      // A doubtful one may still record, and its events are not this one's.
      remember();
      tell('stop');
    }
    turn++;
    call = nextCall;
    options = nextOptions || {};
    stops = [];
    stopEarly = byManager = started = ready = doubtful = interrupted = false;
    held = asked = undefined;
    left = 0;
  }

  /** Hands the session to native: synchronously when the grant is known. */
  function begin(): unknown {
    const mine = turn;
    const refused = (error: unknown) => {
      if (turn === mine && phase) end(undefined, error);
    };
    const own = call;
    let result: unknown;
    phase = STARTING;
    wait(START_SILENCE, recording);
    bind();
    try {
      result = native!.start(options);
    } catch (error) {
      refused(error);
      if (!own) throw error;
    }
    // React Native reports a refusal by rejecting.
    attempt(() => result, refused);
    return result;
  }

  /** Native has begun, or has said nothing for so long that it is taken to have. */
  function recording(): void {
    phase = RECORDING;
    deadline = Date.now() + options.duration! + 1000;
    wait(0);
    watchLimit();
    if (stopEarly) halt();
    else if (hidden || interrupted) background();
  }

  /** Sends the one `stop()` of this recording. */
  function halt(): void {
    phase = STOPPING;
    doubtful = false;
    clearTimeout(limitTimer);
    wait(STOP_SILENCE, () => giveUp('no answer'));
    tell('stop');
  }

  /** Remembered until native answers: whatever comes then is not the next session's. */
  function remember(): void {
    lateStart = !started;
    lateStop = true;
  }

  function giveUp(error: unknown): void {
    if (!held) remember();
    end(held, error);
  }

  /** Idle first, and only then the app is told: its callbacks may start again. */
  function end(file: NativeResult | undefined, error?: unknown): void {
    const ended = call;
    const waiting = stops;
    phase = IDLE;
    call = undefined;
    if (isDenial(error)) granted = false;
    wait(0);
    clearTimeout(limitTimer);
    lastPath = file && file.tempFilePath;
    let result = lastPath ? file : undefined;
    if (process.env.TARO_ENV === 'alipay' || process.env.TARO_ENV === 'dd') {
      // Seconds on Alipay, and in DingTalk on iOS (semantics §2). Nothing lasted longer than the time that has passed.
      const elapsed = Date.now() - deadline + options.duration! + 3000;
      if (result && result.duration! * 1000 <= elapsed)
        result = assign(assign({}, result), { duration: result.duration! * 1000 });
    }
    unclaimed = waiting.length || byManager ? undefined : result;
    if (ended) {
      if (result) succeed(ended, 'startRecord', result);
      else settle(ended, failure(error || 'no file'));
    }
    // A later task: whoever awaits the start has gone on by then.
    if (waiting.length)
      setTimeout(() => {
        waiting.forEach((stopCall) => {
          succeed(stopCall, 'stopRecord', result);
        });
      }, 0);
  }

  function endEarly(): void {
    if (phase === RECORDING) halt();
    else if (phase < RECORDING) {
      stopEarly = true;
      // The app itself ended this start: its rejection is no surprise to report.
      if (call) handled(call);
      if (phase === AUTHORIZING) end(undefined, 'stopped before recording began');
    }
  }

  /** A recording of ours in the background or back from it. The platform never resumes by itself (semantics §2). */
  function background(paused?: boolean): void {
    if (!call || phase !== RECORDING) return;
    const away = hidden || interrupted;
    if (defaults.onBackground !== 'keep') {
      if (away || paused) halt();
    } else if (!away && asked !== 'pause') tell('resume');
  }

  /** Hidden, shown, or the system took the recorder or gave it back. */
  function appChanged(): void {
    goOnWaiting();
    watchLimit();
    background();
    if (ready && !hidden && phase === AUTHORIZING) begin();
  }

  // --- What native says ----------------------------------------------------------------------------------------
  // Each answers whether the app's own listener is to hear of it too.

  const react: { [event in NativeEvent]: (result: NativeResult) => unknown } = {
    Start() {
      const ofSession = phase > AUTHORIZING;
      if (!ofSession && lateStart) {
        // The one given up begins after all, and nobody wants it any more.
        lateStart = false;
        lateStop = true;
        tell('stop');
      }
      if (ofSession && !started) {
        started = granted = true;
        lateStart = false;
        // A stop() that went out before this moment was lost.
        if (phase === STOPPING) halt();
        else recording();
      }
      return ofSession && !call;
    },

    Stop(result) {
      const own = call;
      const suspect = lateStop;
      lateStop = false;
      if (phase <= AUTHORIZING) lateStart = false;
      // Before its onStart it can only be the end of the one before, late or twice.
      else if (phase > STARTING || !(suspect || result.tempFilePath === lastPath)) {
        if (!suspect) {
          end(result);
          return !own || byManager;
        }
        // The late answer of the one given up, or this one's own: wait and see whether another comes.
        held = result;
        if (phase === STOPPING) wait(AFTER_ERROR, () => end(result));
      }
      return false;
    },

    Error(error) {
      const mine = turn;
      const own = call;
      const text = textOf(error);
      const isBusy = /is recording/.test(text);
      const isIdle = /not start|is stop/.test(text);
      const late = lateStart || lateStop;
      if (phase <= AUTHORIZING) return !late;
      if (phase === STOPPING) {
        // The file may still come.
        wait(AFTER_ERROR, () => giveUp(error));
      } else if (isIdle || (phase === RECORDING && isBusy)) {
        // The answer to somebody else's call: nothing of this session's is outstanding.
      } else if (phase === STARTING && lateStop && !isBusy && !isDenial(error)) {
        // The answer of the one given up.
        return false;
      } else if (phase === RECORDING && !own) {
        doubtful = true;
      } else {
        // It may begin or go on all the same, and nobody would stop it. A refusal is final, and what is recording then
        // is somebody else's, or the one given up.
        if (!isDenial(error) && (!isBusy || late)) {
          remember();
          tell('stop');
        }
        // Unless native has answered that stop with an error at once.
        if (turn === mine && phase) end(undefined, error);
      }
      return !own;
    },

    Pause() {
      if (asked === 'pause') {
        left = left || Math.max(1, deadline - Date.now());
        watchLimit();
      } else background(true);
      return !call || asked;
    },

    Resume() {
      if (left) deadline = Date.now() + left;
      left = 0;
      watchLimit();
      return !call || asked;
    },

    FrameRecorded: () => !call,

    InterruptionBegin() {
      interrupted = true;
      appChanged();
      return !call;
    },

    InterruptionEnd() {
      interrupted = false;
      appChanged();
      return !call;
    },
  };

  const events = Object.keys(react) as NativeEvent[];
  events.forEach((event) => {
    const heard = react[event];
    let seen: unknown;
    // These are what native gets: the same functions for ever, so that it cannot collect several of them.
    react[event] = (result) => {
      // Native that adds up listeners calls us several times with one object.
      if (result && result === seen) return;
      seen = result;
      later(() => {
        seen = undefined;
      });
      if (heard(result || {})) invoke(listeners[event], result);
    };
  });

  /** At each start: elsewhere in the app somebody may have taken the platform's only slot. */
  function bind(): void {
    events.forEach((event) => {
      if (bound && native!['off' + event]) native!['off' + event]!(react[event]);
      if (native!['on' + event]) native!['on' + event]!(react[event]);
    });
    bound = true;
  }

  // --- Permission ----------------------------------------------------------------------------------------------

  function ask(): void {
    const mine = turn;
    const live = () => turn === mine && phase === AUTHORIZING;
    let deniedBefore = false;
    const proceed = () => {
      // Prompt and settings may hide the app: it begins when the user is back.
      if (live()) {
        ready = hidden;
        if (!ready) begin();
      }
    };
    const allowed = () => {
      granted = true;
      proceed();
    };
    const deny = (error: unknown) => {
      if (live()) end(undefined, error);
    };

    later(() => permission.getSetting())
      .then((result) => {
        const grant = grantOf(result);
        // React Native says `false` also for never asked (semantics §2).
        deniedBefore = process.env.TARO_ENV !== 'rn' && grant === false;
        return grant === true;
      }, noop)
      // Cancelled meanwhile: no prompt any more.
      .then((known): unknown => known || (live() && permission.authorize({ scope: SCOPE })))
      .then(
        (result) => {
          if (result !== false) allowed();
        },
        (error) => {
          const { errno } = error || ({} as NativeResult);
          // Alipay prompts again after a plain denial; 2002 is one for good.
          if (process.env.TARO_ENV === 'alipay') deniedBefore = error.errCode === 2002;
          if (errno === 104 || errno === 112) deny(error);
          else if (!isDenial(error)) proceed();
          else if (defaults.onDenied === 'ask' && deniedBefore && live()) askForSettings(error);
          else deny(error);
        },
      );

    function askForSettings(error: unknown): void {
      const refuse = () => deny(error);
      attempt(
        () =>
          showModal({
            content: '请在设置中允许使用麦克风',
            success: (choice) => {
              if (choice.confirm && live())
                // Inside this callback: WeChat opens the settings only for a tap (semantics §2).
                attempt(
                  () =>
                    openSetting({
                      success: (result) => {
                        if (grantOf(result)) allowed();
                        else refuse();
                      },
                      fail: refuse,
                    }),
                  refuse,
                );
              else refuse();
            },
            fail: refuse,
          }),
        refuse,
      );
    }
  }

  // --- The app's side ------------------------------------------------------------------------------------------

  /** What native is to get, or why it would refuse. */
  function prepare(given: StartOption): StartOption | string {
    const result: StartOption = {};
    // Only what native knows: `onClick={Taro.startRecord}` passes an event.
    const own = (key: keyof StartOption) => (hasOwn.call(given, key) ? given[key] : undefined);
    OPTIONS.forEach((key) => {
      const value = own(key) === undefined ? defaults[key] : own(key);
      if (value !== undefined) (result as Record<string, unknown>)[key] = value;
    });

    result.duration = Math.min(
      [result.duration, defaults.duration].filter((ms) => typeof ms === 'number' && ms > 0)[0] || 60000,
      LONGEST,
    );

    const rate = result.encodeBitRate;
    const range = BIT_RATES.filter((row) => result.sampleRate! <= row[0]!)[0];
    if (range) {
      const low = range[1]! * 1000;
      const high = range[2]! * 1000;
      // A bit rate from the defaults yields to a sample rate of the call.
      if (!rate || (own('sampleRate') && !own('encodeBitRate')))
        result.encodeBitRate = Math.min(Math.max(rate || 48000, low), high);
      else if (
        (process.env.TARO_ENV === 'weapp' || process.env.TARO_ENV === 'qq') &&
        (rate < low || rate > high)
      )
        // Native would throw without a word about the range.
        return 'encodeBitRate must be ' + low + '-' + high;
    }
    return result;
  }

  function obstacle(): string | undefined {
    return getNative() ? (phase && !doubtful ? BUSY : undefined) : NO_RECORDER;
  }

  function start(option?: RecorderStartOption): Promise<RecorderStartResult> {
    const opened = open(option);
    const prepared = prepare(opened.option as StartOption);
    const refusal = obstacle() || (hidden ? 'app is in background' : prepared);
    if (typeof refusal === 'string') settle(opened, failure(refusal));
    else {
      newSession(refusal, opened);
      // tt prompts by itself and is withdrawing its `authorize` (semantics §2).
      if (process.env.TARO_ENV === 'tt' || granted) begin();
      else ask();
    }
    return opened.promise as Promise<RecorderStartResult>;
  }

  function stop(option?: RecorderStopOption): Promise<RecorderStopResult> {
    const opened = open(option);
    if (phase) {
      stops.push(opened);
      endEarly();
    } else {
      const file = unclaimed;
      unclaimed = undefined;
      succeed(opened, 'stopRecord', file);
    }
    return opened.promise as Promise<RecorderStopResult>;
  }

  function getManager(): RecorderManager {
    if (manager) return manager;
    const result: Loose = {
      start(given) {
        const refusal = obstacle();
        if (refusal)
          return later(() => invoke(listeners.Error, { errMsg: 'operateRecorder:fail' + refusal }));
        newSession(given as StartOption);
        return begin();
      },
      stop() {
        if (phase) {
          byManager = true;
          endEarly();
        } else tell('stop');
      },
    };
    (['pause', 'resume'] as const).forEach((action) => {
      result[action] = () => {
        // Before and after recording native answers with errors only, which would be taken for the session's.
        if (phase && phase !== RECORDING) return;
        asked = action;
        tell(action);
      };
    });
    events.forEach((event) => {
      result['on' + event] = (listener) => {
        listeners[event] = listener;
      };
    });
    // Members that this file does not know stay native's, with native's own `this`.
    for (let object = getNative(); object; object = Object.getPrototypeOf(object))
      Object.getOwnPropertyNames(object).forEach((name) => {
        const member = native![name];
        if (!(name in result)) result[name] = typeof member === 'function' ? member.bind(native) : member;
      });
    manager = result as unknown as RecorderManager;
    return manager;
  }

  watchApp(
    () => {
      hidden = true;
      appChanged();
    },
    () => {
      hidden = false;
      appChanged();
    },
  );

  const recorder: Recorder = {
    start,
    stop,
    get manager() {
      return getManager();
    },
    get supported() {
      return !!getNative();
    },
    configure(changes) {
      assign(defaults, changes);
    },
    authorize: permission.authorize,
    getSetting: permission.getSetting,
  };
  // There playing ends a recording first: the voice runtime asks.
  if (process.env.TARO_ENV === 'rn') (recorder as { isBusy?: () => boolean }).isBusy = () => phase > IDLE;
  return recorder;
}

/**
 * One app, one recorder: bundlers put several copies of this file into an app (one imported and one required, one
 * copied and one packaged), and a stop must reach the recorder that was started. The first copy's is everybody's.
 */
function createOnce(): Recorder {
  const key = '__taro_modernize_recorder_1';
  const objects = sharedObjects() as { [key]?: Recorder }[];
  let found: Recorder | undefined;
  objects.forEach((object) => {
    found = found || (object && object[key]);
  });
  const recorder = found || create();
  objects.forEach((object) => {
    try {
      object[key] = recorder;
    } catch (_error) {
      // Frozen, or not there.
    }
  });
  return recorder;
}

/** `startRecord` and `stopRecord` on RecorderManager; its functions need no `this`. */
export const recorder: Recorder = /* @__PURE__ */ createOnce();

/** What `Taro.getRecorderManager()` becomes: the platform's manager, shared with `recorder`. */
export function getRecorderManager(): RecorderManager {
  return recorder.manager;
}
