import { resolve } from 'node:path';
import { possibleTypos, Unmatched } from '../project/globs';
import { everySource } from '../project/walk';
import { isInstalled, packageFolder } from './installed';
import { unmatchedMessages } from './messages';
import { isPath, type ReachOptions } from './reach';

/** A search for the files that such a glob matches would take as long as the build. */
const IN_PACKAGES = /(^|\/)node_modules\//;

/**
 * Messages about entries of `include` and `exclude` that match no source file. Checked on disk rather than in
 * the build, because in watch mode or with a cache a build does not see all of its modules.
 */
export function unmatchedEntries({ root, sourceRoot, include = [], exclude = [] }: ReachOptions): string[] {
  const folderOf = (entry: string) => (isPath(entry) ? resolve(root, entry) : packageFolder(entry, root));
  const globs = exclude.filter((entry) => !isInstalled(entry, root) && !IN_PACKAGES.test(entry));
  const unmatched = new Unmatched(possibleTypos(globs, root), root);
  const missing = include.filter((entry) => isEmpty(everySource(folderOf(entry))));
  for (const folder of [sourceRoot ?? root, ...include.map(folderOf)]) {
    if (unmatched.globs.length === 0) break;
    for (const file of everySource(folder)) unmatched.see(file);
  }
  return unmatchedMessages(missing, unmatched.globs);
}

function isEmpty(files: Iterable<string>): boolean {
  for (const _ of files) return false;
  return true;
}
