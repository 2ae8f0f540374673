import { afterAll, beforeAll } from 'vitest';

/** Lets the tests of a suite leave unhandled rejections, as faulty runtimes do. */
export function allowUnhandledRejections(): void {
  let listeners: NodeJS.UnhandledRejectionListener[];
  beforeAll(() => {
    listeners = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection');
    process.on('unhandledRejection', () => {});
  });
  afterAll(async () => {
    await new Promise((resolve) => setImmediate(resolve));
    process.removeAllListeners('unhandledRejection');
    for (const listener of listeners) process.on('unhandledRejection', listener);
  });
}
