import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Io } from '../../src/cli/io';
import { main } from '../../src/cli/main';
import { Interrupted, Progress } from '../../src/cli/progress';
import { ROOT } from './support/cli';
import { OLD, taroProject } from './support/projects';
import { snapshot, tree } from './support/tree';

function io(isTTY: boolean, rest: Partial<Io> = {}, columns = 80): { io: Io; written: string[] } {
  const written: string[] = [];
  const stderr = { write: (text: string) => written.push(text), isTTY, columns };
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

  it.each([
    [
      60,
      [
        '░░░░░░░░░░░░░░░░░░░░ 正在写入 0/7',
        '██████████░░░░░░░░░░ 正在写入 0/7',
        '████████████████████ 正在写入 0/7',
      ],
    ],
    [30, ['░░░░░░░░░░░░░░░░░░░░ 正在写…', '██████████░░░░░░░░░░ 正在写…', '████████████████████ 正在写…']],
  ])('progress shows a bar in a terminal, in one line of %i columns', async (columns, lines) => {
    const { io: terminal, written } = io(true, {}, columns);
    const progress = new Progress(terminal, true);
    for (const share of [0, 0.5, 1]) {
      vi.advanceTimersByTime(1000);
      await progress.tick(() => '正在写入 0/7', share);
    }
    expect(written).toEqual(lines.map((line) => `\r\x1b[K${line}`));
  });

  it.each([
    ['a file', false, {}],
    ['a terminal in CI', true, { CI: '1' }],
    ['a dumb terminal', true, { TERM: 'dumb' }],
  ])('progress in %s has no bars and no control sequences, and counts ten seconds for each part of the work', async (_where, isTTY, env) => {
    const { io: log, written } = io(isTTY, { env });
    const progress = new Progress(log, true);
    vi.advanceTimersByTime(11_000);
    await progress.tick(() => 'Searching…');
    vi.advanceTimersByTime(11_000);
    progress.end();
    await progress.tick(() => 'Writing 0/7', 0);
    vi.advanceTimersByTime(11_000);
    await progress.tick(() => 'Writing 5/7', 5 / 7);
    progress.end();
    expect(written).toEqual(['Searching…\n', 'Writing 5/7\n']);
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
