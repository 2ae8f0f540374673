import { isAbsolute, relative, sep } from 'node:path';
import type { Problem } from './types';

/** With `/` on every system, for messages, globs, diffs and JSON. */
export function toPosix(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}

/** Relative to `from`, with `/`; `.` for the folder itself. */
export function displayPath(from: string, path: string): string {
  return toPosix(relative(from, path)) || '.';
}

/** True for the folder itself too. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** The system's code of an error, such as `ENOENT`; `''` if it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Why a path from a folder listing cannot be opened. Node replaces invalid UTF-8 in names with U+FFFD, which
 * then names no file.
 */
export function unreadable(path: string, code: string): Problem {
  if (code === 'ENOENT') return { kind: path.includes('\uFFFD') ? 'name-encoding' : 'vanished' };
  return { kind: 'unreadable', detail: code };
}
