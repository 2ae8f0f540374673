import { defineConfig } from 'vitest/config';

const globalSetup = 'test/support/temporary-folder.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          globalSetup,
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
          // Some tests load TypeScript, bundle, or start many processes, which can take half a minute on a
          // busy machine.
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'e2e',
          globalSetup,
          include: ['test/e2e/**/*.test.ts'],
          // Real installations and builds take minutes, and run one at a time on a small machine.
          testTimeout: 600_000,
          hookTimeout: 900_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
