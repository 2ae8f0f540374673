import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..', '..');
export const BIN = join(ROOT, 'dist', 'cli', 'bin.js');

if (!existsSync(BIN)) throw new Error(`${BIN} is missing: run npm run build first.`);

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface CliOptions {
  env?: Record<string, string>;
  uid?: number;
}

/** Runs the built bin like a user's shell, without a terminal. */
export function cli(cwd: string, args: readonly string[], options?: CliOptions): Ended {
  return run(BIN, cwd, args, options);
}

/** Like `cli`, with the bin at another path. */
export function run(
  bin: string,
  cwd: string,
  args: readonly string[],
  { env = {}, uid }: CliOptions = {},
): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...cleanEnvironment(), ...env },
    ...(uid !== undefined && { uid, gid: uid }),
  });
  return { code: status, stdout, stderr };
}

/** Variables of the developer's environment that would change the output. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const { NO_COLOR: _a, FORCE_COLOR: _b, CI: _c, LC_ALL: _d, LANG: _e, ...rest } = process.env;
  return { ...rest, LANG: 'en_US.UTF-8' };
}

export interface JsonFinding {
  api: string;
  line: number;
  column: number;
  verdict: string;
  code: string;
  start: number;
  end: number;
  messageId: string;
  data?: object;
}

export interface JsonReport {
  version: number;
  files: {
    path: string;
    changed: boolean;
    error?: string;
    findings: JsonFinding[];
    edits?: { start: number; end: number; text: string }[];
  }[];
  summary: Record<'files' | 'scanned' | 'changed' | 'rewritten' | 'manual' | 'ignored' | 'errors', number>;
}

export function json(ended: Ended): JsonReport {
  return JSON.parse(ended.stdout) as JsonReport;
}
