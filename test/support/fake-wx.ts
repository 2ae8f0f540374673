/**
 * A WeChat client with what a recording page needs, as documented for RecorderManager and observed in
 * clients: one listener per event, 300 ms from `start()` to `onStart`, an earlier `stop()` is ignored, and
 * the recorder pauses in the background without resuming.
 */
import { FakeBackgroundAudio } from './fake-background-audio';
import { fakeCanvas } from './fake-canvas';
import { FakeSystem } from './fake-system';
export type Callback = (result: Record<string, unknown>) => void;
export interface Option {
  success?: Callback;
  fail?: Callback;
  complete?: Callback;
  [name: string]: unknown;
}
export type RecorderEvent =
  | 'Start'
  | 'Pause'
  | 'Resume'
  | 'Stop'
  | 'Error'
  | 'FrameRecorded'
  | 'InterruptionBegin'
  | 'InterruptionEnd';

const START_DELAY = 300;
const STOP_DELAY = 80;

export class FakeWx {
  /** `undefined`: never asked. */
  grant: boolean | undefined;
  /** The user's answer to the prompt. `open` leaves the prompt open until `answer` is called. */
  prompt: 'allow' | 'deny' | 'open' = 'allow';
  prompts = 0;
  /** The user's choice on the settings page. `undefined`: the user does not go there. */
  settings: boolean | undefined;
  toasts: string[] = [];
  /** Whether the microphone is on. */
  isRecording = false;
  recordings = 0;
  /** The options of the last native start. */
  started: Record<string, unknown> = {};
  /** Paths that are playing, as `context …` or, through the old API, as `voice …`. */
  readonly sounding: string[] = [];
  /** Played paths in order. */
  readonly played: string[] = [];
  readonly stored = new Map<string, unknown>();

  private listeners: Partial<Record<RecorderEvent, Callback>> = {};
  protected state: 'idle' | 'starting' | 'recording' | 'paused' = 'idle';
  private startedAt = 0;
  private limit: ReturnType<typeof setTimeout> | undefined;
  private asking: (() => void)[] = [];
  protected readonly show = new Set<() => void>();
  protected readonly hide = new Set<() => void>();

  private made: Record<string, unknown> | undefined;

  /** @param system what it returns about the device, and what was requested */
  constructor(readonly system = new FakeSystem()) {}

  /** The global object. */
  get wx(): Record<string, unknown> {
    this.made ??= this.members();
    return this.made;
  }

  /** Answers an open prompt. */
  answer(isAllowed: boolean): void {
    this.grant = isAllowed;
    for (const go of this.asking.splice(0)) go();
  }

  toBackground(): void {
    if (this.state === 'recording') {
      this.state = 'paused';
      this.isRecording = false;
      this.emit('Pause', {});
    }
    for (const run of this.hide) run();
  }

  toForeground(): void {
    for (const run of this.show) run();
  }

  protected listen(event: RecorderEvent, listener: Callback): void {
    this.listeners[event] = listener;
  }

  protected emit(event: RecorderEvent, result: Record<string, unknown>): void {
    this.listeners[event]?.(result);
  }

  protected ask(then: () => void): void {
    if (this.grant !== undefined) return void setTimeout(then, 10);
    this.prompts++;
    this.asking.push(then);
    if (this.prompt !== 'open') setTimeout(() => this.answer(this.prompt === 'allow'), 500);
  }

  private begin(option: { duration?: number; [name: string]: unknown }): void {
    if (this.state !== 'idle') {
      this.emit('Error', { errMsg: "operateRecorder:fail:audio is recording, don't start record again" });
      return;
    }
    this.state = 'starting';
    this.started = option;
    this.ask(() => {
      if (!this.grant) {
        this.state = 'idle';
        this.emit('Error', { errMsg: 'operateRecorder:fail auth deny' });
        return;
      }
      setTimeout(() => {
        this.state = 'recording';
        this.isRecording = true;
        this.recordings++;
        this.startedAt = Date.now();
        this.limit = setTimeout(() => this.end(), option.duration ?? 60_000);
        this.emit('Start', {});
      }, START_DELAY);
    });
  }

  protected end(): void {
    if (this.state === 'idle') {
      setTimeout(() => this.emit('Error', { errMsg: 'operateRecorder:fail recorder not start' }), 10);
      return;
    }
    if (this.state === 'starting') return;
    clearTimeout(this.limit);
    const duration = Date.now() - this.startedAt;
    this.state = 'idle';
    this.isRecording = false;
    const tempFilePath = `wxfile://tmp/record-${this.recordings}.aac`;
    setTimeout(() => this.emit('Stop', { tempFilePath, duration, fileSize: duration * 6 }), STOP_DELAY);
  }

  /** Audio files of three seconds. Silk plays only through the old API. */
  protected audioContext(): Record<string, unknown> {
    const on: Record<string, Callback | undefined> = {};
    const context: Record<string, unknown> = { src: '', paused: true };
    let end: ReturnType<typeof setTimeout> | undefined;
    let left = 3000;
    let since = 0;
    const quiet = () => {
      clearTimeout(end);
      if (since) left -= Date.now() - since;
      since = 0;
      context.paused = true;
      this.silence(`context ${context.src}`);
    };
    for (const event of ['Play', 'Pause', 'Stop', 'Ended', 'Error']) {
      context[`on${event}`] = (listener: Callback) => {
        on[event] = listener;
      };
      context[`off${event}`] = () => {
        on[event] = undefined;
      };
    }
    context.play = () => {
      if (/\.silk$/.test(String(context.src))) {
        setTimeout(() => on.Error?.({ errMsg: 'format error', errCode: 10004 }), 50);
        return;
      }
      since = Date.now();
      context.paused = false;
      this.sound(`context ${context.src}`);
      setTimeout(() => on.Play?.({}), 10);
      end = setTimeout(() => {
        quiet();
        on.Ended?.({});
      }, left);
    };
    context.pause = () => {
      quiet();
      on.Pause?.({});
    };
    context.stop = () => {
      quiet();
      on.Stop?.({});
    };
    context.destroy = quiet;
    return context;
  }

  private sound(path: string): void {
    this.sounding.push(path);
    this.played.push(path);
  }

  private silence(path: string): void {
    const at = this.sounding.indexOf(path);
    if (at >= 0) this.sounding.splice(at, 1);
  }

  /** Paths of the files that the app has saved. */
  readonly saved: string[] = [];

  /** The called file functions: `wx.saveFile` or `manager.saveFile`. */
  readonly fileCalls: string[] = [];

  /** The file functions of `wx`, or those of its manager. */
  private fileFunctions(owner: string): Record<string, (option: Option) => void> {
    const answers: Record<string, (option: Option) => Record<string, unknown>> = {
      saveFile: (option) => {
        this.saved.push(`wxfile://store/${String(option.tempFilePath).split('/').at(-1)}`);
        return { savedFilePath: this.saved.at(-1) };
      },
      getSavedFileList: () => ({
        fileList: this.saved.map((filePath) => ({ filePath, size: 7, createTime: 1_700_000_000 })),
      }),
      removeSavedFile: (option) => {
        this.saved.splice(this.saved.indexOf(String(option.filePath)), 1);
        return {};
      },
      getFileInfo: (option) => ({ size: 7, digest: `${option.digestAlgorithm} digest` }),
    };
    return Object.fromEntries(
      Object.entries(answers).map(([name, answer]) => [
        name,
        (option: Option = {}) => {
          this.fileCalls.push(`${owner}.${name}`);
          this.tell(option, name, () => answer(option));
        },
      ]),
    );
  }

  readonly backgroundAudio = new FakeBackgroundAudio();

  canvas = fakeCanvas();

  /** Paths of the pictures in the user's album. */
  readonly album: string[] = [];

  /** The files that the user chooses. None: the user cancels. */
  chosen: { tempFilePath: string; size: number; duration?: number }[] = [];
  /** The opened pickers, in order. */
  readonly pickers: string[] = [];

  private choose(name: string, option: Option): void {
    this.pickers.push(name);
    this.tell(option, name, () => {
      const files = this.chosen.slice(0, option.count as number | undefined);
      if (files.length === 0) throw new Error('cancel');
      if (name === 'chooseMedia') return { tempFiles: files };
      if (name === 'chooseVideo') return { ...files[0] };
      return {
        tempFilePaths: files.map(({ tempFilePath }) => tempFilePath),
        tempFiles: files.map(({ tempFilePath: path, size }) => ({ path, size })),
      };
    });
  }

  /** Answers a call through its callbacks. */
  private tell(option: Option, name: string, answer: () => Record<string, unknown>): void {
    setTimeout(() => {
      let result: Record<string, unknown>;
      let isDone = true;
      try {
        result = { ...answer(), errMsg: `${name}:ok` };
      } catch (error) {
        isDone = false;
        result = { errMsg: `${name}:fail ${(error as Error).message}` };
      }
      if (isDone) option.success?.(result);
      else option.fail?.(result);
      option.complete?.(result);
    }, 10);
  }

  protected members(): Record<string, unknown> {
    // Only Taro has it, beside the host's functions.
    const { canIUseWebp: _, ...system } = this.system.apis;
    const answering =
      (name: string, result: Record<string, unknown> = {}) =>
      (option: Option = {}) => {
        setTimeout(() => {
          option.success?.({ errMsg: `${name}:ok`, ...result });
          option.complete?.({ errMsg: `${name}:ok`, ...result });
        }, 10);
      };
    const manager: Record<string, unknown> = {
      start: (option = {}) => this.begin(option),
      stop: () => this.end(),
      pause: () => {},
      resume: () => {},
    };
    for (const event of [
      'Start',
      'Pause',
      'Resume',
      'Stop',
      'Error',
      'FrameRecorded',
      'InterruptionBegin',
      'InterruptionEnd',
    ] as const) {
      manager[`on${event}`] = (listener: Callback) => {
        this.listen(event, listener);
      };
    }
    const camera = {
      startRecord: (option: Option) => option.success?.({ errMsg: 'operateCamera:ok' }),
      stopRecord: (option: Option) => option.success?.({ tempVideoPath: 'wxfile://tmp/video.mp4' }),
    };
    let voice: { path: string; end: ReturnType<typeof setTimeout> } | undefined;
    const stopVoice = () => {
      if (!voice) return;
      clearTimeout(voice.end);
      this.silence(voice.path);
      voice = undefined;
    };
    return {
      createInnerAudioContext: () => this.audioContext(),
      playVoice: (option: Option = {}) => {
        stopVoice();
        const path = `voice ${option.filePath}`;
        this.sound(path);
        const end = setTimeout(() => {
          stopVoice();
          option.success?.({ errMsg: 'playVoice:ok' });
        }, 3000);
        voice = { path, end };
      },
      pauseVoice: () => {},
      stopVoice,
      downloadFile: (option: Option = {}) =>
        setTimeout(() => {
          const tempFilePath = `wxfile://tmp/${String(option.url).split('/').at(-1)}`;
          option.success?.({ errMsg: 'downloadFile:ok', statusCode: 200, tempFilePath });
        }, 200),
      getRecorderManager: () => manager,
      getSetting: (option: Option = {}) =>
        setTimeout(() => {
          const authSetting = this.grant === undefined ? {} : { 'scope.record': this.grant };
          option.success?.({ errMsg: 'getSetting:ok', authSetting });
          option.complete?.({ errMsg: 'getSetting:ok', authSetting });
        }, 10),
      authorize: (option: Option = {}) =>
        this.ask(() => {
          const result = { errMsg: this.grant ? 'authorize:ok' : 'authorize:fail auth deny' };
          if (this.grant) option.success?.(result);
          else option.fail?.(result);
          option.complete?.(result);
        }),
      showModal: (option: Option = {}) =>
        setTimeout(
          () => option.success?.({ confirm: this.settings !== undefined, cancel: !this.settings }),
          10,
        ),
      openSetting: (option: Option = {}) => {
        this.grant = this.settings;
        setTimeout(() => option.success?.({ errMsg: 'openSetting:ok' }), 10);
      },
      getStorageSync: (key: string) => this.stored.get(key) ?? '',
      setStorageSync: (key: string, data: unknown) => this.stored.set(key, data),
      showLoading: answering('showLoading'),
      hideLoading: answering('hideLoading'),
      showToast: (option: Option = {}) => {
        this.toasts.push(String(option.title));
        answering('showToast')(option);
      },
      onAppShow: (run: () => void) => this.show.add(run),
      onAppHide: (run: () => void) => this.hide.add(run),
      createCameraContext: () => camera,
      createCanvasContext: () => this.canvas.host.createCanvasContext(),
      getImageInfo: (option: Option = {}) =>
        this.tell(option, 'getImageInfo', () => ({
          path: `wxfile://tmp/${String(option.src).split('/').at(-1)}`,
          width: 8,
          height: 6,
        })),
      saveImageToPhotosAlbum: (option: Option = {}) =>
        this.tell(option, 'saveImageToPhotosAlbum', () => {
          this.album.push(String(option.filePath));
          return {};
        }),
      ...this.fileFunctions('wx'),
      getFileSystemManager: () => this.fileFunctions('manager'),
      getBackgroundAudioManager: () => this.backgroundAudio.manager,
      chooseMedia: (option: Option = {}) => this.choose('chooseMedia', option),
      chooseImage: (option: Option = {}) => this.choose('chooseImage', option),
      chooseVideo: (option: Option = {}) => this.choose('chooseVideo', option),
      uploadFile: answering('uploadFile', { statusCode: 200, data: '{"url":"https://example.com/voice"}' }),
      getLocation: answering('getLocation', { latitude: 1, longitude: 2 }),
      ...system,
      getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
      getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
      canIUse: () => true,
      nextTick: (run: () => void) => setTimeout(run, 0),
    };
  }
}
