/**
 * A mini program's host as the runtime sees it through `@tarojs/taro`: recorder, permission, app show and
 * hide. `Quirks` has a switch for every known misbehavior of a platform. It runs on any clock: vitest's fake
 * timers, or a virtual one.
 */

export interface Clock {
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
  now(): number;
}

/** The clock of the test's globals, so that vitest's fake timers control it. */
export const globalClock: Clock = {
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => clearTimeout(timer as never),
  now: () => Date.now(),
};

/** All times are in ms. */
export interface Quirks {
  /** The value of TARO_ENV. */
  platform: string;
  /**
   * Whether a new listener replaces the previous one or is added to it: with `off*`, or without (`collect`).
   */
  listeners: 'single' | 'accumulate' | 'collect';
  /** Start, pause and resume events have no argument, as on React Native. */
  emptyResults: boolean;
  /** From `start()` to `onStart`. */
  startDelay: number;
  /** From `stop()` to `onStop`. */
  stopDelay: number;
  /**
   * The effect of a `stop()` before `onStart`: an error or nothing. The recording continues in both cases.
   */
  earlyStop: 'error' | 'silent';
  /** `start()` throws on a sample rate that does not fit the bit rate. */
  throwsOnBadRate: boolean;
  /** `start()` throws. */
  startThrows: boolean;
  /** Native rejects every start with this error, for instance because there is no microphone. */
  refuses: Record<string, unknown> | undefined;
  /** From `start()` to the rejection. */
  refusalDelay: number;
  /** React Native: `start()` returns a promise, which rejects when the recording is refused. */
  startPromise: boolean;
  /** React Native: a start during a recording silently ends that recording instead of failing. */
  replaces: boolean;
  noOnStart: boolean;
  noOnStop: boolean;
  /** All recordings have the same path and size, as in a test double. */
  sameFile: boolean;
  /** What native does on a stop of a running recording, in addition to stopping. */
  stopError: 'none' | 'before' | 'instead';
  /** Native ends the recording at `duration` by itself. */
  keepsLimit: boolean;
  /** Native ignores `stop()`. */
  ignoresStop: boolean;
  /** The recorder is paused when the app is hidden, and not resumed. */
  pausesInBackground: boolean;
  /** No app code runs while the app is hidden. On return, timers run before the pending events. */
  freezesInBackground: boolean;
  /** Whether pending events or app show come first on return. */
  showFirst: boolean;
  /** Unit of `onStop`'s duration. */
  durationUnit: 'ms' | 's';
  /** The grant: allowed, denied before, or never asked. */
  grant: boolean | undefined;
  /** The user's answer to a prompt and how long it takes. `open`: no answer before `answerPrompt`. */
  prompt: 'allow' | 'deny' | 'open';
  promptDelay: number;
  /** The prompt hides the app while it is open. */
  promptHides: boolean;
  /** `silent`: returns nothing. `never`: returns a promise that does not settle. */
  getSetting: 'ok' | 'fails' | 'missing' | 'silent' | 'never';
  /** React Native: the setting is `false` also when never asked. */
  falseForNeverAsked: boolean;
  /** Keys of the setting. */
  keys: 'scope.record' | 'audioRecord' | 'scope.audioRecord';
  authorize: 'ok' | 'missing' | 'withdrawn' | 'warns';
  /** The `errMsg` of a denied authorize. */
  denial: string;
  /** A failure of authorize before any prompt, for instance errno 104. */
  authorizeError: Record<string, unknown> | undefined;
  /** How native reports a start without permission. `never`: not at all. */
  refusal: string;
  /** Native itself prompts the user when a start has no grant. */
  nativePrompt: boolean;
  modal: 'confirm' | 'cancel' | 'open';
  /** The user's choice on the settings page. */
  settings: boolean;
  /** The settings page hides the app. */
  settingsHide: boolean;
  /** `openSetting` returns the user's choice. */
  settingsAnswer: boolean;
}

const ordinary: Quirks = {
  platform: 'weapp',
  listeners: 'single',
  startDelay: 300,
  stopDelay: 50,
  earlyStop: 'error',
  throwsOnBadRate: true,
  startThrows: false,
  emptyResults: false,
  refuses: undefined,
  refusalDelay: 0,
  startPromise: false,
  replaces: false,
  noOnStart: false,
  noOnStop: false,
  sameFile: false,
  stopError: 'none',
  keepsLimit: true,
  ignoresStop: false,
  pausesInBackground: true,
  freezesInBackground: false,
  showFirst: true,
  durationUnit: 'ms',
  grant: true,
  prompt: 'allow',
  promptDelay: 1000,
  promptHides: false,
  getSetting: 'ok',
  falseForNeverAsked: false,
  keys: 'scope.record',
  authorize: 'ok',
  denial: 'authorize:fail auth deny',
  authorizeError: undefined,
  refusal: 'operateRecorder:fail auth deny',
  nativePrompt: true,
  modal: 'confirm',
  settings: true,
  settingsHide: true,
  settingsAnswer: true,
};

/** The quirks of each platform, as far as they are documented or observed. */
const platforms: Record<string, Partial<Quirks>> = {
  weapp: {},
  qq: {},
  tt: { authorize: 'withdrawn' },
  swan: {},
  jd: {},
  dd: { durationUnit: 's' },
  alipay: {
    listeners: 'accumulate',
    keys: 'audioRecord',
    durationUnit: 's',
    denial: '用户拒绝授权',
  },
  rn: {
    startPromise: true,
    replaces: true,
    keepsLimit: false,
    falseForNeverAsked: true,
    pausesInBackground: false,
    throwsOnBadRate: false,
    denial: 'authorize:denied',
    refusal: 'Permissions denied!',
  },
};

const EVENTS = [
  'Start',
  'Pause',
  'Resume',
  'Stop',
  'Error',
  'FrameRecorded',
  'InterruptionBegin',
  'InterruptionEnd',
] as const;
export type RecorderEvent = (typeof EVENTS)[number];

/** What native has told the app about one of its starts. */
export interface Answer {
  event: 'Start' | 'Stop' | 'Refusal';
  /** The start that it answers, as an index into `startOptions`. */
  start: number;
  /** There has been no other start since. */
  newest: boolean;
  /** When the app was told, in ms of awake time. */
  at: number;
  result: unknown;
}

/** A period during which the microphone is on. */
export interface Recording {
  /** The start that began it, as an index into `startOptions`. */
  start: number;
  path: string;
  begun: number;
  /** The app's code has called `stop()` since the start. */
  stopCalled: boolean;
}

type Listener = (result?: unknown) => void;

export class FakeHost {
  readonly quirks: Quirks;
  /** All calls that reached native, in order: `start`, `stop`, `pause`, `resume`, `authorize`, …. */
  readonly calls: string[] = [];
  /** Notified of each start and stop that reaches native. */
  onCall: (name: 'start' | 'stop') => void = () => {};
  /** The options of all native starts. */
  readonly startOptions: Record<string, unknown>[] = [];
  /** Violations of rules that every platform enforces. */
  readonly offences: string[] = [];
  readonly answers: Answer[] = [];
  /** The ends that native has reported again, and when in ms of awake time. */
  readonly repeats: { result: unknown; at: number }[] = [];
  /** Shared by the copies of the runtime in this app. */
  readonly global: Record<string, unknown> = {};
  readonly taro: Record<string, unknown>;
  readonly manager: Record<string, unknown>;
  readonly registered: Record<string, Listener[]> = {};
  readonly appListeners: { hide: Listener[]; show: Listener[] } = { hide: [], show: [] };

  /** When the app was hidden, in ms of awake time. */
  readonly hiddenAt: number[] = [];

  prompts = 0;
  modals = 0;
  modalText = '';
  hidden = false;
  interrupted = false;
  /** The recording that has the microphone on, also while paused. */
  recording: Recording | undefined;
  paused = false;
  /** Native has sent `onStart` for the recording. */
  told = false;
  grant: boolean | undefined;

  private files = 0;
  private starting: { cancelled: boolean; stopCalled: boolean } | undefined;
  private limit: unknown;
  private openPrompt: ((allow: boolean) => void) | undefined;
  private openModal: ((confirm: boolean) => void) | undefined;
  private insideModal = false;
  private queue: (() => void)[] = [];
  private frozenFor = 0;
  private frozenSince: number | undefined;
  private readonly appTimers = new Map<unknown, { run: () => void; due: boolean }>();

  constructor(
    quirks: Partial<Quirks> = {},
    readonly clock: Clock = globalClock,
  ) {
    const platform = quirks.platform ?? 'weapp';
    this.quirks = { ...ordinary, ...platforms[platform], ...quirks };
    this.grant = this.quirks.grant;
    this.manager = this.makeManager();
    this.taro = this.makeTaro();
  }

  // --- What the app's code runs on ------------------------------------------------------------------------------

  /** Timers of the app's code. They freeze with the app. */
  readonly setTimeout = (run: () => void, ms: number): unknown => {
    const entry = { run, due: false };
    const timer = this.clock.setTimeout(() => {
      if (this.hidden && this.quirks.freezesInBackground) entry.due = true;
      else {
        this.appTimers.delete(timer);
        run();
      }
    }, ms);
    this.appTimers.set(timer, entry);
    return timer;
  };

  readonly clearTimeout = (timer: unknown): void => {
    this.clock.clearTimeout(timer);
    this.appTimers.delete(timer);
  };

  /** The app's pending timers. */
  get pendingTimers(): number {
    return this.appTimers.size;
  }

  /** Runs app code that is called from outside. In a frozen app it waits for the return. */
  private toApp(run: () => void): void {
    if (this.hidden && this.quirks.freezesInBackground) this.queue.push(run);
    else run();
  }

  /** Awake time in ms: how long the app's code has been able to run. */
  get awake(): number {
    return (this.frozenSince ?? this.clock.now()) - this.frozenFor;
  }

  // --- App ------------------------------------------------------------------------------------------------------

  hide(): void {
    if (this.hidden) return;
    this.hiddenAt.push(this.awake);
    for (const listener of [...this.appListeners.hide]) listener();
    this.hidden = true;
    if (this.quirks.freezesInBackground) this.frozenSince = this.clock.now();
    if (this.quirks.pausesInBackground) this.pauseRecorder();
  }

  show(): void {
    if (!this.hidden) return;
    this.hidden = false;
    if (this.frozenSince !== undefined) this.frozenFor += this.clock.now() - this.frozenSince;
    this.frozenSince = undefined;
    for (const [timer, entry] of [...this.appTimers]) {
      if (!entry.due || !this.appTimers.has(timer)) continue;
      this.appTimers.delete(timer);
      entry.run();
    }
    const shown = () => {
      for (const listener of [...this.appListeners.show]) listener();
    };
    const queued = this.queue;
    this.queue = [];
    if (this.quirks.showFirst) shown();
    for (const run of queued) run();
    if (!this.quirks.showFirst) shown();
  }

  interruptionBegin(): void {
    if (this.interrupted) return;
    this.interrupted = true;
    this.emit('InterruptionBegin', {});
    this.pauseRecorder();
  }

  interruptionEnd(): void {
    if (!this.interrupted) return;
    this.interrupted = false;
    this.emit('InterruptionEnd', {});
  }

  // --- Recorder -------------------------------------------------------------------------------------------------

  get microphoneOn(): boolean {
    return this.recording !== undefined;
  }

  /** Sends a native event to the registered listeners. */
  emit(event: RecorderEvent, result?: unknown): void {
    this.toApp(() => {
      for (const listener of [...(this.registered[event] ?? [])]) listener(result);
    });
  }

  /** An event that answers a start. */
  private answer(event: Answer['event'], start: number, result: unknown, deliver?: () => void): void {
    this.toApp(() => {
      const newest = start === this.startOptions.length - 1;
      this.answers.push({ event, start, newest, at: this.awake, result });
      const name = event === 'Refusal' ? 'Error' : event;
      if (deliver) deliver();
      else for (const listener of [...(this.registered[name] ?? [])]) listener(result);
    });
  }

  error(errMsg: string, more: Record<string, unknown> = {}): void {
    this.emit('Error', { errMsg, ...more });
  }

  /** Native ends the recording: at the limit, or because the system interrupts it. */
  endByItself(): void {
    if (!this.recording) return;
    const { start } = this.recording;
    const file = this.close();
    if (!this.quirks.noOnStop) this.answer('Stop', start, file);
  }

  /** Native reports the last end again, or an older one. */
  repeatStop(older = 0): void {
    const last = this.answers.filter(({ event }) => event === 'Stop').at(-1 - older);
    if (!last) return;
    const result = { ...(last.result as object) };
    this.toApp(() => this.repeats.push({ result, at: this.awake }));
    this.emit('Stop', result);
  }

  /** Native reports the end before the last one again. */
  repeatOlderStop(): void {
    this.repeatStop(1);
  }

  /** Native ends the recording without reporting it. */
  endByItselfSilently(): void {
    if (this.recording) this.close();
  }

  frame(): void {
    this.emit('FrameRecorded', { frameBuffer: new ArrayBuffer(8), isLastFrame: false });
  }

  private pauseRecorder(): void {
    if (!this.recording || this.paused) return;
    this.paused = true;
    this.emit('Pause', this.quirks.emptyResults ? undefined : {});
  }

  private close(): Record<string, unknown> {
    const { path, begun } = this.recording!;
    this.recording = undefined;
    this.paused = false;
    this.clock.clearTimeout(this.limit);
    const ms = this.clock.now() - begun;
    const duration = this.quirks.durationUnit === 's' ? ms / 1000 : ms;
    if (this.quirks.sameFile) return { tempFilePath: 'file', duration, fileSize: 1000 };
    return { tempFilePath: path, duration, fileSize: 100 + ms };
  }

  private nativeStart(options: Record<string, unknown>): unknown {
    const q = this.quirks;
    this.calls.push(q.startThrows ? 'start threw' : 'start');
    this.startOptions.push(options);
    this.onCall('start');
    if (q.startThrows) throw new Error('operateRecorder:fail start threw');
    const rate = (options.sampleRate as number) ?? 8000;
    const bits = (options.encodeBitRate as number) ?? 48000;
    if (q.throwsOnBadRate && rate >= 44100 && (bits < 64000 || bits > 320000))
      throw new Error('operateRecorder:fail invalid encodeBitRate');
    const start = this.startOptions.length - 1;
    if (!q.startPromise) {
      this.tryStart(options, (error) => this.answer('Refusal', start, error));
      return undefined;
    }
    return new Promise<void>((resolve, reject) => {
      this.tryStart(
        options,
        (error) => this.answer('Refusal', start, error, () => reject(error)),
        () => resolve(),
      );
    });
  }

  private tryStart(
    options: Record<string, unknown>,
    refuse: (error: Record<string, unknown>) => void,
    begun: () => void = () => {},
  ): void {
    const q = this.quirks;
    const start = this.startOptions.length - 1;
    if (this.recording && !this.recording.stopCalled)
      this.offences.push('native start during a recording that nobody stopped');
    if (this.starting && !this.starting.stopCalled)
      this.offences.push('native start while another start that nobody stopped is pending');
    if (this.recording || this.starting) {
      if (!q.replaces) {
        refuse({ errMsg: "operateRecorder:fail:audio is recording, don't start record again" });
        return;
      }
      if (this.recording) this.close();
      if (this.starting) this.starting.cancelled = true;
    }
    const attempt = { cancelled: false, stopCalled: false };
    this.starting = attempt;
    const refuseThis = (error: Record<string, unknown>) => {
      if (attempt.cancelled) return;
      this.starting = undefined;
      refuse({ ...error });
    };
    const { refuses } = q;
    if (refuses) {
      if (q.refusalDelay) this.clock.setTimeout(() => refuseThis(refuses), q.refusalDelay);
      else refuseThis(refuses);
      return;
    }
    const proceed = (allowed: boolean) => {
      if (attempt.cancelled) return;
      if (!allowed || this.interrupted) {
        this.starting = undefined;
        if (allowed) refuse({ errMsg: 'operateRecorder:fail interrupted' });
        else if (q.refusal !== 'never') refuse({ errMsg: q.refusal });
        return;
      }
      this.clock.setTimeout(() => {
        if (attempt.cancelled) return;
        this.starting = undefined;
        this.files += 1;
        this.recording = {
          start,
          path: `file-${this.files}`,
          begun: this.clock.now(),
          // Ignored. But nobody can know that it must be sent again for a recording that native has not
          // reported.
          stopCalled: attempt.stopCalled && q.noOnStart,
        };
        this.paused = false;
        if (q.keepsLimit)
          this.limit = this.clock.setTimeout(() => this.endByItself(), (options.duration as number) ?? 60000);
        this.told = !q.noOnStart;
        if (!q.noOnStart) this.answer('Start', start, q.startPromise || q.emptyResults ? undefined : {});
        begun();
        if (this.hidden && q.pausesInBackground) this.pauseRecorder();
      }, q.startDelay);
    };
    if (this.grant === true) proceed(true);
    else if (this.grant === false || !q.nativePrompt) proceed(false);
    else this.promptUser(proceed);
  }

  private nativeStop(): void {
    const q = this.quirks;
    this.calls.push('stop');
    this.onCall('stop');
    if (!this.recording) {
      if (this.starting) this.starting.stopCalled = true;
      if (this.starting && q.earlyStop === 'silent') return;
      if (q.platform === 'rn') return;
      this.error(
        this.starting
          ? 'operateRecorder:fail recorder not start'
          : "operateRecorder:fail:audio is stop, don't stop record again",
      );
      return;
    }
    this.recording.stopCalled = true;
    if (q.ignoresStop) return;
    const { start } = this.recording;
    const file = this.close();
    if (q.stopError !== 'none') this.error('operateRecorder:fail something went wrong');
    if (q.stopError === 'instead' || q.noOnStop) return;
    this.clock.setTimeout(() => this.answer('Stop', start, file), q.stopDelay);
  }

  private nativePause(): void {
    this.calls.push('pause');
    if (!this.recording || this.paused) this.error('operateRecorder:fail recorder not start');
    else this.pauseRecorder();
  }

  private nativeResume(): void {
    this.calls.push('resume');
    if (!this.recording) this.error('operateRecorder:fail recorder not start');
    else if (!this.paused) this.error('operateRecorder:fail is recording or paused');
    else if (this.interrupted || this.hidden) this.error('operateRecorder:fail resume failed');
    else {
      this.paused = false;
      this.emit('Resume', this.quirks.emptyResults ? undefined : {});
    }
  }

  private makeManager(): Record<string, unknown> {
    // A class, as on React Native: its members are not enumerable and need `this`.
    class NativeManager {
      readonly #host: FakeHost;
      readonly kind = 'native';
      constructor(host: FakeHost) {
        this.#host = host;
      }
      start(options: Record<string, unknown>) {
        return this.#host.nativeStart(options);
      }
      stop() {
        this.#host.nativeStop();
      }
      pause() {
        this.#host.nativePause();
      }
      resume() {
        this.#host.nativeResume();
      }
      onDecibelChange() {
        this.#host.calls.push('onDecibelChange');
      }
    }
    const proto = NativeManager.prototype as unknown as Record<string, unknown>;
    const absent =
      this.quirks.platform === 'rn' ? ['FrameRecorded', 'InterruptionBegin', 'InterruptionEnd'] : [];
    for (const event of EVENTS) {
      if (absent.includes(event)) continue;
      Object.defineProperty(proto, `on${event}`, {
        value: (listener: Listener) => {
          const before = this.quirks.listeners === 'single' ? [] : (this.registered[event] ?? []);
          this.registered[event] = [...before, listener];
        },
      });
      if (this.quirks.listeners === 'accumulate')
        Object.defineProperty(proto, `off${event}`, {
          value: (listener?: Listener) => {
            this.calls.push(`off${event}`);
            this.registered[event] = listener
              ? (this.registered[event] ?? []).filter((one) => one !== listener)
              : [];
          },
        });
    }
    return new NativeManager(this) as unknown as Record<string, unknown>;
  }

  // --- Permission -----------------------------------------------------------------------------------------------

  /** The user answers the open prompt. */
  answerPrompt(allow: boolean): void {
    const answer = this.openPrompt;
    this.openPrompt = undefined;
    answer?.(allow);
  }

  get promptOpen(): boolean {
    return this.openPrompt !== undefined;
  }

  answerModal(confirm: boolean): void {
    const answer = this.openModal;
    this.openModal = undefined;
    answer?.(confirm);
  }

  private promptUser(answered: (allow: boolean) => void): void {
    const q = this.quirks;
    const before = this.openPrompt;
    if (before) {
      // One dialog, even if several calls wait for it.
      this.openPrompt = (allow) => {
        before(allow);
        answered(allow);
      };
      return;
    }
    this.prompts += 1;
    if (q.promptHides) this.hide();
    this.openPrompt = (allow) => {
      if (allow || q.platform !== 'alipay') this.grant = allow;
      answered(allow);
      if (q.promptHides) this.show();
    };
    if (q.prompt !== 'open') {
      this.clock.setTimeout(() => this.answerPrompt(q.prompt === 'allow'), q.promptDelay);
    }
  }

  private authSetting(): Record<string, boolean> {
    const value = this.grant ?? (this.quirks.falseForNeverAsked ? false : undefined);
    return value === undefined ? {} : { [this.quirks.keys]: value };
  }

  private makeTaro(): Record<string, unknown> {
    const q = this.quirks;
    type Option =
      | { success?: Listener; fail?: Listener; scope?: string; scopes?: string; content?: string }
      | undefined;
    /** Makes promises of the platform's functions like Taro: callbacks first. */
    const promised = (option: Option, run: (resolve: Listener, reject: Listener) => void) =>
      new Promise((resolve, reject) => {
        run(
          (result) =>
            this.toApp(() => {
              option?.success?.(result);
              resolve(result);
            }),
          (error) =>
            this.toApp(() => {
              option?.fail?.(error);
              reject(error);
            }),
        );
      });
    const soon = (run: () => void) => void this.clock.setTimeout(run, 10);

    const taro: Record<string, unknown> = {
      eventCenter: {},
      getRecorderManager: () => this.manager,
      onAppHide: (listener: Listener) => this.appListeners.hide.push(listener),
      onAppShow: (listener: Listener) => this.appListeners.show.push(listener),
      getSetting: (option: Option) => {
        this.calls.push('getSetting');
        if (q.getSetting === 'silent') return undefined;
        if (q.getSetting === 'never') return new Promise(() => {});
        return promised(option, (resolve, reject) =>
          soon(() => {
            if (q.getSetting === 'fails') reject({ errMsg: 'getSetting:fail internal error' });
            else resolve({ errMsg: 'getSetting:ok', authSetting: this.authSetting() });
          }),
        );
      },
      authorize: (option: Option) => {
        this.calls.push('authorize');
        if (q.authorize === 'warns') return undefined;
        return promised(option, (resolve, reject) => {
          const scope = q.platform === 'alipay' ? 'scope.audioRecord' : 'scope.record';
          const asked = q.platform === 'alipay' ? option?.scopes : option?.scope;
          const deny = (error = 2001) =>
            reject(q.platform === 'alipay' ? { error, errorMessage: q.denial } : { errMsg: q.denial });
          if (q.authorize === 'withdrawn') soon(() => reject({ errMsg: 'authorize:fail not supported' }));
          else if (asked !== scope) soon(() => reject({ errMsg: 'authorize:fail invalid scope' }));
          else if (q.authorizeError) soon(() => reject(q.authorizeError));
          else if (this.grant === true) soon(() => resolve({ errMsg: 'authorize:ok' }));
          else if (this.grant === false) soon(() => deny(2002));
          else this.promptUser((allow) => (allow ? resolve({ errMsg: 'authorize:ok' }) : deny()));
        });
      },
      showModal: (option: Option) => {
        this.calls.push('showModal');
        this.modals += 1;
        this.modalText = option?.content ?? '';
        return promised(undefined, (resolve) => {
          const answer = (confirm: boolean) => {
            const result = { errMsg: 'showModal:ok', confirm, cancel: !confirm };
            this.insideModal = true;
            option?.success?.(result);
            this.insideModal = false;
            resolve(result);
          };
          this.openModal = answer;
          if (q.modal !== 'open') this.clock.setTimeout(() => this.answerModal(q.modal === 'confirm'), 500);
        });
      },
      openSetting: (option: Option) => {
        this.calls.push('openSetting');
        const tapped = this.insideModal;
        return promised(option, (resolve, reject) => {
          if (!tapped) {
            soon(() => reject({ errMsg: 'openSetting:fail can only be invoked by user TAP gesture.' }));
            return;
          }
          if (q.settingsHide) this.hide();
          this.clock.setTimeout(() => {
            this.grant = q.settings;
            if (q.settingsAnswer) resolve({ errMsg: 'openSetting:ok', authSetting: this.authSetting() });
            if (q.settingsHide) this.show();
          }, 2000);
        });
      },
    };
    if (q.getSetting === 'missing') delete taro.getSetting;
    if (q.authorize === 'missing') delete taro.authorize;
    return taro;
  }
}
