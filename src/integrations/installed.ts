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
 * The packages that a build would change if the app imported all of their files: the listed ones, and the
 * dependencies of the app that mention a deprecated API. Their own dependencies are left out.
 */
export function packagesInReach({
  root,
  include = [],
  exclude = [],
  packages = false,
  migrations,
}: ReachOptions): string[] {
  const platform = process.env.TARO_ENV ?? '';
  const names = migrationsFor(platform, migrations, true);
  const needles =
    names.length > 0 ? selectMigrations(names).flatMap((migration) => needlesOf(migration)) : [];
  const reader = new SourceReader(new Prefilter(needles));
  const mentions = (name: string) => {
    for (const file of everySource(packageFolder(name, root)))
      if (reader.read(file).kind !== 'miss') return true;
    return false;
  };
  const dependencies = Object.keys(readPackageJson(root)?.dependencies ?? {}).filter((name) =>
    isDependency(root, name),
  );
  const unlisted = packages && names.length > 0 ? dependencies.filter(loadsAfterTaro).filter(mentions) : [];
  const ofTaro = packagesOfTaro(platform, migrations).filter((name) => isInstalled(name, root));
  return [...new Set([...packagesOf(include), ...ofTaro, ...unlisted])].filter(
    (name) => !exclude.includes(name),
  );
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
