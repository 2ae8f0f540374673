import { resolve } from 'node:path';
import { packagesFor } from '../migrations/index';
import { matcher } from '../project/globs';
import { isInside, toPosix } from '../project/paths';

/** Which modules of an app a build rewrites. */
export interface ReachOptions {
  /** Absolute folder to which paths and globs are relative. */
  root: string;
  /** Absolute path of the app's own sources. Default: everything except installed packages. */
  sourceRoot?: string;
  /** What to rewrite besides the sources: names of packages (`some-lib`), or folders (`../shared/src`). */
  include?: readonly string[];
  /** Files that stay unchanged: globs as in .gitignore, relative to the root. */
  exclude?: readonly string[];
  /** Names of the migrations to run. Default: all. */
  migrations?: readonly string[];
}

/** @returns a function that says, for the absolute path of a module's file, whether to rewrite it */
export function reach({
  root,
  sourceRoot,
  include = [],
  exclude = [],
  migrations,
}: ReachOptions): (path: string) => boolean {
  const folders = include.filter(isPath).map((folder) => resolve(root, folder));
  const packages = new Set([...packagesOf(include), ...packagesFor(process.env.TARO_ENV ?? '', migrations)]);
  const isExcluded = exclude.length > 0 ? matcher(exclude, root) : () => false;
  const isNamed = (path: string, owner: string | undefined) =>
    folders.some((folder) => isInside(folder, path) && packageOf(folder) === owner);
  return (path) => {
    const owner = packageOf(path);
    const isOwn = owner === undefined ? !sourceRoot || isInside(sourceRoot, path) : packages.has(owner);
    return (isOwn || isNamed(path, owner)) && !isExcluded(path);
  };
}

/** The entries of `include` that name packages. */
export function packagesOf(include: readonly string[]): string[] {
  return include.filter((entry) => !isPath(entry));
}

export function isPath(entry: string): boolean {
  return /^(\.{0,2}[\\/]|\.{1,2}$|[A-Za-z]:[\\/])/.test(entry);
}

/** The package that contains an installed file: the innermost one, with its real name in pnpm's store. */
export function packageOf(path: string): string | undefined {
  const parts = toPosix(path).split('/');
  const at = parts.lastIndexOf('node_modules');
  if (at < 0) return undefined;
  const name = parts[at + 1] ?? '';
  return name.startsWith('@') ? `${name}/${parts[at + 2]}` : name;
}
