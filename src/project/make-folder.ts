import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from './paths';

/** `mkdirSync` with `recursive` says ENOENT on a read-only file system; this says what the system says. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another run came first.
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}
