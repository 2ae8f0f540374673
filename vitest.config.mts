import { defineConfig } from 'vitest/config';

/** A test file's path names its tier: a folder or a suffix. A file that has neither is a unit test. */
const TIERS = {
  isolated: 'test/**/*.isolated.test.ts',
  process: 'test/**/*.process.test.ts',
  docs: 'test/docs/**/*.test.ts',
  e2e: 'test/e2e/**/*.test.ts',
};

const common = {
  globalSetup: 'test/support/temporary-folder.ts',
  // Some tests load TypeScript or bundle, which can take half a minute on a busy machine.
  testTimeout: 120_000,
  hookTimeout: 240_000,
};

export default defineConfig({
  test: {
    // Also where this machine has two cores, of which Vitest would use one.
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...common,
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: Object.values(TIERS),
          setupFiles: 'test/support/no-processes.ts',
          // Modules are loaded once for all files. A test that replaces modules is isolated.
          isolate: false,
        },
      },
      {
        test: {
          ...common,
          name: 'isolated',
          include: [TIERS.isolated],
          setupFiles: 'test/support/no-processes.ts',
        },
      },
      { test: { ...common, name: 'process', include: [TIERS.process], exclude: [TIERS.docs, TIERS.e2e] } },
      { test: { ...common, name: 'docs', include: [TIERS.docs] } },
      {
        test: {
          ...common,
          name: 'e2e',
          include: [TIERS.e2e],
          // Real installations and builds take minutes, and run one at a time on a small machine.
          testTimeout: 600_000,
          hookTimeout: 900_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
