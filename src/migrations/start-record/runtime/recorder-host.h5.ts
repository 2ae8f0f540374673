// @taro-modernize-runtime __VERSION__
/// <reference lib="dom" />
// biome-ignore-all lint/complexity/useOptionalChain lint/style/useTemplate lint/complexity/useArrowFunction: ES5
/**
 * The environment of recorder.ts for browsers: a RecorderManager implemented with `getUserMedia`, `MediaRecorder` and
 * `AudioContext`. Taro uses this file instead of recorder-host.ts in h5 builds only.
 */
import { authorize, eventCenter, getSetting, openSetting, showModal } from '@tarojs/taro';

declare const process: { env: { TARO_ENV?: string } };

type PlatformManager = ReturnType<typeof import('@tarojs/taro')['getRecorderManager']>;
type WebStartOption = Parameters<PlatformManager['start']>[0] & { keepFiles?: boolean };

/** A running recording, in a container of the browser or as raw samples. */
interface Capture {
  /** Format (`aac`, `mp3`, `webm`, `ogg`, `mp4` without AAC, `wav` or `PCM`) and media type of the file. */
  format: string;
  mimeType: string;
  pause(): void;
  resume(): void;
  stop(): Promise<Blob>;
  /** Length of the file in ms, if known more precisely than by the clock. */
  length?(): number;
  /** Sound has arrived. */
  heard: Promise<void>;
}

type Listener = (result: unknown) => void;

interface WebSession {
  option: WebStartOption;
  stream?: MediaStream;
  capture?: Capture;
  frames?: Frames;
  timer?: ReturnType<typeof setTimeout>;
  ending?: boolean;
  /** Start time plus the length of all pauses; ms since 1970. */
  since: number;
  pausedAt?: number | undefined;
}

/** How long, in ms, `authorize` keeps the microphone open for the next start: some browsers prompt at each opening. */
const HOLD = 1000;
/** ms after a stop until the audio thread has certainly ended. */
const AUDIO_END = 500;

/** Fallbacks for an unsupported format, best first: AAC plays everywhere. */
const CONTAINERS: [format: string, type: string, ending: string][] = [
  ['aac', 'audio/mp4;codecs=mp4a.40.2', 'm4a'],
  ['mp3', 'audio/mpeg', 'mp3'],
  ['webm', 'audio/webm;codecs=opus', 'webm'],
  ['ogg', 'audio/ogg;codecs=opus', 'ogg'],
  // The browser chooses the codec: Opus in Chromium builds without AAC.
  ['mp4', 'audio/mp4', 'm4a'],
  ['wav', 'audio/wav', 'wav'],
  ['PCM', 'audio/pcm', 'pcm'],
];

/**
 * Runs on the audio thread. Samples are sent in batches, because a message costs more than its samples. The first batch is
 * sent at once, because the recording begins with it. `pause` and `end` send the rest.
 */
const WORKLET = `registerProcessor('recorder', class extends AudioWorkletProcessor {
  constructor({ processorOptions }) {
    super();
    this.batch = Math.ceil(sampleRate * processorOptions.seconds);
    this.order = 'record';
    this.length = this.enough = 0;
    this.port.onmessage = ({ data }) => { this.order = data; };
  }
  process([input]) {
    if (this.order === 'record' && input.length) {
      if (!this.length) this.channels = input.map((part) => new Float32Array(this.enough + part.length));
      input.forEach((part, c) => this.channels[c].set(part, this.length));
      this.length += input[0].length;
    }
    if (this.length && (this.order !== 'record' || this.length >= this.enough)) {
      const channels = this.channels.map((channel) => channel.subarray(0, this.length));
      this.port.postMessage(channels, channels.map(({ buffer }) => buffer));
      this.length = 0;
      this.enough = this.batch;
    }
    if (this.order === 'end') this.port.postMessage(null);
    return this.order !== 'end';
  }
});`;
let workletUrl: string | undefined;

export function sharedObjects(): unknown[] {
  return [typeof globalThis === 'object' ? globalThis : window, eventCenter];
}

/** How often the page has been left. */
let leavings = 0;

/** A hidden tab keeps recording; leaving the page ends everything. It may be shown again. */
export function watchApp(leave: () => void, _show: () => void): void {
  window.addEventListener('pagehide', () => {
    leavings++;
    release(takeHeld());
    leave();
  });
}

/** An error of RecorderManager, followed by the browser's message if it adds information. */
function recorderError(text: string): { errMsg: string } {
  return { errMsg: 'operateRecorder:fail ' + text };
}

/** Older browsers use other names for the same errors. */
function explain(error: unknown): { errMsg: string } {
  const {
    name = '',
    message,
    errMsg,
  } = (error || {}) as { name?: string; message?: string; errMsg?: string };
  if (errMsg) return { errMsg };
  if (/^(NotAllowed|Security|PermissionDenied)Error$/.test(name)) {
    type Policy = { allowsFeature(name: string): boolean } | undefined;
    const { featurePolicy, permissionsPolicy } = document as unknown as Record<string, Policy>;
    const policy = permissionsPolicy || featurePolicy;
    // Firefox does not expose the policy, so there it looks like a denial by the user.
    return recorderError(
      policy && !policy.allowsFeature('microphone')
        ? 'microphone is not allowed here: add allow="microphone" to the iframe, or change the Permissions-Policy of the page'
        : 'auth deny',
    );
  }
  if (/^(Devices)?NotFoundError$/.test(name)) return recorderError('no microphone found');
  if (/^(NotReadable|Abort|TrackStart)Error$/.test(name))
    return recorderError('microphone cannot be read: another program may be using it');
  return recorderError(message || error + '');
}

function release(stream: MediaStream | undefined): void {
  if (stream)
    stream.getTracks().forEach((track) => {
      track.onmute = track.onunmute = track.onended = null;
      track.stop();
    });
}

/** The microphone opened by `authorize`, for the next start. */
let held: MediaStream | undefined;

function takeHeld(): MediaStream | undefined {
  const stream = held;
  held = undefined;
  return stream;
}

function openMicrophone(option: WebStartOption): Promise<MediaStream> {
  const audio: MediaTrackConstraints = {};
  if (option.sampleRate) audio.sampleRate = option.sampleRate;
  if (option.numberOfChannels) audio.channelCount = option.numberOfChannels;
  // The held microphone was opened without constraints. While it is open, browsers do not prompt again.
  if (held && !Object.keys(audio).length) return Promise.resolve(takeHeld()!);
  const devices = navigator.mediaDevices;
  if (!devices || !devices.getUserMedia) {
    const insecure = 'insecure context: browsers record only on https pages and on localhost';
    const reason = window.isSecureContext === false ? insecure : 'this browser cannot record';
    return Promise.reject(recorderError(reason));
  }
  const opened = devices.getUserMedia({ audio });
  const releaseHeld = () => release(takeHeld());
  opened.then(releaseHeld, releaseHeld);
  return opened.then(undefined, (error) => Promise.reject(explain(error)));
}

/** Shows the browser's prompt and keeps the microphone open for a moment, for the next start. */
export function askMicrophone(): Promise<void> {
  const before = leavings;
  return openMicrophone({}).then((stream) => {
    if (before !== leavings) {
      release(stream);
      throw recorderError('the page was left');
    }
    held = stream;
    setTimeout(() => {
      if (held === stream) release(takeHeld());
    }, HOLD);
  });
}

/** The permission's state, if the browser provides it. */
export function queryMicrophone(): Promise<{ state: string }> {
  return navigator.permissions.query({ name: 'microphone' as PermissionName });
}

/** Splits data into frames of a given size in bytes, in order. */
function frameCutter(
  size: number,
  emit: (frame: { frameBuffer: ArrayBuffer; isLastFrame: boolean }) => void,
) {
  let frame = new Uint8Array(size);
  let filled = 0;
  let done: Promise<unknown> = Promise.resolve();
  const cut = (buffer: ArrayBuffer) => {
    for (let at = 0; at < buffer.byteLength; ) {
      // Not earlier: a full frame may be the last one.
      if (filled === size) {
        emit({ frameBuffer: frame.buffer as ArrayBuffer, isLastFrame: false });
        frame = new Uint8Array(size);
        filled = 0;
      }
      const piece = new Uint8Array(buffer, at, Math.min(size - filled, buffer.byteLength - at));
      frame.set(piece, filled);
      filled += piece.length;
      at += piece.length;
    }
  };
  return {
    add(part: Blob | ArrayBuffer) {
      done = done.then(() => new Response(part).arrayBuffer()).then(cut);
    },
    end: () =>
      done.then(() => emit({ frameBuffer: frame.buffer.slice(0, filled) as ArrayBuffer, isLastFrame: true })),
  };
}

type Frames = ReturnType<typeof frameCutter> | undefined;

/** @param mimeType the browser's media type, which may lack the codec or name another one than requested */
function containerOf(mimeType: string): (typeof CONTAINERS)[0] {
  const type = mimeType.replace(/ /g, '');
  const rows = CONTAINERS.filter((row) => row[1].split(';')[0] === type.split(';')[0]);
  return (
    rows.filter((row) => type.indexOf(row[1]) === 0)[0] || rows[rows.length - 1] || ['', mimeType, 'webm']
  );
}

/** Records in the requested container, or else in the best one that the browser supports. */
function captureContainer(
  stream: MediaStream,
  option: WebStartOption,
  frames: Frames,
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
  const ended = new Promise<void>((resolve) => {
    recorder.onstop = () => resolve();
  });
  return new Promise((resolve, reject) => {
    recorder.ondataavailable = ({ data }) => {
      if (!data.size) return;
      parts.push(data);
      if (frames) frames.add(data);
    };
    recorder.onerror = (event) => {
      const error = (event as unknown as { error?: unknown }).error || event;
      reject(error);
      failed(error);
    };
    recorder.onstart = () => {
      const told = recorder.mimeType;
      // Some browsers only repeat the requested container.
      const mimeType = chosen && chosen[1].indexOf(told) === 0 ? chosen[1] : told || 'audio/webm';
      resolve({
        format: containerOf(mimeType)[0],
        mimeType,
        heard: Promise.resolve(),
        pause: () => recorder.pause(),
        resume: () => recorder.resume(),
        stop() {
          // Already stopped by the end of the track.
          if (recorder.state !== 'inactive') recorder.stop();
          return ended.then(() => new Blob(parts, { type: mimeType.split(';')[0]! }));
        },
      });
    };
    recorder.start(frames ? 100 : undefined);
  });
}

/** Converts to 16 bits and another rate: each sample is the mean of those it replaces. @param step their number */
function sampler(channelCount: number, step: number): (channels: Float32Array[]) => ArrayBuffer {
  const sums: number[] = [];
  let summed = 0;
  let read = 0;
  let written = 0;
  return (channels) => {
    const { length } = channels[0]!;
    const out = new Int16Array((Math.floor((read + length) / step) - written) * channelCount);
    for (let i = 0, at = 0; i < length; i++) {
      summed++;
      // More than one if the requested rate is above the context's.
      const due = Math.floor(++read / step) - written;
      for (let c = 0; c < channelCount; c++) {
        const sum = (sums[c] || 0) + channels[c]![i]!;
        const mean = Math.max(-1, Math.min(1, sum / summed));
        sums[c] = due ? 0 : sum;
        for (let n = 0; n < due; n++)
          out[at + n * channelCount + c] = mean < 0 ? mean * 0x8000 : mean * 0x7fff;
      }
      at += due * channelCount;
      written += due;
      if (due) summed = 0;
    }
    return out.buffer as ArrayBuffer;
  };
}

/** Records 16-bit samples, as speech recognition expects: `wav` and `PCM`, which no browser can record itself. */
function captureSamples(stream: MediaStream, option: WebStartOption, frames: Frames): Promise<Capture> {
  const Context =
    window.AudioContext ||
    (window as unknown as { webkitAudioContext?: typeof AudioContext }).webkitAudioContext;
  if (!Context)
    throw recorderError(
      typeof MediaRecorder === 'function'
        ? 'this browser has no AudioContext, which wav and PCM need'
        : 'this browser has neither MediaRecorder nor AudioContext',
    );
  const isBare = /^pcm$/i.test(option.format || '');
  const mimeType = isBare ? 'audio/pcm' : 'audio/wav';
  // Native's defaults.
  const rate = option.sampleRate || 8000;
  const channelCount = option.numberOfChannels || 2;
  let created: AudioContext | undefined;
  let source: MediaStreamAudioSourceNode;
  try {
    created = new Context({ sampleRate: rate });
    source = created.createMediaStreamSource(stream);
  } catch (_error) {
    // Firefox cannot connect a microphone to a context with another rate, and old Safari has no such option.
    if (created) created.close();
    created = new Context();
    source = created.createMediaStreamSource(stream);
  }
  const context = created;
  const sample = sampler(channelCount, context.sampleRate / rate);
  /** All but the last seconds are stored in Blobs, which browsers keep outside the page's memory. */
  const parts: BlobPart[] = [];
  const recent: ArrayBuffer[] = [];
  let bytes = 0;
  let begun: () => void;
  let ended: () => void;
  let tell: (order: 'record' | 'pause' | 'end') => void;
  const heard = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const write = (channels: Float32Array[]) => {
    const part = sample(channels);
    begun();
    if (frames) frames.add(part);
    bytes += part.byteLength;
    if (recent.push(part) === 40) parts.push(new Blob(recent.splice(0)));
  };

  const byWorklet = (): Promise<AudioNode> => {
    workletUrl = workletUrl || URL.createObjectURL(new Blob([WORKLET], { type: 'text/javascript' }));
    return context.audioWorklet.addModule(workletUrl).then(() => {
      const settings: AudioWorkletNodeOptions = {
        channelCount,
        channelCountMode: 'explicit',
        processorOptions: { seconds: frames ? 0.1 : 0.25 },
      };
      const worklet = new AudioWorkletNode(context, 'recorder', settings);
      worklet.port.onmessage = ({ data }) => (data ? write(data) : ended());
      tell = (order) => worklet.port.postMessage(order);
      return worklet;
    });
  };
  /** For older browsers, and pages whose content security policy forbids blob: scripts. */
  const byScript = (): AudioNode => {
    const size = context.sampleRate > 16000 ? 4096 : 1024;
    const script = context.createScriptProcessor(size, channelCount, channelCount);
    let isOn = true;
    script.onaudioprocess = ({ inputBuffer }) => {
      const channels: Float32Array[] = [];
      for (let c = 0; c < channelCount; c++) channels.push(inputBuffer.getChannelData(c));
      if (isOn) write(channels);
    };
    tell = (order) => {
      isOn = order === 'record';
      if (order === 'end') ended();
    };
    return script;
  };

  return Promise.resolve()
    .then(byWorklet)
    .then(undefined, byScript)
    .then((node) => {
      context.resume().then(undefined, () => {});
      source.connect(node);
      node.connect(context.destination);
      return {
        format: isBare ? 'PCM' : 'wav',
        mimeType,
        heard,
        pause: () => tell('pause'),
        resume: () => tell('record'),
        length: () => Math.round((bytes / channelCount / 2 / rate) * 1000),
        stop: () =>
          new Promise<void>((resolve) => {
            ended = resolve;
            tell('end');
            // A suspended audio thread has no pending sound.
            if (context.state !== 'running') resolve();
            setTimeout(() => {
              resolve();
              // Chromium never frees a context that is closed before its worklet has ended.
              context.close();
            }, AUDIO_END);
          }).then(() => {
            source.disconnect();
            node.disconnect();
            const header: BlobPart[] = isBare ? [] : [wavHeader(bytes, rate, channelCount)];
            return new Blob(header.concat(parts, recent), { type: mimeType });
          }),
      };
    });
}

/** The 44-byte header as little-endian words; four are the texts RIFF, WAVE, `fmt ` and data. */
function wavHeader(bytes: number, rate: number, channels: number): ArrayBuffer {
  const frame = channels * 2;
  const format = [0x20746d66, 16, 1 | (channels << 16), rate, rate * frame, frame | (16 << 16)];
  return new Uint32Array([0x46464952, 36 + bytes, 0x45564157].concat(format, [0x61746164, bytes]))
    .buffer as ArrayBuffer;
}

/** Files that are still readable. */
let files: { url: string; blob: Blob; keep: boolean | undefined }[] = [];
let namesUploads = false;

/** The previous file stays readable: apps play or upload it while recording the next one. */
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
 * Adds an extension to uploads. Taro's uploadFile sends a blob: URL as `file-1700000000000`, but servers check the
 * extension. Taro reads the URL with XMLHttpRequest, so the name of a File would be lost, and apps import uploadFile, so
 * it cannot be replaced. FormData can: a generated name together with one of these recordings identifies the call.
 * Everything else is appended unchanged.
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
  const listeners: { FrameRecorded?: Listener; [event: string]: Listener | undefined } = {};
  let session: WebSession | undefined;

  function emit(event: string, result: unknown): void {
    const listener = listeners[event];
    if (listener) listener(result);
  }

  function fail(mine: WebSession, error: unknown): void {
    if (session !== mine) return;
    clearTimeout(mine.timer);
    session = undefined;
    if (mine.capture && !mine.ending) mine.capture.stop().then(undefined, () => {});
    release(mine.stream);
    emit('Error', explain(error));
  }

  function elapsed(mine: WebSession): number {
    return (mine.pausedAt || Date.now()) - mine.since;
  }

  function watchLimit(mine: WebSession): void {
    clearTimeout(mine.timer);
    mine.timer = setTimeout(() => finish(mine), (mine.option.duration || 60000) - elapsed(mine));
  }

  function pause(mine: WebSession): void {
    if (!mine.capture || mine.ending || mine.pausedAt) return;
    mine.pausedAt = Date.now();
    clearTimeout(mine.timer);
    mine.capture.pause();
    emit('Pause', {});
  }

  function finish(mine: WebSession): void {
    const { capture } = mine;
    if (!capture || mine.ending) return;
    mine.ending = true;
    clearTimeout(mine.timer);
    const clock = elapsed(mine);
    const stopped = capture.stop();
    // Immediately, so that the browser's recording indicator disappears.
    release(mine.stream);
    stopped
      .then((file) => {
        if (!file.size || (capture.length && !capture.length()))
          throw recorderError('the browser recorded nothing');
        return Promise.resolve(mine.frames && mine.frames.end()).then(() => file);
      })
      .then(
        (file) => {
          if (session !== mine) return;
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

  /** Ends the session. @param reason the error if nothing has been recorded yet */
  function end(reason: string): void {
    if (!session) return;
    if (session.capture) finish(session);
    else fail(session, recorderError(reason));
  }

  function begin(mine: WebSession, stream: MediaStream): Promise<unknown> {
    const { option } = mine;
    mine.stream = stream;
    // Only if the app listens: frames are a second copy of the recording.
    if (option.frameSize && listeners.FrameRecorded)
      mine.frames = frameCutter(option.frameSize * 1024, (frame) => emit('FrameRecorded', frame));
    // The type is `PCM`, but some apps write it in lower case.
    const isBare = /^(wav|pcm)$/i.test(option.format || '') || typeof MediaRecorder !== 'function';
    const captured = isBare
      ? captureSamples(stream, option, mine.frames)
      : captureContainer(stream, option, mine.frames, (error) => fail(mine, error));
    return captured.then((capture) => {
      mine.capture = capture;
      mine.since = Date.now();
      if (session !== mine) finish(mine);
      const interrupted = (then: (mine: WebSession) => void) => () => {
        emit('InterruptionBegin', {});
        then(mine);
      };
      stream.getTracks().forEach((track) => {
        track.onmute = interrupted(pause);
        track.onunmute = () => emit('InterruptionEnd', {});
        // The device was removed or permission was revoked: return what has been recorded.
        track.onended = interrupted(finish);
      });
      return capture.heard.then(() => {
        if (session !== mine || mine.ending) return;
        mine.since = Date.now();
        if (mine.pausedAt) mine.pausedAt = mine.since;
        else watchLimit(mine);
        emit('Start', {});
      });
    });
  }

  // The page is left: always release the microphone.
  window.addEventListener('pagehide', () => end('the page was left'));

  const manager: Record<string, unknown> = {
    start(given?: WebStartOption) {
      if (session) {
        emit('Error', { errMsg: "operateRecorder:fail:audio is recording, don't start record again" });
        return;
      }
      const mine: WebSession = { option: given || {}, since: 0 };
      session = mine;
      openMicrophone(mine.option)
        .then((stream): unknown => (session === mine ? begin(mine, stream) : release(stream)))
        .then(undefined, (error) => fail(mine, error));
    },
    stop() {
      if (!session) emit('Error', recorderError('recorder not start'));
      end('stopped before recording began');
    },
    pause() {
      if (session) pause(session);
    },
    resume() {
      const mine = session;
      if (!mine || !mine.capture || !mine.pausedAt || mine.ending) return;
      mine.since += Date.now() - mine.pausedAt;
      mine.pausedAt = undefined;
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

// Other copies of the recorder in the same app, such as those in packages, record through this one.
(sharedObjects()[0] as { __taro_modernize_web_1?: unknown }).__taro_modernize_web_1 = getNativeManager;

export { authorize, getSetting, openSetting, showModal };
