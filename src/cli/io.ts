import type { Readable } from 'node:stream';

/** Where a command's text goes and what it may assume, so that tests and other commands can stand in. */
export interface Io {
  argv: readonly string[];
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  stdin: Readable;
  stdout: Output;
  stderr: Output;
  /** Folder of this package: its version, and the runtime to copy. */
  packageRoot: string;
  /** A prompt may be shown and will be answered. */
  interactive: boolean;
  /** Told on Ctrl-C. */
  signal: AbortSignal;
}

export interface Output {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
}
