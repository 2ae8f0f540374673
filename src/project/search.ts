import { availableParallelism, cpus } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import { OFFERED_AT_ONCE } from './claims';
import type { SourceReader } from './read-source';
import { SearchThread } from './search-thread';

const BATCH = 128;
/** About the number of files that one thread searches until a second one has started. */
const ALONE = 2048 / BATCH;

/** A batch of the files, in order. */
export interface Searched {
  count: number;
  /** The files to process: those that match, cannot be read, or have not been searched. */
  left: readonly string[];
}

/** Lets a run be stopped and show progress during the walk. */
const NOTHING_YET: Searched = { count: 0, left: [] };

interface Batch {
  number: number;
  paths: readonly string[];
  /** Undefined until the batch is searched. */
  left?: readonly string[];
}

/**
 * Searches large trees with a second thread, because reading takes longer than everything else. Small trees
 * are returned unsearched.
 * @param worker absolute path of the worker's script; without it there is no second thread
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

/** This thread walks ahead, processes the results of the first batches, and searches when idle. */
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
    // Messages arrive between turns of the event loop.
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

/** From the end that the other thread reaches last. */
function takeLast(queue: readonly Batch[], { claims }: SearchThread): Batch | undefined {
  for (let i = queue.length - 1; i >= 0; i--) if (claims.take(queue[i]!.number)) return queue[i];
  return undefined;
}

function hasCores(): boolean {
  // `availableParallelism` exists from Node 18.14 on.
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
