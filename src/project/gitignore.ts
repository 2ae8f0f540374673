import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { toPosix } from './paths';

const FILE = '.gitignore';
// Like git: case matters, except on file systems where it does not.
const settings = { ignoreCase: process.platform === 'win32' || process.platform === 'darwin' };

const FORGET_EVERY = 2000;

/**
 * The rules for one folder: those of every .gitignore from the repository root down to it, as one list in
 * git's order. The last match wins, so a nested file can re-include what an outer one excludes.
 */
export class IgnoreRules {
  #asked = 0;
  readonly #candidates: RegExp | null;
  /**
   * Where the rest of a path begins after the base. The root of a file system already ends with a separator.
   */
  readonly #below: number;

  private constructor(
    private readonly base: string,
    private rules: Ignore,
    private readonly lines: readonly string[],
  ) {
    this.#candidates = lastNames(lines);
    this.#below = base.endsWith(sep) ? base.length : base.length + 1;
  }

  static none(base: string): IgnoreRules {
    return new IgnoreRules(base, ignore(settings), []);
  }

  /** The rules for `folder` from its parent folders. The walk reads its own .gitignore. */
  static above(folder: string): IgnoreRules {
    const base = repositoryTop(folder) ?? packageTop(folder) ?? folder;
    let found = IgnoreRules.none(base).with(join(base, '.git', 'info', 'exclude'), base);
    const names = relative(base, folder).split(sep).filter(Boolean);
    let current = base;
    for (const name of names) {
      found = found.with(join(current, FILE), current);
      current = join(current, name);
    }
    // A folder given by name is searched even if the rules exclude it.
    return folder !== base && found.#decide(folder, true) ? IgnoreRules.none(folder) : found;
  }

  /** These rules plus those of the folder's own .gitignore. */
  inside(folder: string): IgnoreRules {
    return this.with(join(folder, FILE), folder);
  }

  /** @param name the last part of the path; its parent folders must have been checked already */
  ignores(path: string, name: string, isFolder: boolean): boolean {
    return (this.#candidates?.test(name) ?? false) && this.#decide(path, isFolder);
  }

  #decide(path: string, isFolder: boolean): boolean {
    // The package caches every result. A fresh copy from time to time frees that memory in a large tree.
    if (++this.#asked % FORGET_EVERY === 0) this.rules = ignore(settings).add(this.rules);
    const way = toPosix(path.slice(this.#below));
    return this.rules.ignores(isFolder ? `${way}/` : way);
  }

  private with(file: string, folder: string): IgnoreRules {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      return this;
    }
    const prefix = toPosix(relative(this.base, folder));
    const lines = text
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/)
      .map((line) => rebase(line, prefix));
    return new IgnoreRules(this.base, ignore(settings).add(this.rules).add(lines), [...this.lines, ...lines]);
  }
}

/**
 * A pattern that the last part of a path must match for any rule to apply. This fast check avoids the slow
 * one for almost all paths. `null` without rules.
 */
function lastNames(lines: readonly string[]): RegExp | null {
  const parts = new Set<string>();
  for (const line of lines) {
    const rule = line.replace(/\r?$/, '').trimEnd().replace(/\/$/, '');
    if (rule === '' || rule.startsWith('#')) continue;
    const last = rule.slice(rule.lastIndexOf('/') + 1).replace(/^!/, '');
    // Character classes and escapes are left to the package, so such a rule may match anything.
    if (/[[\]\\]/.test(last)) return /^/;
    parts.add(
      last
        .replace(/[.+^${}()|]/g, '\\$&')
        .replace(/\*+/g, '.*')
        .replace(/\?/g, '.'),
    );
  }
  return parts.size === 0
    ? null
    : new RegExp(`^(?:${[...parts].join('|')})$`, settings.ignoreCase ? 'is' : 's');
}

/** Rewrites a rule of a nested file as an equivalent rule for the root. */
function rebase(line: string, prefix: string): string {
  if (prefix === '' || line === '' || line.startsWith('#') || /^!? *$/.test(line)) return line;
  const negated = line.startsWith('!');
  const body = negated ? line.slice(1) : line.replace(/^\\(?=[#!])/, '');
  const anchored = body.replace(/ +$/, '').slice(0, -1).includes('/');
  const folder = prefix.replace(/[\\*?[\]]/g, '\\$&');
  const rule = anchored ? `/${folder}/${body.replace(/^\//, '')}` : `/${folder}/**/${body}`;
  return negated ? `!${rule}` : rule;
}

function repositoryTop(folder: string): string | undefined {
  return upwards(folder, (dir) => existsSync(join(dir, '.git')));
}

/** Without a repository, the project's own rules still tell which files are built and written. */
function packageTop(folder: string): string | undefined {
  return upwards(folder, (dir) => existsSync(join(dir, 'package.json')));
}

/** The closest folder, starting with `from` and going up, that passes the test. */
export function upwards(from: string, test: (folder: string) => boolean): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (test(folder)) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}
