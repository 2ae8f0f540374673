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
/** ms added to a wait during a phone call: native answers after the call. Limited, because the end of the call can get lost. */
const INTERRUPTION = 120000;
/** ms for the user in the settings page, whose answer can get lost. */
const SETTINGS = 30000;

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

/** One recording, from its start to its end. Compared by identity: native's answers carry no ids. */
interface Session {
  /** The start to answer; none when the app began it through the manager. */
  call: Call | undefined;
  options: StartOption;
  /** The stops to answer when it has ended. */
  stops: Call[];
  /** Native has said `onStart`. */
  started?: boolean;
  /** The app stopped it through the manager and expects its `onStop` there. */
  byManager?: boolean;
  /** Allowed while the app was hidden: begins on show. */
  ready?: boolean;
  /** The app's own, which may be over: native knows. */
  doubtful?: boolean;
  /** Whether the app last asked for a pause through the manager, or for the end of one. */
  asked?: boolean | undefined;
  paused?: boolean;
  /** When a pause began that also stops the clock, ms since 1970. */
  pausedAt?: number;
  /** Why it fails, if no file comes. */
  error?: unknown;
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

function nextTask(action: () => void): void {
  setTimeout(action, 0);
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
  // Most callers ignore the promise, as they did with `startRecord`: its rejection must not be reported as unhandled.
  call.promise.then(undefined, noop);
  return call;
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
  if (e.errCode) result.errCode = e.errCode;
  if (process.env.TARO_ENV === 'alipay' && e.error) result.errCode = e.error;
  return result;
}

type AuthSetting = { audioRecord?: boolean } & Record<string, boolean>;

/** The grant in an answer of `getSetting` or `openSetting`. */
function grantOf(result: unknown): boolean | undefined {
  const settings = ((result || {}) as { authSetting?: AuthSetting }).authSetting || ({} as AuthSetting);
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

/** A file with its `duration` in ms. */
function inMs(file: NativeResult, { options }: Session): NativeResult {
  if ((process.env.TARO_ENV === 'alipay' || process.env.TARO_ENV === 'dd') && file.duration) {
    // Seconds on Alipay, whose documentation once said ms, and in DingTalk on iOS; ms in DingTalk on Android (semantics §2).
    const limit = limitOf(options.duration);
    const most = process.env.TARO_ENV === 'alipay' ? LONGEST : limit;
    const unit = file.duration * 1000 > most + 1000 ? 1 : 1000;
    return assign(assign({}, file), { duration: Math.min(file.duration * unit, limit) });
  }
  return file;
}

/** The first of some durations that is one, within the platform's limit. */
function limitOf(wanted: unknown, otherwise?: unknown): number {
  const isDuration = (ms: unknown) => typeof ms === 'number' && ms > 0;
  return Math.min([wanted, otherwise, 60000].filter(isDuration)[0] as number, LONGEST);
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
  /** What native has said in this task. */
  let seen: unknown[] = [];

  /** The newest session, also after its end. */
  let session = {} as Session;
  let phase: 0 | 1 | 2 | 3 | 4 = IDLE;
  /** When native was told to start it, and when it must have ended; ms since 1970. */
  let since: number;
  let deadline: number;

  // The session that was given up before native had answered for it: for its start, for its end, and for a stop() with an
  // error. An answer that cannot be the newest session's is taken for it, once.
  let owedStart: Session | undefined;
  let owedStop: Session | undefined;
  let owedError: Session | undefined;

  // The app.
  let granted = false;
  let hidden = false;
  let interrupted = false;
  /** Native may be silent until a phone call ends. */
  let calling = false;
  /** A call of `start` is on the stack. */
  let inStart = false;
  /** The last file that native delivered. */
  let last: NativeResult = {};
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
    attempt(() => native![action](), noop);
  }

  function wait(ms: number, then?: () => void): void {
    waitMs = ms;
    waitThen = then;
    goOnWaiting();
  }

  /** From the beginning, and in foreground time only: in the background native is silent too. */
  function goOnWaiting(): void {
    clearTimeout(waitTimer);
    if (waitMs && !hidden)
      waitTimer = setTimeout(waitThen!, calling && waitMs > AFTER_ERROR ? waitMs + INTERRUPTION : waitMs);
  }

  /** For platforms that ignore `duration`, do not keep it in the background, or do not say when it is over. */
  function watchLimit(): void {
    clearTimeout(limitTimer);
    if (phase === RECORDING && !session.pausedAt)
      limitTimer = setTimeout(() => {
        if (session.call) halt();
        else session.doubtful = true;
      }, deadline - Date.now());
  }

  // --- The way of a session ------------------------------------------------------------------------------------

  function newSession(options: StartOption, call?: Call): void {
    if (phase) giveUp();
    phase = AUTHORIZING;
    interrupted = calling = false;
    session = { call, options, stops: [] };
  }

  /** Hands the session to native: synchronously when the grant is known. */
  function begin(): unknown {
    const mine = session;
    let result: unknown;
    phase = STARTING;
    since = Date.now();
    wait(START_SILENCE, recording);
    bind();
    // React Native reports a refusal by rejecting.
    attempt(
      () => (result = native!.start(mine.options)),
      (error) => {
        if (session === mine && phase) end(error);
        if (!mine.call && !result) throw error;
      },
    );
    return result;
  }

  /** Native has begun, or has said nothing for so long that it is taken to have. */
  function recording(): void {
    phase = RECORDING;
    deadline = Date.now() + limitOf(session.options.duration) + 1000;
    wait(0);
    watchLimit();
    // A stop that came before, where native would lose it.
    if (session.stops.length || session.byManager) halt();
    else if (hidden || interrupted) background();
  }

  /** Sends the one `stop()` of this recording. */
  function halt(): void {
    phase = STOPPING;
    clearTimeout(limitTimer);
    awaitFile();
    tell('stop');
  }

  function awaitFile(): void {
    wait(session.error ? AFTER_ERROR : STOP_SILENCE, () => end(session.error || 'no answer', true));
  }

  /** The session is over, although native has not answered all for it. */
  function giveUp(): void {
    const before = phase;
    phase = IDLE;
    owedStop = owedError = session;
    if (!session.started) owedStart = session;
    // It may still record.
    if (before < STOPPING) tell('stop');
  }

  /** Idle first, and only then the app is told: its callbacks may start again. */
  function end(error: unknown, unsure?: unknown, file?: NativeResult): void {
    const over = session;
    const { call, stops } = over;
    wait(0);
    clearTimeout(limitTimer);
    if (unsure) giveUp();
    else phase = IDLE;
    const result = file && file.tempFilePath ? inMs(file, over) : undefined;
    // The grant may be why it came to nothing: the next start asks again.
    if (!result) granted = false;
    unclaimed = stops.length || over.byManager ? undefined : result;
    if (call) {
      if (result) succeed(call, 'startRecord', result);
      else fail(call, error);
    }
    // A later task: whoever awaits the start has gone on by then.
    if (stops.length) answerStops(stops, result);
  }

  function answerStops(calls: Call[], file: unknown): void {
    nextTask(() => {
      calls.forEach((call) => {
        succeed(call, 'stopRecord', file);
      });
    });
  }

  /** A failure that is known at once is told after `start` has returned: a retry in `fail` would nest without end. */
  function fail(call: Call, error: unknown): void {
    const tellApp = () => settle(call, failure(error));
    if (inStart) nextTask(tellApp);
    else tellApp();
  }

  function endEarly(): void {
    if (phase === RECORDING) halt();
    else if (phase === AUTHORIZING) end('stopped before recording began');
  }

  /** A recording of ours in the background or back from it. The platform never resumes by itself (semantics §2). */
  function background(paused?: boolean): void {
    if (!session.call || phase !== RECORDING) return;
    const away = hidden || interrupted;
    if (defaults.onBackground !== 'keep') {
      if (away || paused) halt();
    } else if (!away && !session.asked) tell('resume');
  }

  /** Hidden, shown, or the system took the recorder or gave it back. */
  function appChanged(): void {
    goOnWaiting();
    watchLimit();
    background();
    if (session.ready && !hidden && phase === AUTHORIZING) begin();
  }

  // --- What native says ----------------------------------------------------------------------------------------
  // Answers carry no ids: in doubt one is the newest session's. Each handler returns whether the app's own listener is
  // to hear of it too.

  const react: { [event in NativeEvent]: (result: NativeResult) => unknown } = {
    Start() {
      const mine = session;
      if (phase <= AUTHORIZING) {
        const late = owedStart;
        owedStart = undefined;
        if (late) {
          // The one given up begins after all, and nobody wants it any more.
          owedStop = owedError = late;
          tell('stop');
        }
        return false;
      }
      if (mine.started) return false;
      mine.started = granted = true;
      mine.error = undefined;
      // Native answers in order.
      owedStart = owedError = undefined;
      // A stop() that went out before this moment was lost.
      if (phase === STOPPING) halt();
      else recording();
      return !mine.call;
    },

    Stop(result) {
      const { tempFilePath, fileSize } = result;
      // Told twice. Should a platform use one path again, the size tells the files apart.
      if (tempFilePath && tempFilePath === last.tempFilePath && (!fileSize || fileSize === last.fileSize))
        return false;
      last = result;
      const late = owedStop;
      let of: Session | undefined = session;
      if (
        phase <= AUTHORIZING ||
        // It has not begun, or is not that long.
        (late && (phase === STARTING || inMs(result, session).duration! > Date.now() - since))
      ) {
        of = late;
        // Not owedStart: another may have been given up since, and still begin.
        owedStop = owedError = undefined;
      } else end('no file', late && phase < STOPPING, result);
      return of && (!of.call || of.byManager);
    },

    Error(error) {
      const mine = session;
      const text = textOf(error);
      const isBusy = /is recording/.test(text);
      // Nothing records, or nothing is paused.
      const isIdle = /not start|is stop|or paused/.test(text);
      if (phase <= AUTHORIZING || (phase === STARTING && isIdle)) {
        // The refusal of one given up, or the answer to its stop().
        const late = (!isIdle && owedStart) || owedError;
        if (isIdle || !owedStart) owedError = undefined;
        return late ? !isIdle && !late.call : phase <= AUTHORIZING || !mine.call;
      }
      if ((isIdle && phase < STOPPING) || (isBusy && mine.started)) {
        // The answer to somebody else's call: nothing of this session's is outstanding.
      } else if (!mine.started && (phase < STOPPING || isDenial(error))) {
        // It may begin all the same, and nobody would stop it. But a refusal is final, and what is recording then is
        // somebody else's, or the one given up.
        end(error, !isDenial(error) && (!isBusy || owedStart || owedStop));
      } else if (phase === RECORDING && !mine.call) {
        mine.doubtful = true;
      } else {
        // The file may still come.
        mine.error = mine.error || error;
        if (phase === RECORDING) halt();
        else awaitFile();
      }
      return !mine.call;
    },

    Pause: () => pausing(true),
    Resume: () => pausing(false),

    FrameRecorded: () => !session.call,

    InterruptionBegin: () => interruption(true),
    InterruptionEnd: () => interruption(false),
  };

  function pausing(begins: boolean): boolean {
    if (phase <= AUTHORIZING || session.paused === begins) return false;
    session.paused = begins;
    const own = !session.call || session.asked === begins;
    if (session.pausedAt) deadline += Date.now() - session.pausedAt;
    session.pausedAt = begins && own ? Date.now() : 0;
    watchLimit();
    if (begins && !own) {
      session.asked = undefined;
      background(true);
    }
    return own;
  }

  function interruption(begins: boolean): boolean {
    const isNews = interrupted !== begins;
    interrupted = calling = begins;
    appChanged();
    return isNews && !(phase && session.call);
  }

  const events = Object.keys(react) as NativeEvent[];
  events.forEach((event) => {
    const heard = react[event];
    // These are what native gets: the same functions for ever, so that it cannot collect several of them.
    react[event] = (result) => {
      // Native that adds up listeners calls us several times with one object.
      if (result && seen.indexOf(result) >= 0) return;
      seen.push(result);
      later(() => {
        seen = [];
      });
      if (heard(result || {})) invoke(listeners[event], result);
    };
  });

  /** At each start: elsewhere in the app somebody may have taken the platform's only slot. */
  function bind(): void {
    events.forEach((event) => {
      if (bound && native!['off' + event]) native!['off' + event]!(react[event]);
      // Frames in a browser are a second copy of all that is recorded: only for those who listen.
      if (process.env.TARO_ENV === 'h5' && event === 'FrameRecorded' && !listeners[event]) return;
      if (native!['on' + event]) native!['on' + event]!(react[event]);
    });
    bound = true;
  }

  // --- Permission ----------------------------------------------------------------------------------------------

  function ask(): void {
    const mine = session;
    const live = () => session === mine && phase === AUTHORIZING;
    let deniedBefore = false;
    const proceed = () => {
      // Prompt and settings may hide the app: it begins when the user is back.
      if (live()) {
        mine.ready = hidden;
        if (!hidden) begin();
      }
    };
    const allowed = () => {
      granted = true;
      proceed();
    };
    const deny = (error: unknown) => {
      if (live()) end(error);
    };

    new Promise((resolve) => {
      // It only saves a question: a start does not depend on its answer.
      wait(START_SILENCE, resolve as () => void);
      attempt(() => permission.getSetting().then(resolve, resolve), resolve);
    })
      .then((result): unknown => {
        const grant = grantOf(result);
        // React Native says `false` also for never asked (semantics §2).
        deniedBefore = process.env.TARO_ENV !== 'rn' && grant === false;
        // Cancelled meanwhile: no prompt any more.
        if (live()) wait(0);
        return grant === true || (live() && permission.authorize({ scope: SCOPE }));
      })
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
              if (choice.confirm && live()) {
                wait(SETTINGS, refuse);
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
              } else refuse();
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

    result.duration = limitOf(result.duration, defaults.duration);

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
    return getNative() ? (phase && (phase > RECORDING || !session.doubtful) ? BUSY : undefined) : NO_RECORDER;
  }

  function start(option?: RecorderStartOption): Promise<RecorderStartResult> {
    const opened = open(option);
    const prepared = prepare(opened.option as StartOption);
    const refusal = obstacle() || (hidden ? 'app is in background' : prepared);
    inStart = true;
    if (typeof refusal === 'string') fail(opened, refusal);
    else {
      newSession(refusal, opened);
      // tt prompts by itself and is withdrawing its `authorize` (semantics §2).
      if (process.env.TARO_ENV === 'tt' || granted) begin();
      else ask();
    }
    inStart = false;
    return opened.promise as Promise<RecorderStartResult>;
  }

  function stop(option?: RecorderStopOption): Promise<RecorderStopResult> {
    const opened = open(option);
    if (phase) {
      session.stops.push(opened);
      endEarly();
    } else {
      answerStops([opened], unclaimed);
      unclaimed = undefined;
    }
    return opened.promise as Promise<RecorderStopResult>;
  }

  function shareManager(): RecorderManager {
    const result: Loose = {
      start(given) {
        const refusal = obstacle();
        if (refusal)
          return nextTask(() => invoke(listeners.Error, { errMsg: 'operateRecorder:fail' + refusal }));
        newSession((given || {}) as StartOption);
        return begin();
      },
      stop() {
        if (phase) {
          session.byManager = true;
          endEarly();
        } else {
          // Native's answer is the app's.
          owedError = undefined;
          tell('stop');
        }
      },
    };
    (['pause', 'resume'] as const).forEach((action) => {
      result[action] = () => {
        // Before and after recording native answers with errors only, which would be taken for the session's.
        if (phase && phase !== RECORDING) return;
        session.asked = action === 'pause';
        tell(action);
      };
    });
    events.forEach((event) => {
      result['on' + event] = (listener) => {
        listeners[event] = listener;
        // The start that goes on has asked for no frames.
        if (process.env.TARO_ENV === 'h5' && event === 'FrameRecorded' && bound)
          native!['on' + event]!(react[event]);
      };
      // Native's would take off the runtime's own listener, or not know the app's.
      result['off' + event] = (listener) => {
        if (!listener || listener === listeners[event]) listeners[event] = undefined;
      };
    });
    // Members that this file does not know stay native's, with native's own `this`.
    for (let object = getNative(); object; object = Object.getPrototypeOf(object))
      Object.getOwnPropertyNames(object).forEach((name) => {
        const member = native![name];
        if (!(name in result)) result[name] = typeof member === 'function' ? member.bind(native) : member;
      });
    return result as unknown as RecorderManager;
  }

  watchApp(
    () => {
      hidden = true;
      appChanged();
    },
    () => {
      hidden = calling = false;
      appChanged();
    },
  );

  const recorder: Recorder = {
    start,
    stop,
    get manager() {
      manager = manager || shareManager();
      return manager;
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
