import { type Colors, colorsFor } from '../report/colors';
import type { Arguments } from './args';
import type { Io } from './io';

/**
 * Selects the stream for each text. With `--json` and `--dry-run`, stdout is for a program or `git apply`, so
 * messages to the user go to stderr.
 */
export class Console {
  readonly colors: Colors;
  readonly errorColors: Colors;
  readonly #io: Io;
  readonly #args: Arguments;

  constructor(args: Arguments, io: Io) {
    this.#io = io;
    this.#args = args;
    const wish = { off: !args.color, env: io.env };
    this.errorColors = colorsFor({ ...wish, isTTY: io.stderr.isTTY === true });
    const ownsStdout = colorsFor({ ...wish, isTTY: io.stdout.isTTY === true });
    this.dataColors = ownsStdout;
    this.colors = args.json || args.dryRun ? this.errorColors : ownsStdout;
  }

  readonly dataColors: Colors;

  /** The result itself: the JSON or the diff. */
  data(text: string): void {
    this.#io.stdout.write(text);
  }

  /** Information for the user. Omitted with `--quiet`, and with `--json`, where nobody reads it. */
  say(text: string): void {
    if (text === '' || this.#args.quiet || this.#args.json) return;
    (this.#args.dryRun ? this.#io.stderr : this.#io.stdout).write(text.endsWith('\n') ? text : `${text}\n`);
  }

  /** Messages that are always shown. */
  warn(text: string): void {
    if (text !== '') this.#io.stderr.write(text.endsWith('\n') ? text : `${text}\n`);
  }
}
