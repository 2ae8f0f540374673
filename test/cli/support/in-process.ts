import { Readable } from 'node:stream';
import { main } from '../../../src/cli/main';
import { type Ended, ROOT } from './cli';

/** Runs the command line in the test's own process, so that a test can replace parts of it. */
export async function inProcess(cwd: string, args: readonly string[]): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  const code = await main({
    argv: args,
    cwd,
    env: { LANG: 'en_US.UTF-8' },
    stdin: Readable.from([]),
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    packageRoot: ROOT,
    interactive: false,
    signal: new AbortController().signal,
  });
  return { code, stdout, stderr };
}
