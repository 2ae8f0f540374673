import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Does work that only one process may do at a time, such as an installation. The lock is a folder. */
export async function exclusively<Value>(lock: string, work: () => Promise<Value>): Promise<Value> {
  mkdirSync(dirname(lock), { recursive: true });
  while (!take(lock)) await setTimeout(200);
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true });
  }
}

function take(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}
