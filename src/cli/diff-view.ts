import { dirname } from 'node:path';
import { displayPath, isInside } from '../project/paths';
import type { FileOutcome, SupportWrite } from '../project/types';
import type { DiffEntry } from '../report/diff';

/** New files first, in the order in which they would be written. */
export function diffEntries(
  files: readonly FileOutcome[],
  support: readonly SupportWrite[],
  base: string,
): DiffEntry[] {
  const entry = (path: string, before: string | null, after: string): DiffEntry => ({
    path: displayPath(base, path),
    before,
    after,
  });
  return [
    ...support.map((write) => entry(write.path, write.before, write.after)),
    ...files.flatMap((file) =>
      file.change ? [entry(file.path, file.change.before, file.change.after)] : [],
    ),
  ];
}

/** The working directory, or the nearest folder above it that holds everything: a patch cannot lead upwards. */
export function diffBase(paths: readonly string[], cwd: string): string {
  let base = cwd;
  while (dirname(base) !== base && !paths.every((path) => isInside(base, path))) base = dirname(base);
  return base;
}
