import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** A test file's path names its tier: a folder or a suffix. A file that has neither is a unit test. */
const PROCESS = 'test/**/*.process.test.ts';
const DOCS = 'test/docs/**/*.test.ts';
/** Tests of the built site. */
const SITE = 'test/site/**/*.test.ts';
const E2E = 'test/e2e/**/*.test.ts';
/** Unit tests that replace modules, or count function calls, which is slow beside much loaded code. */
const ISOLATED = 'test/**/*.isolated.test.ts';
/** End-to-end tests that nothing else may disturb. */
const ALONE = 'test/e2e/**/*.alone.test.ts';

const globalSetup = 'test/support/temporary-folder.ts';
// Some tests load TypeScript, bundle, or start many processes, which can take half a minute on a busy machine.
const patient = { testTimeout: 120_000, hookTimeout: 240_000 };
const unit = { ...patient, globalSetup, setupFiles: 'test/support/no-processes.ts' };
// Real installations and builds take minutes.
const e2e = {
  globalSetup: [globalSetup, 'test/support/pack.ts'],
  testTimeout: 600_000,
  hookTimeout: 900_000,
};

export default defineConfig({
  test: {
    // By default, Vitest would leave one of two cores idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          ...unit,
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [PROCESS, DOCS, SITE, E2E, ISOLATED],
          // All files share their modules, which load once.
          isolate: false,
        },
      },
      { test: { ...unit, name: 'isolated', include: [ISOLATED], exclude: [DOCS, E2E] } },
      { test: { ...patient, globalSetup, name: 'process', include: [PROCESS], exclude: [DOCS, E2E] } },
      { test: { ...patient, globalSetup, name: 'docs', include: [DOCS] } },
      { test: { ...patient, globalSetup, name: 'site', include: [SITE], maxWorkers: 2 } },
      {
        test: {
          ...e2e,
          name: 'e2e',
          include: [E2E],
          exclude: [ALONE],
          // A build uses more than one core and up to 2 GB.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...e2e,
          name: 'alone',
          include: [ALONE],
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
