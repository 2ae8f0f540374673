import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from './packages.mjs';

/**
 * Runs a command to its end.
 * @param {{ command: string, args: string[], cwd: string, codes?: number[] }} what `codes` are the exit codes of success
 * @returns {{ ms: number, stdout: string, stderr: string }}
 * @throws {Error} when it fails: a tool that does nothing would be very fast
 */
function runOnce({ command, args, cwd, codes = [0] }) {
  const started = process.hrtime.bigint();
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', LANG: 'en_US.UTF-8' },
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ms = Number(process.hrtime.bigint() - started) / 1e6;
  if (error || !codes.includes(status)) {
    throw new Error(
      `${command} ${args.join(' ')} ended with ${status}: ${error?.message ?? stderr.slice(-2000)}`,
    );
  }
  return { ms, stdout, stderr };
}

/**
 * Runs the commands in turn, round after round, so that what else the machine does falls on all of them. The first
 * round only warms the caches. The slow ones run in every so many rounds (`every`).
 * @param before runs, untimed, before each: after a command that kept the machine busy the next takes a third longer
 * @returns {Map<string, number[]>} name → times in ms
 */
export function inTurn(commands, rounds, before) {
  const times = new Map(commands.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const command of commands) {
      if (command.every && (round === 0 || (round - 1) % command.every !== 0)) continue;
      if (before) runOnce(before);
      const { ms, stdout, stderr } = runOnce(command);
      command.check?.(stdout, stderr);
      if (round > 0) times.get(command.name).push(ms);
    }
    process.stderr.write(`\r${round}/${rounds} `);
  }
  process.stderr.write('\r\x1b[K');
  return times;
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Peak memory of a Node program in MiB, as the system counts it. */
export function peakMemory(script, args, cwd) {
  mkdirSync(CACHE, { recursive: true });
  const probe = join(CACHE, 'probe.cjs');
  const report = `require('node:fs').writeSync(2, '\\nrss ' + process.resourceUsage().maxRSS)`;
  writeFileSync(probe, `process.on('exit', () => ${report});\n`);
  const { stderr } = runOnce({ command: process.execPath, args: ['-r', probe, script, ...args], cwd });
  return Number(/rss (\d+)/.exec(stderr)[1]) / 1024;
}
