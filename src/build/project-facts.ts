import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from '../migrations';

/**
 * The file behind every runtime's module specifier: the project's own copy where it has one, else the
 * package's. One file for every importer, so that the app gets one copy, whatever it imports or requires.
 * @param packageRoot The folder of the built package (`dist`).
 */
export function runtimeFiles(sourceRoot: string, packageRoot: string): Record<string, string> {
  return Object.fromEntries(
    [...new Set(migrations.flatMap(({ runtime }) => runtime ?? []))].map((runtime) => {
      const copies = ['.ts', '.js'].map((extension) =>
        join(sourceRoot, 'taro-modernize', `${runtime}${extension}`),
      );
      const file =
        copies.find((copy) => existsSync(copy)) ?? join(packageRoot, 'runtime', `${runtime}.esm.js`);
      return [`taro-modernize/runtime/${runtime}`, file];
    }),
  );
}
