import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { migrations } from '../engine';

/** Major version of the Taro that a project has installed; 4 where none can be found. */
export function installedTaroVersion(appPath: string): number {
  try {
    const manifest = createRequire(join(appPath, 'package.json')).resolve('@tarojs/taro/package.json');
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version?: string };
    return Number.parseInt(version ?? '', 10) || 4;
  } catch {
    return 4;
  }
}

/**
 * The file behind every runtime's module specifier: the project's own copy where it has one, else the
 * package's. One file for every importer, so that the app gets one copy, whatever it imports or requires.
 * @param packageRoot The folder of the built package (`dist`).
 */
export function runtimeFiles(sourceRoot: string, packageRoot: string): Record<string, string> {
  return Object.fromEntries(
    migrations.map(({ runtime }) => {
      const copies = ['.ts', '.js'].map((extension) =>
        join(sourceRoot, 'taro-modernize', `${runtime}${extension}`),
      );
      const file =
        copies.find((copy) => existsSync(copy)) ?? join(packageRoot, 'runtime', `${runtime}.esm.js`);
      return [`taro-modernize/runtime/${runtime}`, file];
    }),
  );
}
