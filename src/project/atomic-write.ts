import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  type Stats,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode, errorMessage, isInside } from './paths';
import type { Problem } from './types';

const SUFFIX = '.taro-modernize.tmp';
let counter = 0;

export function isTemporaryName(name: string): boolean {
  return name.endsWith(SUFFIX);
}

/** The process that created it may still rename it. */
export function isAbandoned(path: string): boolean {
  const pid = Number(/\.(\d+)-\d+\.taro-modernize\.tmp$/.exec(path)?.[1]);
  if (!Number.isInteger(pid) || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return errorCode(error) === 'ESRCH';
  }
}

/**
 * Writes a file atomically: readers see either the old file or the new one, even if the process is killed.
 * `roots` are real paths; a write outside all of them is rejected, so links cannot redirect it.
 */
export function writeAtomically(path: string, text: string, roots: readonly string[]): Problem | null {
  let temporary: string | null = null;
  try {
    const folder = realpathSync(dirname(path));
    if (!roots.some((root) => isInside(root, folder))) return { kind: 'outside', detail: folder };
    const old = lstatSync(path, { throwIfNoEntry: false });
    const problem = old && notWritable(old);
    if (problem) return problem;
    temporary = join(folder, `.${basename(path)}.${process.pid}-${counter++}${SUFFIX}`);
    writeNew(temporary, text);
    if (old) takeOver(temporary, old);
    renameSync(temporary, join(folder, basename(path)));
    temporary = null;
    return null;
  } catch (error) {
    return writeProblem(error);
  } finally {
    if (temporary !== null) remove(temporary);
  }
}

/** Why an existing file cannot be written, as far as this is known before trying. */
export function unwritable(path: string): Problem | undefined {
  try {
    // Its new text is written beside it first.
    accessSync(dirname(path), constants.W_OK);
    const file = lstatSync(path, { throwIfNoEntry: false });
    return file && notWritable(file);
  } catch (error) {
    return writeProblem(error);
  }
}

function notWritable(file: Stats): Problem | undefined {
  if (!file.isFile()) return { kind: 'not-a-file' };
  // rename() would replace a read-only file without asking, so the mode is checked first.
  return (file.mode & 0o222) === 0 ? { kind: 'read-only' } : undefined;
}

export function writeProblem(error: unknown): Problem {
  if (errorCode(error) === 'EROFS') return { kind: 'read-only-mount' };
  return { kind: 'write-failed', detail: errorMessage(error) };
}

function writeNew(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o666);
  try {
    const bytes = Buffer.from(text, 'utf8');
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
  } finally {
    closeSync(file);
  }
}

function takeOver(path: string, old: { mode: number; uid: number; gid: number }): void {
  try {
    // Under `docker run` as root, files must keep their owner.
    if (process.getuid?.() === 0) chownSync(path, old.uid, old.gid);
  } catch {
    // Not every file system supports owners; the content matters more.
  }
  chmodSync(path, old.mode & 0o7777);
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Never created, or its folder is gone, so there is nothing to remove.
  }
}
