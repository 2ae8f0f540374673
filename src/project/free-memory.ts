import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** The nodes of a file take about 200 times as much memory as its text. */
const LIMIT_BYTES = 1024 * 1024;

/** V8 frees the nodes of smaller files in time. Asked to, it also drops compiled code, which costs more than it saves. */
const LARGE_BYTES = 64 * 1024;

/**
 * Frees the nodes of processed files in a tree of large ones. V8 itself lets them grow to a part of the machine's
 * memory first.
 */
export class FreeMemory {
  #processed = 0;
  #collect: (() => void) | undefined;

  /** @param collector creates the function that frees the memory, only if it is needed */
  constructor(private readonly collector = garbageCollector) {}

  /** To be called before a file of this size is processed. */
  before(bytes: number): void {
    if (bytes < LARGE_BYTES) return;
    if (this.#processed > 0 && this.#processed + bytes > LIMIT_BYTES) {
      this.#collect ??= this.collector();
      this.#collect();
      this.#processed = 0;
    }
    this.#processed += bytes;
  }
}

/** Node has no function for this, unless the flag is set before a context is created. */
function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  setFlagsFromString('--no-expose-gc');
  return collect;
}
