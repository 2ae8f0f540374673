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
  // `… | head` closes the pipe early: that is no failure of ours.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  // Not process.exit(): what is still on its way into a pipe would be lost.
  process.exitCode = await main({
    argv,
    cwd: process.cwd(),
    env: process.env,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    packageRoot,
    interactive: Boolean(process.stdin.isTTY && process.stdout.isTTY && !process.env.CI),
    signal: interrupt.signal,
  });
}
