import { availableParallelism, cpus } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import { OFFERED_AT_ONCE } from './claims';
import type { SourceReader } from './read-source';
import { SearchThread } from './search-thread';

const BATCH = 128;
/** One thread has searched about as many files until a second one has started. */
const ALONE = 2048 / BATCH;

/** A part of the files, in their order. */
export interface Searched {
  count: number;
  /** Those to be looked at: they hit, or could not be read, or nobody has searched them yet. */
  left: readonly string[];
}

/** Lets a run be stopped, and progress be shown, while the walk goes on. */
const NOTHING_YET: Searched = { count: 0, left: [] };

interface Batch {
  number: number;
  paths: readonly string[];
  /** Absent until somebody has searched it. */
  left?: readonly string[];
}

/**
 * Searches large trees with a second thread, as reading takes longer than all the rest; small ones come back as they are.
 * @param worker Absolute path of the worker's script; without it there is no second thread.
 */
export async function* search(
  files: Iterable<string>,
  reader: SourceReader,
  worker?: string,
): AsyncGenerator<Searched> {
  const batches = inBatches(files);
  const first: (readonly string[])[] = [];
  while (first.length < ALONE) {
    const { done, value } = batches.next();
    if (done) break;
    first.push(value);
    yield NOTHING_YET;
  }
  const isLarge = first.length === ALONE;
  const thread =
    isLarge && worker !== undefined && hasCores() ? SearchThread.start(worker, reader.names) : null;
  try {
    const all = chain(first, batches);
    if (thread) yield* share(all, thread, reader);
    else for (const left of all) yield { count: left.length, left };
  } finally {
    await thread?.end();
  }
}

/** This thread walks ahead, then looks at what is left of the first batches, and searches when nothing else is to be done. */
async function* share(
  batches: Iterator<readonly string[]>,
  thread: SearchThread,
  reader: SourceReader,
): AsyncGenerator<Searched> {
  const queue: Batch[] = [];
  let number = 0;
  thread.onAnswer = ({ batch, left }) => {
    const asked = queue.find((one) => one.number === batch);
    if (asked) asked.left = left;
  };
  for (;;) {
    // Answers come between turns of the event loop.
    await turn();
    yield NOTHING_YET;
    const next = queue.length < OFFERED_AT_ONCE ? batches.next() : undefined;
    if (next && !next.done) {
      thread.ask(number, next.value);
      queue.push({ number, paths: next.value });
      number++;
      continue;
    }
    const [head] = queue;
    if (!head) return;
    if (head.left) {
      queue.shift();
      yield { count: head.paths.length, left: head.left };
      continue;
    }
    const own = takeLast(queue, thread);
    if (own) own.left = reader.hitsAmong(own.paths);
    else if (thread.isGone) head.left = head.paths;
    else await thread.heard();
  }
}

/** From the end that the other thread comes to last. */
function takeLast(queue: readonly Batch[], { claims }: SearchThread): Batch | undefined {
  for (let i = queue.length - 1; i >= 0; i--) if (claims.take(queue[i]!.number)) return queue[i];
  return undefined;
}

function hasCores(): boolean {
  // Node 18.14 was the first to have `availableParallelism`.
  return (typeof availableParallelism === 'function' ? availableParallelism() : cpus().length) > 1;
}

function* inBatches(files: Iterable<string>): Generator<readonly string[]> {
  let batch: string[] = [];
  for (const file of files) {
    if (batch.push(file) < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function* chain<T>(...parts: Iterable<T>[]): Generator<T> {
  for (const part of parts) yield* part;
}
