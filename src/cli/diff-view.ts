import { dirname } from 'node:path';
import { displayPath, isInside } from '../project/paths';
import { printable } from '../project/printable';
import type { Installation } from '../project/runtime-installation';
import type { FileOutcome } from '../project/types';
import { type DiffEntry, unifiedDiff } from '../report/diff';
import { quote } from '../report/text/en';
import type { Target } from './console';
import type { Session } from './session';

/**
 * The diff of the changes, followed by added files.
 * @param target where it is shown. In a terminal, copied runtimes are only named, because their thousands of
 * lines are the same in every project and would hide the changes
 */
export function diffOf(
  session: Session,
  files: readonly FileOutcome[],
  installation: Installation,
  { output, colors }: Target,
): AsyncIterable<string> {
  const isShort = output.isTTY === true && !session.args.verbose;
  return unifiedDiff(entriesOf(session, files, installation, isShort), colors);
}

/** One at a time, because each holds the texts of a file. */
function* entriesOf(
  { io, text }: Session,
  files: readonly FileOutcome[],
  installation: Installation,
  isShort: boolean,
): Generator<DiffEntry> {
  const base = diffBase(files, installation, io.cwd);
  for (const { path, change } of files) {
    if (change) yield { path: displayPath(base, path), before: change.before, after: change.after };
  }
  for (const { path, kind, before, after } of installation.writes) {
    const lines = after.split('\n').length - 1;
    yield {
      path: displayPath(base, path),
      before,
      after,
      instead: isShort && kind === 'runtime' ? text.copiedRuntime(lines, before === null) : undefined,
    };
  }
}

export async function printDiff(
  session: Session,
  files: readonly FileOutcome[],
  installation: Installation,
): Promise<void> {
  const { io, console, text } = session;
  for await (const part of diffOf(session, files, installation, console.result)) console.data(part);
  const base = diffBase(files, installation, io.cwd);
  if (base !== io.cwd) console.say(text.diffBase(printable(base), `git -C ${quote(base)} apply`));
}

/**
 * The working directory, or the closest parent folder that contains all changed files, because a patch cannot
 * refer to parent folders.
 */
function diffBase(files: readonly FileOutcome[], installation: Installation, cwd: string): string {
  const paths = [...files, ...installation.writes].map(({ path }) => path);
  let base = cwd;
  while (dirname(base) !== base && !paths.every((path) => isInside(base, path))) base = dirname(base);
  return base;
}
