import { realpathSync } from 'node:fs';
import { relative } from 'node:path';
import { ask, GitError, realFile, repositoryOf, run, spelling } from './git';
import { toPosix } from './paths';

/** Whether a file has changed, by its absolute path. */
type IsChanged = (path: string) => boolean;

/** Why the changed files are not known. */
export type SinceFailure =
  | { kind: 'no-repository' }
  /** @property detail the message of git; empty if there is no git */
  | { kind: 'git-failed'; detail: string }
  /** @property command fetches the missing commits; undefined if no remote has them */
  | { kind: 'unknown' | 'no-merge-base'; command: string | undefined };

/**
 * The files of the repository in a folder that differ from the last commit shared with `ref`: committed,
 * staged, changed or untracked ones, but none that git ignores.
 */
export function changedSince(cwd: string, ref: string): IsChanged | SinceFailure {
  const repository = repositoryOf(cwd);
  if (repository === null) return { kind: 'no-repository' };
  const top = realpathSync(repository);
  try {
    // Fails if git cannot be asked at all.
    const isShallow = ask(top, ['rev-parse', '--is-shallow-repository'])[0]?.trim() === 'true';
    if (!resolves(top, ref)) return { kind: 'unknown', command: fetchCommand(top, ref, isShallow) };
    const base = run(top, ['merge-base', 'HEAD', ref]).stdout.trim();
    if (base === '') {
      const command = isShallow ? fetchCommand(top, ref, isShallow) : undefined;
      return { kind: 'no-merge-base', command };
    }
    const paths = [
      ...ask(top, ['diff', '--name-only', '-z', '--ignore-submodules=all', base, '--']),
      ...ask(top, ['ls-files', '-z', '--others', '--exclude-standard']),
    ];
    const changed = new Set(paths.map(spelling));
    return (path) => changed.has(spelling(toPosix(relative(top, realFile(path)))));
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return { kind: 'git-failed', detail: error.message };
  }
}

function resolves(top: string, ref: string): boolean {
  return run(top, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]).status === 0;
}

/**
 * The command that fetches a commit with the history that it shares with HEAD. A clone of CI often has a
 * single commit of a single branch, so both ends are named.
 */
function fetchCommand(top: string, ref: string, isShallow: boolean): string | undefined {
  const remotes = run(top, ['remote']).stdout.split('\n').filter(Boolean);
  const remote = remotes.find((name) => ref.startsWith(`${name}/`));
  const branch = remote && ref.slice(remote.length + 1);
  const from = remote ?? remotes[0];
  if (from === undefined || (!branch && !isShallow) || !/^\w[\w./-]*$/.test(ref)) return undefined;
  const wanted = branch ? `+refs/heads/${branch}:refs/remotes/${remote}/${branch}` : ref;
  return isShallow
    ? `git fetch --unshallow ${from} "$(git rev-parse HEAD)" ${wanted}`
    : `git fetch ${from} ${wanted}`;
}
