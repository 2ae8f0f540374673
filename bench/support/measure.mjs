import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { delimiter, join } from 'node:path';
import { CACHE } from './packages.mjs';

/** Measures the CPU time of a command and its child processes, as reported by the shell at the end. */
const TIMED = '"$@"; code=$?; times >&2; exit $code';
const TIMES = /(\S+)m(\S+)s (\S+)m(\S+)s\n(\S+)m(\S+)s (\S+)m(\S+)s\n$/;
const canTime = process.platform !== 'win32';

/**
 * A command to measure.
 * @typedef {object} Command
 * @property {string} name
 * @property {string} command
 * @property {string[]} args
 * @property {string} cwd
 * @property {number[]} [codes] exit codes that mean success
 * @property {NodeJS.ProcessEnv} [env] added to that of this process
 * @property {number} [cores] number of cores it may use; default: all
 * @property {number} [every] runs only in every n-th round, for slow commands
 * @property {() => void} [before] not measured
 * @property {(stdout: string, stderr: string) => void} [check] throws if the command has not done its work
 */

/** @typedef {{ wall: number, cpu: number }} Time in ms */

/**
 * Runs a command to its end.
 * @param {Command} what
 * @returns {Time & { stdout: string, stderr: string }}
 * @throws {Error} when it fails, because a tool that does nothing would look fast
 */
function runOnce({ command, args, cwd, codes = [0], cores, env }) {
  const pinned = cores === undefined ? [] : ['taskset', '-c', [...Array(cores).keys()].join(',')];
  const line = [...pinned, command, ...args];
  const [file, ...rest] = canTime ? ['sh', '-c', TIMED, 'sh', ...line] : line;
  const started = process.hrtime.bigint();
  const { status, stdout, stderr, error } = spawnSync(file, rest, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', LANG: 'en_US.UTF-8', ...env },
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const wall = Number(process.hrtime.bigint() - started) / 1e6;
  if (error || !codes.includes(status)) {
    throw new Error(`${line.join(' ')} exited with ${status}: ${error?.message ?? stderr.slice(-2000)}`);
  }
  const [, , , , , ...times] = (TIMES.exec(stderr) ?? []).map(Number);
  const [m1 = Number.NaN, s1, m2, s2] = times;
  return { wall, cpu: ((m1 + m2) * 60 + s1 + s2) * 1000, stdout, stderr };
}

/** Whether this system can limit a command to a number of cores, and has that many. */
export function canPin(cores) {
  const hasTaskset = (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => existsSync(join(folder, 'taskset')));
  return hasTaskset && cpus().length >= cores;
}

/**
 * Runs the commands in turn, round after round, so that other load on the machine affects all of them. The
 * first round only warms the caches.
 * @param {Command[]} commands
 * @param {number} rounds
 * @returns {Map<string, Time>} medians by name
 */
export function inTurn(commands, rounds) {
  const times = new Map(commands.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const command of commands) {
      if (command.every && (round === 0 || (round - 1) % command.every !== 0)) continue;
      command.before?.();
      const { wall, cpu, stdout, stderr } = runOnce(command);
      command.check?.(stdout, stderr);
      if (round > 0) times.get(command.name).push({ wall, cpu });
    }
    process.stderr.write(`\r${round}/${rounds} `);
  }
  process.stderr.write('\r\x1b[K');
  return new Map(
    [...times].map(([name, values]) => [
      name,
      { wall: median(values.map(({ wall }) => wall)), cpu: median(values.map(({ cpu }) => cpu)) },
    ]),
  );
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Peak memory of a Node program in MiB, as counted by the system. */
export function peakMemory(script, args, cwd) {
  mkdirSync(CACHE, { recursive: true });
  const probe = join(CACHE, 'probe.cjs');
  // Not in its threads, whose memory belongs to the process.
  const report = `require('node:fs').writeSync(2, '\\nrss ' + process.resourceUsage().maxRSS + '\\n')`;
  writeFileSync(
    probe,
    `if (require('node:worker_threads').isMainThread) process.on('exit', () => ${report});\n`,
  );
  const { stderr } = runOnce({ command: process.execPath, args: ['-r', probe, script, ...args], cwd });
  return Number(/rss (\d+)/.exec(stderr)[1]) / 1024;
}

export function machine() {
  return `${cpus().length} cores (${cpus()[0].model}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}, Node ${process.version}`;
}

/**
 * Prints times as multiples of those in the first row.
 * @param {string} title
 * @param {Map<string, Time>} times
 */
export function printTimes(title, times) {
  const [first] = times.values();
  printTable(
    [title, 'CPU', '×', 'wall', '×'],
    [...times].map(([name, { cpu, wall }]) => [
      name,
      shown(cpu),
      (cpu / first.cpu).toFixed(2),
      shown(wall),
      (wall / first.wall).toFixed(2),
    ]),
  );
}

export function printTable(head, rows) {
  console.log(`| ${head.join(' | ')} |\n|---|${'---:|'.repeat(head.length - 1)}`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
  console.log();
}

function shown(ms) {
  return ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(2)} s`;
}
