/**
 * The invariants of the recorder runtime over random lives of an app (recorder-model.ts).
 *
 *   RECORDER_MODEL_RUNS   sequences per suite; default 10000. By hand: 1000000
 *   RECORDER_MODEL_SEED   seed, to replay a failure; it is printed with it
 *   RECORDER_MODEL_PATH   the shrunk case's path, printed too; with the seed it replays that case alone
 */
import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import { check, lives } from './recorder-model';

const { RECORDER_MODEL_RUNS, RECORDER_MODEL_SEED, RECORDER_MODEL_PATH } = process.env;
const numRuns = Number(RECORDER_MODEL_RUNS || 10000);
const parameters = {
  numRuns,
  ...(RECORDER_MODEL_SEED ? { seed: Number(RECORDER_MODEL_SEED) } : {}),
  ...(RECORDER_MODEL_PATH ? { path: RECORDER_MODEL_PATH } : {}),
};
const timeout = Math.max(120_000, numRuns * 20);

describe('whatever the order of events', () => {
  it(
    'one copy of the runtime keeps the invariants',
    async () => {
      await fc.assert(
        fc.asyncProperty(lives, (life) => check(life, 1)),
        parameters,
      );
    },
    timeout,
  );

  it(
    'two copies of the runtime keep them as one',
    async () => {
      await fc.assert(
        fc.asyncProperty(lives, (life) => check(life, 2)),
        parameters,
      );
    },
    timeout,
  );
});
