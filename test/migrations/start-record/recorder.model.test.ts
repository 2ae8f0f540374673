/**
 * The invariants of the recorder runtime over random lives of an app (recorder-model.ts).
 */
import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import { randomly } from '../../support/random';
import { check, lives } from './recorder-model';

const parameters = randomly(2000);
const timeout = Math.max(120_000, parameters.numRuns * 20);

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
