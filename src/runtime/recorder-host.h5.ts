// @taro-modernize-runtime __VERSION__
/// <reference lib="dom" />
// biome-ignore-all lint/complexity/useOptionalChain lint/style/useTemplate lint/complexity/useArrowFunction: ES5
/**
 * Everything that recorder.ts takes from outside, for browsers: a RecorderManager on `getUserMedia`, `MediaRecorder`
 * and `AudioContext`. Taro takes this file in the place of recorder-host.ts in builds for h5, and in no other.
 */
import { authorize, eventCenter, getSetting, openSetting, showModal } from '@tarojs/taro';

declare const process: { env: { TARO_ENV?: string } };

type PlatformManager = ReturnType<typeof import('@tarojs/taro')['getRecorderManager']>;
type WebStartOption = {
  duration?: number;
  sampleRate?: number;
  numberOfChannels?: number;
  encodeBitRate?: number;
  format?: string;
  frameSize?: number;
  keepFiles?: boolean;
};

/** A running recording of either kind: in a container of the browser's, or of bare samples. */
interface Capture {
  /** What the file is: `aac`, `mp3`, `webm`, `ogg`, `mp4` (not with AAC), `wav` or `PCM`, and its media type. */
  format: string;
  mimeType: string;
  pause(): void;
  resume(): void;
  /** Resolves with the file. */
  stop(): Promise<Blob>;
  /** ms in the file, where that is known better than by the clock. */
  length?(): number;
  /** Sound has come, where that is later. */
  heard?: Promise<void>;
}

interface WebSession {
  option: WebStartOption;
  stream?: MediaStream;
  capture?: Capture;
  frames?: { add(part: Blob): void; end(): Promise<unknown> };
  timer?: ReturnType<typeof setTimeout>;
  paused?: boolean;
  ending?: boolean;
  /** ms recorded before the last pause, and when the part after it began. */
  before: number;
  since: number;
}

/** ms that a microphone opened by `authorize` is held for the start that follows: some browsers ask at every opening. */
const HOLD = 1000;

/** Best first, where what was asked for is not there: AAC plays everywhere. */
const CONTAINERS: [format: string, type: string, ending: string][] = [
  ['aac', 'audio/mp4;codecs=mp4a.40.2', 'm4a'],
  ['mp3', 'audio/mpeg', 'mp3'],
  ['webm', 'audio/webm;codecs=opus', 'webm'],
  ['ogg', 'audio/ogg;codecs=opus', 'ogg'],
  // What is in it, is the browser's choice: Opus in a Chromium that has no AAC.
  ['mp4', 'audio/mp4', 'm4a'],
  ['wav', 'audio/wav', 'wav'],
  ['PCM', 'audio/pcm', 'pcm'],
];

const WORKLET =
  "registerProcessor('taro-modernize',class extends AudioWorkletProcessor{process(i){i[0].length&&" +
  'this.port.postMessage(i[0].map(c=>c.slice()));return true}})';

export function sharedObjects(): unknown[] {
  return [typeof globalThis === 'object' ? globalThis : window, eventCenter];
}

/** A hidden tab goes on recording; leaving the page ends it (see `leave`). */
export function watchApp(_hide: () => void, _show: () => void): void {}

/** In the words of RecorderManager; the browser's own follow where they say more. */
function recorderError(text: string): { errMsg: string } {
  return { errMsg: 'operateRecorder:fail ' + text };
}

function explain(error: unknown): { errMsg: string } {
  const { name, message, errMsg } = (error || {}) as { name?: string; message?: string; errMsg?: string };
  if (errMsg) return { errMsg };
  if (name === 'NotAllowedError' || name === 'SecurityError' || name === 'PermissionDeniedError') {
    const { featurePolicy, permissionsPolicy } = document as unknown as Record<
      string,
      { allowsFeature(name: string): boolean } | undefined
    >;
    const policy = permissionsPolicy || featurePolicy;
    if (policy && !policy.allowsFeature('microphone'))
      return recorderError(
        'microphone is not allowed here: the iframe needs allow="microphone", or the page another Permissions-Policy',
      );
    // Firefox does not tell pages of their policy: there it looks like the user's denial.
    return recorderError('auth deny');
  }
  if (name === 'NotFoundError' || name === 'DevicesNotFoundError')
    return recorderError('no microphone found');
  if (name === 'NotReadableError' || name === 'AbortError' || name === 'TrackStartError')
    return recorderError('microphone cannot be read: another program may be using it');
  return recorderError(message || error + '');
}

let heldStream: MediaStream | undefined;
let holdTimer: ReturnType<typeof setTimeout> | undefined;

function release(stream: MediaStream | undefined): void {
  if (stream)
    stream.getTracks().forEach((track) => {
      track.onmute = track.onunmute = track.onended = null;
      track.stop();
    });
}

function takeHeld(): MediaStream | undefined {
  const stream = heldStream;
  clearTimeout(holdTimer);
  heldStream = undefined;
  return stream;
}

function openMicrophone(option: WebStartOption): Promise<MediaStream> {
  const held = takeHeld();
  if (held) return Promise.resolve(held);
  const devices = navigator.mediaDevices;
  if (!devices || !devices.getUserMedia)
    return Promise.reject(
      recorderError(
        window.isSecureContext === false
          ? 'insecure context: browsers record only on https pages and on localhost'
          : 'this browser cannot record',
      ),
    );
  const audio: MediaTrackConstraints = {};
  if (option.sampleRate) audio.sampleRate = option.sampleRate;
  if (option.numberOfChannels) audio.channelCount = option.numberOfChannels;
  return devices.getUserMedia({ audio }).then(undefined, (error) => Promise.reject(explain(error)));
}

/** Has the browser ask the user, and holds the microphone for a moment for the start that follows. */
export function askMicrophone(): Promise<void> {
  return openMicrophone({}).then((stream) => {
    release(takeHeld());
    heldStream = stream;
    holdTimer = setTimeout(() => release(takeHeld()), HOLD);
  });
}

/** Whether the user has let the page record, as far as the browser tells. */
export function queryMicrophone(): Promise<{ state: string }> {
  return navigator.permissions.query({ name: 'microphone' as PermissionName });
}

/** Cuts what comes into frames of a size in bytes, in order. */
function frameCutter(size: number, emit: (buffer: ArrayBuffer, isLast: boolean) => void) {
  let rest = new Blob([]);
  let done: Promise<unknown> = Promise.resolve();
  const send = (part: Blob, isLast: boolean) => {
    done = done.then(() => new Response(part).arrayBuffer()).then((buffer) => emit(buffer, isLast));
    return done;
  };
  return {
    add(part: Blob) {
      rest = new Blob([rest, part]);
      for (; rest.size > size; rest = rest.slice(size)) send(rest.slice(0, size), false);
    },
    end: () => send(rest, true),
  };
}

/** @param mimeType a browser's: with the codec, or without one or with another than was asked for */
function containerOf(mimeType: string): (typeof CONTAINERS)[0] {
  const type = mimeType.replace(/ /g, '');
  const rows = CONTAINERS.filter((row) => row[1].split(';')[0] === type.split(';')[0]);
  return (
    rows.filter((row) => type.indexOf(row[1]) === 0)[0] || rows[rows.length - 1] || ['', mimeType, 'webm']
  );
}

/** Records into the container that was asked for, else into the best that the browser has. */
function captureContainer(
  stream: MediaStream,
  option: WebStartOption,
  add: (part: Blob) => void,
  failed: (error: unknown) => void,
): Promise<Capture> {
  const known = CONTAINERS.filter(
    ([, type]) => MediaRecorder.isTypeSupported && MediaRecorder.isTypeSupported(type),
  );
  const chosen = known.filter(([format]) => format === (option.format || 'aac'))[0] || known[0];
  const settings: MediaRecorderOptions = {};
  if (chosen) settings.mimeType = chosen[1];
  if (option.encodeBitRate) settings.audioBitsPerSecond = option.encodeBitRate;
  const recorder = new MediaRecorder(stream, settings);
  const parts: Blob[] = [];
  return new Promise((resolve, reject) => {
    const ended = new Promise<Blob>((resolveFile) => {
      recorder.onstop = () => resolveFile(new Blob(parts, { type: capture.mimeType.split(';')[0]! }));
    });
    const capture: Capture = {
      format: '',
      mimeType: '',
      pause: () => recorder.pause(),
      resume: () => recorder.resume(),
      stop() {
        // A track that has ended has stopped it already.
        if (recorder.state !== 'inactive') recorder.stop();
        return ended;
      },
    };
    recorder.ondataavailable = ({ data }) => {
      if (!data.size) return;
      parts.push(data);
      add(data);
    };
    recorder.onerror = (event) => {
      const error = (event as unknown as { error?: unknown }).error || event;
      reject(error);
      failed(error);
    };
    recorder.onstart = () => {
      const type = recorder.mimeType;
      // Some repeat only the container of what they were asked for.
      capture.mimeType = chosen && chosen[1].indexOf(type) === 0 ? chosen[1] : type || 'audio/webm';
      capture.format = containerOf(capture.mimeType)[0];
      resolve(capture);
    };
    // Data in between is wanted only for frames.
    if (option.frameSize) recorder.start(100);
    else recorder.start();
  });
}

/** Samples of 16 bits, as speech recognition takes them: real `wav` and `PCM`, which no browser has a container for. */
function captureSamples(
  stream: MediaStream,
  option: WebStartOption,
  format: string,
  add: (part: Blob) => void,
): Promise<Capture> {
  const Context =
    window.AudioContext ||
    (window as unknown as { webkitAudioContext: typeof AudioContext }).webkitAudioContext;
  // What native takes when nothing is said.
  const rate = option.sampleRate || 8000;
  const count = option.numberOfChannels || 2;
  let context: AudioContext;
  let source: MediaStreamAudioSourceNode;
  try {
    context = new Context({ sampleRate: rate });
    source = context.createMediaStreamSource(stream);
  } catch (_error) {
    // Firefox connects no microphone to a context of another rate, old Safari has no such option.
    context = new Context();
    source = context.createMediaStreamSource(stream);
  }
  const step = context.sampleRate / rate;
  const parts: Blob[] = [];
  let written = 0;
  let seen = 0;
  let paused = false;
  let node: AudioNode | undefined;
  let tell: () => void;
  const heard = new Promise<void>((resolve) => {
    tell = resolve;
  });

  /** The mean of what falls to each sample of the wanted rate. */
  const sums: number[] = [];
  let summed = 0;
  const write = (channels: Float32Array[]) => {
    tell();
    if (paused || !channels.length) return;
    const out: number[] = [];
    for (let i = 0; i < channels[0]!.length; i++) {
      for (let c = 0; c < count; c++)
        sums[c] = (sums[c] || 0) + (channels[c] || channels[channels.length - 1]!)[i]!;
      summed++;
      for (seen++; seen >= (written + 1) * step; written++) {
        for (let c = 0; c < count; c++) {
          const value = Math.max(-1, Math.min(1, sums[c]! / summed));
          out.push(value < 0 ? value * 0x8000 : value * 0x7fff);
        }
        // A wanted rate above the context's takes the same sample again.
        if (seen < (written + 2) * step) {
          for (let c = 0; c < count; c++) sums[c] = 0;
          summed = 0;
        }
      }
    }
    const view = new DataView(new ArrayBuffer(out.length * 2));
    out.forEach((value, index) => {
      view.setInt16(index * 2, value, true);
    });
    const part = new Blob([view.buffer]);
    parts.push(part);
    add(part);
  };

  const byWorklet = () => {
    const url = URL.createObjectURL(new Blob([WORKLET], { type: 'text/javascript' }));
    return context.audioWorklet.addModule(url).then(() => {
      URL.revokeObjectURL(url);
      const worklet = new AudioWorkletNode(context, 'taro-modernize');
      worklet.port.onmessage = ({ data }) => write(data);
      node = worklet;
    });
  };
  const byScript = () => {
    // Older browsers, and pages whose content security policy has no blob: scripts.
    const script = context.createScriptProcessor(context.sampleRate > 16000 ? 4096 : 1024, count, count);
    script.onaudioprocess = ({ inputBuffer }) => {
      const channels: Float32Array[] = [];
      for (let c = 0; c < inputBuffer.numberOfChannels; c++) channels.push(inputBuffer.getChannelData(c));
      write(channels);
    };
    node = script;
  };

  return Promise.resolve()
    .then(byWorklet)
    .then(undefined, byScript)
    .then(() => {
      context.resume().then(undefined, () => {});
      source.connect(node!);
      node!.connect(context.destination);
      return {
        format,
        mimeType: format === 'PCM' ? 'audio/pcm' : 'audio/wav',
        heard,
        pause() {
          paused = true;
        },
        resume() {
          paused = false;
        },
        length: () => Math.round((written / rate) * 1000),
        stop() {
          paused = true;
          source.disconnect();
          node!.disconnect();
          context.close();
          const all =
            format === 'PCM' ? parts : ([wavHeader(written, rate, count)] as BlobPart[]).concat(parts);
          return Promise.resolve(new Blob(all, { type: format === 'PCM' ? 'audio/pcm' : 'audio/wav' }));
        },
      };
    });
}

function wavHeader(samples: number, rate: number, channels: number): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(44));
  const bytes = samples * channels * 2;
  const text = (at: number, letters: string) => {
    for (let i = 0; i < letters.length; i++) view.setUint8(at + i, letters.charCodeAt(i));
  };
  text(0, 'RIFF');
  view.setUint32(4, 36 + bytes, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, channels, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * channels * 2, true);
  view.setUint16(32, channels * 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, bytes, true);
  return view.buffer;
}

/** Files that can still be read. */
let files: { url: string; blob: Blob; keep: boolean | undefined }[] = [];
let namesUploads = false;

/** The one before stays until the next: apps play and send it while, or just after, they record another. */
function newFile(blob: Blob, keep: boolean | undefined): string {
  const before = files[files.length - 1];
  files = files.filter((file) => {
    const stays = file.keep || file === before;
    if (!stays) URL.revokeObjectURL(file.url);
    return stays;
  });
  const url = URL.createObjectURL(blob);
  files.push({ url, blob, keep });
  if (!namesUploads) nameUploads();
  return url;
}

/**
 * Taro's uploadFile sends what a blob: URL holds as `file-1700000000000`, and servers go by the ending. It reads the
 * URL by XMLHttpRequest, which gives a Blob: the name of a File behind the URL would be lost. Apps import uploadFile,
 * so nothing can stand in its place either. FormData is where its call can be seen: by a name of Taro's making beside
 * one of these recordings. Whatever else is appended passes through as it came.
 */
function nameUploads(): void {
  namesUploads = true;
  const append = FormData.prototype.append as (...args: unknown[]) => void;
  FormData.prototype.append = function (this: FormData, ...args: unknown[]) {
    const value = args[1] as Blob;
    if (
      /^file-\d{13}$/.test(args[2] + '') &&
      value instanceof Blob &&
      files.some(({ blob }) => blob.size === value.size && blob.type === value.type)
    )
      args[2] += '.' + containerOf(value.type)[2];
    append.apply(this, args);
  };
}

function createWebManager(): PlatformManager {
  const listeners: Record<string, ((result: unknown) => void) | undefined> = {};
  let session: WebSession | undefined;

  function emit(event: string, result: unknown): void {
    const listener = listeners[event];
    if (listener) listener(result);
  }

  function fail(mine: WebSession, error: unknown): void {
    if (session !== mine) return;
    clearTimeout(mine.timer);
    session = undefined;
    if (mine.capture) mine.capture.stop().then(undefined, () => {});
    release(mine.stream);
    emit('Error', explain(error));
  }

  function elapsed(mine: WebSession): number {
    return mine.before + (mine.paused ? 0 : Date.now() - mine.since);
  }

  function watchLimit(mine: WebSession): void {
    clearTimeout(mine.timer);
    mine.timer = setTimeout(() => finish(mine), (mine.option.duration || 60000) - elapsed(mine));
  }

  function pause(mine: WebSession): void {
    if (!mine.capture || mine.ending || mine.paused) return;
    mine.before = elapsed(mine);
    mine.paused = true;
    clearTimeout(mine.timer);
    mine.capture.pause();
    emit('Pause', {});
  }

  function finish(mine: WebSession): void {
    const capture = mine.capture;
    if (!capture || mine.ending) return;
    mine.ending = true;
    clearTimeout(mine.timer);
    const clock = elapsed(mine);
    const stopped = capture.stop();
    // At once, so that the browser's mark goes out.
    release(mine.stream);
    let file: Blob;
    stopped
      .then((blob) => {
        file = blob;
        return mine.frames && mine.frames.end();
      })
      .then(
        () => {
          if (session !== mine) return;
          if (!file.size || (capture.length && !capture.length())) {
            fail(mine, recorderError('the browser recorded nothing'));
            return;
          }
          session = undefined;
          emit('Stop', {
            tempFilePath: newFile(file, mine.option.keepFiles),
            duration: capture.length ? capture.length() : clock,
            fileSize: file.size,
            format: capture.format,
            mimeType: capture.mimeType,
          });
        },
        (error) => fail(mine, error),
      );
  }

  function begin(mine: WebSession, stream: MediaStream): Promise<unknown> {
    const { option } = mine;
    // The type has `PCM`, and some apps write it small.
    const format = /^pcm$/i.test(option.format || '') ? 'PCM' : option.format || '';
    const add = (part: Blob) => {
      if (mine.frames) mine.frames.add(part);
    };
    mine.stream = stream;
    if (option.frameSize)
      mine.frames = frameCutter(option.frameSize * 1024, (frameBuffer, isLastFrame) =>
        emit('FrameRecorded', { frameBuffer, isLastFrame }),
      );
    const hasRecorder = typeof MediaRecorder === 'function';
    return (
      format === 'PCM' || format === 'wav' || !hasRecorder
        ? captureSamples(stream, option, format === 'PCM' ? format : 'wav', add)
        : captureContainer(stream, option, add, (error) => fail(mine, error))
    ).then((capture) => {
      if (session !== mine) {
        capture.stop();
        release(stream);
        return undefined;
      }
      mine.capture = capture;
      mine.since = Date.now();
      stream.getTracks().forEach((track) => {
        track.onmute = () => {
          emit('InterruptionBegin', {});
          pause(mine);
        };
        track.onunmute = () => emit('InterruptionEnd', {});
        // The device is gone, or the user has taken the permission back: what there is, is delivered.
        track.onended = () => {
          emit('InterruptionBegin', {});
          finish(mine);
        };
      });
      return Promise.resolve(capture.heard).then(() => {
        if (session !== mine || mine.ending) return;
        if (!mine.paused) {
          mine.since = Date.now();
          watchLimit(mine);
        }
        emit('Start', {});
      });
    });
  }

  /** The page goes away: the microphone is given back, whatever becomes of the file. */
  function leave(): void {
    release(takeHeld());
    const mine = session;
    if (!mine) return;
    if (mine.capture) finish(mine);
    else fail(mine, recorderError('the page was left'));
  }
  window.addEventListener('pagehide', leave);

  const manager: Record<string, unknown> = {
    start(given?: WebStartOption) {
      if (session) {
        emit('Error', { errMsg: "operateRecorder:fail:audio is recording, don't start record again" });
        return;
      }
      const mine: WebSession = { option: given || {}, before: 0, since: 0 };
      session = mine;
      openMicrophone(mine.option)
        .then((stream) => {
          if (session === mine) return begin(mine, stream);
          release(stream);
          return undefined;
        })
        .then(undefined, (error) => fail(mine, error));
    },
    stop() {
      if (!session) emit('Error', { errMsg: 'operateRecorder:fail:recorder not start' });
      else if (session.capture) finish(session);
      else fail(session, recorderError('stopped before recording began'));
    },
    pause() {
      if (session) pause(session);
    },
    resume() {
      const mine = session;
      if (!mine || !mine.capture || !mine.paused || mine.ending) return;
      mine.paused = false;
      mine.since = Date.now();
      mine.capture.resume();
      watchLimit(mine);
      emit('Resume', {});
    },
  };
  'Start Stop Error Pause Resume FrameRecorded InterruptionBegin InterruptionEnd'
    .split(' ')
    .forEach((event) => {
      manager['on' + event] = (listener: (result: unknown) => void) => {
        listeners[event] = listener;
      };
      manager['off' + event] = (listener?: (result: unknown) => void) => {
        if (!listener || listeners[event] === listener) listeners[event] = undefined;
      };
    });
  return manager as unknown as PlatformManager;
}

let webManager: PlatformManager | undefined;

export function getNativeManager(): PlatformManager {
  webManager = webManager || createWebManager();
  return webManager;
}

// A copy of the plain recorder in the same app, from a package or not rewritten, records through this one.
(sharedObjects()[0] as Record<string, unknown>).__taro_modernize_web_1 = getNativeManager;

export { authorize, getSetting, openSetting, showModal };
