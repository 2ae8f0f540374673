import { setImmediate as turn } from 'node:timers/promises';
import type { Io } from './io';

/** Thrown to end a run after Ctrl-C. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

const LET_IN_EVERY = 50;
const FIRST_AFTER = 500;
const PLAIN_EVERY = 10_000;

/**
 * All work is synchronous, so the event loop gets a turn now and then to receive Ctrl-C. A terminal shows one
 * updating line; a log gets a line every ten seconds.
 */
export class Progress {
  readonly #started = Date.now();
  #lastTurn = Date.now();
  #lastPlain = Date.now();
  #shown = false;

  constructor(
    private readonly io: Io,
    private readonly visible: boolean,
  ) {}

  async tick(line: () => string): Promise<void> {
    if (this.io.signal.aborted) throw new Interrupted();
    const now = Date.now();
    if (now - this.#lastTurn < LET_IN_EVERY) return;
    await turn();
    this.#lastTurn = Date.now();
    if (this.io.signal.aborted) throw new Interrupted();
    if (this.visible && now - this.#started > FIRST_AFTER) this.#show(line(), now);
  }

  /** Clears the updating line. */
  end(): void {
    if (this.#shown) this.io.stderr.write('\r\x1b[K');
    this.#shown = false;
  }

  #show(line: string, now: number): void {
    if (this.io.stderr.isTTY) {
      this.io.stderr.write(`\r\x1b[K${line}`);
      this.#shown = true;
    } else if (now - this.#lastPlain > PLAIN_EVERY) {
      this.#lastPlain = now;
      this.io.stderr.write(`${line}\n`);
    }
  }
}

/** `████░░░░` */
export function bar(done: number, all: number, width = 20): string {
  const full = all === 0 ? width : Math.round((done / all) * width);
  return '█'.repeat(full) + '░'.repeat(width - full);
}
