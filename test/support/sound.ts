/**
 * A sound output for browsers on machines without one, and silence on those with one. Firefox plays nothing
 * and runs no AudioContext without a sound output. Uses PulseAudio with a null sink, only for the tests.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAM = '/usr/bin/pulseaudio';

export interface Sound {
  /** For the browser's environment. Empty without PulseAudio: the machine's own sound output is used. */
  env: Record<string, string>;
  close(): Promise<void>;
}

/** @throws {Error} with its output, when it ends before it can be reached */
export async function startSound(): Promise<Sound> {
  if (!existsSync(PROGRAM)) return { env: {}, close: async () => {} };
  const home = mkdtempSync(join(tmpdir(), 'taro-modernize-sound-'));
  const socket = join(home, 'native');
  const server = spawn(
    PROGRAM,
    [
      ...['-n', '--daemonize=no', '--use-pid-file=no', '--exit-idle-time=-1', '--disable-shm=yes'],
      // Without rewinds, because with them it processes sound in blocks of up to two seconds, and Firefox
      // waits for the first one.
      ...['-L', 'module-null-sink norewinds=1'],
      ...['-L', `module-native-protocol-unix socket=${socket} auth-anonymous=1`],
    ],
    { env: { ...process.env, HOME: home, XDG_RUNTIME_DIR: home }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const close = async () => {
    server.kill();
    await ended;
    rmSync(home, { recursive: true, force: true });
  };
  await reachable(server, socket);
  return { env: { PULSE_SERVER: `unix:${socket}` }, close };
}

function reachable(server: ChildProcess, socket: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let printed = '';
    let isOver = false;
    server.stderr?.on('data', (part) => {
      printed += part;
    });
    server.once('error', reject);
    server.once('close', () => {
      isOver = true;
      reject(new Error(`${PROGRAM} ended:\n${printed}`));
    });
    // It does not report when it starts to listen.
    const look = () => {
      const connection = createConnection(socket, () => {
        connection.destroy();
        resolve();
      });
      connection.on('error', () => {
        if (!isOver) setTimeout(look, 20);
      });
    };
    look();
  });
}
