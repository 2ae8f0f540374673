import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { Prefilter } from '../../src/migrations/prefilter';
import { Claims } from '../../src/project/claims';
import { SourceReader } from '../../src/project/read-source';
import { search } from '../../src/project/search';
import { tree } from '../cli/support/tree';

const NAMES = ['startRecord'];
/** Enough files to start a second thread and to keep batches waiting in the queue. */
const COUNT = 40_000;
const HITS = [0, 1, 2047, 2048, 2049, 20_000, 39_998, 39_999];
const GONE = 30_000;
const BUILT = join(import.meta.dirname, '../../dist/cli/search-worker.js');

let root: string;
/** Most paths lead to the same file, because only their number matters. */
let files: string[];

beforeAll(() => {
  root = tree({ 'd/miss.ts': '', 'miss.ts': 'export {};\n', 'hit.ts': 'wx.startRecord();\n' });
  files = Array.from({ length: COUNT }, (_, i) => `${root}${'/d/..'.repeat(i % 3)}/miss.ts`);
  for (const i of HITS) files[i] = `${root}${'/.'.repeat(i % 5)}/hit.ts`;
  files[GONE] = join(root, 'gone.ts');
});

function script(name: string, text: string): string {
  writeFileSync(join(root, name), text);
  return join(root, name);
}

const reader = () => new SourceReader(new Prefilter(NAMES));

/** The files that a run would process, in this order. */
async function lookedAt(worker?: string): Promise<{ count: number; hits: string[] }> {
  let count = 0;
  const left: string[] = [];
  for await (const part of search(files, reader(), worker)) {
    count += part.count;
    left.push(...part.left);
  }
  return { count, hits: reader().hitsAmong(left) };
}

const all = () => [...HITS, GONE].sort((a, b) => a - b).map((i) => files[i]!);

describe('search of a large tree returns all files that match or cannot be read, in order', () => {
  it('search of a large tree with one thread', async () => {
    expect(await lookedAt()).toEqual({ count: COUNT, hits: all() });
  });

  it('search of a large tree with two threads', async () => {
    expect(await lookedAt(BUILT)).toEqual({ count: COUNT, hits: all() });
  });

  it('search of a large tree with a thread that never starts', async () => {
    expect(await lookedAt(join(root, 'no-such-file.js'))).toEqual({ count: COUNT, hits: all() });
  });

  it('search of a large tree with a thread that dies over a batch', async () => {
    const worker = script(
      'dies.cjs',
      `const { parentPort, workerData: { claims } } = require('node:worker_threads');
       parentPort.on('message', ({ batch }) => {
         Atomics.store(claims, batch % claims.length, 0);
         throw new Error('dead');
       });`,
    );
    expect(await lookedAt(worker)).toEqual({ count: COUNT, hits: all() });
  });

  it('search of a large tree with a thread that gets no time to run', async () => {
    const worker = script('asleep.cjs', `Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);`);
    expect(await lookedAt(worker)).toEqual({ count: COUNT, hits: all() });
  });
});

const withTwoCores = it.skipIf(availableParallelism() < 2);

/** Records the threads that start, until the test ends. */
function watchThreads(): Worker[] {
  const begun: Worker[] = [];
  const note = (worker: Worker) => begun.push(worker);
  process.on('worker', note);
  onTestFinished(() => void process.off('worker', note));
  return begun;
}

withTwoCores('results of the second thread are not searched again (needs two cores)', async () => {
  const worker = script(
    'answers.cjs',
    `const { parentPort, workerData: { claims } } = require('node:worker_threads');
     parentPort.on('message', ({ batch }) => {
       const taken = Atomics.compareExchange(claims, batch % claims.length, batch + 1, 0) === batch + 1;
       if (taken) parentPort.postMessage({ batch, left: ['found by it'] });
     });`,
  );
  let isFound = false;
  // Provides files until the thread has started.
  const endless = (function* () {
    while (!isFound) yield files[2]!;
  })();
  for await (const { left } of search(endless, reader(), worker)) isFound ||= left.includes('found by it');
  expect(isFound).toBe(true);
});

it('the worker answers only for batches that it claims', async () => {
  const claims = new Claims();
  const worker = new Worker(BUILT, { workerData: { names: NAMES, claims: claims.table } });
  const some = [files[0]!, files[5]!, files[GONE]!];
  claims.offer(7);
  for (const batch of [6, 7]) worker.postMessage({ batch, paths: some.join('\0') });
  expect((await once(worker, 'message'))[0]).toEqual({ batch: 7, left: [files[0], files[GONE]] });
  await worker.terminate();
});

it('search starts no thread for a small tree', async () => {
  const begun = watchThreads();
  for await (const part of search(files.slice(0, 1500), reader(), BUILT)) {
    expect(part.left.length).toBe(part.count);
  }
  expect(begun).toEqual([]);
});

withTwoCores('search ends its thread when the run is aborted (needs two cores)', async () => {
  const begun = watchThreads();
  for await (const _ of search(files, reader(), BUILT)) {
    if (begun.length > 0) break;
  }
  // The id that Node gives an ended thread.
  expect(begun.map(({ threadId }) => threadId)).toEqual([-1]);
});
