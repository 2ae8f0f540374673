import { existsSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import ignore from 'ignore';
import { isInside, toPosix } from './paths';

export function isGlob(text: string): boolean {
  return /[*?]|\[.+\]|\{.*[,.].*\}/.test(text);
}

/** The folder in which a glob starts: `src/pages` for `src/pages/*.tsx`. */
export function globBase(glob: string): string {
  const parts = toPosix(glob).split('/');
  const first = parts.findIndex(isGlob);
  const base = parts.slice(0, first).join('/');
  // `C:` alone is the current folder of the drive.
  if (/^[A-Za-z]:$/.test(base)) return `${base}/`;
  return base || (parts[0] === '' ? '/' : '.');
}

/**
 * `a.{js,ts}` → `a.js`, `a.ts`, also for nested braces. The gitignore patterns used for matching have no
 * braces.
 */
export function expandBraces(glob: string): string[] {
  const open = glob.indexOf('{');
  if (open === -1) return [glob];
  let depth = 0;
  let start = open + 1;
  const choices: string[] = [];
  for (let i = open; i < glob.length; i++) {
    const char = glob[i];
    if (char === '{') depth++;
    if (char === '}') depth--;
    if (depth === 0 || (depth === 1 && char === ',')) {
      choices.push(glob.slice(start, i));
      start = i + 1;
    }
    if (depth === 0) {
      const [before, after] = [glob.slice(0, open), glob.slice(i + 1)];
      return choices.flatMap((choice) => expandBraces(before + choice + after));
    }
  }
  return [glob];
}

/**
 * Patterns as in .gitignore, relative to `base`: `legacy` at any depth, `src/old/` for a folder, `src/**` +
 * `/*.js`. Paths outside `base` never match.
 */
export function matcher(globs: readonly string[], base: string): (path: string) => boolean {
  const patterns = globs.flatMap(expandBraces).map((glob) => {
    // A leading slash means the working directory, as in .gitignore, but full paths work too.
    const own = isAbsolute(glob) && isInside(base, glob) ? `/${relative(base, glob)}` : glob;
    // Shells and users write `./src`, which gitignore does not support.
    return toPosix(own).replace(/^\.\//, '/').replace(/^#/, '\\#');
  });
  const rules = ignore({ ignoreCase: process.platform === 'win32' }).add(patterns);
  return (path) => {
    const way = toPosix(relative(base, path));
    return way !== '' && way !== '..' && !way.startsWith('../') && !isAbsolute(way) && rules.ignores(way);
  };
}

/** Records which globs have not matched any path yet, to report typos. */
export class Unmatched {
  readonly #open: Map<string, (path: string) => boolean>;

  constructor(globs: readonly string[], base: string) {
    const asked = globs.filter((glob) => !glob.startsWith('!'));
    this.#open = new Map(asked.map((glob) => [glob, matcher([glob], base)]));
  }

  see(path: string): void {
    for (const [glob, matches] of this.#open) if (matches(path)) this.#open.delete(glob);
  }

  get globs(): string[] {
    return [...this.#open.keys()];
  }
}

/**
 * Globs that do not name an existing path. Excluding something that other rules already exclude is not a
 * typo.
 */
export function possibleTypos(globs: readonly string[], base: string): string[] {
  return globs.filter((glob) => !existsSync(resolve(base, glob)));
}
