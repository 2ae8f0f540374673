import { setImmediate as turn } from 'node:timers/promises';
import { cut } from '../report/text/columns';
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

  /** @param share how much is done, for a bar before the line */
  async tick(line: () => string, share?: number): Promise<void> {
    if (this.io.signal.aborted) throw new Interrupted();
    const now = Date.now();
    if (now - this.#lastTurn < LET_IN_EVERY) return;
    await turn();
    this.#lastTurn = Date.now();
    if (this.io.signal.aborted) throw new Interrupted();
    if (this.visible && now - this.#started > FIRST_AFTER) this.#show(line(), share, now);
  }

  /** Ends a part of the work: clears the updating line. */
  end(): void {
    if (this.#shown) this.io.stderr.write('\r\x1b[K');
    this.#shown = false;
    this.#lastPlain = Date.now();
  }

  #show(line: string, share: number | undefined, now: number): void {
    const { stderr, env } = this.io;
    // Terminals in CI and dumb ones keep every line.
    if (stderr.isTTY && !env.CI && env.TERM !== 'dumb') {
      const full = share === undefined ? line : `${bar(share)} ${line}`;
      // A line that wraps could not be cleared.
      stderr.write(`\r\x1b[K${cut(full, (stderr.columns ?? 80) - 1)}`);
      this.#shown = true;
    } else if (now - this.#lastPlain > PLAIN_EVERY) {
      this.#lastPlain = now;
      stderr.write(`${line}\n`);
    }
  }
}

const BAR = 20;

/** `████░░░░` */
function bar(share: number): string {
  const full = Math.round(share * BAR);
  return '█'.repeat(full) + '░'.repeat(BAR - full);
}
