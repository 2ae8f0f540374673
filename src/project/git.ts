import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { upwards } from './gitignore';
import { errorCode, isInside } from './paths';

interface GitState {
  /** The given files that are tracked and have uncommitted changes. */
  dirty: string[];
  /** Nested repositories, usually submodules, that contain some of the files. */
  nested: string[];
  /** Why git could not answer for some of the files. */
  unknown: 'no-repository' | 'no-git' | 'failed' | null;
  detail: string;
}

/**
 * Asks each repository once, however many files are given.
 * @param cwd working directory; a nested repository that contains it is not reported
 */
export function gitState(files: readonly string[], cwd: string): GitState {
  const state: GitState = { dirty: [], nested: [], unknown: null, detail: '' };
  for (const [top, group] of byRepository(files)) {
    if (top === null) {
      state.unknown ??= 'no-repository';
      continue;
    }
    if (repositoryOf(dirname(top)) !== null && !isInside(top, realpathSync(cwd))) state.nested.push(top);
    const changed = changedFiles(top);
    if (typeof changed === 'string') {
      state.unknown = changed === '' ? 'no-git' : 'failed';
      state.detail = changed;
      continue;
    }
    state.dirty.push(...group.filter((file) => changed.has(spelling(realFile(file)))));
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

function repositoryOf(folder: string): string | null {
  return upwards(folder, (dir) => existsSync(join(dir, '.git'))) ?? null;
}

/**
 * Normalized real paths of the tracked files that differ from the last commit, or the error message of git.
 */
function changedFiles(top: string): Set<string> | string {
  const args = [
    '--no-optional-locks',
    'status',
    '--porcelain=v1',
    '-z',
    '--no-renames',
    '--untracked-files=no',
  ];
  const git = spawnSync('git', ['-C', top, ...args, '--ignore-submodules=all'], {
    encoding: 'utf8',
    env: outsideEnvironment(),
    maxBuffer: 1024 * 1024 * 1024,
  });
  if (git.error) return errorCode(git.error) === 'ENOENT' ? '' : git.error.message;
  if (git.status !== 0) return git.stderr.trim().split('\n')[0] || `git ended with ${git.status}`;
  return new Set(
    git.stdout
      .split('\0')
      .filter(Boolean)
      .map((entry) => spelling(join(top, entry.slice(3)))),
  );
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
function outsideEnvironment(): NodeJS.ProcessEnv {
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, ...rest } = process.env;
  return rest;
}

/**
 * On case-insensitive file systems, a path may differ in case from that in git. Its changes must still be
 * found.
 */
function spelling(path: string): string {
  return /^(win32|darwin)$/.test(process.platform) ? path.toLowerCase() : path;
}

function realFile(file: string): string {
  try {
    return join(realpathSync(dirname(file)), basename(file));
  } catch {
    return file;
  }
}
