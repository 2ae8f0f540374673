// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain lint/style/useTemplate: as ES5 this is half the size
/**
 * `Taro.startRecord` and `Taro.stopRecord`, implemented with RecorderManager.
 *
 * You may edit this file: it depends only on Taro and is never rewritten. It adapts your calls to RecorderManager
 * ("native" below), which differs in ways that lose recordings: it ignores a `stop()` sent before recording begins,
 * keeps one listener per event, and stays paused after the app returns from the background.
 *
 * Platform behavior and its sources: docs/semantics.md of taro-modernize ("semantics" below).
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
 * How long to wait, in ms, for `onStart`, for `onStop`, and for `onStop` after an error. `onStart` usually takes 300 ms;
 * in some cases neither event arrives (semantics §2).
 */
const START_SILENCE = 3000;
const STOP_SILENCE = 5000;
const AFTER_ERROR = 1000;
/** How long, in ms, a file with a path of an earlier recording waits for another one after `stop()`. */
const REPEATED = 100;
/** ms added to a wait during a phone call, when native is silent. Limited, because the event that ends the call can be lost. */
const INTERRUPTION = 120000;
/** ms to wait for the settings page, whose result can be lost. */
const SETTINGS = 30000;

/** The platform's maximum `duration` in ms (semantics §2). React Native has none, so the maximum of timers applies. */
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
/** The old API's message (semantics §1), which apps compare with. */
const BUSY = ":audio is recording, don't start record again";

type RecorderManager = NonNullable<ReturnType<typeof getNativeManager>>;
type StartOption = Parameters<RecorderManager['start']>[0];

/**
 * Options of `recorder.start`: the callbacks of `startRecord` and RecorderManager's start options: `duration` in ms
 * (default 60000, limited to the platform's maximum), `sampleRate` in Hz, `encodeBitRate` in bit/s, `frameSize` in KB,
 * `numberOfChannels`, `format`, `audioSource`.
 */
export interface RecorderStartOption extends StartOption {
  /** Called with the file when the recording has **ended**. */
  success?: (result: RecorderStartResult) => void;
  /** H5: keep the file readable after later recordings; by default only recent ones are. */
  keepFiles?: boolean;
  /** Called when there is no recording; `errMsg` starts with `startRecord:fail`. */
  fail?: (error: RecorderFailure) => void;
  /** Called after `success` or `fail`. */
  complete?: (result: RecorderStartResult | RecorderFailure) => void;
}

export interface RecorderStartResult extends TaroGeneral.CallbackResult {
  /** Path of the file, valid until the app exits. */
  tempFilePath: string;
  /** Length of the recording in ms. */
  duration: number;
  /** Size of the file in bytes. */
  fileSize: number;
  /** H5: the actual format (`aac`, `webm`, `ogg`, `wav`, `PCM`), which may differ from the requested one. */
  format?: string;
  /** H5: the media type, including codecs. */
  mimeType?: string;
}

/** Options of `recorder.stop`. */
export interface RecorderStopOption {
  success?: (result: RecorderStopResult) => void;
  /** Never called, because stopping always succeeds. Accepted because `stopRecord` has it. */
  fail?: (error: RecorderFailure) => void;
  complete?: (result: RecorderStopResult) => void;
}

/** `errMsg` is `stopRecord:ok`; the other fields are set if a recording ended with a file. */
export interface RecorderStopResult extends TaroGeneral.CallbackResult {
  tempFilePath?: string;
  /** Length of the recording in ms. */
  duration?: number;
  /** Size of the file in bytes. */
  fileSize?: number;
}

export interface RecorderFailure extends TaroGeneral.CallbackResult {
  /** WeChat's error number, if any, such as 104 (privacy agreement not accepted). */
  errno?: number;
  /** The platform's error code, if any. */
  errCode?: number;
}

/** Defaults for every `recorder.start`; options of a call override them. */
export interface RecorderDefaults extends StartOption {
  /** If permission was denied earlier: `fail` (default), or `ask` the user to change the settings. */
  onDenied?: 'fail' | 'ask';
  /** The text of the dialog for `onDenied: 'ask'`. Default: a Chinese sentence. */
  askText?: string;
  /** When the app is hidden or interrupted: `stop` and return the file (default), or `keep` and resume later. */
  onBackground?: 'stop' | 'keep';
  /** H5: keep files readable after later recordings; by default only recent ones are. */
  keepFiles?: boolean;
}

export interface Recorder {
  /**
   * Records until `recorder.stop`, the `duration` (default 60000 ms), or the app moves to the background.
   * Settles when the recording has **ended**, as `startRecord` did (semantics §1). Never succeeds without a file.
   * @param option callbacks and RecorderManager's start options; other properties are ignored
   * @returns the file; rejects with `{ errMsg: 'startRecord:fail …', errno?, errCode? }`: denied (`auth deny`),
   *   already recording, app in the background, stopped before recording began, no recorder, or a native error
   */
  start(option?: RecorderStartOption): Promise<RecorderStartResult>;
  /**
   * Stops the recording, including one started through the manager, and settles when it has ended.
   * @returns `stopRecord:ok` with the file, or without one if nothing was recorded. Never rejects
   */
  stop(option?: RecorderStopOption): Promise<RecorderStopResult>;
  /** The platform's RecorderManager, safe to use together with `start` and `stop`. */
  readonly manager: RecorderManager;
  /** Whether the host has a recorder; replaces feature tests of `startRecord`. The user may still deny permission. */
  readonly supported: boolean;
  /** Changes the given defaults for later calls of `start`. */
  configure(options: RecorderDefaults): void;
  /** `Taro.authorize`, which for `scope.record` also works on h5 (prompts in the browser) and Alipay (maps the scope). */
  authorize: typeof authorize;
  /** `Taro.getSetting`, which also returns `authSetting['scope.record']` on h5 and Alipay. */
  getSetting: (option?: Parameters<typeof getSetting>[0]) => ReturnType<typeof getSetting>;
}

/** Defined by the build plugin from its options. */
declare const __TARO_MODERNIZE_RECORDER__: RecorderDefaults | undefined;

/** The fields of native events and errors that this file uses. */
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

/** A pending call of `start` or `stop`. */
interface Call {
  option: { success?: unknown; fail?: unknown; complete?: unknown };
  promise: Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

/** One recording from start to end. Compared by identity, because native events carry no ids. */
interface Session {
  /** The pending `start`; undefined if the app started the session through the manager. */
  call: Call | undefined;
  options: StartOption;
  /** Calls of `stop` to settle when the session has ended. */
  stops: Call[];
  /** `onStart` has arrived. */
  started?: boolean;
  /** The app stopped it through the manager and expects `onStop` there. */
  byManager?: boolean;
  /** Permission was granted; if the app is hidden, recording begins when it is shown. */
  ready?: boolean;
  /** A manager session that may have ended without `onStop`. */
  doubtful?: boolean;
  /** Whether the app last called `pause` (true) or `resume` (false) on the manager. */
  asked?: boolean | undefined;
  paused?: boolean;
  /** When a pause began that stops the deadline too; ms since 1970. */
  pausedAt?: number;
  /** The error to report if no file arrives. */
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

/** An error thrown in a callback must not break the recorder. */
function invoke(callback: unknown, result: unknown): void {
  try {
    if (typeof callback === 'function') callback(result);
  } catch (error) {
    console.error(error);
  }
}

/** Runs an action that may throw or return a promise that nothing else handles. */
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
  // Most callers ignore the promise, as with `startRecord`: its rejection must not be reported as unhandled.
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
  return (
    e.errMsg ||
    (process.env.TARO_ENV === 'alipay' && e.errorMessage) ||
    e.message ||
    (typeof error === 'string' && error) ||
    'no answer'
  );
}

function isDenial(error: unknown): boolean {
  return (
    // Alipay (semantics §2): 2001 denied, 2002 and 2003 permanently denied; 10 is the recorder's "no permission".
    (process.env.TARO_ENV === 'alipay' &&
      /^(200[123]|10)$/.test('' + ((error || '') as NativeResult).error)) ||
    (process.env.TARO_ENV === 'h5' && ((error || '') as Error).name === 'NotAllowedError') ||
    /den(y|ied)/i.test(textOf(error))
  );
}

/** Converts a native or thrown error to an error of `startRecord`. */
function failure(error: unknown): RecorderFailure {
  const e = (error || '') as NativeResult;
  const text = isDenial(error) ? 'auth deny' : textOf(error);
  // `operateRecorder:fail:audio is …`, `authorize:fail …`, or any other text.
  const result: RecorderFailure = {
    errMsg: 'startRecord:fail' + (' ' + text).replace(/^ (\w+:fail)?(?=[ :])/, ''),
  };
  if (e.errno) result.errno = e.errno;
  if (e.errCode) result.errCode = e.errCode;
  if (process.env.TARO_ENV === 'alipay' && e.error) result.errCode = e.error;
  return result;
}

type AuthSetting = { audioRecord?: boolean } & Record<string, boolean>;

/** The permission in a result of `getSetting` or `openSetting`. */
function grantOf(result: unknown): boolean | undefined {
  const settings = ((result || {}) as { authSetting?: AuthSetting }).authSetting || ({} as AuthSetting);
  if (process.env.TARO_ENV === 'alipay') {
    // Alipay's keys have no prefix; some versions return WeChat's form with Alipay's name.
    const other = settings['scope.audioRecord'];
    return settings.audioRecord || other === undefined ? settings.audioRecord : other;
  }
  return settings[SCOPE];
}

/** WeChat's `authorize` and `getSetting` on every platform: h5 has neither, and Alipay uses other names. */
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
          // The browser does not tell, so the permission counts as never requested.
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

/** Converts `duration` of a file to ms. */
function inMs(file: NativeResult, of: Session): NativeResult {
  if ((process.env.TARO_ENV === 'alipay' || process.env.TARO_ENV === 'dd') && file.duration) {
    // Alipay and DingTalk on iOS report seconds, DingTalk on Android ms (semantics §2).
    const limit = limitOf(of.options.duration);
    const most = process.env.TARO_ENV === 'alipay' ? LONGEST : limit;
    const unit = file.duration * 1000 > most + 1000 ? 1 : 1000;
    return assign(assign({}, file), { duration: Math.min(file.duration * unit, limit) });
  }
  return file;
}

/** The first valid duration, within the platform's maximum. */
function limitOf(wanted: unknown, otherwise?: unknown): number {
  const isDuration = (ms: unknown) => typeof ms === 'number' && ms > 0;
  return Math.min([wanted, otherwise, 60000].filter(isDuration)[0] as number, LONGEST);
}

// --- State ---------------------------------------------------------------------------------------------------
// An app has one recorder (see `createOnce`), so the state of the module is its state.

const defaults: RecorderDefaults = {};
let native: (RecorderManager & Loose) | undefined;
let manager: RecorderManager | undefined;
let bound = false;
/** The app's listeners on the manager: one per event, as on the platform. */
const listeners: { [event in NativeEvent]?: unknown } = {};
/** Native events of this task. */
let seen: unknown[] = [];

/** The latest session, kept after it has ended. */
let session = {} as Session;
let phase: 0 | 1 | 2 | 3 | 4 = IDLE;
/** When `start` was sent to native, and when the recording must have ended; ms since 1970. */
let since: number;
let deadline: number;

// The abandoned session for which native still owes an event: `onStart`, `onStop`, or `onError` after a `stop()`. Each
// consumes one event that cannot belong to the latest session.
let owedStart: Session | undefined;
let owedStop: Session | undefined;
let owedError: Session | undefined;

// The app.
let granted = false;
let hidden = false;
let interrupted = false;
/** During a phone call, native may be silent. */
let calling = false;
/** `start` is on the stack. */
let inStart = false;
/** The paths of all files from native, by path and size. */
const delivered: Record<string, string | undefined> = {};
/** The file of a recording that ended by itself, until a `stop` returns it. */
let unclaimed: NativeResult | undefined;

let waitTimer: ReturnType<typeof setTimeout> | undefined;
let waitMs: number;
let waitThen: (() => void) | undefined;
let limitTimer: ReturnType<typeof setTimeout> | undefined;

function getNative(): (RecorderManager & Loose) | undefined {
  // These platforms have no recorder, or a stub that succeeds without a file.
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

/** Restarts the timer. Only foreground time counts, because native is silent in the background. */
function goOnWaiting(): void {
  clearTimeout(waitTimer!);
  if (waitMs && !hidden)
    waitTimer = setTimeout(waitThen!, calling && waitMs > AFTER_ERROR ? waitMs + INTERRUPTION : waitMs);
}

/** For platforms that ignore `duration`, also in the background, or that send no `onStop` at its end. */
function watchLimit(): void {
  clearTimeout(limitTimer!);
  if (phase === RECORDING && !session.pausedAt)
    limitTimer = setTimeout(() => {
      if (session.call) halt();
      else session.doubtful = true;
    }, deadline - Date.now());
}

// --- Sessions ------------------------------------------------------------------------------------------------

function newSession(options: StartOption, call?: Call): void {
  if (phase) giveUp();
  phase = AUTHORIZING;
  interrupted = calling = false;
  session = { call, options, stops: [] };
}

/** Starts the native recording: synchronously if permission is known to be granted. */
function begin(): unknown {
  const mine = session;
  let result: unknown;
  phase = STARTING;
  since = Date.now();
  wait(START_SILENCE, recording);
  // React Native rejects on refusal.
  attempt(
    () => {
      bind();
      result = native!.start(mine.options);
      return result;
    },
    (error) => {
      if (session === mine && phase) end(error);
      if (!mine.call && !result) throw error;
    },
  );
  return result;
}

/** Native has started, or has been silent for so long that it is assumed to have started. */
function recording(): void {
  phase = RECORDING;
  deadline = Date.now() + limitOf(session.options.duration) + 1000;
  wait(0);
  watchLimit();
  // A stop that native would have ignored earlier.
  if (session.stops.length || session.byManager) halt();
  else if (hidden || interrupted) background();
}

/** Sends the only `stop()` of this recording. */
function halt(): void {
  phase = STOPPING;
  clearTimeout(limitTimer!);
  awaitFile();
  tell('stop');
}

function awaitFile(): void {
  wait(session.error ? AFTER_ERROR : STOP_SILENCE, () => end(session.error, true));
}

/** Ends the session although native still owes events for it. */
function giveUp(): void {
  const before = phase;
  phase = IDLE;
  owedStop = owedError = session;
  if (!session.started) owedStart = session;
  // Native may still be recording.
  if (before < STOPPING) tell('stop');
}

/** Becomes idle before calling the app, because its callbacks may start again. */
function end(error: unknown, unsure?: unknown, file?: NativeResult): void {
  const over = session;
  const { call, stops } = over;
  wait(0);
  clearTimeout(limitTimer!);
  if (unsure) giveUp();
  phase = IDLE;
  const result = file && file.tempFilePath ? inMs(file, over) : undefined;
  // Permission may be the cause, so the next start checks it again.
  if (!result) granted = false;
  unclaimed = stops.length || over.byManager ? undefined : result;
  if (call) {
    if (result) succeed(call, 'startRecord', result);
    else fail(call, error);
  }
  // In a later task, so that code awaiting the start runs first.
  if (stops.length) answerStops(stops, result);
}

function answerStops(calls: Call[], file: unknown): void {
  nextTask(() => {
    calls.forEach((call) => {
      succeed(call, 'stopRecord', file);
    });
  });
}

/** Reports an immediate failure after `start` has returned: a retry in `fail` would recurse endlessly. */
function fail(call: Call, error: unknown): void {
  const tellApp = () => settle(call, failure(error));
  if (inStart) nextTask(tellApp);
  else tellApp();
}

function endEarly(): void {
  if (phase === RECORDING) halt();
  else if (phase === AUTHORIZING) end('stopped before recording began');
}

/** Handles a session moving to or from the background. The platform never resumes by itself (semantics §2). */
function background(paused?: boolean): void {
  if (!session.call || phase !== RECORDING) return;
  const away = hidden || interrupted;
  if (defaults.onBackground !== 'keep') {
    if (away || paused) halt();
  } else if (!away && !session.asked) tell('resume');
}

/** The app was hidden or shown, or an interruption began or ended. */
function appChanged(): void {
  goOnWaiting();
  watchLimit();
  background();
  if (session.ready && !hidden && phase === AUTHORIZING) begin();
}

// --- Native events -------------------------------------------------------------------------------------------
// Events carry no ids: in doubt, an event belongs to the latest session. Each handler returns whether the app's own
// listener is called too.

const react: { [event in NativeEvent]: (result: NativeResult) => unknown } = {
  Start() {
    const mine = session;
    if (phase <= AUTHORIZING) {
      const late = owedStart;
      owedStart = undefined;
      if (late) {
        // An abandoned session starts after all: stop it.
        owedStop = owedError = late;
        tell('stop');
      }
      return false;
    }
    if (mine.started) return false;
    mine.started = granted = true;
    mine.error = undefined;
    // Native sends events in order.
    owedStart = owedError = undefined;
    // Native ignored a stop() sent before this moment.
    if (phase === STOPPING) halt();
    else recording();
    return !mine.call;
  },

  Stop(result) {
    const { tempFilePath } = result;
    const key = tempFilePath! + result.fileSize;
    const late = owedStop;
    let of: Session | undefined = session;
    if (delivered[key]) {
      // A duplicate, or the platform reuses paths. After a `stop()`, only native's silence tells which.
      if (phase === RECORDING) halt();
      else if (phase === STOPPING)
        wait(REPEATED, () => {
          end(0, true, result);
          if (!of!.call || of!.byManager) invoke(listeners.Stop, result);
        });
      return false;
    }
    delivered[key] = tempFilePath;
    if (
      phase <= AUTHORIZING ||
      // The latest session has not started, or is not that long.
      (late && (phase === STARTING || inMs(result, session).duration! > Date.now() - since))
    ) {
      of = late;
      // Not owedStart: a session abandoned since then may still start.
      owedStop = owedError = undefined;
    } else end('no file', late && phase < STOPPING, result);
    return of && (!of.call || of.byManager);
  },

  Error(error) {
    const mine = session;
    const text = textOf(error);
    const isBusy = /is recording/.test(text);
    // Nothing is recording or paused.
    const isIdle = /not start|is stop|or paused/.test(text);
    if (phase <= AUTHORIZING || (phase === STARTING && isIdle)) {
      // An abandoned session was refused, or this answers its stop().
      const late = (!isIdle && owedStart) || owedError;
      if (isIdle || !owedStart) owedError = undefined;
      return late ? !isIdle && !late.call : phase <= AUTHORIZING || !mine.call;
    }
    if ((isIdle && phase < STOPPING) || (isBusy && mine.started)) {
      // Answers a call from other code: nothing is pending for this session.
    } else if (!mine.started && (phase < STOPPING || isDenial(error))) {
      // It may still start, and nothing would stop it. A denial is final, though, and with "is recording" it is other
      // code or an abandoned session that records.
      end(error, !isDenial(error) && (!isBusy || owedStart || owedStop));
    } else if (phase === RECORDING && !mine.call) {
      mine.doubtful = true;
    } else {
      // The file may still arrive.
      mine.error = mine.error || error;
      if (phase === RECORDING) halt();
      else if (waitMs > REPEATED) awaitFile();
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

/** Runs at each start, because other code may have replaced the platform's only listener. */
function bind(): void {
  events.forEach((event) => {
    if (bound && native!['off' + event]) native!['off' + event]!(react[event]);
    // In browsers, frames are a second copy of the recording, so they are made only if the app listens.
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
    // The prompt or the settings may hide the app; recording begins when it is shown again.
    if (live()) {
      mine.ready = true;
      appChanged();
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
    // Only avoids a prompt: a start does not depend on the result.
    wait(START_SILENCE, resolve as () => void);
    later(permission.getSetting).then(resolve, resolve);
  })
    .then((result): unknown => {
      const grant = grantOf(result);
      // React Native also returns `false` if permission was never requested (semantics §2).
      deniedBefore = process.env.TARO_ENV !== 'rn' && grant === false;
      // If cancelled meanwhile, do not prompt.
      if (live()) wait(0);
      return grant === true || (live() && permission.authorize({ scope: SCOPE }));
    })
    .then(
      (result) => {
        if (result !== false) allowed();
      },
      (error) => {
        const { errno } = error || ({} as NativeResult);
        // Alipay prompts again after a denial; only 2002 is permanent.
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
          content: defaults.askText || '请在设置中允许使用麦克风',
          success: (choice) => {
            if (choice.confirm && live()) {
              wait(SETTINGS, refuse);
              // Must run in this callback: WeChat opens the settings only after a tap (semantics §2).
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

// --- Calls of the app ----------------------------------------------------------------------------------------

/** The options for native, or an error message. */
function prepare(given: StartOption): StartOption | string {
  const result: StartOption = {};
  // Only known options: `onClick={Taro.startRecord}` passes an event object.
  const own = (key: keyof StartOption) => (hasOwn.call(given, key) ? given[key] : undefined);
  OPTIONS.forEach((key) => {
    [defaults[key], own(key)].forEach((value) => {
      if (value !== undefined) (result as Record<string, unknown>)[key] = value;
    });
  });

  result.duration = limitOf(result.duration, defaults.duration);

  const rate = result.encodeBitRate;
  const range = BIT_RATES.filter((row) => result.sampleRate! <= row[0]!)[0];
  if (range) {
    const low = range[1]! * 1000;
    const high = range[2]! * 1000;
    // A sample rate of the call overrides a default bit rate.
    if (!rate || (own('sampleRate') && !own('encodeBitRate')))
      result.encodeBitRate = Math.min(Math.max(rate || 48000, low), high);
    else if (
      (process.env.TARO_ENV === 'weapp' || process.env.TARO_ENV === 'qq') &&
      (rate < low || rate > high)
    )
      // Native would throw without naming the range.
      return 'encodeBitRate must be ' + low + '-' + high;
  }
  return result;
}

function obstacle(): string | undefined {
  if (!getNative()) return ' no recorder on ' + process.env.TARO_ENV;
  return phase && (phase > RECORDING || !session.doubtful) ? BUSY : undefined;
}

function start(option?: RecorderStartOption): Promise<RecorderStartResult> {
  const opened = open(option);
  const prepared = prepare(opened.option as StartOption);
  const refusal = obstacle() || (hidden ? 'app is in background' : prepared);
  inStart = true;
  if (typeof refusal === 'string') fail(opened, refusal);
  else {
    newSession(refusal, opened);
    // tt prompts by itself and is removing `authorize` (semantics §2).
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
        // The app receives native's event.
        owedError = undefined;
        tell('stop');
      }
    },
  };
  (['pause', 'resume'] as const).forEach((action) => {
    result[action] = () => {
      // When not recording, native only sends an error, which would be taken for the session's.
      if (phase && phase !== RECORDING) return;
      session.asked = action === 'pause';
      tell(action);
    };
  });
  events.forEach((event) => {
    result['on' + event] = (listener) => {
      listeners[event] = listener;
      // The running recording was started without frames.
      if (process.env.TARO_ENV === 'h5' && event === 'FrameRecorded' && bound)
        native!['on' + event]!(react[event]);
    };
    // Native's `off` would remove the runtime's listener or not know the app's.
    result['off' + event] = (listener) => {
      if (!listener || listener === listeners[event]) listeners[event] = undefined;
    };
  });
  // Other members are native's, bound to native's `this`.
  for (let object = getNative(); object; object = Object.getPrototypeOf(object))
    Object.getOwnPropertyNames(object).forEach((name) => {
      const member = native![name];
      if (!(name in result)) result[name] = typeof member === 'function' ? member.bind(native) : member;
    });
  return result as unknown as RecorderManager;
}

/** Creates the recorder, which listens to the app from now on. */
function create(): Recorder {
  if (typeof __TARO_MODERNIZE_RECORDER__ === 'object') assign(defaults, __TARO_MODERNIZE_RECORDER__);
  // Native always gets the same functions, so that listeners cannot accumulate.
  events.forEach((event) => {
    const heard = react[event];
    react[event] = (result) => {
      // Where listeners accumulate, native calls them several times with the same object.
      if (result && seen.indexOf(result) >= 0) return;
      seen.push(result);
      later(() => {
        seen = [];
      });
      if (heard(result || {})) invoke(listeners[event], result);
    };
  });
  watchApp(
    () => {
      if (process.env.TARO_ENV === 'h5') {
        // The page is left, and may be shown again.
        if (phase === AUTHORIZING) end('the page was left');
      } else {
        hidden = true;
        appChanged();
      }
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
      if (!manager) manager = shareManager();
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
  // On React Native, playback ends a recording first; the voice runtime checks this.
  if (process.env.TARO_ENV === 'rn') (recorder as { isBusy?: () => boolean }).isBusy = () => phase > IDLE;
  return recorder;
}

/**
 * An app may contain several copies of this file (imported and required, copied and packaged), and a stop must reach the
 * recorder that was started. So all copies share the recorder of the first one.
 */
function createOnce(): Recorder {
  const key = '__taro_modernize_recorder_1';
  const objects = sharedObjects() as { [key]?: Recorder | undefined }[];
  let found: Recorder | undefined;
  objects.forEach((object) => {
    if (object) found = found || object[key];
  });
  found = found || create();
  objects.forEach((object) => {
    // It may be frozen or missing.
    attempt(() => {
      object[key] = found;
    }, noop);
  });
  return found;
}

/** `startRecord` and `stopRecord`, implemented with RecorderManager. Its functions do not depend on `this`. */
export const recorder: Recorder = /* @__PURE__ */ createOnce();

/** Replaces `Taro.getRecorderManager()`: the platform's manager, shared with `recorder`. */
export function getRecorderManager(): RecorderManager {
  return recorder.manager;
}
