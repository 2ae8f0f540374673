import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from '../migrations';

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
  return Object.fromEntries(
    migrations.flatMap(({ runtime, platforms = [] }) => {
      if (!runtime) return [];
      const own = platforms.find((name) => name === platform);
      const copies = ['.ts', '.js'].map((extension) =>
        join(sourceRoot, 'taro-modernize', `${runtime}${own ? `.${own}` : ''}${extension}`),
      );
      const name = own ? `${runtime}-${own}` : runtime;
      const file = copies.find((copy) => existsSync(copy)) ?? join(packageRoot, 'runtime', `${name}.esm.js`);
      return [...new Set([runtime, name])].map((specifier) => [`taro-modernize/runtime/${specifier}`, file]);
    }),
  );
}
