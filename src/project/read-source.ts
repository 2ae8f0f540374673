import { closeSync, openSync, readSync } from 'node:fs';
import type { Prefilter } from '../migrations/prefilter';
import { MAX_SOURCE_BYTES } from './source-files';

const POOL_BYTES = 256 * 1024;

type ReadOutcome = { kind: 'miss' } | { kind: 'hit'; bytes: Buffer } | { kind: 'too-large' };

const MISS: ReadOutcome = { kind: 'miss' };

/** Reads every file into one buffer. Only files that match the prefilter get their own bytes. */
export class SourceReader {
  readonly #pool = Buffer.allocUnsafe(POOL_BYTES);
  readonly #prefilterOf: (path: string) => Prefilter;

  constructor(prefilterOf: (path: string) => Prefilter) {
    this.#prefilterOf = prefilterOf;
  }

  /** @throws the system's error for a file that cannot be read */
  read(path: string): ReadOutcome {
    const prefilter = this.#prefilterOf(path);
    const file = openSync(path, 'r');
    try {
      const length = readSync(file, this.#pool, 0, POOL_BYTES, null);
      if (length === POOL_BYTES) return this.#readLong(file, prefilter);
      if (!hits(prefilter, this.#pool, length)) return MISS;
      return { kind: 'hit', bytes: Buffer.from(this.#pool.subarray(0, length)) };
    } finally {
      closeSync(file);
    }
  }

  /** The buffer holds the start of the file. No file above the size limit is held as a whole. */
  #readLong(file: number, prefilter: Prefilter): ReadOutcome {
    let parts: Buffer[] | null = [Buffer.from(this.#pool)];
    let total = POOL_BYTES;
    let hit = hits(prefilter, this.#pool);
    let tail = Buffer.from(this.#pool.subarray(POOL_BYTES - prefilter.longest));
    for (;;) {
      const length = readSync(file, this.#pool, 0, POOL_BYTES, null);
      if (length === 0) break;
      const part = Buffer.from(this.#pool.subarray(0, length));
      total += length;
      if (total > MAX_SOURCE_BYTES) parts = null;
      parts?.push(part);
      if (!hit) {
        const joined = Buffer.concat([tail, part]);
        hit = hits(prefilter, joined);
        tail = joined.subarray(Math.max(0, joined.length - prefilter.longest));
      }
      if (hit && parts === null) return { kind: 'too-large' };
    }
    if (!hit) return MISS;
    return parts === null ? { kind: 'too-large' } : { kind: 'hit', bytes: Buffer.concat(parts) };
  }
}

function hits(prefilter: Prefilter, bytes: Buffer, length = bytes.length): boolean {
  return prefilter.matches(bytes, length) || hitsAsUtf16(prefilter, bytes, length);
}

/** A UTF-16 file would never match a search for ASCII bytes, but must be reported. */
function hitsAsUtf16(prefilter: Prefilter, bytes: Buffer, length: number): boolean {
  const littleEndian = bytes[0] === 0xff && bytes[1] === 0xfe;
  const bigEndian = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (length < 2 || (!littleEndian && !bigEndian)) return false;
  // Every second byte gives the ASCII names in either byte order.
  const narrow = Buffer.alloc(Math.floor(length / 2));
  for (let i = 0; i < narrow.length; i++) narrow[i] = bytes[2 * i + (littleEndian ? 0 : 1)]!;
  return prefilter.matches(narrow);
}
