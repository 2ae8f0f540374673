import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The entries of `exports` in package.json. A pattern with conditional targets (`./runtime/*`) is expanded to
 * one entry per built file. `null` targets are excluded from patterns.
 * @returns {[subpath: string, target: unknown][]}
 */
export function entries() {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return Object.entries(exports).flatMap(([subpath, target]) => {
    if (target === null) return [];
    if (!subpath.includes('*') || typeof target === 'string') return [[subpath, target]];
    const pattern = target.module.default;
    const [before, after] = pattern.slice(dirname(pattern).length + 1).split('*');
    const names = readdirSync(join(root, dirname(pattern)))
      .filter((file) => file.startsWith(before) && file.endsWith(after))
      .map((file) => file.slice(before.length, file.length - after.length));
    return names
      .sort()
      .map((name) => [subpath.replace('*', name), JSON.parse(JSON.stringify(target).replaceAll('*', name))]);
  });
}
