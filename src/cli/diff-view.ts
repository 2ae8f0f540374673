import { dirname } from 'node:path';
import { displayPath, isInside } from '../project/paths';
import { printable } from '../project/printable';
import type { Installation } from '../project/runtime-installation';
import type { FileOutcome } from '../project/types';
import { type DiffEntry, unifiedDiff } from '../report/diff';
import { quote } from '../report/text/en';
import type { Session } from './session';

/**
 * The diff of the changes, and then of what they need beside them. On a terminal a new runtime is only named: its
 * hundreds of lines are the same in every project, and would hide what was changed.
 */
export function diffText(
  { io, console, text }: Session,
  files: readonly FileOutcome[],
  installation: Installation,
): Promise<string> {
  const base = diffBase(files, installation, io.cwd);
  const entry = (path: string, before: string | null, after: string | null): DiffEntry => ({
    path: displayPath(base, path),
    before,
    after,
  });
  const entries = [
    ...files.flatMap((file) =>
      file.change ? [entry(file.path, file.change.before, file.change.after)] : [],
    ),
    ...installation.writes.map((write): DiffEntry => {
      const isNamed = io.stdout.isTTY === true && write.kind === 'runtime' && write.before === null;
      const lines = (write.after ?? '').split('\n').length - 1;
      return {
        ...entry(write.path, write.before, write.after),
        ...(isNamed && { instead: text.newRuntime(lines) }),
      };
    }),
  ];
  return unifiedDiff(entries, console.dataColors);
}

export async function printDiff(
  session: Session,
  files: readonly FileOutcome[],
  installation: Installation,
): Promise<void> {
  const { io, console, text } = session;
  console.data(await diffText(session, files, installation));
  const base = diffBase(files, installation, io.cwd);
  if (base !== io.cwd) console.say(text.diffBase(printable(base), `git -C ${quote(base)} apply`));
}

/** The working directory, or the nearest folder above it that holds everything: a patch cannot lead upwards. */
function diffBase(files: readonly FileOutcome[], installation: Installation, cwd: string): string {
  const paths = [...files, ...installation.writes].map(({ path }) => path);
  let base = cwd;
  while (dirname(base) !== base && !paths.every((path) => isInside(base, path))) base = dirname(base);
  return base;
}
