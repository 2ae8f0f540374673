/** An app with the recorder on a fake host, for tests with vitest's fake timers. */
import { expect, vi } from 'vitest';
import { FakeHost, type Quirks } from './fake-host';
import { type LoadOptions, loadRuntime } from './fake-host-app';

export const BUSY = "startRecord:fail:audio is recording, don't start record again";

export type App = ReturnType<typeof app>;

/** An app on a host with these quirks, with what its callbacks received. */
export function app(quirks: Partial<Quirks> = {}, options: LoadOptions = {}) {
  const host = new FakeHost(quirks);
  const reported: unknown[] = [];
  const module = loadRuntime(host, { reported, ...options });
  const heard: string[] = [];
  const results: Record<string, unknown[]> = {};
  /** A callback that records its arguments under a name. */
  const note = (key: string) => (result: unknown) => {
    heard.push(key);
    results[key] = [...(results[key] ?? []), result];
  };
  const callbacks = (name = 'start') => ({
    success: note(`${name}.success`),
    fail: note(`${name}.fail`),
    complete: note(`${name}.complete`),
  });
  const only = (key: string) => {
    expect(results[key], key).toHaveLength(1);
    return results[key]![0];
  };
  return { host, recorder: module.recorder, module, reported, heard, results, callbacks, note, only };
}

const EVENTS = ['onStart', 'onStop', 'onError', 'onPause', 'onResume', 'onFrameRecorded'] as const;

/** Like `app`, and also records what the app's own listeners on the manager received. */
export function sharing(quirks: Partial<Quirks> = {}, options: LoadOptions = {}) {
  const my = app(quirks, options);
  const manager = my.module.getRecorderManager();
  for (const event of EVENTS) manager[event](my.note(event));
  return { ...my, manager };
}

export const run = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
export const starts = (host: FakeHost) => host.calls.filter((call) => call === 'start').length;
export const stops = (host: FakeHost) => host.calls.filter((call) => call === 'stop').length;

/** The first start learns the grant, so afterwards the app is like one that has recorded before. */
export async function recordOnce({ host, recorder }: App) {
  const first = recorder.start();
  await run(400);
  recorder.stop();
  await run(100);
  await first;
  host.calls.length = 0;
  host.startOptions.length = 0;
}
