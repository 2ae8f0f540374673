import { closeSync, openSync, readSync } from 'node:fs';
import type { Prefilter } from '../migrations/prefilter';
import { MAX_SOURCE_BYTES } from './source-files';

const POOL_BYTES = 256 * 1024;

export type ReadOutcome = { kind: 'miss' } | { kind: 'hit'; bytes: Buffer } | { kind: 'too-large' };

const MISS: ReadOutcome = { kind: 'miss' };

/** Reads every file into one buffer; only files that hit the prefilter get bytes of their own. */
export class SourceReader {
  readonly #pool = Buffer.allocUnsafe(POOL_BYTES);
  readonly #prefilter: Prefilter;

  constructor(prefilter: Prefilter) {
    this.#prefilter = prefilter;
  }

  /** What is searched for. */
  get names(): readonly string[] {
    return this.#prefilter.names;
  }

  /** The files that are no miss, also those that cannot be read: they have to be told of. */
  hitsAmong(paths: readonly string[]): string[] {
    return paths.filter((path) => {
      try {
        return this.read(path).kind !== 'miss';
      } catch {
        return true;
      }
    });
  }

  /** @throws what the system says of a file that cannot be read */
  read(path: string): ReadOutcome {
    const file = openSync(path, 'r');
    try {
      const length = readSync(file, this.#pool, 0, POOL_BYTES, null);
      if (length === POOL_BYTES) return this.#readLong(file);
      if (!this.#hits(this.#pool, length)) return MISS;
      return { kind: 'hit', bytes: Buffer.from(this.#pool.subarray(0, length)) };
    } finally {
      closeSync(file);
    }
  }

  /** The pool holds the file's first part. Nothing beyond the size limit is ever held as a whole. */
  #readLong(file: number): ReadOutcome {
    let parts: Buffer[] | null = [Buffer.from(this.#pool)];
    let total = POOL_BYTES;
    let hit = this.#hits(this.#pool);
    let tail = Buffer.from(this.#pool.subarray(POOL_BYTES - this.#prefilter.longest));
    for (;;) {
      const length = readSync(file, this.#pool, 0, POOL_BYTES, null);
      if (length === 0) break;
      const part = Buffer.from(this.#pool.subarray(0, length));
      total += length;
      if (total > MAX_SOURCE_BYTES) parts = null;
      parts?.push(part);
      if (!hit) {
        const joined = Buffer.concat([tail, part]);
        hit = this.#hits(joined);
        tail = joined.subarray(Math.max(0, joined.length - this.#prefilter.longest));
      }
      if (hit && parts === null) return { kind: 'too-large' };
    }
    if (!hit) return MISS;
    return parts === null ? { kind: 'too-large' } : { kind: 'hit', bytes: Buffer.concat(parts) };
  }

  #hits(bytes: Buffer, length = bytes.length): boolean {
    return this.#prefilter.matches(bytes, length) || this.#hitsAsUtf16(bytes, length);
  }

  /** A UTF-16 file would slip through a search for ASCII bytes; it must be reported, not passed over. */
  #hitsAsUtf16(bytes: Buffer, length: number): boolean {
    const littleEndian = bytes[0] === 0xff && bytes[1] === 0xfe;
    const bigEndian = bytes[0] === 0xfe && bytes[1] === 0xff;
    if (length < 2 || (!littleEndian && !bigEndian)) return false;
    // Dropping every second byte leaves the ASCII names readable in both byte orders.
    const narrow = Buffer.alloc(Math.floor(length / 2));
    for (let i = 0; i < narrow.length; i++) narrow[i] = bytes[2 * i + (littleEndian ? 0 : 1)]!;
    return this.#prefilter.matches(narrow);
  }
}
