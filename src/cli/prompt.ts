import { createInterface, type Interface } from 'node:readline';
import type { Writable } from 'node:stream';
import type { FileOutcome } from '../project/types';
import type { Io, Output } from './io';
import { Interrupted } from './progress';
import type { CliText } from './text';

interface PromptOptions {
  io: Io;
  /** Where the questions and diffs are shown. */
  output: Output;
  text: CliText;
  files: readonly FileOutcome[];
  shown(path: string): string;
  /** The diff of these files and of the files added for them. */
  diff(files: readonly FileOutcome[]): Promise<AsyncIterable<string>>;
}

/** The files to write, or `null` to cancel. */
export async function choose(options: PromptOptions): Promise<readonly FileOutcome[] | null> {
  const prompt = new Prompt(options.io, options.output, options.text);
  try {
    for (;;) {
      switch (await prompt.ask(options.text.prompt.question, options.text.prompt.choices, ['y', 'n'])) {
        case 'a':
        case 'y':
          return options.files;
        case 'd':
          for await (const part of await options.diff(options.files)) options.output.write(part);
          break;
        case 'c':
          return await chooseFiles(prompt, options);
        default:
          return null;
      }
    }
  } finally {
    prompt.close();
  }
}

async function chooseFiles(
  prompt: Prompt,
  { output, text, files, shown, diff }: PromptOptions,
): Promise<FileOutcome[] | null> {
  const chosen: FileOutcome[] = [];
  for (const [index, file] of files.entries()) {
    for await (const part of await diff([file])) output.write(part);
    const question = text.prompt.file(shown(file.path), index + 1, files.length);
    const answer = await prompt.ask(question, text.prompt.fileChoices);
    if (answer === 'a') return [...chosen, ...files.slice(index)];
    if (answer === 'q' || answer === null) return null;
    if (answer === 'y') chosen.push(file);
  }
  return chosen;
}

const WORDS: Readonly<Record<string, string>> = { yes: 'y', no: 'n', 是: 'y', 否: 'n' };

/** One letter and Enter is enough for four choices, and needs no dependency in every npx run. */
class Prompt {
  readonly #lines: Interface;
  readonly #output: Output;
  readonly #text: CliText;
  readonly #waiting: string[] = [];
  #closed = false;
  #interrupted = false;
  #wake: () => void = () => {};

  constructor(io: Io, output: Output, text: CliText) {
    this.#output = output;
    this.#text = text;
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

  /**
   * The chosen letter; `null` at the end of input.
   * @param silent letters that are accepted but not listed in the question
   */
  async ask(
    question: string,
    choices: readonly (readonly [string, string])[],
    silent: readonly string[] = [],
  ): Promise<string | null> {
    const known = [...choices.map(([key]) => key), ...silent];
    const list = choices.map(([key, label]) => `${key} = ${label}`);
    for (;;) {
      this.#lines.setPrompt(`${question}${this.#text.prompt.choiceList(list)} `);
      this.#lines.prompt();
      const line = await this.#next();
      if (line === null) return null;
      // Input methods produce full-width letters.
      const answer = line.normalize('NFKC').trim().toLowerCase();
      const letter = WORDS[answer] ?? answer;
      if (known.includes(letter)) return letter;
    }
  }

  async #next(): Promise<string | null> {
    while (this.#waiting.length === 0) {
      if (this.#interrupted) {
        this.#output.write('\n');
        throw new Interrupted();
      }
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
