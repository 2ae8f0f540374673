import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { toPosix } from './paths';

const FILE = '.gitignore';
// git's own default: case matters, except on file systems where it does not.
const settings = { ignoreCase: process.platform === 'win32' || process.platform === 'darwin' };

/**
 * The rules in force in one folder: those of every .gitignore from the top of the repository down to it, as one
 * list in git's order (the last match decides), so that a nested file can take back what an outer one excludes.
 */
export class IgnoreRules {
  private constructor(
    private readonly base: string,
    private readonly rules: Ignore,
    private readonly empty: boolean,
  ) {}

  static none(base: string): IgnoreRules {
    return new IgnoreRules(base, ignore(settings), true);
  }

  /** Rules that hold for `folder` from outside: its own .gitignore is read by the walk. */
  static above(folder: string): IgnoreRules {
    const base = repositoryTop(folder) ?? packageTop(folder) ?? folder;
    let found = IgnoreRules.none(base).with(join(base, '.git', 'info', 'exclude'), base);
    const names = relative(base, folder).split(/[\\/]/).filter(Boolean);
    let current = base;
    for (const name of names) {
      found = found.with(join(current, FILE), current);
      current = join(current, name);
    }
    // A folder that was asked for by name is looked at even if the rules exclude it.
    return folder !== base && found.ignores(folder, true) ? IgnoreRules.none(folder) : found;
  }

  /** These rules and those of the folder's own .gitignore. */
  inside(folder: string): IgnoreRules {
    return this.with(join(folder, FILE), folder);
  }

  ignores(path: string, isFolder: boolean): boolean {
    if (this.empty) return false;
    const way = toPosix(path.slice(this.base.length + 1));
    return this.rules.ignores(isFolder ? `${way}/` : way);
  }

  /** The package caches an answer per path; a copy for each folder lets the caches go with the walk. */
  fresh(): IgnoreRules {
    return this.empty ? this : new IgnoreRules(this.base, ignore(settings).add(this.rules), false);
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
    return new IgnoreRules(this.base, ignore(settings).add(this.rules).add(lines), false);
  }
}

/** Rewrites a rule of a nested file to the one with the same meaning at the top. */
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

/** Without a repository the rules of the project itself still say what is built and what is written. */
function packageTop(folder: string): string | undefined {
  return upwards(folder, (dir) => existsSync(join(dir, 'package.json')));
}

export function upwards(from: string, test: (folder: string) => boolean): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (test(folder)) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}
