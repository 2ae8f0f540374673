import { createInterface, type Interface } from 'node:readline';
import type { Writable } from 'node:stream';
import type { Io, Output } from './io';
import { Interrupted } from './progress';

const WORDS: Readonly<Record<string, string>> = { yes: 'y', no: 'n', 是: 'y', 否: 'n' };

/** One letter and Enter is enough for a few choices, and needs no dependency in every npx run. */
export class Prompt {
  readonly #lines: Interface;
  readonly #output: Output;
  readonly #waiting: string[] = [];
  #closed = false;
  #interrupted = false;
  #wake: () => void = () => {};

  constructor(io: Io, output: Output) {
    this.#output = output;
    this.#lines = createInterface({
      input: io.stdin,
      output: output as unknown as Writable,
      terminal: true,
    });
    // Text typed ahead answers the next question, so lines are queued.
    this.#lines.on('line', (line) => {
      this.#waiting.push(line);
      this.#wake();
    });
    this.#lines.on('close', () => {
      this.#closed = true;
      this.#wake();
    });
    this.#lines.on('SIGINT', () => {
      this.#interrupted = true;
      this.#wake();
    });
    io.signal.addEventListener('abort', () => {
      this.#interrupted = true;
      this.#wake();
    });
  }

  /** The answer as lower-case letters; `null` at the end of input. */
  async ask(question: string): Promise<string | null> {
    this.#lines.setPrompt(`${question} `);
    this.#lines.prompt();
    const line = await this.#next();
    if (line === null) return null;
    // Input methods produce full-width letters.
    const answer = line.normalize('NFKC').trim().toLowerCase();
    return WORDS[answer] ?? answer;
  }

  /** Ends the run if Ctrl-C was pressed. While the prompt is open, it is a key and not a signal. */
  throwIfInterrupted(): void {
    if (!this.#interrupted) return;
    this.#output.write('\n');
    throw new Interrupted();
  }

  async #next(): Promise<string | null> {
    while (this.#waiting.length === 0) {
      this.throwIfInterrupted();
      if (this.#closed) return null;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.#waiting.shift()!;
  }

  close(): void {
    this.#lines.close();
  }
}
