import * as fc from 'fast-check';

const { FUZZ_RUNS, FUZZ_SEED, FUZZ_PATH } = process.env;

/** The seed of random tests. A failure prints it, with the path of its case. */
export const SEED = Number(FUZZ_SEED ?? 1);

/** The number of runs of a random test: `FUZZ_RUNS`, or a sample that is the same in every run. */
export const runsOr = (sample: number): number => Number(FUZZ_RUNS ?? sample);

/** Whether only the case of `FUZZ_PATH` runs. */
export const isReplay = FUZZ_PATH !== undefined;

/** The parameters of fast-check for a random test. */
export const randomly = (sample: number) => ({
  numRuns: runsOr(sample),
  seed: SEED,
  ...(isReplay && { path: FUZZ_PATH }),
});

/** A value that is usual, or sometimes one of the others. */
export function mostly<T>(usual: T, ...others: T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 3 * others.length + 1, arbitrary: fc.constant(usual) },
    ...others.map((other) => ({ weight: 1, arbitrary: fc.constant(other) })),
  );
}
