import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { FreeMemory } from '../../src/project/free-memory';

const KILOBYTE = 1024;

it.each<[string, number[], number]>([
  ['small files', Array.from({ length: 100 }, () => 10), 0],
  ['many small files, whose nodes V8 frees in time', Array.from({ length: 2100 }, () => 60), 0],
  ['many larger files', Array.from({ length: 21 }, () => 100), 2],
  ['large files, each', [900, 900, 900], 2],
  ['a large file between others', [100, 2000, 100], 2],
  ['one large file', [4000], 0],
])('memory is freed before the nodes of more than a megabyte of large files are in it: %s', (_, sizes, times) => {
  let freed = 0;
  const memory = new FreeMemory(() => () => freed++);
  for (const size of sizes) memory.before(size * KILOBYTE);
  expect(freed).toBe(times);
});

it('what nothing refers to is freed', async () => {
  const reference = new WeakRef({});
  // The target of a new reference stays until the current task ends.
  await setImmediate();
  const memory = new FreeMemory();
  for (let file = 0; file < 2; file++) memory.before(1000 * KILOBYTE);
  expect(reference.deref()).toBeUndefined();
});
