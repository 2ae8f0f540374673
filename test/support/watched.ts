import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { vi } from 'vitest';
import type { Compiler, Platform } from './taro-app';

/** The longest time in ms that a build may take to show a change. Small machines can be busy. */
const PATIENCE = 180_000;

/** A running `taro build --watch`. */
export class Watched {
  printed = '';
  private readonly child: ChildProcess;

  constructor(
    readonly app: string,
    private readonly platform: Platform,
    compiler: Compiler,
  ) {
    rmSync(join(app, 'dist'), { recursive: true, force: true });
    const cli = join(app, 'node_modules/@tarojs/cli/bin/taro');
    // In its own process group, so that its child processes end with it.
    this.child = spawn(process.execPath, [cli, 'build', '--type', platform, '--watch'], {
      cwd: app,
      detached: true,
      env: { ...process.env, NODE_ENV: 'development', TARO_ENV: platform, TARO_COMPILER: compiler },
    });
    for (const stream of [this.child.stdout!, this.child.stderr!])
      stream.on('data', (chunk) => {
        this.printed += stripVTControlCharacters(String(chunk));
      });
  }

  /** Waits until a built file's text passes the check. */
  async until(file: string, passes: (text: string) => boolean): Promise<void> {
    const path = join(this.app, 'dist', this.platform, file);
    await this.waitFor(() => {
      if (!existsSync(path)) throw new Error(`${path} does not exist yet`);
      const text = readFileSync(path, 'utf8');
      if (!passes(text)) throw new Error(`${path} contains:\n${text}`);
    });
  }

  /** Waits until a check no longer throws. @returns the result of the check */
  async waitFor<Value>(check: () => Value | Promise<Value>): Promise<Value> {
    return vi.waitFor(
      async () => {
        if (this.child.exitCode !== null) throw new Error(`The build ended:\n${this.printed}`);
        return check();
      },
      { timeout: PATIENCE, interval: 200 },
    );
  }

  edit(file: string, change: (text: string) => string): void {
    const path = join(this.app, 'src', file);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.pid === undefined) return;
    process.kill(-this.child.pid, 'SIGKILL');
    await once(this.child, 'exit');
  }
}
