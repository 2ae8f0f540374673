import type { Readable } from 'node:stream';

/** The output and environment of a command. Tests and other commands can replace it. */
export interface Io {
  argv: readonly string[];
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  stdin: Readable;
  stdout: Output;
  stderr: Output;
  /** Folder of this package, with its version and the runtimes to copy. */
  packageRoot: string;
  /** Whether a prompt can be answered, and shown on stdout or stderr. */
  interactive: boolean;
  /** Called on Ctrl-C. */
  signal: AbortSignal;
}

export interface Output {
  write(text: string): unknown;
  isTTY?: boolean;
  /** The width of a terminal. */
  columns?: number;
}
