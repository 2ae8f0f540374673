import { resolve } from 'node:path';
import { migrationsFor, packagesOfTaro } from '../migrations/index';
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
  /** What stays unchanged: names of packages, or globs as in .gitignore, relative to the root. */
  exclude?: readonly string[];
  /**
   * Whether to rewrite installed packages that `include` does not list: all or none. Default: only those of Taro
   * that a migration names.
   */
  packages?: boolean;
  /** The packages of Taro's plugins, which can add code to an app. */
  plugins?: readonly string[];
  /** Names of the migrations to run. Default: all. */
  migrations?: readonly string[];
}

/** Whether all migrations run on a module, or only those for installed packages that the user has not listed. */
export type Reach = 'listed' | 'unlisted';

/** @returns a function that decides, by the absolute path of its file, whether to rewrite a module */
export function reach({
  root,
  sourceRoot,
  include = [],
  exclude = [],
  packages,
  plugins = [],
  migrations,
}: ReachOptions): (path: string) => Reach | undefined {
  const platform = process.env.TARO_ENV ?? '';
  const folders = include.filter(isPath).map((folder) => resolve(root, folder));
  const listed = new Set(packagesOf(include));
  const ofTaro = new Set(packages === false ? [] : packagesOfTaro(platform, migrations));
  const coversAll = packages === true && migrationsFor(platform, migrations, true).length > 0;
  const isExcluded = exclude.length > 0 ? matcher(exclude, root) : () => false;
  const isNamed = (path: string, owner: string | undefined) =>
    folders.some((folder) => isInside(folder, path) && packageOf(folder) === owner);
  return (path) => {
    const owner = packageOf(path);
    if (isExcluded(path) || (owner !== undefined && exclude.includes(owner))) return undefined;
    const isOwn = owner === undefined ? !sourceRoot || isInside(sourceRoot, path) : listed.has(owner);
    if (isOwn || isNamed(path, owner)) return 'listed';
    if (owner === undefined) return undefined;
    return ofTaro.has(owner) || (coversAll && loadsAfterTaro(owner, plugins)) ? 'unlisted' : undefined;
  };
}

/** Whether a package can import a runtime. Packages and plugins of Taro may load before Taro is ready. */
export function loadsAfterTaro(name: string, plugins: readonly string[] = []): boolean {
  return !name.startsWith('@tarojs/') && name !== 'taro-modernize' && !plugins.includes(name);
}

/** The installed packages of the plugins and presets in Taro's configuration: a name or a path, also with options. */
export function pluginPackages({ plugins = [], presets = [] }: TaroPlugins): string[] {
  return [...plugins, ...presets].flatMap((entry) => {
    const name: unknown = Array.isArray(entry) ? entry[0] : entry;
    if (typeof name !== 'string') return [];
    return packageOf(`node_modules/${name}`) ?? [];
  });
}

/** The part of Taro's configuration that lists plugins. */
interface TaroPlugins {
  plugins?: readonly unknown[];
  presets?: readonly unknown[];
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
