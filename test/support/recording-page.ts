/** Pages of a built h5 app that records, in a real browser. */
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import type { AppServer, BrowserKind } from './browser';

/** What a page of the app could do itself, in reach of the tests: the beginning of the app's entry. */
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

/** What `watch` leaves in the page. */
export interface Watched {
  app: AppProbe;
  /** Every track that the page was given. */
  tracks: MediaStreamTrack[];
  /** What audio elements did: `playing blob:…`, `pause blob:…`, `ended blob:…`. */
  heard: string[];
  /** The recording that `begin` began. */
  recording: Promise<Recorded>;
  /** ms since 1970, when it began. */
  since: number;
}

declare const app: AppProbe;

/** Runs before the app. It watches the browser's side, and changes nothing. */
function watch(): void {
  const tracks: MediaStreamTrack[] = [];
  const heard: string[] = [];
  Object.assign(globalThis, { tracks, heard });
  const begun = () => dispatchEvent(new Event('recording'));
  const devices = navigator.mediaDevices;
  if (!devices) return;
  const open = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (what) => {
    const stream = await open(what);
    tracks.push(...stream.getTracks());
    dispatchEvent(new Event('microphone'));
    return stream;
  };
  const record = MediaRecorder.prototype.start;
  MediaRecorder.prototype.start = function (...args) {
    this.addEventListener('start', begun);
    record.apply(this, args);
  };
  const connect = AudioContext.prototype.createMediaStreamSource;
  AudioContext.prototype.createMediaStreamSource = function (...args) {
    const source = connect.apply(this, args);
    begun();
    return source;
  };
  // Taro's audio elements are in no document, where their events would be heard.
  const play = HTMLMediaElement.prototype.play;
  const seen = new WeakSet<HTMLMediaElement>();
  HTMLMediaElement.prototype.play = function () {
    if (!seen.has(this))
      for (const name of ['playing', 'pause', 'ended'])
        this.addEventListener(name, () => heard.push(`${name} ${this.src}`));
    seen.add(this);
    return play.call(this);
  };
  // Which tracks the page has stopped itself, for the page after it.
  const end = MediaStreamTrack.prototype.stop;
  MediaStreamTrack.prototype.stop = function () {
    end.call(this);
    sessionStorage.setItem('stopped', tracks.map((track) => track.readyState).join());
  };
}

/** Opens a page of the app. @param path from `/`; `/frame` has the app in an iframe of another origin */
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

/** Begins a recording, and goes on when the browser records. */
export async function begin(page: Page, option: object = {}): Promise<void> {
  await page.evaluate((given) => {
    const all = globalThis as unknown as Watched;
    return new Promise<void>((resolve, reject) => {
      addEventListener(
        'recording',
        () => {
          all.since = Date.now();
          resolve();
        },
        { once: true },
      );
      all.recording = app.start(given);
      all.recording.catch(reject);
    });
  }, option);
}

/**
 * Sound of so many ms goes by. A microphone cannot be wound forward, and what is recorded has to have a length: the
 * one thing that these tests wait for by the clock.
 */
export async function listen(page: Page, ms: number): Promise<void> {
  await page.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), ms);
}

/** The recording that `begin` began, when it has ended, and what its file is by its content. */
export function ended(page: Page) {
  return page.evaluate(async () => {
    const { recording, tracks } = globalThis as unknown as Watched;
    const result = await recording;
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
      states: tracks.map((track) => track.readyState),
    };
  });
}

/** Stops. @returns how many ms after the beginning that was */
export function stop(page: Page): Promise<number> {
  return page.evaluate(() => {
    app.stop();
    return Date.now() - (globalThis as unknown as Watched).since;
  });
}

/** Records so many ms. */
export async function record(page: Page, option: object, ms: number) {
  await begin(page, option);
  await listen(page, ms);
  const lasted = await stop(page);
  return { lasted, ...(await ended(page)) };
}

/** @returns the errMsg of a start that is to fail */
export const failing = (page: Page | Frame, option = {}): Promise<string> =>
  page.evaluate(
    (given) =>
      app.start(given).then(
        (result) => `success ${JSON.stringify(result)}`,
        (error) => error.errMsg as string,
      ),
    option,
  );
