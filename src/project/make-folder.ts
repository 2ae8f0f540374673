import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from './paths';

/** On a read-only file system, `mkdirSync` with `recursive` throws ENOENT. This throws the real error. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another run was faster.
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}
