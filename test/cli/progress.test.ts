import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Io } from '../../src/cli/io';
import { main } from '../../src/cli/main';
import { bar, Interrupted, Progress } from '../../src/cli/progress';
import { ROOT } from './support/cli';
import { OLD, taroProject } from './support/projects';
import { snapshot, tree } from './support/tree';

function io(isTTY: boolean, rest: Partial<Io> = {}): { io: Io; written: string[] } {
  const written: string[] = [];
  const stderr = { write: (text: string) => written.push(text), isTTY };
  const stdout = { write: () => true };
  const signal = new AbortController().signal;
  const base = {
    argv: [],
    cwd: ROOT,
    env: {},
    stdin: Readable.from([]),
    packageRoot: ROOT,
    interactive: false,
  };
  return { io: { ...base, stdout, stderr, signal, ...rest }, written };
}

describe('progress', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
  afterEach(() => void vi.useRealTimers());

  it('progress is one updating line in a terminal, only for long runs', async () => {
    const { io: terminal, written } = io(true);
    const progress = new Progress(terminal, true);
    vi.advanceTimersByTime(100);
    await progress.tick(() => 'early');
    vi.advanceTimersByTime(1000);
    await progress.tick(() => 'later');
    progress.end();
    expect(written).toEqual(['\r\x1b[Klater', '\r\x1b[K']);
  });

  it('progress outside a terminal is one plain line every ten seconds', async () => {
    const { io: log, written } = io(false);
    const progress = new Progress(log, true);
    for (let second = 1; second <= 25; second++) {
      vi.advanceTimersByTime(1000);
      await progress.tick(() => `${second} s`);
    }
    progress.end();
    expect(written).toEqual(['11 s\n', '22 s\n']);
  });

  it('progress does not block Ctrl-C', async () => {
    await expect(
      new Progress(io(true, { signal: AbortSignal.abort() }).io, true).tick(() => ''),
    ).rejects.toThrow(Interrupted);
  });

  it('progress shows a bar', () => {
    expect([bar(0, 4, 4), bar(1, 4, 4), bar(4, 4, 4), bar(0, 0, 2)]).toEqual(['░░░░', '█░░░', '████', '██']);
  });
});

it('a run interrupted before it writes says so and exits with 130', async () => {
  const root = tree(taroProject({ 'a.ts': OLD }));
  const before = snapshot(root);
  const { io: interrupted, written } = io(false, { cwd: root, signal: AbortSignal.abort() });
  expect(await main(interrupted)).toBe(130);
  expect(written.join('')).toContain('Interrupted. Nothing was written.');
  expect(snapshot(root)).toEqual(before);
});
