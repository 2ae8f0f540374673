import { type Colors, colorsFor } from '../report/colors';
import type { Arguments } from './args';
import type { Io } from './io';

/**
 * Which text goes where. `--json` and `--dry-run` own stdout, because it is read by a program or by `git apply`;
 * what is said to a person goes to stderr then.
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

  /** What a person wants to know; nothing with `--quiet`, and with `--json` nobody reads it. */
  say(text: string): void {
    if (text === '' || this.#args.quiet || this.#args.json) return;
    (this.#args.dryRun ? this.#io.stderr : this.#io.stdout).write(text.endsWith('\n') ? text : `${text}\n`);
  }

  /** What must not pass in silence. */
  warn(text: string): void {
    if (text !== '') this.#io.stderr.write(text.endsWith('\n') ? text : `${text}\n`);
  }
}
