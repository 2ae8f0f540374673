/** The page is left while a start waits for something, and may be shown again from the browser's memory. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
// @ts-expect-error scripts are plain JavaScript without declarations
import { textOf, withHost } from '../../../scripts/runtime-text.mjs';
import { type RuntimeModule, runtimeSource } from '../../support/fake-host-app';
import { FakeMediaRecorder, FakeTrack } from '../../support/fake-media-recorder';
import { evaluateRuntime } from '../../support/runtime-module';

const h5Source: string = withHost(textOf('recorder'), textOf('recorder-host.h5'));

/** A page whose browser answers only when the test says so. */
function openPage(source: string) {
  const listeners: Record<string, (() => void)[]> = {};
  const tracks: FakeTrack[] = [];
  const pending: (() => void)[] = [];
  const heard: unknown[] = [];
  const later = <T>(value: () => T) =>
    new Promise<T>((resolve) => {
      pending.push(() => resolve(value()));
    });
  const page = {
    state: 'prompt',
    tracks,
    heard,
    /** The browser answers all questions, also those that follow. */
    async answer() {
      for (let i = 0; i < 10; i++) {
        for (const one of pending.splice(0)) one();
        await vi.advanceTimersByTimeAsync(0);
      }
    },
    /** The browser answers the next question. */
    async answerOne() {
      pending.shift()?.();
      await vi.advanceTimersByTimeAsync(0);
    },
    dispatch(event: string) {
      for (const listener of listeners[event] ?? []) listener();
    },
    get isLive() {
      return tracks.some(({ readyState }) => readyState === 'live');
    },
  };
  const shared = {};
  const window = {
    MediaRecorder: FakeMediaRecorder,
    addEventListener(event: string, listener: () => void) {
      listeners[event] = [...(listeners[event] ?? []), listener];
    },
  };
  const navigator = {
    permissions: { query: () => later(() => ({ state: page.state })) },
    mediaDevices: {
      getUserMedia: () =>
        later(() => {
          const track = new FakeTrack();
          tracks.push(track);
          return { getTracks: () => [track] };
        }),
    },
  };
  const load = (text: string) =>
    evaluateRuntime(text, {
      require: () => ({ eventCenter: {} }),
      process: { env: { TARO_ENV: 'h5' } },
      MediaRecorder: FakeMediaRecorder,
      setTimeout,
      clearTimeout,
      console,
      globalThis: shared,
      navigator,
      window,
      document: {},
      FormData: class {
        append() {}
      },
    }) as RuntimeModule;
  const { recorder } = load(source);
  if (source !== h5Source) load(h5Source);
  const start = () =>
    recorder.start({
      success: ({ tempFilePath }) => heard.push(tempFilePath),
      fail: ({ errMsg }) => heard.push(errMsg),
    });
  return { ...page, page, recorder, start };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:file');
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const LEFT = 'startRecord:fail the page was left';

describe.each([
  ['the recorder of h5', h5Source],
  ['another copy that records through it', runtimeSource],
])('leaving the page, with %s', (_name, source) => {
  it.each([
    ['the permission is read', 'prompt', 0],
    ['the permission prompt is open', 'prompt', 1],
    ['the microphone opens', 'granted', 1],
  ])('while %s: the start fails and the microphone is off, also when the page is shown again', async (_step, state, answers) => {
    const { page, heard, tracks, recorder, start } = openPage(source);
    page.state = state;
    start();
    await vi.advanceTimersByTimeAsync(0);
    for (let i = 0; i < answers; i++) await page.answerOne();
    expect(heard).toEqual([]);
    const opened = tracks.length;
    page.dispatch('pagehide');
    expect(heard).toEqual([LEFT]);
    expect(tracks.filter(({ readyState }) => readyState === 'live')).toEqual([]);
    await page.answer();
    page.dispatch('pageshow');
    await page.answer();
    expect(page.isLive).toBe(false);
    expect(tracks.length - opened).toBeLessThanOrEqual(1);
    await vi.advanceTimersByTimeAsync(70_000);
    expect(page.isLive).toBe(false);
    expect(heard).toEqual([LEFT]);
    expect(vi.getTimerCount()).toBe(0);

    start();
    await page.answer();
    await vi.advanceTimersByTimeAsync(1000);
    expect(page.isLive).toBe(true);
    recorder.stop();
    await page.answer();
    expect(heard).toEqual([LEFT, 'blob:file']);
    expect(page.isLive).toBe(false);
  });

  it('while the app itself asks for the permission: the microphone is off', async () => {
    const { page, recorder } = openPage(source);
    const asked = recorder.authorize({ scope: 'scope.record' }).then(
      () => 'granted',
      () => 'failed',
    );
    await vi.advanceTimersByTimeAsync(0);
    page.dispatch('pagehide');
    await page.answerOne();
    expect(page.isLive).toBe(false);
    await asked;
    expect(vi.getTimerCount()).toBe(0);
  });

  it('after the app itself has got the permission: the microphone is off', async () => {
    const { page, recorder } = openPage(source);
    recorder.authorize({ scope: 'scope.record' });
    await vi.advanceTimersByTimeAsync(0);
    await page.answerOne();
    page.dispatch('pagehide');
    expect(page.isLive).toBe(false);
  });

  it('while recording: the microphone is off, and the file is returned when the page is shown again', async () => {
    const { page, heard, start } = openPage(source);
    page.state = 'granted';
    start();
    await page.answer();
    await vi.advanceTimersByTimeAsync(1000);
    expect(page.isLive).toBe(true);
    page.dispatch('pagehide');
    expect(page.isLive).toBe(false);
    page.dispatch('pageshow');
    await page.answer();
    expect(heard).toEqual(['blob:file']);
  });
});
