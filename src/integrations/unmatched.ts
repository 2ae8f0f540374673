import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { upwards } from '../project/gitignore';
import { possibleTypos, Unmatched } from '../project/globs';
import { everySource } from '../project/walk';
import { unmatchedMessages } from './messages';
import { isPath, type ReachOptions } from './reach';

/**
 * Messages about entries of `include` and `exclude` that match no source file. Checked on disk rather than in
 * the build, because in watch mode or with a cache a build does not see all of its modules.
 */
export function unmatchedEntries({ root, sourceRoot, include = [], exclude = [] }: ReachOptions): string[] {
  const folderOf = (entry: string) => (isPath(entry) ? resolve(root, entry) : packageFolder(entry, root));
  const unmatched = new Unmatched(possibleTypos(exclude, root), root);
  const missing = include.filter((entry) => isEmpty(everySource(folderOf(entry))));
  for (const folder of [sourceRoot ?? root, ...include.map(folderOf)]) {
    if (unmatched.globs.length === 0) break;
    for (const file of everySource(folder)) unmatched.see(file);
  }
  return unmatchedMessages(missing, unmatched.globs);
}

/** The included packages that the app can import. */
export function installed(names: readonly string[], root: string): string[] {
  return names.filter((name) => existsSync(packageFolder(name, root)));
}

/** Workspaces install packages in their root. */
function packageFolder(name: string, root: string): string {
  const own = (folder: string) => join(folder, 'node_modules', name);
  return own(upwards(root, (folder) => existsSync(own(folder))) ?? root);
}

function isEmpty(files: Iterable<string>): boolean {
  for (const _ of files) return false;
  return true;
}
