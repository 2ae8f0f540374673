import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runsOr, SEED } from '../support/random';
import { BIN, cleanEnvironment, cli } from './support/cli';
import { OLD, taroProject } from './support/projects';
import { snapshot, tree } from './support/tree';

const COUNT = 60;
/** The calls counted per written file: open, write, owner, mode, rename. The runtime needs three files. */
const CALLS = COUNT * 5 + 3;
const PRELOAD = join(import.meta.dirname, 'support/stop-inside.cjs');

const manyFiles = (): string =>
  tree(taroProject(Object.fromEntries(Array.from({ length: COUNT }, (_, i) => [`f${i}.ts`, OLD]))));

/** Starts a run that receives the signal during the given write call, counted from 1. */
function stopped(root: string, signal: NodeJS.Signals, at: number) {
  return cli(root, [], {
    env: { NODE_OPTIONS: `--require ${PRELOAD}`, STOP_AT: String(at), STOP_WITH: signal },
  });
}

/** Pseudorandom integers from 1 to `below`, reproducible by seed. */
function* random(seed: number, below: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield 1 + Math.floor((state / 2_147_483_648) * below);
  }
}

function expectOldOrNew(root: string): void {
  for (const [path, text] of Object.entries(snapshot(root))) {
    if (!/^src\/f\d+\.ts$/.test(path)) continue;
    if (text === OLD) continue;
    expect(text).toContain('recorder.start');
    expect(text.endsWith('}\n')).toBe(true);
  }
}

describe('an interrupted run', { timeout: 120_000 }, () => {
  it(`kill -9 at random points (FUZZ_SEED=${SEED}): every file is old or new, and the next run finishes and cleans up`, () => {
    const points = random(SEED, CALLS);
    for (let round = 0; round < runsOr(10); round++) {
      const root = manyFiles();
      const at = points.next().value as number;
      expect(stopped(root, 'SIGKILL', at).code, `call ${at}`).toBeNull();
      expectOldOrNew(root);
      expect(cli(root, []).code, `call ${at}`).toBe(0);
      const files = snapshot(root);
      expect(Object.keys(files).filter((path) => path.endsWith('.tmp'))).toEqual([]);
      expect(Object.values(files).filter((text) => text === OLD)).toEqual([]);
    }
  });

  it.each([
    2, 40, 151,
  ])('Ctrl-C during write %i: exits with 130, reports its progress, and the next run finishes', (at) => {
    const root = manyFiles();
    const ended = stopped(root, 'SIGINT', at);
    expect(ended.code).toBe(130);
    expectOldOrNew(root);
    const done = Object.values(snapshot(root)).filter((text) => text.includes('recorder.start(')).length;
    expect(done).toBeLessThan(COUNT);
    expect(ended.stderr).toMatch(/Interrupted/);
    expect(Object.keys(snapshot(root)).filter((path) => path.endsWith('.tmp'))).toEqual([]);
    expect(cli(root, []).code).toBe(0);
    expect(Object.values(snapshot(root)).filter((text) => text === OLD)).toEqual([]);
  });

  it('Ctrl-C while two threads search a large tree: exits with 130 and writes nothing', () => {
    const folders = Array.from({ length: 60 }, (_, i) => `d${i}`);
    const files = folders.flatMap((folder) => Array.from({ length: 60 }, (_, i) => `${folder}/f${i}.ts`));
    const root = tree(taroProject(Object.fromEntries(files.map((path) => [path, OLD]))));
    const before = snapshot(root);
    const ended = cli(root, ['--yes'], {
      env: { NODE_OPTIONS: `--require ${PRELOAD}`, STOP_IN: 'walk', STOP_AT: '50', STOP_WITH: 'SIGINT' },
    });
    expect(ended).toMatchObject({ code: 130, stdout: '' });
    expect(ended.stderr).toContain('Interrupted. Nothing was written.');
    expect(snapshot(root)).toEqual(before);
  });

  it('two concurrent runs do not disturb each other', async () => {
    const root = manyFiles();
    const run = () => spawn(process.execPath, [BIN], { cwd: root, env: cleanEnvironment(), stdio: 'ignore' });
    const ended = await Promise.all([run(), run()].map((child) => once(child, 'exit')));
    expect(ended.map(([code]) => code)).toEqual([0, 0]);
    const files = snapshot(root);
    expect(Object.values(files).filter((text) => text === OLD)).toEqual([]);
    expect(Object.keys(files).filter((path) => path.endsWith('.tmp'))).toEqual([]);
  });
});
