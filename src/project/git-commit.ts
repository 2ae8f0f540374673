import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { outsideEnvironment, realFile, repositoriesOf } from './git';
import { toPosix } from './paths';

/** Why a run cannot commit, with the details for the message. */
export type CommitObstacle =
  | { kind: 'repositories'; tops: readonly string[] }
  | { kind: 'unclean'; paths: readonly string[] }
  | { kind: 'unfinished'; operation: string }
  | { kind: 'failed'; detail: string };

/** Operations of git whose next commit is theirs. */
const OPERATIONS = { MERGE_HEAD: 'merge', CHERRY_PICK_HEAD: 'cherry-pick', REVERT_HEAD: 'revert' } as const;

/** Why these files cannot be committed step by step, or `null` if they can. */
export function committable(files: readonly string[]): CommitObstacle | null {
  const tops = repositoriesOf(files);
  const [top] = tops;
  if (tops.length !== 1 || typeof top !== 'string')
    return { kind: 'repositories', tops: tops.filter((one) => one !== null) };
  const unfinished = Object.entries(OPERATIONS).find(([head]) => existsSync(gitPath(top, head)));
  if (unfinished) return { kind: 'unfinished', operation: unfinished[1] };
  const paths = uncommitted(top);
  if (paths.length > 0) return { kind: 'unclean', paths };
  // Without a name and an address, git would fail after files are written.
  const author = git(top, ['var', 'GIT_AUTHOR_IDENT']);
  return author.status === 0 ? null : { kind: 'failed', detail: author.output };
}

/** The result of a commit. `changed` names the files that are not what the run wrote, or not committed. */
export type Committed =
  | { kind: 'committed'; id: string; changed: string[]; isClean: boolean }
  | { kind: 'failed'; output: string };

/**
 * Commits files with the hooks of the repository.
 * @param texts the files by absolute path, with their texts
 */
export function commitFiles(top: string, texts: ReadonlyMap<string, string>, message: string): Committed {
  for (const some of commands([...texts.keys()].map((path) => toPosix(relative(top, realFile(path)))))) {
    // The code that imports a runtime is committed, so an ignored runtime has to be too.
    const added = git(top, ['--literal-pathspecs', 'add', '--force', '--', ...some]);
    if (added.status !== 0) return { kind: 'failed', output: added.output };
  }
  const made = git(top, ['commit', '--quiet', '-F', '-'], message);
  if (made.status !== 0) return { kind: 'failed', output: made.output };
  const left = uncommitted(top);
  const rewritten = [...texts].filter(([path, text]) => !hasText(path, text)).map(([path]) => path);
  const changed = [...new Set([...rewritten, ...left])];
  const id = git(top, ['rev-parse', '--short', 'HEAD']).output;
  return { kind: 'committed', id, changed, isClean: left.length === 0 };
}

/** The file for the message of a commit that the user makes. */
export function messageFile(top: string): string {
  return gitPath(top, 'TARO_MODERNIZE_MSG');
}

/** A file in the folder of git, which is elsewhere in a linked worktree. */
function gitPath(top: string, name: string): string {
  return resolve(top, git(top, ['rev-parse', '--git-path', name]).output);
}

/** Absolute paths of the tracked files with changes. */
function uncommitted(top: string): string[] {
  const args = ['status', '--porcelain=v1', '-z', '--no-renames', '--untracked-files=no'];
  const { stdout } = git(top, [...args, '--ignore-submodules=all']);
  return stdout
    .split('\0')
    .filter(Boolean)
    .map((entry) => resolve(top, entry.slice(3)));
}

function hasText(path: string, text: string): boolean {
  try {
    return readFileSync(path, 'utf8') === text;
  } catch {
    return false;
  }
}

/** Windows allows 32,767 characters in a command. */
const COMMAND_LENGTH = 24_000;

/** The paths for one command each. */
function commands(paths: readonly string[]): string[][] {
  const all: string[][] = [[]];
  let length = 0;
  for (const path of paths) {
    length += path.length + 3;
    if (length > COMMAND_LENGTH) {
      all.push([]);
      length = path.length;
    }
    all.at(-1)!.push(path);
  }
  return all;
}

/** @param input what git reads from stdin */
function git(top: string, args: readonly string[], input = '') {
  const { status, stdout, stderr, error } = spawnSync('git', ['-C', top, ...args], {
    encoding: 'utf8',
    env: outsideEnvironment(),
    input,
    maxBuffer: 1024 * 1024 * 1024,
  });
  return { status, stdout, output: error ? error.message : `${stdout}${stderr}`.trim() };
}
