import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from '../migrations/index';
import { packagedRuntime } from '../migrations/runtime-module';

/**
 * The file for every runtime's module specifier: the project's own copy if there is one, otherwise the
 * package's. All importers get the same file, so that the app has one copy, whether it uses import or
 * require.
 * @param packageRoot the folder of the built package (`dist`)
 * @param platform of the build, as in `process.env.TARO_ENV`; some platforms have a runtime of their own
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
      // A copy without the platform's host does not work there.
      const copy = special && !copyOf(`${runtime}-host.${special}`) ? undefined : copyOf(runtime);
      const file = copy ?? join(packageRoot, 'runtime', `${name}.esm.js`);
      return [...new Set([runtime, name])].map((specifier) => [packagedRuntime(specifier), file]);
    }),
  );
}
