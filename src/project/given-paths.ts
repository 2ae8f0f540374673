import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { globBase, isGlob, matcher } from './globs';
import { isInside, toPosix } from './paths';
import type { RunOptions } from './types';

/** A path to search, as given by the user. */
export interface GivenPath {
  kind: 'file' | 'folder';
  /** Absolute but not resolved further, so that messages show what the user typed. */
  path: string;
  real: string;
  /** For a glob: whether a file below the folder matches. */
  accepts: (path: string) => boolean;
  isGlob: boolean;
}

interface GivenPaths {
  found: GivenPath[];
  missing: string[];
  /** Pipes, sockets and devices. Opening one could block. */
  irregular: string[];
}

const everything = (): boolean => true;

/** Shells on Windows pass globs unexpanded, and quotes do so everywhere. */
export function resolvePaths(paths: readonly string[], cwd: string): GivenPaths {
  const found: GivenPath[] = [];
  const missing: string[] = [];
  const irregular: string[] = [];
  for (const given of paths) {
    const one = pathAt(resolve(cwd, given)) ?? (isGlob(given) ? pathOfGlob(given, cwd) : null);
    if (one === 'irregular') irregular.push(resolve(cwd, given));
    else if (one) found.push(one);
    else missing.push(resolve(cwd, given));
  }
  return { found, missing, irregular };
}

/** Whether a run over these paths searches a source file, by its real path, if it exists. */
export function searchedBy({
  paths,
  cwd,
  include,
  ignore,
}: Pick<RunOptions, 'paths' | 'cwd' | 'include' | 'ignore'>): (path: string) => boolean {
  const { found, missing } = resolvePaths(paths, cwd);
  const base = realpathSync(cwd);
  const includes = include.length > 0 ? matcher(include, base) : () => true;
  const ignores = matcher(ignore, base);
  const isGiven = (path: string) =>
    missing.includes(path) ||
    found.some(
      ({ path: given, real, accepts }) => isInside(real, path) && accepts(given + path.slice(real.length)),
    );
  return (path) => isGiven(path) && includes(path) && !ignores(path);
}

function pathOfGlob(glob: string, cwd: string): GivenPath | 'irregular' | null {
  const base = resolve(cwd, globBase(glob));
  const parts = toPosix(glob).split('/');
  // Anchored with a slash, as in a shell. Without it, the pattern would match at any depth.
  const pattern = `/${parts.slice(parts.findIndex(isGlob)).join('/')}`;
  return pathAt(base, matcher([pattern], base));
}

function pathAt(path: string, glob?: GivenPath['accepts']): GivenPath | 'irregular' | null {
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
