/** Pages of a built h5 app that records, in a real browser. */
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import type { AppServer, BrowserKind } from './browser';

/**
 * Makes functions of the app available to tests, as a page could do: inserted at the start of the app's
 * entry.
 */
export const PROBE = `
import Taro from '@tarojs/taro'
;(globalThis as any).app = {
  start: (option: any) => Taro.startRecord(option),
  stop: (option: any) => Taro.stopRecord(option),
  manager: () => Taro.getRecorderManager(),
  upload: (option: any) => Taro.uploadFile(option),
  audio: () => Taro.createInnerAudioContext()
}
`;

export interface Recorded {
  tempFilePath: string;
  /** ms */
  duration: number;
  /** bytes */
  fileSize: number;
  format: string;
  mimeType: string;
}

export interface AppProbe {
  start(option?: object): Promise<Recorded>;
  stop(option?: object): Promise<object>;
  manager(): Record<string, (option?: unknown) => void>;
  upload(option: object): Promise<{ statusCode: number }>;
  audio(): Record<string, unknown> & {
    play(): void;
    onEnded(f: () => void): void;
    onError(f: (e: unknown) => void): void;
  };
}

/**
 * A point in time or a duration, in ms of two clocks. On a busy machine a browser's sound falls behind real
 * time, and no recorder can get sound that the browser did not process.
 */
export interface Moment {
  /** By the wall clock. */
  wall: number;
  /** By the clock of the browser's sound, which stops when the sound does. */
  sound: number;
}

/** What `watch` exposes in the page. */
export interface Watched {
  app: AppProbe;
  /** All tracks that the page received. */
  tracks: MediaStreamTrack[];
  /** Events of audio elements: `playing blob:…`, `pause blob:…`, `ended blob:…`. */
  heard: string[];
  /** The recording that `begin` started. */
  recording: Promise<Recorded>;
  /**
   * When it began: by the wall clock, the latest time at which sound could arrive; by the sound clock, its
   * arrival.
   */
  since: Moment;
  /** When the microphone was released. */
  until: Moment;
  moment(): Moment;
}

declare const app: AppProbe;

/** Runs before the app. Observes the browser's APIs without changing them. */
function watch(): void {
  const tracks: MediaStreamTrack[] = [];
  const heard: string[] = [];
  Object.assign(globalThis, { tracks, heard });
  /** The context that measures the sound. Without one, the wall clock is used. */
  let context: WeakRef<BaseAudioContext> | undefined;
  const moment = (): Moment => {
    const wall = Date.now();
    return { wall, sound: context ? (context.deref()?.currentTime ?? 0) * 1000 : wall };
  };
  Object.assign(globalThis, { moment });
  const begun = (wall: number) => {
    Object.assign(globalThis, { since: { ...moment(), wall } });
    dispatchEvent(new Event('recording'));
  };
  const devices = navigator.mediaDevices;
  if (!devices) return;
  // Some tests remove it from the page.
  const Sound = AudioContext;
  const open = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (what) => {
    const stream = await open(what);
    tracks.push(...stream.getTracks());
    dispatchEvent(new Event('microphone'));
    return stream;
  };
  const record = MediaRecorder.prototype.start;
  MediaRecorder.prototype.start = function (...args) {
    const wall = Date.now();
    // Firefox passes a MediaRecorder what its AudioContexts receive in the same time; Chromium passes what
    // the microphone delivers.
    const clock = /Firefox/.test(navigator.userAgent) ? new Sound() : undefined;
    context = clock && new WeakRef(clock);
    this.addEventListener('start', () => {
      if (clock) clock.resume().then(() => begun(wall));
      else begun(wall);
    });
    this.addEventListener('stop', () => clock?.close());
    record.apply(this, args);
  };
  const connect = AudioNode.prototype.connect as (...args: unknown[]) => AudioNode;
  AudioNode.prototype.connect = function (this: AudioNode, ...args: unknown[]) {
    const connected = connect.apply(this, args);
    // The last connection that a recorder makes: it receives sound from here on.
    if (args[0] === this.context.destination) {
      context = new WeakRef(this.context);
      begun(Date.now());
    }
    return connected;
  } as typeof AudioNode.prototype.connect;
  // Taro's audio elements are not in the document, so their events would not bubble there.
  const play = HTMLMediaElement.prototype.play;
  const seen = new WeakSet<HTMLMediaElement>();
  HTMLMediaElement.prototype.play = function () {
    if (!seen.has(this))
      for (const name of ['playing', 'pause', 'ended'])
        this.addEventListener(name, () => heard.push(`${name} ${this.src}`));
    seen.add(this);
    return play.call(this);
  };
  // The tracks that the page itself stopped, for the next page.
  const end = MediaStreamTrack.prototype.stop;
  MediaStreamTrack.prototype.stop = function () {
    end.call(this);
    Object.assign(globalThis, { until: moment() });
    sessionStorage.setItem('stopped', tracks.map((track) => track.readyState).join());
  };
}

/** Opens a page of the app. @param path from `/`; `/frame` has the app in a cross-origin iframe */
export async function openApp(where: BrowserContext, server: AppServer, path = '/'): Promise<Page> {
  const page = await where.newPage();
  await page.addInitScript(watch);
  await page.goto(server.url + path);
  if (!path.startsWith('/frame')) await ready(page);
  return page;
}

export const openContext = (browser: Browser, kind: BrowserKind) => browser.newContext(kind.context);

export async function ready(page: Page | Frame): Promise<void> {
  await page.waitForFunction('globalThis.app');
}

/** Starts a recording and continues once the browser records. */
export async function begin(page: Page, option: object = {}): Promise<void> {
  await page.evaluate((given) => {
    const all = globalThis as unknown as Watched;
    return new Promise<void>((resolve, reject) => {
      addEventListener('recording', () => resolve(), { once: true });
      all.recording = app.start(given);
      all.recording.catch(reject);
    });
  }, option);
}

/**
 * Waits for this many ms of sound. A microphone cannot be fast-forwarded and a recording needs a length, so
 * this is the only place where these tests wait for time.
 */
export async function listen(page: Page, ms: number): Promise<void> {
  await page.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), ms);
}

/** The recording that `begin` started, once it has ended, with the analyzed content of its file. */
export function ended(page: Page) {
  return page.evaluate(async () => {
    const all = globalThis as unknown as Watched;
    const result = await all.recording;
    const content = await (await fetch(result.tempFilePath)).arrayBuffer();
    const text = new TextDecoder('latin1').decode(content);
    const kinds: [string, boolean][] = [
      ['wav', text.startsWith('RIFF') && text.slice(8, 12) === 'WAVE'],
      ['ogg', text.startsWith('OggS')],
      ['webm', text.startsWith('\x1aE\xdf\xa3') && text.slice(0, 64).includes('webm')],
      ['aac', text.slice(4, 8) === 'ftyp' && text.includes('mp4a')],
      ['mp4', text.slice(4, 8) === 'ftyp'],
    ];
    const size = content.byteLength;
    const sound = await new OfflineAudioContext(1, 1, 48000).decodeAudioData(content);
    return {
      result,
      size,
      kind: kinds.find(([, is]) => is)?.[0],
      /** ms */
      decoded: sound.duration * 1000,
      loudest: sound.getChannelData(0).reduce((most, value) => Math.max(most, Math.abs(value)), 0),
      until: all.until,
      lasted: { wall: all.until.wall - all.since.wall, sound: all.until.sound - all.since.sound },
      states: all.tracks.map((track) => track.readyState),
    };
  });
}

export async function stop(page: Page): Promise<void> {
  await page.evaluate(() => {
    app.stop();
  });
}

/** Records for this many ms. */
export async function record(page: Page, option: object, ms: number) {
  await begin(page, option);
  await listen(page, ms);
  await stop(page);
  return ended(page);
}

/** @returns the errMsg of a start that is expected to fail */
export const failing = (page: Page | Frame, option = {}): Promise<string> =>
  page.evaluate(
    (given) =>
      app.start(given).then(
        (result) => `success ${JSON.stringify(result)}`,
        (error) => error.errMsg as string,
      ),
    option,
  );
