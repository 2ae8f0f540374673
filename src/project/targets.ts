import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { globBase, isGlob, matcher } from './globs';
import { toPosix } from './paths';

/** A path to search, as given by the user. */
export interface Target {
  kind: 'file' | 'folder';
  /** Absolute but not resolved further, so that messages show what the user typed. */
  path: string;
  real: string;
  /** For a glob: whether a file below the folder matches. */
  accepts: (path: string) => boolean;
  isGlob: boolean;
}

interface Targets {
  targets: Target[];
  missing: string[];
  /** Pipes, sockets and devices. Opening one could block. */
  irregular: string[];
}

const everything = (): boolean => true;

/** Shells on Windows pass globs unexpanded, and quotes do so everywhere. */
export function resolveTargets(paths: readonly string[], cwd: string): Targets {
  const targets: Target[] = [];
  const missing: string[] = [];
  const irregular: string[] = [];
  for (const given of paths) {
    const exact = target(resolve(cwd, given));
    const found = exact ?? (isGlob(given) ? globTarget(given, cwd) : null);
    if (found === 'irregular') irregular.push(resolve(cwd, given));
    else if (found) targets.push(found);
    else missing.push(resolve(cwd, given));
  }
  return { targets, missing, irregular };
}

function globTarget(glob: string, cwd: string): Target | 'irregular' | null {
  const base = resolve(cwd, globBase(glob));
  const parts = toPosix(glob).split('/');
  // Anchored with a slash, as in a shell. Without it, the pattern would match at any depth.
  const pattern = `/${parts.slice(parts.findIndex(isGlob)).join('/')}`;
  return target(base, matcher([pattern], base));
}

function target(path: string, glob?: Target['accepts']): Target | 'irregular' | null {
  try {
    const stat = statSync(path);
    if (!stat.isFile() && !stat.isDirectory()) return 'irregular';
    const real = realpathSync(path);
    const kind = stat.isDirectory() ? 'folder' : 'file';
    return { kind, path, real, accepts: glob ?? everything, isGlob: glob !== undefined };
  } catch {
    return null;
  }
}
