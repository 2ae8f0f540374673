import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BIN, cleanEnvironment, cli } from './support/cli';
import { OLD, taroProject } from './support/projects';
import { snapshot, tree } from './support/tree';

const COUNT = 400;
const manyFiles = (): string =>
  tree(taroProject(Object.fromEntries(Array.from({ length: COUNT }, (_, i) => [`f${i}.ts`, OLD]))));

/** Starts a run and sends the signal when so many entries of the source folder have changed. */
async function stopped(root: string, signal: NodeJS.Signals, after: number): Promise<number | null> {
  const child = spawn(process.execPath, [BIN], { cwd: root, env: cleanEnvironment(), stdio: 'ignore' });
  let changes = 0;
  const watcher = watch(join(root, 'src'), () => {
    if (++changes === after) child.kill(signal);
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  watcher.close();
  return code;
}

function expectOldOrNew(root: string): void {
  for (const [path, text] of Object.entries(snapshot(root))) {
    if (!/^src\/f\d+\.ts$/.test(path)) continue;
    if (text === OLD) continue;
    expect(text).toContain('recorder.start');
    expect(text.endsWith('}\n')).toBe(true);
  }
}

describe('a run that is stopped in the middle', { timeout: 120_000 }, () => {
  it('by kill -9: every file is old or new, and the next run finishes and tidies', async () => {
    for (const after of [1, 3, 40, 151, 402]) {
      const root = manyFiles();
      await stopped(root, 'SIGKILL', after);
      expectOldOrNew(root);
      expect(cli(root, []).code).toBe(0);
      const files = snapshot(root);
      expect(Object.keys(files).filter((path) => path.endsWith('.tmp'))).toEqual([]);
      expect(Object.values(files).filter((text) => text === OLD)).toEqual([]);
    }
  });

  it('by Ctrl-C: 130, files whole, and the next run finishes', async () => {
    const root = manyFiles();
    // The signal may come when all is written already; then the run has simply succeeded.
    expect([0, 130]).toContain(await stopped(root, 'SIGINT', 2));
    expectOldOrNew(root);
    expect(cli(root, []).code).toBe(0);
    expect(Object.values(snapshot(root)).filter((text) => text === OLD)).toEqual([]);
  });

  it('two runs at once do each other no harm', async () => {
    const root = manyFiles();
    const run = () => spawn(process.execPath, [BIN], { cwd: root, env: cleanEnvironment(), stdio: 'ignore' });
    const ended = await Promise.all([run(), run()].map((child) => once(child, 'exit')));
    expect(ended.map(([code]) => code)).toEqual([0, 0]);
    const files = snapshot(root);
    expect(Object.values(files).filter((text) => text === OLD)).toEqual([]);
    expect(Object.keys(files).filter((path) => path.endsWith('.tmp'))).toEqual([]);
  });
});
