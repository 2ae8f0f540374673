import { main } from './main';

/**
 * Runs the command line as this process: its streams, Ctrl-C and exit code.
 * @param argv The arguments after the command's own name.
 * @param packageRoot Folder of this package.
 */
export async function runAsProcess(argv: readonly string[], packageRoot: string): Promise<void> {
  const interrupt = new AbortController();
  // A second Ctrl-C ends the process at once: writes are atomic, so nothing is left half done.
  process.once('SIGINT', () => interrupt.abort());
  // Not process.exit(): what is still on its way into a pipe would be lost.
  process.exitCode = await main({
    argv,
    cwd: process.cwd(),
    env: process.env,
    // Made when they are asked for: to open all three takes as long as the help.
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
      return Boolean(process.stdin.isTTY && process.stdout.isTTY && !process.env.CI);
    },
    signal: interrupt.signal,
  });
}

/** `… | head` closes the pipe early: that is no failure of ours. */
function surviving(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  if (!stream.listeners('error').includes(throwOthers)) stream.on('error', throwOthers);
  return stream;
}

function throwOthers(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
