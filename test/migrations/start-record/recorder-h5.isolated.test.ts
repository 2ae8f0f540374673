import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeAudioGraph } from '../../support/fake-audio-graph';
import { FakeMediaRecorder, FakeTrack } from '../../support/fake-media-recorder';

vi.mock('@tarojs/taro', () => ({ eventCenter: {} }));

type Listener = (result: Record<string, unknown>) => void;
type Manager = Record<string, (argument?: unknown) => void>;

let track: FakeTrack;
let manager: Manager;
let log: string[];
let results: Record<string, Record<string, unknown>>;
let pagehide: () => void;
let getUserMedia: (wanted?: unknown) => Promise<unknown>;

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  FakeMediaRecorder.bytes = 'sound';
  FakeMediaRecorder.says = undefined;
  FakeMediaRecorder.supported = /webm/;
  track = new FakeTrack();
  getUserMedia = async () => ({ getTracks: () => [track] });
  vi.stubGlobal('MediaRecorder', FakeMediaRecorder);
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: (wanted: unknown) => getUserMedia(wanted) } });
  vi.stubGlobal('document', {});
  vi.stubGlobal('window', {
    addEventListener: (_name: string, listener: () => void) => {
      pagehide = listener;
    },
  });
  const { getNativeManager } = await import('../../../src/migrations/start-record/runtime/recorder-host.h5');
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
  it('h5: the result names the container of the browser when the requested one is unavailable', async () => {
    await started({ format: 'mp3' });
    await vi.advanceTimersByTimeAsync(1500);
    manager.stop!();
    await settle();
    expect(results.Stop).toMatchObject({ duration: 1500, fileSize: 5, format: 'webm' });
    expect(results.Stop!.mimeType).toBe('audio/webm;codecs=opus');
    expect(track.readyState).toBe('ended');
  });

  it('h5: the requested format is used if the browser supports it', async () => {
    FakeMediaRecorder.supported = /webm|mp4|mpeg/;
    await started({ format: 'mp3' });
    expect(FakeMediaRecorder.last.mimeType).toBe('audio/mpeg');
  });

  it('h5: Opus in an MP4 container is not called aac', async () => {
    FakeMediaRecorder.supported = /^audio\/mp4$|webm/;
    await started({ format: 'aac' });
    expect(FakeMediaRecorder.last.mimeType).toBe('audio/webm;codecs=opus');
    manager.stop!();
    await settle();
    expect(results.Stop).toMatchObject({ format: 'webm' });
  });

  it('h5: the requested codec is reported if the browser names only the container', async () => {
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
  ])('h5: a recording of type %s has the format %s', async (type, format) => {
    FakeMediaRecorder.supported = /nothing/;
    FakeMediaRecorder.says = type;
    await started();
    manager.stop!();
    await settle();
    expect(results.Stop).toMatchObject({ format, mimeType: type });
  });

  it('h5: the previous file stays readable; the one before it is revoked', async () => {
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

  it('h5: a pause counts neither for the duration nor for the limit', async () => {
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

  it('h5: a muted microphone interrupts and pauses; its end is reported', async () => {
    await started();
    track.onmute!();
    expect(FakeMediaRecorder.last.state).toBe('paused');
    track.onunmute!();
    expect(log).toEqual(['Start', 'InterruptionBegin', 'Pause', 'InterruptionEnd']);
  });

  it('h5: a removed device ends the recording, which is delivered', async () => {
    await started();
    track.onended!();
    await settle();
    expect(log).toEqual(['Start', 'InterruptionBegin', 'Stop']);
  });

  it('h5: an empty recording is an error and never a file', async () => {
    FakeMediaRecorder.bytes = '';
    await started();
    manager.stop!();
    await settle();
    expect(log).toEqual(['Start', 'Error']);
    expect(results.Error!.errMsg).toBe('operateRecorder:fail the browser recorded nothing');
  });

  it('h5: an error of the browser ends the recording and releases the microphone', async () => {
    await started();
    FakeMediaRecorder.last.onerror!({ error: { name: 'UnknownError', message: 'out of disk' } });
    expect(results.Error!.errMsg).toBe('operateRecorder:fail out of disk');
    expect(track.readyState).toBe('ended');
  });

  it('h5: a stop during the permission prompt records nothing and releases the microphone', async () => {
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
  ])('h5: a microphone error %s fails with: %s', async (name, message) => {
    getUserMedia = () => Promise.reject({ name });
    manager.start!();
    await settle();
    expect(results.Error!.errMsg).toBe(`operateRecorder:fail ${message}`);
  });

  it('h5: leaving the page stops the microphone immediately', async () => {
    await started();
    pagehide();
    expect(track.readyState).toBe('ended');
  });

  it('h5: a removed listener receives no events', async () => {
    manager.offStart!();
    manager.start!();
    await settle();
    expect(log).toEqual([]);
  });

  it('h5: an earlier grant is used by the start, and released when no start follows', async () => {
    const { askMicrophone } = await import('../../../src/migrations/start-record/runtime/recorder-host.h5');
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

  it('h5: a start after a prompt opens the microphone like later ones and leaves no other open', async () => {
    const { askMicrophone } = await import('../../../src/migrations/start-record/runtime/recorder-host.h5');
    const opened: FakeTrack[] = [];
    const asked = vi.fn(async (_wanted?: unknown) => {
      const own = new FakeTrack();
      opened.push(own);
      return { getTracks: () => [own] };
    });
    getUserMedia = asked;
    await askMicrophone();
    for (let i = 0; i < 2; i++) {
      manager.start!({ sampleRate: 16000, numberOfChannels: 1 });
      await settle();
      manager.stop!();
      await settle();
    }
    const wishes = { audio: { sampleRate: 16000, channelCount: 1 } };
    expect(asked.mock.calls.slice(1)).toEqual([[wishes], [wishes]]);
    expect(opened.map(({ readyState }) => readyState)).toEqual(['ended', 'ended', 'ended']);
  });
});

describe('FormData after a recording', () => {
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

  it('h5: a recording named by Taro gets a file extension', async () => {
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
    ['another file named by Taro', ['file', new Blob(['text']), 'file-1700000000000']],
    ['a file of the same size and another type', ['file', new Blob(['sound']), 'file-1700000000000']],
  ])('h5: FormData keeps %s unchanged', async (_what, args) => {
    expect(await appended(...args)).toEqual(args);
  });
});

describe('samples in browsers', () => {
  let graph: FakeAudioGraph;
  beforeEach(() => {
    graph = new FakeAudioGraph();
    const { AudioContext, AudioWorkletNode } = graph.globals();
    vi.stubGlobal('AudioWorkletNode', AudioWorkletNode);
    Object.assign(window, { AudioContext });
  });

  /** Plays sound once the audio thread is ready, and lets it arrive. */
  async function play(ms: number, ...level: number[]): Promise<void> {
    await settle();
    graph.play(ms, ...level);
    await settle();
  }
  async function begin(option: object): Promise<void> {
    manager.start!(option);
    await settle();
    await play(8, 0.5);
    expect(log).toEqual(['Start']);
  }
  async function stop(): Promise<Record<string, unknown>> {
    manager.stop!();
    await play(16, 0);
    expect(log.at(-1)).toBe('Stop');
    return results.Stop!;
  }
  async function samplesOf({ tempFilePath }: Record<string, unknown>): Promise<Int16Array> {
    return new Int16Array(await (await fetch(tempFilePath as string)).arrayBuffer());
  }
  const near = (value: unknown, wanted: number, by: number) =>
    expect(Math.abs((value as number) - wanted), `${value}`).toBeLessThanOrEqual(by);

  it('h5: recording begins with the first sound, which can be long after the microphone opens', async () => {
    manager.start!({ format: 'wav', duration: 1000 });
    await vi.advanceTimersByTimeAsync(2000);
    expect(log).toEqual([]);
    await play(16, 0.5);
    expect(log).toEqual(['Start']);
    await play(480, 0.5);
    await vi.advanceTimersByTimeAsync(1000);
    await play(16, 0.5);
    expect(log).toEqual(['Start', 'Stop']);
    near(results.Stop!.duration, 496, 16);
    expect(results.Stop).toMatchObject({ format: 'wav' });
  });

  it('h5: without any sound, stop is an error and the microphone is released', async () => {
    manager.start!({ format: 'wav' });
    await settle();
    manager.stop!();
    await vi.advanceTimersByTimeAsync(2000);
    expect(results.Error!.errMsg).toBe('operateRecorder:fail the browser recorded nothing');
    expect(track.readyState).toBe('ended');
    expect(graph.contexts.map(({ state }) => state)).toEqual(['closed']);
  });

  it('h5: a minute costs the page four messages a second and a few Blobs, and stop waits only for the last sound', async () => {
    let blobs = 0;
    class CountedBlob extends Blob {
      constructor(...given: ConstructorParameters<typeof Blob>) {
        super(...given);
        blobs++;
      }
    }
    vi.stubGlobal('Blob', CountedBlob);
    await begin({ format: 'wav', sampleRate: 48000 });
    for (let second = 0; second < 60; second++) await play(1000, 0.5);
    const { fileSize, duration } = await stop();
    expect(fileSize).toBe(44 + 60.008 * 48000 * 4);
    expect(duration).toBe(60008);
    expect(graph.messages()).toBeLessThan(260);
    expect(blobs).toBeLessThan(20);
  });

  it('h5: a file contains all sound up to the stop', async () => {
    await begin({ format: 'PCM', sampleRate: 16000, numberOfChannels: 1 });
    await play(552, 0.25);
    const samples = await samplesOf(await stop());
    expect(samples).toHaveLength(16000 * 0.56);
    expect(new Set(samples)).toEqual(new Set([0x3fff, 0x1fff]));
  });

  it('h5: a pause is removed to the sample, and the sound before it is kept', async () => {
    await begin({ format: 'PCM', sampleRate: 16000, numberOfChannels: 1 });
    await play(240, 0.5);
    manager.pause!();
    await play(480, -1);
    manager.resume!();
    await play(80, 0.5);
    const samples = await samplesOf(await stop());
    expect(samples).toHaveLength(16000 * 0.328);
    expect(new Set(samples)).toEqual(new Set([0x3fff]));
  });

  it('h5: channels stay separate, and the header describes the data', async () => {
    await begin({ format: 'wav', sampleRate: 16000 });
    await play(992, 0.5, -0.5);
    const { tempFilePath } = await stop();
    const content = await (await fetch(tempFilePath as string)).arrayBuffer();
    const view = new DataView(content);
    const text = (at: number) => String.fromCharCode(...new Uint8Array(content, at, 4));
    expect([0, 8, 12, 36].map(text)).toEqual(['RIFF', 'WAVE', 'fmt ', 'data']);
    expect([4, 16, 24, 28, 40].map((at) => view.getUint32(at, true))).toEqual([
      64036, 16, 16000, 64000, 64000,
    ]);
    expect([20, 22, 32, 34].map((at) => view.getUint16(at, true))).toEqual([1, 2, 4, 16]);
    expect(view.getInt16(44 + 4000, true)).toBe(0x3fff);
    expect(view.getInt16(44 + 4002, true)).toBe(-0x4000);
  });

  it.each([
    [48000, 8000],
    [44100, 16000],
    [44100, 48000],
  ])('h5: a browser that captures at %i Hz only, asked for %i: the file has the right length, and no context stays open', async (own, wanted) => {
    graph.onlyRate = own;
    await begin({ format: 'PCM', sampleRate: wanted, numberOfChannels: 1 });
    await play(992, 0.5);
    const result = await stop();
    near(result.duration, 1000, 4);
    const samples = await samplesOf(result);
    near(samples.length, wanted, wanted / 250);
    expect(new Set(samples)).toEqual(new Set([0x3fff]));
    await vi.advanceTimersByTimeAsync(1000);
    expect(graph.contexts.map(({ state }) => state)).toEqual(['closed', 'closed']);
  });

  it('h5: recording works without worklets, as under a content security policy', async () => {
    graph.hasWorklets = false;
    manager.start!({ format: 'PCM', sampleRate: 16000, numberOfChannels: 1 });
    await settle();
    await play(2048, 0.5);
    expect(await samplesOf(await stop())).toHaveLength(32768);
  });

  it('h5: if the audio thread stops responding, the file has what was received', async () => {
    await begin({ format: 'wav', sampleRate: 16000 });
    await play(1000, 0.5);
    manager.stop!();
    await vi.advanceTimersByTimeAsync(500);
    near(results.Stop!.duration, 1000, 250);
  });

  it.each([
    [true, 'this browser has no AudioContext, which wav and PCM need'],
    [false, 'this browser has neither MediaRecorder nor AudioContext'],
  ])('h5: start fails in a browser without AudioContext; with MediaRecorder: %s', async (hasRecorder, message) => {
    Object.assign(window, { AudioContext: undefined });
    if (!hasRecorder) vi.stubGlobal('MediaRecorder', undefined);
    manager.start!({ format: hasRecorder ? 'wav' : 'aac' });
    await settle();
    expect(results.Error!.errMsg).toBe(`operateRecorder:fail ${message}`);
    expect(track.readyState).toBe('ended');
  });

  describe('recorded frames', () => {
    const option = { format: 'PCM', sampleRate: 16000, numberOfChannels: 1, frameSize: 2 };

    it('h5: frames have the requested size, the last one is marked, and together they are the file', async () => {
      const frames: { frameBuffer: ArrayBuffer; isLastFrame: boolean }[] = [];
      manager.onFrameRecorded!(((frame: (typeof frames)[0]) => frames.push(frame)) as never);
      await begin(option);
      await play(992, 0.5);
      const samples = await samplesOf(await stop());
      const sizes = frames.map(({ frameBuffer }) => frameBuffer.byteLength);
      expect(sizes).toEqual([...Array(15).fill(2048), 1280]);
      expect(frames.map(({ isLastFrame }) => isLastFrame).indexOf(true)).toBe(15);
      const whole = Buffer.concat(frames.map(({ frameBuffer }) => Buffer.from(frameBuffer)));
      expect(whole.equals(Buffer.from(samples.buffer))).toBe(true);
    });

    it('h5: no frames are cut without a listener, or for one added after the start', async () => {
      vi.stubEnv('TARO_ENV', 'h5');
      const { recorder, getRecorderManager } = await import(
        '../../../src/migrations/start-record/runtime/recorder'
      );
      const shared = getRecorderManager();
      const cut = vi.spyOn(globalThis, 'Response');
      const recorded = recorder.start(option as never);
      await play(992, 0.5);
      void recorder.stop();
      await play(16, 0.5);
      expect((await recorded).fileSize).toBeGreaterThan(30000);
      expect(cut).not.toHaveBeenCalled();
      cut.mockRestore();

      const heard = vi.fn();
      const ended = new Promise<{ fileSize: number }>((resolve) => shared.onStop(resolve));
      shared.start(option as never);
      shared.onFrameRecorded(heard);
      await play(992, 0.5);
      shared.stop();
      await play(16, 0.5);
      const { fileSize } = await ended;
      expect(heard.mock.calls.reduce((sum, [{ frameBuffer }]) => sum + frameBuffer.byteLength, 0)).toBe(
        fileSize,
      );
      vi.unstubAllEnvs();
    });
  });
});

it('h5: the plain recorder of the same app records through the h5 host', async () => {
  vi.stubEnv('TARO_ENV', 'h5');
  const { recorder } = await import('../../../src/migrations/start-record/runtime/recorder');
  const result = recorder.start({ duration: 500 });
  await vi.advanceTimersByTimeAsync(600);
  expect(await result).toMatchObject({ tempFilePath: expect.stringMatching(/^blob:/), duration: 500 });
  vi.unstubAllEnvs();
});
