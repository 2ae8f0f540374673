import { gitState } from '../project/git';
import type { Installation } from '../project/runtime-installation';
import type { FileOutcome } from '../project/types';
import type { Session } from './session';

/** Returns false, after printing the reason, if a file to be written has uncommitted changes. */
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
  if (git.dirty.length > 0 && !args.allowDirty) {
    console.warn(text.dirty(git.dirty.map(shown)));
    return false;
  }
  if (git.nested.length > 0) console.warn(text.nestedRepositories(git.nested.map(shown)));
  if (git.unknown === 'no-repository') console.warn(text.noRepository);
  if (git.unknown === 'no-git') console.warn(text.noGit);
  if (git.unknown === 'failed') console.warn(text.gitFailed(git.detail));
  return true;
}
