import { type Colors, colorsFor } from '../report/colors';
import type { Arguments } from './args';
import type { Io, Output } from './io';

/** A stream with the colors that it supports. */
export interface Target {
  output: Output;
  colors: Colors;
}

/**
 * Selects the stream for each text. With `--json` and `--dry-run`, stdout is for a program or `git apply`, so
 * messages to the user go to stderr.
 */
export class Console {
  readonly result: Target;
  readonly info: Target;
  readonly errors: Target;
  readonly #args: Arguments;

  /** @param info where information for the user goes */
  constructor(args: Arguments, io: Io, info = args.json || args.dryRun ? io.stderr : io.stdout) {
    const target = (output: Output): Target => ({
      output,
      colors: colorsFor({ off: !args.color, env: io.env, isTTY: output.isTTY === true }),
    });
    this.result = target(io.stdout);
    this.info = target(info);
    this.errors = target(io.stderr);
    this.#args = args;
  }

  /** The result itself: the JSON or the diff. */
  data(text: string): void {
    this.result.output.write(text);
  }

  /** Information for the user. Omitted with `--quiet`, and with `--json`, where nobody reads it. */
  say(text: string): void {
    if (text === '' || this.#args.quiet || this.#args.json) return;
    this.info.output.write(text.endsWith('\n') ? text : `${text}\n`);
  }

  /** Messages that are always shown. */
  warn(text: string): void {
    if (text !== '') this.errors.output.write(text.endsWith('\n') ? text : `${text}\n`);
  }
}
