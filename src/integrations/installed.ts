import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { migrationsFor, needlesOf, packagesOfTaro, selectMigrations } from '../migrations/index';
import { Prefilter } from '../migrations/prefilter';
import { upwards } from '../project/gitignore';
import { isDependency, readPackageJson } from '../project/package-json';
import { SourceReader } from '../project/read-source';
import { everySource } from '../project/walk';
import { loadsAfterTaro, packagesOf, type ReachOptions } from './reach';

/**
 * The packages that a build rewrites if the app imports them: the listed ones, and the dependencies of the app that
 * mention a deprecated API. Without packages that only other packages import.
 */
export function packagesInReach(options: ReachOptions): string[] {
  const { include = [], exclude = [], packages } = options;
  const unlisted = packages === false ? [] : [...ofTaro(options), ...mentioning(options)];
  return [...new Set([...packagesOf(include), ...unlisted])].filter((name) => !exclude.includes(name));
}

function ofTaro({ root, migrations }: ReachOptions): string[] {
  const names = packagesOfTaro(process.env.TARO_ENV ?? '', migrations);
  return names.filter((name) => isInstalled(name, root));
}

/** The dependencies of the app with a file that mentions an API of the migrations for unlisted packages. */
function mentioning({ root, migrations, plugins }: ReachOptions): string[] {
  const names = migrationsFor(process.env.TARO_ENV ?? '', migrations, true);
  if (names.length === 0) return [];
  const prefilter = new Prefilter(selectMigrations(names).flatMap((migration) => needlesOf(migration)));
  const reader = new SourceReader(() => prefilter);
  const isHit = (file: string) => reader.read(file).kind !== 'miss';
  return Object.keys(readPackageJson(root)?.dependencies ?? {})
    .filter((name) => loadsAfterTaro(name, plugins) && isDependency(root, name))
    .filter((name) => [...everySource(packageFolder(name, root))].some(isHit));
}

/** Whether the app can import a package. */
export function isInstalled(name: string, root: string): boolean {
  return existsSync(packageFolder(name, root));
}

/** Workspaces install packages in their root. */
export function packageFolder(name: string, root: string): string {
  const own = (folder: string) => join(folder, 'node_modules', name);
  return own(upwards(root, (folder) => existsSync(own(folder))) ?? root);
}
