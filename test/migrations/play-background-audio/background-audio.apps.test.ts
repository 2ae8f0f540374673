/** Rewritten apps that use the old functions and the manager, on a host with one listener per event. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FakeBackgroundAudio, loadBackgroundAudioModule } from '../../support/fake-background-audio';

const FIXTURES = join(import.meta.dirname, '../../../__testfixtures__/play-background-audio');
const RUNTIME = 'taro-modernize/runtime/background-audio';

/** Runs a rewritten fixture as a module of an app. */
function run(name: string, modules: Record<string, unknown>, globals: Record<string, unknown> = {}) {
  const { outputText } = ts.transpileModule(readFileSync(join(FIXTURES, name), 'utf8'), {
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2020,
      jsx: ts.JsxEmit.React,
    },
  });
  const exports: Record<string, unknown> = {};
  new Function('exports', 'require', ...Object.keys(globals), outputText)(
    exports,
    (request: string) => modules[request],
    ...Object.values(globals),
  );
  return exports;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

it.each([
  undefined,
  0,
  30,
])('a page plays the next lesson once (onStop after onEnded: %s)', async (stopsAfterEnd) => {
  const host = new FakeBackgroundAudio({ stopsAfterEnd });
  const lessons = ['a', 'b', 'c'].map((name) => ({
    url: `https://example.com/${name}-3000.mp3`,
    title: name,
  }));
  // biome-ignore lint/suspicious/noExplicitAny: a page of a mini program
  let page: any;
  run(
    'shared-manager-page.output.js',
    { [RUNTIME]: loadBackgroundAudioModule(() => host.manager) },
    { Page: (given: object) => (page = given) },
  );
  page.setData = (data: object) => Object.assign(page.data, data);
  page.setData({ lessons });
  page.onReady();
  page.toggle();
  await wait(1000);
  expect(host.sounding).toBe(lessons[0]!.url);
  page.toggle();
  expect([host.sounding, page.data.isPlaying]).toEqual([undefined, false]);
  await wait(10_000);
  page.toggle();
  await wait(3000);
  expect([host.sounding, page.data.current]).toEqual([lessons[1]!.url, 1]);
  await wait(3100);
  expect([host.sounding, page.data.current]).toEqual([lessons[2]!.url, 2]);
  await wait(10_000);
  expect([host.sounding, page.data.current, page.data.isPlaying]).toEqual([undefined, 2, false]);
});

it('a page whose songs the manager plays hears its own listeners, and reads the old state', async () => {
  const host = new FakeBackgroundAudio({ stopsAfterEnd: 30 });
  const runtime = loadBackgroundAudioModule(() => host.manager);
  const songs = ['a', 'b', 'c'].map((name) => ({ url: `https://example.com/${name}-3000.mp3`, name }));
  class Component {
    state = {};
    constructor(readonly props: object) {}
    setState(state: object) {
      Object.assign(this.state, state);
    }
  }
  const taro = { default: { canIUse: () => true } };
  const modules = { [RUNTIME]: runtime, react: { Component }, '@tarojs/taro': taro };
  const { default: Song } = run('shared-manager-song.output.tsx', modules) as {
    default: new (props: object) => { state: object; componentDidMount(): void; pause(): void };
  };
  const { setSong } = run('shared-manager-alone.output.ts', modules) as { setSong(song: object): void };
  const page = new Song({ next: () => songs.shift() });
  page.componentDidMount();
  setSong({ name: 'first', url: 'https://example.com/first-3000.mp3' });
  await wait(1200);
  host.tick();
  await wait(0);
  expect(page.state).toEqual({ isPlaying: true, position: 1 });
  page.pause();
  expect(page.state).toMatchObject({ isPlaying: false });
  host.press('play');
  await wait(2300);
  expect([host.sounding, songs.length]).toEqual(['https://example.com/a-3000.mp3', 2]);
  expect(page.state).toMatchObject({ isPlaying: true });
});
