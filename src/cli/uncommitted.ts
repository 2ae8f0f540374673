import { gitState } from '../project/git';
import type { Installation } from '../project/runtime-installation';
import type { FileOutcome } from '../project/types';
import type { Session } from './session';

/** Returns false, after printing the reasons, if git could not give back a file to be written. */
export function mayWrite(
  { args, io, console, text, shown }: Session,
  files: readonly FileOutcome[],
  installation: Installation,
): boolean {
  const existing = installation.writes.filter((write) => write.before !== null);
  const git = gitState(
    [...existing, ...files].map(({ path }) => path),
    io.cwd,
  );
  const dirty = git.dirty.map(({ path, state }) => ({ path: shown(path), state }));
  const refusals = [
    ...git.failed.map(({ top, detail }) => text.gitFailed(shown(top), detail)),
    ...git.unborn.map((top) => text.unborn(shown(top))),
    ...(dirty.length > 0 ? [text.dirty(dirty)] : []),
  ];
  if (refusals.length > 0 && !args.allowDirty) {
    for (const refusal of refusals) console.warn(refusal);
    return false;
  }
  if (git.nested.length > 0) console.warn(text.nestedRepositories(git.nested.map(shown)));
  if (git.hasNone) console.warn(text.noRepository);
  return true;
}
