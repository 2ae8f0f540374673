/**
 * The invariants of the recorder runtime over random lives of an app (recorder-model.ts).
 *
 *   RECORDER_MODEL_RUNS   sequences per suite; default 10000. For a thorough run: 1000000
 *   RECORDER_MODEL_SEED   seed that replays a failure; printed with the failure
 *   RECORDER_MODEL_PATH   path of the shrunk case, also printed; with the seed it replays only that case
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

describe('random orders of recorder events', () => {
  it(
    'one copy of the recorder keeps the invariants',
    async () => {
      await fc.assert(
        fc.asyncProperty(lives, (life) => check(life, 1)),
        parameters,
      );
    },
    timeout,
  );

  it(
    'two copies of the recorder keep the invariants as one',
    async () => {
      await fc.assert(
        fc.asyncProperty(lives, (life) => check(life, 2)),
        parameters,
      );
    },
    timeout,
  );
});
