#!/usr/bin/env node
import { join } from 'node:path';
import { main } from './main';

const interrupt = new AbortController();
// A second Ctrl-C ends the process at once: writes are atomic, so nothing is left half done.
process.once('SIGINT', () => interrupt.abort());
// `… | head` closes the pipe early: that is no failure of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

main({
  argv: process.argv.slice(2),
  cwd: process.cwd(),
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  packageRoot: join(__dirname, '..', '..'),
  interactive: Boolean(process.stdin.isTTY && process.stdout.isTTY && !process.env.CI),
  signal: interrupt.signal,
}).then((code) => {
  // Not process.exit(): what is still on its way into a pipe would be lost.
  process.exitCode = code;
});
