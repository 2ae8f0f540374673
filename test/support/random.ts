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
