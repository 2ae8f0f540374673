import { main } from './main';

/**
 * Runs the CLI as this process, with its streams, Ctrl-C and exit code.
 * @param argv the arguments after the command name
 * @param packageRoot folder of this package
 */
export async function runAsProcess(argv: readonly string[], packageRoot: string): Promise<void> {
  const interrupt = new AbortController();
  // A second Ctrl-C ends the process immediately. Writes are atomic, so no file is left incomplete.
  process.once('SIGINT', () => interrupt.abort());
  // Not process.exit(), which would lose pending output to a pipe.
  process.exitCode = await main({
    argv,
    cwd: process.cwd(),
    env: process.env,
    // Created on demand, because opening all three streams takes as long as printing the help.
    get stdin() {
      return process.stdin;
    },
    get stdout() {
      return surviving(process.stdout);
    },
    get stderr() {
      return surviving(process.stderr);
    },
    packageRoot,
    get interactive() {
      return Boolean(process.stdin.isTTY && process.stderr.isTTY && !process.env.CI);
    },
    signal: interrupt.signal,
  });
}

/** `… | head` closes the pipe early, which is not an error. */
function surviving(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  if (!stream.listeners('error').includes(throwOthers)) stream.on('error', throwOthers);
  return stream;
}

function throwOthers(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
