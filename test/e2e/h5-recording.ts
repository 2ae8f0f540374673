import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AppServer, type BrowserKind, INSECURE_HOST } from '../support/browser';
import {
  type AppProbe,
  begin,
  ended,
  failing,
  listen,
  type Moment,
  openApp,
  openContext,
  ready,
  record,
  stop,
  type Watched,
} from '../support/recording-page';

declare const app: AppProbe;
declare const moment: Watched['moment'];

/** Tolerance for the length of a file, in ms. */
const NEAR = 300;

/**
 * @param ms length of a recording: at least as long as the browser's sound ran, at most as long as the wall
 * clock says
 */
function expectLength(ms: number, { sound, wall }: Moment, what: string): void {
  const text = `${what}: ${Math.round(ms)} ms, sound ${Math.round(sound)} ms, wall ${wall} ms`;
  expect(ms, text).toBeGreaterThan(sound - NEAR);
  expect(ms, text).toBeLessThan(Math.max(wall, sound) + NEAR);
}

/** The recorder in a browser: one list of tests for all browsers. */
export function testRecording(kind: BrowserKind, server: () => AppServer): void {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await kind.launch('allowed');
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    const context = await openContext(browser, kind);
    page = await openApp(context, server());
    return () => context.close();
  });

  /** Opens the app in a fresh browser. */
  async function inAnother(launched: Promise<Browser>, run: (other: Page) => Promise<void>): Promise<void> {
    const other = await launched;
    try {
      await run(await openApp(await other.newContext(), server()));
    } finally {
      await other.close();
    }
  }

  describe.each([
    [undefined, kind.formats.none],
    ['aac', kind.formats.aac],
    ['mp3', kind.formats.mp3],
    ['ogg', kind.formats.ogg],
    ['wav', /^wav$/],
  ])('format %s', (format, got) => {
    test(`two seconds of ${format}: the file has that length and sound, the result names the real format, and the microphone is released`, async () => {
      const { result, lasted, size, kind, decoded, loudest, states } = await record(
        page,
        { format, sampleRate: 16000 },
        2000,
      );
      expect(result.tempFilePath).toMatch(/^blob:/);
      expect(result.format).toMatch(got);
      expect(kind).toBe(result.format);
      expect(result.fileSize).toBe(size);
      expectLength(decoded, lasted, 'decoded');
      expectLength(result.duration, lasted, 'told');
      expect(loudest).toBeGreaterThan(0.05);
      expect(new Set(states)).toEqual(new Set(['ended']));
    });
  });

  test.each([
    [undefined, /^(m4a|webm)$/, /^audio\/(mp4|webm)$/],
    ['ogg', /^(m4a|webm|ogg)$/, /^audio\/(mp4|webm|ogg)$/],
    ['wav', /^wav$/, /^audio\/wav$/],
  ])('a %s recording is uploaded byte for byte with a name and a type, and plays to its end', async (format, ending, type) => {
    const { result } = await record(page, { format }, 1000);
    const bytes = await page.evaluate(
      async ({ path, url }) => {
        await app.upload({ url, filePath: path, name: 'file' });
        const content = new Uint8Array(await (await fetch(path)).arrayBuffer());
        await new Promise<void>((resolve, reject) => {
          const audio = app.audio();
          audio.onEnded(resolve);
          audio.onError(reject);
          audio.src = path;
          audio.play();
        });
        return [...content];
      },
      { path: result.tempFilePath, url: `${server().url}/upload` },
    );
    const { head, content } = server().uploads.at(-1)!.file!;
    expect(/filename="file-\d+\.(\w+)"/.exec(head)?.[1]).toMatch(ending);
    expect(/Content-Type: (.*)$/.exec(head)?.[1]).toMatch(type);
    expect(result.mimeType).toMatch(new RegExp(`^${/Content-Type: (.*)$/.exec(head)?.[1]}`));
    expect(content.equals(Buffer.from(bytes))).toBe(true);
  });

  test("the app's own getRecorderManager starts, pauses, resumes, delivers frames and stops", async () => {
    const heard = await page.evaluate(async () => {
      const manager = app.manager();
      const log: string[] = [];
      let frames = 0;
      const recorded: Moment = { wall: 0, sound: 0 };
      /** @param sign -1 when a part begins, 1 when it ends */
      const count = (sign: 1 | -1) => {
        const { wall, sound } = moment();
        recorded.wall += sign * wall;
        recorded.sound += sign * sound;
      };
      const next = (name: string) =>
        new Promise<unknown>((resolve) =>
          manager[`on${name}`]!(((result: unknown) => {
            log.push(name);
            resolve(result);
          }) as never),
        );
      // Recording takes real time.
      const listen = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      manager.onFrameRecorded!((({ frameBuffer }: { frameBuffer: ArrayBuffer }) => {
        frames += frameBuffer.byteLength;
      }) as never);
      const started = next('Start');
      manager.start!({ format: 'PCM', sampleRate: 16000, numberOfChannels: 1, frameSize: 2 });
      await started;
      count(-1);
      await listen(700);
      const paused = next('Pause');
      manager.pause!();
      count(1);
      await paused;
      await listen(1000);
      const resumed = next('Resume');
      manager.resume!();
      count(-1);
      await resumed;
      await listen(700);
      const stopped = next('Stop');
      manager.stop!();
      count(1);
      const { duration, fileSize } = (await stopped) as { duration: number; fileSize: number };
      return { log, frames, recorded, duration, fileSize };
    });
    expect(heard.log).toEqual(['Start', 'Pause', 'Resume', 'Stop']);
    expectLength(heard.duration, heard.recorded, 'told');
    expect(heard.frames).toBe(heard.fileSize);
    expect(Math.abs(heard.fileSize - (heard.duration * 32000) / 1000)).toBeLessThan(64);
  });

  test('a pause is not part of a file in the browser’s default format', async () => {
    const recorded = await page.evaluate(async () => {
      const manager = app.manager();
      const next = (name: string) =>
        new Promise<unknown>((resolve) => manager[`on${name}`]!(resolve as never));
      // Recording takes real time.
      const listen = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      const begun = new Promise((resolve) => addEventListener('recording', resolve, { once: true }));
      manager.start!({});
      await begun;
      await listen(800);
      const paused = next('Pause');
      manager.pause!();
      const asleep = moment();
      await paused;
      await listen(1000);
      const resumed = next('Resume');
      manager.resume!();
      const awake = moment();
      await resumed;
      await listen(800);
      const stopped = next('Stop');
      manager.stop!();
      const until = moment();
      const { tempFilePath, duration } = (await stopped) as { tempFilePath: string; duration: number };
      const content = await (await fetch(tempFilePath)).arrayBuffer();
      const sound = await new OfflineAudioContext(1, 1, 48000).decodeAudioData(content);
      const { since } = globalThis as unknown as Watched;
      const lasted = {
        wall: until.wall - since.wall - (awake.wall - asleep.wall),
        sound: until.sound - since.sound - (awake.sound - asleep.sound),
      };
      return { lasted, duration, decoded: sound.duration * 1000 };
    });
    expectLength(recorded.duration, recorded.lasted, 'told');
    expectLength(recorded.decoded, recorded.lasted, 'decoded');
  });

  test('a recording ends by itself after the given duration', async () => {
    // A page timer of the same length that starts slightly later: on a busy machine both are late.
    const due = page.evaluate(async () => {
      await new Promise((resolve) => addEventListener('recording', resolve, { once: true }));
      await new Promise((resolve) => setTimeout(resolve, 800));
      return moment();
    });
    await begin(page, { duration: 800 });
    const { result, decoded, lasted, states, until } = await ended(page);
    expect(lasted.wall).toBeGreaterThan(790);
    expect(until.wall).toBeLessThan((await due).wall + NEAR);
    expectLength(decoded, lasted, 'decoded');
    expectLength(result.duration, lasted, 'told');
    expect(new Set(states)).toEqual(new Set(['ended']));
  });

  test('a second start fails and the first recording continues', async () => {
    await begin(page);
    expect(await failing(page)).toBe("startRecord:fail:audio is recording, don't start record again");
    await listen(page, 1000);
    await stop(page);
    const { decoded, lasted } = await ended(page);
    expectLength(decoded, lasted, 'decoded');
  });

  test('recording continues in a hidden tab', async () => {
    const { context, close } = await kind.launchTabs();
    try {
      const own = await openApp(context, server());
      await own.bringToFront();
      await own.waitForFunction('document.visibilityState === "visible"', null, { polling: 50 });
      await begin(own);
      const [other] = await Promise.all([
        context.waitForEvent('page'),
        own.evaluate(() => {
          window.open('about:blank');
        }),
      ]);
      await other.bringToFront();
      // With a timer, because a hidden page draws no frames.
      await own.waitForFunction('document.visibilityState === "hidden"', null, { polling: 50 });
      await listen(own, 1500);
      expect(await own.evaluate('document.visibilityState')).toBe('hidden');
      await stop(own);
      const { decoded, lasted, loudest } = await ended(own);
      expectLength(decoded, lasted, 'decoded');
      expect(loudest).toBeGreaterThan(0.05);
    } finally {
      await close();
    }
  });

  test('recording continues on another page of the app, and leaving the app releases the microphone', async () => {
    await begin(page);
    await page.evaluate(() => {
      location.hash = '#/pages/doc-example/index';
    });
    await page.getByText('开始录音').waitFor();
    expect(await page.evaluate('tracks.map((track) => track.readyState).join()')).toBe('live');
    // Another document on the same server: same session storage, but no longer the app.
    await page.goto(`${server().url}/empty`);
    expect(await page.evaluate('sessionStorage.getItem("stopped")')).toBe('ended');
  });

  test('a file stays readable until two more are recorded, unless it is kept', async () => {
    const readable = (url: string) =>
      page.evaluate(
        (path) =>
          fetch(path).then(
            () => true,
            () => false,
          ),
        url,
      );
    const kept = (await record(page, { keepFiles: true }, 300)).result.tempFilePath;
    const first = (await record(page, {}, 300)).result.tempFilePath;
    const second = (await record(page, {}, 300)).result.tempFilePath;
    expect([await readable(kept), await readable(first)]).toEqual([true, true]);
    const third = (await record(page, {}, 300)).result.tempFilePath;
    expect([
      await readable(kept),
      await readable(first),
      await readable(second),
      await readable(third),
    ]).toEqual([true, false, true, true]);
  });

  test('leaving the page during the permission prompt turns the microphone off, also when the page is shown again', async () => {
    const left = await page.evaluate(async () => {
      navigator.permissions.query = async () => ({ state: 'prompt' }) as PermissionStatus;
      const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      let answer: () => Promise<unknown> = async () => {};
      const asked = new Promise<void>((resolve) => {
        navigator.mediaDevices.getUserMedia = (wanted) =>
          new Promise((allow) => {
            answer = () => open(wanted).then(allow);
            resolve();
          });
      });
      const failed = app.start().catch((error) => error.errMsg);
      await asked;
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      await answer();
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      const errMsg = await failed;
      const { tracks } = globalThis as unknown as Watched;
      return { errMsg, states: tracks.map(({ readyState }) => readyState) };
    });
    expect(left).toEqual({ errMsg: 'startRecord:fail the page was left', states: ['ended'] });
    await page.reload();
    await ready(page);
    expect((await record(page, {}, 500)).states).toEqual(['ended']);
  });

  test('the first recording after a permission prompt uses the same microphone constraints as later ones', async () => {
    const settings = await page.evaluate(async () => {
      navigator.permissions.query = async () => ({ state: 'prompt' }) as PermissionStatus;
      const asked: unknown[] = [];
      const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (wanted) => {
        const stream = await open(wanted);
        const { channelCount, sampleRate } = stream.getAudioTracks()[0]!.getSettings();
        asked.push({ wanted, got: { channelCount, sampleRate } });
        return stream;
      };
      for (let i = 0; i < 2; i++) await app.start({ duration: 300, numberOfChannels: 2, sampleRate: 16000 });
      return asked;
    });
    const [prompt, first, second, ...more] = settings;
    expect(prompt).toMatchObject({ wanted: { audio: {} } });
    expect(first).toMatchObject({ wanted: { audio: { channelCount: 2, sampleRate: 16000 } } });
    expect(second).toEqual(first);
    expect(more).toEqual([]);
  });

  // Only Chromium lets a debugger query live objects.
  if (kind.name === 'Chromium')
    test('after many recordings only the promised files stay in memory', async () => {
      const client = await page.context().newCDPSession(page);
      const alive = async (name: string) => {
        const objectGroup = 'alive';
        await client.send('HeapProfiler.collectGarbage');
        const expression = `${name}.prototype`;
        const { result } = await client.send('Runtime.evaluate', { expression, objectGroup });
        const prototypeObjectId = result.objectId!;
        const { objects } = await client.send('Runtime.queryObjects', { prototypeObjectId, objectGroup });
        const { result: count } = await client.send('Runtime.callFunctionOn', {
          objectId: objects.objectId!,
          functionDeclaration: 'function () { return this.length }',
        });
        // Otherwise the debugger would keep the objects that it found alive.
        await client.send('Runtime.releaseObjectGroup', { objectGroup });
        return count.value as number;
      };
      const sizes: number[] = [];
      for (const format of ['wav', 'wav', 'PCM', 'wav', undefined, 'wav']) {
        await begin(page, { format });
        await listen(page, 200);
        await stop(page);
        sizes.push(
          await page.evaluate(async () => (await (globalThis as unknown as Watched).recording).fileSize),
        );
      }
      expect(Math.min(...sizes)).toBeGreaterThan(100);
      await expect.poll(() => alive('AudioContext'), { timeout: 10_000 }).toBe(0);
      expect(await alive('AudioWorkletNode')).toBe(0);
      expect(await alive('Blob')).toBe(2);
    });

  test('the unmodified permission guard page records', async () => {
    await page.goto(`${server().url}/#/pages/authorize/index`);
    const recording = page.evaluate(() =>
      new Promise((resolve) => addEventListener('recording', resolve, { once: true })).then(() => true),
    );
    await page.getByText('开始录音').click();
    await page.getByText('录音中...').waitFor();
    await recording;
    await listen(page, 600);
    if (process.env.SCREENSHOT && kind.name === 'Chromium')
      await page.screenshot({ path: process.env.SCREENSHOT });
    await page.getByText('停止录音').click();
    await page.getByText(/^blob:/).waitFor();
  });

  describe('without a microphone or permission', () => {
    test('start fails when the microphone is denied', () =>
      inAnother(kind.launch('denied'), async (other) => {
        expect(await failing(other)).toBe('startRecord:fail auth deny');
      }));

    test('start fails without an input device', () =>
      inAnother(kind.launch('missing'), async (other) => {
        expect(await failing(other)).toBe('startRecord:fail no microphone found');
      }));

    test('start fails in an insecure context', async () => {
      await page.goto(server().url.replace('127.0.0.1', INSECURE_HOST));
      await ready(page);
      expect(await failing(page)).toMatch(/^startRecord:fail insecure context: .*https/);
    });

    test('start fails in a cross-origin iframe without allow="microphone"', async () => {
      const outer = await openApp(page.context(), server(), '/frame');
      const inner = outer.frames()[1]!;
      await ready(inner);
      expect(await failing(inner)).toMatch(kind.framed);
    });

    // Every current browser has one, so the page removes it.
    test('wav and PCM fail in a browser without AudioContext', async () => {
      await page.evaluate('delete globalThis.AudioContext');
      expect(await failing(page, { format: 'wav' })).toBe(
        'startRecord:fail this browser has no AudioContext, which wav and PCM need',
      );
      expect((await record(page, {}, 500)).result.format).toMatch(kind.formats.none);
    });

    test('start fails in a browser that cannot record', async () => {
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'mediaDevices', { value: undefined });
      });
      expect(await failing(page)).toBe('startRecord:fail this browser cannot record');
    });
  });
}
