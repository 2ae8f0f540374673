import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { upwards } from './gitignore';
import { errorCode, isInside, toPosix } from './paths';

/** Why git could not give a file back. */
export type Unrestorable = 'modified' | 'untracked' | 'assume-unchanged' | 'skip-worktree';

interface GitState {
  /** The given files that git could not give back. */
  dirty: { path: string; state: Unrestorable }[];
  /** Repositories without a commit. */
  unborn: string[];
  /** Repositories that git cannot be asked about, with its error message; empty if there is no git. */
  failed: { top: string; detail: string }[];
  /** Nested repositories, usually submodules, that contain some of the files. */
  nested: string[];
  /** Whether some of the files are in no repository. */
  hasNone: boolean;
}

/**
 * Asks each repository about the given files only.
 * @param cwd working directory; a nested repository that contains it is not reported
 */
export function gitState(files: readonly string[], cwd: string): GitState {
  const state: GitState = { dirty: [], unborn: [], failed: [], nested: [], hasNone: false };
  for (const [top, group] of byRepository(files)) {
    if (top === null) {
      state.hasNone = true;
      continue;
    }
    if (repositoryOf(dirname(top)) !== null && !isInside(top, realpathSync(cwd))) state.nested.push(top);
    try {
      const dirty = dirtyFiles(top, group);
      if (dirty.length > 0 && !hasCommit(top)) state.unborn.push(top);
      else state.dirty.push(...dirty);
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      state.failed.push({ top, detail: error.message });
    }
  }
  return state;
}

function byRepository(files: readonly string[]): Map<string | null, string[]> {
  const tops = new Map<string, string | null>();
  const groups = new Map<string | null, string[]>();
  for (const file of files) {
    const folder = dirname(realFile(file));
    let top = tops.get(folder);
    if (top === undefined) {
      top = repositoryOf(folder);
      tops.set(folder, top);
    }
    const group = groups.get(top);
    if (group) group.push(file);
    else groups.set(top, [file]);
  }
  return groups;
}

/** The top folders of the repositories that contain some of the files; `null` for files in no repository. */
export function repositoriesOf(files: readonly string[]): (string | null)[] {
  return [...byRepository(files).keys()];
}

/** The top folder of the repository that contains a folder. */
export function repositoryOf(folder: string): string | null {
  return upwards(folder, (dir) => existsSync(join(dir, '.git'))) ?? null;
}

function dirtyFiles(top: string, files: readonly string[]): GitState['dirty'] {
  const paths = files.map((file) => toPosix(relative(top, realFile(file))));
  const modified = new Set<string>();
  const tags = new Map<string, string>();
  for (const some of pathspecs(paths)) {
    const status = ['status', '--porcelain=v1', '-z', '--no-renames', '--untracked-files=no'];
    for (const entry of ask(top, [...status, '--ignore-submodules=all', '--', ...some]))
      modified.add(spelling(entry.slice(3)));
    for (const entry of ask(top, ['ls-files', '--full-name', '-v', '-z', '--', ...some]))
      tags.set(spelling(entry.slice(2)), entry[0]!);
  }
  return files.flatMap((path, index) => {
    const name = spelling(paths[index]!);
    const state = modified.has(name) ? 'modified' : stateOf(tags.get(name));
    return state === null ? [] : [{ path, state }];
  });
}

/** @param tag the letter of `git ls-files -v`; none for a file that git does not track */
function stateOf(tag: string | undefined): Unrestorable | null {
  if (tag === undefined) return 'untracked';
  if (tag.toUpperCase() === 'S') return 'skip-worktree';
  return tag === tag.toUpperCase() ? null : 'assume-unchanged';
}

/** Windows allows 32,767 characters in a command. */
const COMMAND_LENGTH = 24_000;

/** The paths for one command each. Asking about everything is faster than many commands. */
function pathspecs(paths: readonly string[]): string[][] {
  // A path that begins with a colon would have a special meaning.
  const specs = paths.map((path) => `./${path}`);
  return specs.join(' ').length <= COMMAND_LENGTH ? [specs] : [['.']];
}

function hasCommit(top: string): boolean {
  return run(top, ['rev-parse', '--verify', '--quiet', 'HEAD']).status === 0;
}

/** The message of git, or an empty one if it cannot be started. */
export class GitError extends Error {}

/**
 * The entries of an answer.
 * @throws {GitError}
 */
export function ask(top: string, args: readonly string[]): string[] {
  const git = run(top, args);
  if (git.error) throw new GitError(errorCode(git.error) === 'ENOENT' ? '' : git.error.message);
  if (git.status !== 0) throw new GitError(git.stderr.trim().split('\n')[0] || `exit code ${git.status}`);
  return git.stdout.split('\0').filter(Boolean);
}

/** Runs git in a repository. */
export function run(top: string, args: readonly string[]) {
  const pathspec = ['--noglob-pathspecs', ...(ignoresCase() ? ['--icase-pathspecs'] : [])];
  return spawnSync('git', ['-C', top, ...pathspec, ...args], {
    encoding: 'utf8',
    env: { ...outsideEnvironment(), GIT_OPTIONAL_LOCKS: '0' },
    maxBuffer: 1024 * 1024 * 1024,
  });
}

/** Absolute paths of the files in a folder that git tracks although a .gitignore excludes them. */
export function trackedThoughIgnored(folder: string): string[] {
  if (repositoryOf(folder) === null) return [];
  const args = ['-C', folder, 'ls-files', '-z', '--cached', '--ignored', '--exclude-standard'];
  const git = spawnSync('git', args, {
    encoding: 'utf8',
    env: outsideEnvironment(),
    maxBuffer: 1024 * 1024 * 1024,
  });
  return git.status === 0
    ? git.stdout
        .split('\0')
        .filter(Boolean)
        .map((path) => join(folder, path))
    : [];
}

/** In a git hook, these variables point to the hook's repository and take precedence over `-C`. */
export function outsideEnvironment(): NodeJS.ProcessEnv {
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, ...rest } = process.env;
  return rest;
}

/**
 * On case-insensitive file systems, a path may differ in case from that in git. Its changes must still be
 * found.
 */
export function spelling(path: string): string {
  return ignoresCase() ? path.normalize().toLowerCase() : path;
}

function ignoresCase(): boolean {
  return /^(win32|darwin)$/.test(process.platform);
}

/** A path whose folder is resolved, as git reports it. The file itself may be a link. */
export function realFile(file: string): string {
  try {
    return join(realpathSync(dirname(file)), basename(file));
  } catch {
    return file;
  }
}
