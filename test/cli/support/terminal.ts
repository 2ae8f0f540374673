import { spawn, spawnSync } from 'node:child_process';
import { BIN, cleanEnvironment, type Ended } from './cli';

/** util-linux's `script` runs a command in a new pseudo-terminal. */
export const hasTerminal = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0;

/**
 * Runs the bin in a pseudo-terminal. Each answer is typed once its question appears, so timing does not
 * matter.
 * @param redirect what a shell does with the streams: `| tee log`
 */
export function onTerminal(
  cwd: string,
  args: readonly string[],
  dialogue: readonly (readonly [question: string, answer: string])[],
  { env = {}, redirect = '' }: { env?: Record<string, string>; redirect?: string } = {},
): Promise<Ended> {
  const command = `${[process.execPath, BIN, ...args].map((word) => `'${word}'`).join(' ')} ${redirect}`;
  const child = spawn('script', ['-qefc', command, '/dev/null'], {
    cwd,
    env: { ...cleanEnvironment(), TERM: 'xterm', ...env },
  });
  let output = '';
  let seen = 0;
  const open = [...dialogue];
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    for (let next = open[0]; next; next = open[0]) {
      const at = output.indexOf(next[0], seen);
      if (at === -1) return;
      seen = at + next[0].length;
      open.shift();
      child.stdin.write(next[1]);
    }
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (open.length > 0) reject(new Error(`never asked: ${open[0]![0]}\n${output}`));
      else resolve({ code, stdout: output, stderr: '' });
    });
  });
}
