import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';

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

/** Runs the tests of a file with fake timers. Each fails if it leaves an unhandled rejection. */
export function refuseUnhandledRejections(): void {
  const unhandled = vi.fn();
  beforeEach(() => {
    vi.useFakeTimers();
    unhandled.mockClear();
    process.on('unhandledRejection', unhandled);
  });
  afterEach(async () => {
    vi.useRealTimers();
    await new Promise(setImmediate);
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });
}
