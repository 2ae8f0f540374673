import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AppServer, launch, serve } from '../support/browser';
import { build, filesOf, installExample, makeApp, run } from '../support/taro-app';

/** Of the h5 runtime alone. */
const MARK = '__taro_modernize_web_1';

/** What a page of the app could do itself, in reach of these tests. */
const PROBE = `
import Taro from '@tarojs/taro'
;(globalThis as any).app = {
  start: (option: any) => Taro.startRecord(option),
  stop: (option: any) => Taro.stopRecord(option),
  manager: () => Taro.getRecorderManager(),
  upload: (option: any) => Taro.uploadFile(option),
  audio: () => Taro.createInnerAudioContext(),
  getSetting: (option: any) => Taro.getSetting(option)
}
`;

interface Api {
  start(
    option?: object,
  ): Promise<{ tempFilePath: string; duration: number; fileSize: number; format: string }>;
  stop(option?: object): Promise<object>;
  manager(): Record<string, (option?: unknown) => void>;
  upload(option: object): Promise<{ statusCode: number }>;
  audio(): Record<string, unknown> & {
    play(): void;
    onEnded(f: () => void): void;
    onError(f: (e: unknown) => void): void;
  };
}
declare const app: Api;

let installed: string;
let server: AppServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  installed = installExample();
  const folder = makeApp(installed, 'h5', ['taro-modernize']);
  writeFileSync(join(folder, 'src/probe.ts'), PROBE);
  const entry = join(folder, 'src/app.tsx');
  writeFileSync(entry, `import './probe'\n${readFileSync(entry, 'utf8')}`);
  const built = await build(folder, 'h5', 'webpack5');
  server = await serve(built.folder);
  browser = await launch(['--use-fake-ui-for-media-stream', '--autoplay-policy=no-user-gesture-required']);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
beforeEach(async () => {
  page = await open(browser);
  return async () => {
    await page.context().close();
  };
});

/** A page of the app, with every track that it was given in reach. */
async function open(where: Browser, path = '/', permissions = ['microphone']): Promise<Page> {
  const context = await where.newContext({ permissions });
  const opened = await context.newPage();
  await opened.addInitScript(() => {
    const tracks: MediaStreamTrack[] = [];
    Object.assign(globalThis, { tracks });
    const devices = navigator.mediaDevices;
    if (!devices) return;
    const real = devices.getUserMedia.bind(devices);
    devices.getUserMedia = (what) =>
      real(what).then((stream) => {
        tracks.push(...stream.getTracks());
        return stream;
      });
  });
  await opened.goto(server.url + path);
  if (!path.startsWith('/frame')) await opened.waitForFunction('globalThis.app');
  return opened;
}

/** Records for so many ms, counted from when the recorder has begun. @returns what came, decoded in the page. */
function record(option: object, ms: number) {
  return page.evaluate(
    async ([given, time]) => {
      const started = app.start(given);
      await new Promise<void>((resolve) => {
        const look = () => {
          const { tracks } = globalThis as unknown as { tracks: MediaStreamTrack[] };
          if (tracks.some((track) => track.readyState === 'live')) resolve();
          else setTimeout(look, 5);
        };
        look();
      });
      setTimeout(() => app.stop(), time);
      const result = await started;
      const bytes = await (await fetch(result.tempFilePath)).arrayBuffer();
      const size = bytes.byteLength;
      const sound = await new OfflineAudioContext(1, 1, 48000).decodeAudioData(bytes);
      const loudest = sound.getChannelData(0).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      const { tracks } = globalThis as unknown as { tracks: MediaStreamTrack[] };
      return {
        result,
        size,
        decoded: sound.duration * 1000,
        loudest,
        states: tracks.map((track) => track.readyState),
      };
    },
    [option, ms] as const,
  );
}

const failing = (on: Page, option = {}) =>
  on.evaluate(
    (given) =>
      app.start(given).then(
        (result) => `success ${JSON.stringify(result)}`,
        (error) => error.errMsg as string,
      ),
    option,
  );

describe.each([
  [undefined, /^(aac|webm)$/],
  ['aac', /^(aac|webm)$/],
  ['mp3', /^(aac|webm)$/],
  ['wav', /^wav$/],
])('format %s', (format, got) => {
  test('two seconds: a file of that length that is not silent, and the microphone is off', async () => {
    const { result, size, decoded, loudest, states } = await record({ format, sampleRate: 16000 }, 2000);
    expect(result.tempFilePath).toMatch(/^blob:/);
    expect(result.format).toMatch(got);
    expect(result.fileSize).toBe(size);
    expect(Math.abs(decoded - 2000), `decoded ${decoded}`).toBeLessThan(300);
    expect(Math.abs(result.duration - 2000), `told ${result.duration}`).toBeLessThan(300);
    expect(loudest).toBeGreaterThan(0.05);
    expect(new Set(states)).toEqual(new Set(['ended']));
  });
});

test('the file is uploaded byte for byte, with a name and a type, and plays to its end', async () => {
  const { result } = await record({}, 1000);
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
    { path: result.tempFilePath, url: `${server.url}/upload` },
  );
  const { body } = server.uploads.at(-1)!;
  const head = body.subarray(0, body.indexOf('\r\n\r\n')).toString();
  expect(head).toMatch(/filename="file-\d+\.(m4a|webm)"/);
  expect(head).toMatch(/Content-Type: audio\/(mp4|webm)$/);
  const start = body.indexOf('\r\n\r\n') + 4;
  expect(body.subarray(start, start + bytes.length).equals(Buffer.from(bytes))).toBe(true);
  expect(body.subarray(start + bytes.length, start + bytes.length + 4).toString()).toBe('\r\n--');
});

test("the app's own getRecorderManager: start, pause, resume, frames, stop", async () => {
  const heard = await page.evaluate(async () => {
    const manager = app.manager();
    const log: string[] = [];
    let frames = 0;
    for (const name of ['Start', 'Pause', 'Resume']) manager[`on${name}`]!(() => log.push(name));
    const next = (name: string) =>
      new Promise<void>((resolve) =>
        manager[`on${name}`]!(() => {
          log.push(name);
          resolve();
        }),
      );
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    manager.onFrameRecorded!((({ frameBuffer }: { frameBuffer: ArrayBuffer }) => {
      frames += frameBuffer.byteLength;
    }) as never);
    const ended = new Promise<{ duration: number; fileSize: number }>((resolve) =>
      manager.onStop!(resolve as never),
    );
    const started = next('Start');
    manager.start!({ format: 'PCM', sampleRate: 16000, numberOfChannels: 1, frameSize: 2 });
    await started;
    await wait(700);
    const paused = next('Pause');
    manager.pause!();
    await paused;
    await wait(1000);
    const resumed = next('Resume');
    manager.resume!();
    await resumed;
    await wait(700);
    manager.stop!();
    const { duration, fileSize } = await ended;
    return { log, frames, duration, fileSize };
  });
  expect(heard.log).toEqual(['Start', 'Pause', 'Resume']);
  expect(Math.abs(heard.duration - 1400)).toBeLessThan(300);
  expect(heard.frames).toBe(heard.fileSize);
  expect(Math.abs(heard.fileSize - (heard.duration * 32000) / 1000)).toBeLessThan(64);
});

test('a short duration ends it by itself', async () => {
  const { result, decoded } = await record({ duration: 800 }, 5000);
  expect(Math.abs(decoded - 800)).toBeLessThan(300);
  expect(Math.abs(result.duration - 800)).toBeLessThan(300);
});

test('a second start fails, and the first goes on', async () => {
  const first = record({}, 1500);
  await page.waitForFunction('globalThis.tracks.length');
  expect(await failing(page)).toBe("startRecord:fail:audio is recording, don't start record again");
  expect(Math.abs((await first).decoded - 1500)).toBeLessThan(300);
});

test('a hidden tab goes on', async () => {
  const recording = record({}, 1500);
  await page.waitForFunction('globalThis.tracks.length');
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  expect(Math.abs((await recording).decoded - 1500)).toBeLessThan(300);
});

test('leaving the page ends it and gives the microphone back', async () => {
  const recording = record({}, 60_000);
  await page.waitForFunction("(globalThis.tracks[0] || {}).readyState === 'live'");
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 800)));
  await page.evaluate(() => {
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
  });
  expect(await page.evaluate('tracks.every((track) => track.readyState === "ended")')).toBe(true);
  expect((await recording).decoded).toBeGreaterThan(500);
});

test('a file is revoked when another is recorded, unless it is to be kept', async () => {
  const readable = (url: string) =>
    page.evaluate(
      (path) =>
        fetch(path).then(
          () => true,
          () => false,
        ),
      url,
    );
  const kept = (await record({ keepFiles: true }, 300)).result.tempFilePath;
  const first = (await record({}, 300)).result.tempFilePath;
  const second = (await record({}, 300)).result.tempFilePath;
  expect([await readable(kept), await readable(first), await readable(second)]).toEqual([true, false, true]);
});

test('the guard page, unchanged, records', async () => {
  await page.goto(`${server.url}/#/pages/authorize/index`);
  await page.getByText('开始录音').click();
  await page.getByText('录音中...').waitFor();
  await page.waitForFunction("globalThis.tracks.some((track) => track.readyState === 'live')");
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
  if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT });
  await page.getByText('停止录音').click();
  await page.getByText(/^blob:/).waitFor();
});

describe('without a microphone or the permission', () => {
  test('denied', async () => {
    const other = await launch(['--deny-permission-prompts']);
    try {
      expect(await failing(await open(other, '/', []))).toBe('startRecord:fail auth deny');
    } finally {
      await other.close();
    }
  });

  test('no device', async () => {
    await page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = () =>
        Promise.reject(new DOMException('Requested device not found', 'NotFoundError'));
    });
    expect(await failing(page)).toBe('startRecord:fail no microphone found');
  });

  test('insecure context', async () => {
    const other = await launch(['--host-resolver-rules=MAP app.test 127.0.0.1']);
    try {
      const opened = await other.newPage();
      await opened.goto(server.url.replace('127.0.0.1', 'app.test'));
      await opened.waitForFunction('globalThis.app');
      expect(await failing(opened)).toMatch(/^startRecord:fail insecure context: .*https/);
    } finally {
      await other.close();
    }
  });

  test('an iframe of another origin without allow="microphone"', async () => {
    const outer = await open(browser, '/frame');
    const inner = outer.frames()[1]!;
    await inner.waitForFunction('globalThis.app');
    expect(await failing(inner as unknown as Page)).toMatch(
      /^startRecord:fail .*iframe needs allow="microphone"/,
    );
    await outer.context().close();
  });

  test('a browser that cannot record', async () => {
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'mediaDevices', { value: undefined });
    });
    expect(await failing(page)).toBe('startRecord:fail this browser cannot record');
  });
});

describe('where the file is', () => {
  test('a weapp build has not a byte of it, in development either', async () => {
    const folder = makeApp(installed, 'h5-weapp', ['taro-modernize']);
    const cli = join(folder, 'node_modules/@tarojs/cli/bin/taro');
    const { status } = await run(process.execPath, [cli, 'build', '--type', 'weapp'], {
      cwd: folder,
      env: { ...process.env, NODE_ENV: 'development', TARO_COMPILER: 'webpack5' },
    });
    expect(status).toBe(0);
    const scripts = [...filesOf(join(folder, 'dist/weapp'))].filter(([name]) => name.endsWith('.js'));
    const all = scripts.map(([, text]) => text).join('\n');
    expect(all).toContain('__taro_modernize_recorder_');
    for (const part of ['registerProcessor', 'audioWorklet', 'new MediaRecorder', 'nameUploads'])
      expect(all, part).not.toContain(part);
  });

  test.each([
    'webpack5',
    'vite',
  ] as const)('migrated: %s takes recorder.h5.ts for h5 only', async (compiler) => {
    const folder = makeApp(installed, `h5-migrated-${compiler}`, []);
    const bin = join(folder, 'node_modules/taro-modernize/dist/cli/bin.js');
    const { printed } = await run(process.execPath, [bin, 'src', '--yes', '--allow-dirty'], { cwd: folder });
    expect(printed).toContain('src/taro-modernize/recorder.h5.ts');
    const code = async (platform: 'h5' | 'weapp') =>
      [...filesOf((await build(folder, platform, compiler)).folder)]
        .filter(([name]) => name.endsWith('.js'))
        .map(([, text]) => text)
        .join('\n');
    const h5 = await code('h5');
    expect(h5).toContain('registerProcessor');
    expect(h5).toContain(MARK);
    expect(await code('weapp')).not.toContain('registerProcessor');
  });
});
