import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('@tarojs/taro', () => ({ eventCenter: {} }));

type Listener = (result: Record<string, unknown>) => void;
type Manager = Record<string, (argument?: unknown) => void>;

class FakeTrack {
  readyState = 'live';
  onmute?: () => void;
  onunmute?: () => void;
  onended?: () => void;
  stop() {
    this.readyState = 'ended';
  }
}

class FakeMediaRecorder {
  static supported = /webm/;
  static bytes = 'sound';
  /** Its type once it has begun, where that is not what it was given. */
  static says: string | undefined;
  static isTypeSupported = (type: string) => FakeMediaRecorder.supported.test(type);
  state = 'inactive';
  mimeType: string;
  onstart?: () => void;
  onstop?: () => void;
  onerror?: (event: object) => void;
  ondataavailable?: (event: { data: Blob }) => void;
  constructor(_stream: unknown, option: { mimeType?: string }) {
    this.mimeType = option.mimeType ?? 'audio/webm';
    last = this;
  }
  start() {
    this.state = 'recording';
    this.mimeType = FakeMediaRecorder.says ?? this.mimeType;
    queueMicrotask(() => this.onstart?.());
  }
  pause() {
    this.state = 'paused';
  }
  resume() {
    this.state = 'recording';
  }
  stop() {
    this.state = 'inactive';
    queueMicrotask(() => {
      this.ondataavailable?.({ data: new Blob([FakeMediaRecorder.bytes]) });
      this.onstop?.();
    });
  }
}

let last: FakeMediaRecorder;
let track: FakeTrack;
let manager: Manager;
let log: string[];
let results: Record<string, Record<string, unknown>>;
let pagehide: () => void;
let getUserMedia: () => Promise<unknown>;

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  FakeMediaRecorder.bytes = 'sound';
  FakeMediaRecorder.says = undefined;
  FakeMediaRecorder.supported = /webm/;
  track = new FakeTrack();
  getUserMedia = async () => ({ getTracks: () => [track] });
  vi.stubGlobal('MediaRecorder', FakeMediaRecorder);
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: () => getUserMedia() } });
  vi.stubGlobal('document', {});
  vi.stubGlobal('window', {
    addEventListener: (_name: string, listener: () => void) => {
      pagehide = listener;
    },
  });
  const { getNativeManager } = await import('../../src/runtime/recorder-host.h5');
  manager = getNativeManager() as unknown as Manager;
  log = [];
  results = {};
  for (const event of ['Start', 'Stop', 'Error', 'Pause', 'Resume', 'InterruptionBegin', 'InterruptionEnd'])
    manager[`on${event}`]!(((result) => {
      log.push(event);
      results[event] = result;
    }) as Listener);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const settle = () => vi.advanceTimersByTimeAsync(0);

async function started(option: object = {}): Promise<void> {
  manager.start!(option);
  await settle();
  expect(log).toEqual(['Start']);
}

describe('RecorderManager for browsers', () => {
  it('tells the container that the browser has, where it has not the one that was asked for', async () => {
    await started({ format: 'mp3' });
    await vi.advanceTimersByTimeAsync(1500);
    manager.stop!();
    await settle();
    expect(results.Stop).toMatchObject({ duration: 1500, fileSize: 5, format: 'webm' });
    expect(results.Stop!.mimeType).toBe('audio/webm;codecs=opus');
    expect(track.readyState).toBe('ended');
  });

  it('takes the format that was asked for where the browser has it', async () => {
    FakeMediaRecorder.supported = /webm|mp4|mpeg/;
    await started({ format: 'mp3' });
    expect(last.mimeType).toBe('audio/mpeg');
  });

  it('does not call Opus in an MP4 container aac', async () => {
    FakeMediaRecorder.supported = /^audio\/mp4$|webm/;
    await started({ format: 'aac' });
    expect(last.mimeType).toBe('audio/webm;codecs=opus');
    manager.stop!();
    await settle();
    expect(results.Stop).toMatchObject({ format: 'webm' });
  });

  it('a browser that repeats only the container of what it was asked for', async () => {
    FakeMediaRecorder.supported = /^audio\/mp4;codecs=mp4a/;
    FakeMediaRecorder.says = 'audio/mp4';
    await started();
    manager.stop!();
    await settle();
    expect(results.Stop).toMatchObject({ format: 'aac', mimeType: 'audio/mp4;codecs=mp4a.40.2' });
  });

  it.each([
    ['audio/mp4; codecs=mp4a.40.2', 'aac'],
    ['audio/mp4;codecs=opus', 'mp4'],
    ['audio/ogg; codecs=opus', 'ogg'],
    ['audio/webm', 'webm'],
  ])('a browser that records %s: %s', async (type, format) => {
    FakeMediaRecorder.supported = /nothing/;
    FakeMediaRecorder.says = type;
    await started();
    manager.stop!();
    await settle();
    expect(results.Stop).toMatchObject({ format, mimeType: type });
  });

  it('the file before the last can still be read; the one before that is revoked', async () => {
    const revoked = vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => {});
    const urls: unknown[] = [];
    for (let i = 0; i < 3; i++) {
      manager.start!(i === 0 ? {} : { format: 'aac' });
      await settle();
      manager.stop!();
      await settle();
      urls.push(results.Stop!.tempFilePath);
      expect(revoked.mock.calls.map(([url]) => url)).toEqual(i < 2 ? [] : [urls[0]]);
    }
    revoked.mockRestore();
  });

  it('a pause does not count, neither for the duration nor for the limit', async () => {
    await started({ duration: 1000 });
    await vi.advanceTimersByTimeAsync(400);
    manager.pause!();
    await vi.advanceTimersByTimeAsync(5000);
    manager.resume!();
    await vi.advanceTimersByTimeAsync(599);
    expect(log).toEqual(['Start', 'Pause', 'Resume']);
    await vi.advanceTimersByTimeAsync(1);
    await settle();
    expect(results.Stop).toMatchObject({ duration: 1000 });
  });

  it('a muted microphone interrupts and pauses; the end of it is told', async () => {
    await started();
    track.onmute!();
    expect(last.state).toBe('paused');
    track.onunmute!();
    expect(log).toEqual(['Start', 'InterruptionBegin', 'Pause', 'InterruptionEnd']);
  });

  it('a device that is taken away delivers what there is', async () => {
    await started();
    track.onended!();
    await settle();
    expect(log).toEqual(['Start', 'InterruptionBegin', 'Stop']);
  });

  it('an empty recording is an error, never a file', async () => {
    FakeMediaRecorder.bytes = '';
    await started();
    manager.stop!();
    await settle();
    expect(log).toEqual(['Start', 'Error']);
    expect(results.Error!.errMsg).toBe('operateRecorder:fail the browser recorded nothing');
  });

  it('an error of the browser ends it and gives the microphone back', async () => {
    await started();
    last.onerror!({ error: { name: 'UnknownError', message: 'out of disk' } });
    expect(results.Error!.errMsg).toBe('operateRecorder:fail out of disk');
    expect(track.readyState).toBe('ended');
  });

  it('a stop while the browser still asks records nothing, and the late microphone is given back', async () => {
    let grant: (stream: unknown) => void = () => {};
    getUserMedia = () =>
      new Promise((resolve) => {
        grant = resolve;
      });
    manager.start!();
    manager.stop!();
    grant({ getTracks: () => [track] });
    await settle();
    expect(log).toEqual(['Error']);
    expect(track.readyState).toBe('ended');
  });

  it.each([
    ['NotAllowedError', 'auth deny'],
    ['NotFoundError', 'no microphone found'],
    ['NotReadableError', 'microphone cannot be read: another program may be using it'],
  ])('%s: %s', async (name, message) => {
    getUserMedia = () => Promise.reject({ name });
    manager.start!();
    await settle();
    expect(results.Error!.errMsg).toBe(`operateRecorder:fail ${message}`);
  });

  it('leaving the page stops the microphone at once', async () => {
    await started();
    pagehide();
    expect(track.readyState).toBe('ended');
  });

  it('a listener that was taken off hears nothing', async () => {
    manager.offStart!();
    manager.start!();
    await settle();
    expect(log).toEqual([]);
  });

  it('a grant that was asked for first serves the start, and is given back when none comes', async () => {
    const { askMicrophone } = await import('../../src/runtime/recorder-host.h5');
    const asked = vi.fn(getUserMedia);
    getUserMedia = asked;
    await askMicrophone();
    await started();
    expect(asked).toHaveBeenCalledTimes(1);
    manager.stop!();
    await settle();
    track = new FakeTrack();
    await askMicrophone();
    expect(track.readyState).toBe('live');
    await vi.advanceTimersByTimeAsync(1000);
    expect(track.readyState).toBe('ended');
  });
});

describe('FormData, once something is recorded', () => {
  class PlainFormData {
    appended: unknown[][] = [];
    append(...args: unknown[]) {
      this.appended.push(args);
    }
  }

  async function appended(...args: unknown[]): Promise<unknown[]> {
    class OwnFormData extends PlainFormData {}
    OwnFormData.prototype.append = function (...given: unknown[]) {
      this.appended.push(given);
    };
    vi.stubGlobal('FormData', OwnFormData);
    await started();
    manager.stop!();
    await settle();
    const form = new OwnFormData();
    form.append(...args);
    return form.appended[0]!;
  }

  const recording = () => new Blob(['sound'], { type: 'audio/webm' });

  it('a recording that Taro has named gets an ending', async () => {
    const value = recording();
    expect(await appended('file', value, 'file-1700000000000')).toEqual([
      'file',
      value,
      'file-1700000000000.webm',
    ]);
  });

  it.each([
    ['a text', ['file', 'file-1700000000000']],
    ['a recording without a name', ['file', recording()]],
    ['a recording with a name of the app’s', ['file', recording(), 'note']],
    ['a File', ['file', new File(['sound'], 'mine.webm', { type: 'audio/webm' })]],
    ['another file that Taro has named', ['file', new Blob(['text']), 'file-1700000000000']],
    ['a file of this size and another type', ['file', new Blob(['sound']), 'file-1700000000000']],
  ])('%s passes as it came', async (_what, args) => {
    expect(await appended(...args)).toEqual(args);
  });
});

describe('samples', () => {
  let worklet: { port: { onmessage?: (event: { data: Float32Array[] }) => void } };
  beforeEach(() => {
    class Context {
      sampleRate = 8000;
      destination = {};
      audioWorklet = { addModule: async () => {} };
      createMediaStreamSource = () => ({ connect() {}, disconnect() {} });
      resume = () => new Promise(() => {});
      close() {}
    }
    vi.stubGlobal(
      'AudioWorkletNode',
      class {
        port: typeof worklet.port = {};
        constructor() {
          worklet = this;
        }
        connect() {}
        disconnect() {}
      },
    );
    Object.assign(window, { AudioContext: Context });
  });
  const sound = () => worklet.port.onmessage!({ data: [new Float32Array(4000).fill(0.5)] });

  it('begins when the first sound comes, which can be long after the microphone', async () => {
    manager.start!({ format: 'wav', duration: 1000 });
    await vi.advanceTimersByTimeAsync(2000);
    expect(log).toEqual([]);
    sound();
    await settle();
    expect(log).toEqual(['Start']);
    await vi.advanceTimersByTimeAsync(1000);
    expect(log).toEqual(['Start', 'Stop']);
    expect(results.Stop).toMatchObject({ format: 'wav', duration: 500 });
  });

  it('where none comes, a stop is an error and the microphone is off', async () => {
    manager.start!({ format: 'wav' });
    await settle();
    manager.stop!();
    await settle();
    expect(results.Error!.errMsg).toBe('operateRecorder:fail the browser recorded nothing');
    expect(track.readyState).toBe('ended');
  });
});

it('the plain recorder of the same app records through it', async () => {
  vi.stubEnv('TARO_ENV', 'h5');
  const { recorder } = await import('../../src/runtime/recorder');
  const result = recorder.start({ duration: 500 });
  await vi.advanceTimersByTimeAsync(600);
  expect(await result).toMatchObject({ tempFilePath: expect.stringMatching(/^blob:/), duration: 500 });
  vi.unstubAllEnvs();
});
