import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from '../migrations/index';
import { packagedRuntime } from '../migrations/runtime-module';

/**
 * The file behind every runtime's module specifier: the project's own copy where it has one, else the
 * package's. One file for every importer, so that the app gets one copy, whatever it imports or requires.
 * @param packageRoot The folder of the built package (`dist`).
 * @param platform What is built for, as in `process.env.TARO_ENV`: some have a runtime of their own.
 */
export function runtimeFiles(
  sourceRoot: string,
  packageRoot: string,
  platform = process.env.TARO_ENV,
): Record<string, string> {
  const copyOf = (name: string) =>
    ['.ts', '.js']
      .map((ending) => join(sourceRoot, 'taro-modernize', name + ending))
      .find((path) => existsSync(path));
  return Object.fromEntries(
    migrations.flatMap(({ runtime: own }) => {
      if (!own) return [];
      const { name: runtime, platforms = [] } = own;
      const special = platforms.find((name) => name === platform);
      const name = special ? `${runtime}-${special}` : runtime;
      // A copy without the platform's host does not work there. Version 0.1.0 copied a whole runtime for each platform.
      const copy = special
        ? (copyOf(`${runtime}.${special}`) ?? (copyOf(`${runtime}-host.${special}`) && copyOf(runtime)))
        : copyOf(runtime);
      const file = copy ?? join(packageRoot, 'runtime', `${name}.esm.js`);
      return [...new Set([runtime, name])].map((specifier) => [packagedRuntime(specifier), file]);
    }),
  );
}
