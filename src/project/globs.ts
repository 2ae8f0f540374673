import { existsSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import ignore from 'ignore';
import { isInside, toPosix } from './paths';

export function isGlob(text: string): boolean {
  return /[*?]|\[.+\]|\{.*[,.].*\}/.test(text);
}

/** The folder a glob starts from: `src/pages/*.tsx` is looked for in `src/pages`. */
export function globBase(glob: string): string {
  const parts = toPosix(glob).split('/');
  const first = parts.findIndex(isGlob);
  const base = parts.slice(0, first).join('/');
  // `C:` alone is the folder that is current on that drive.
  if (/^[A-Za-z]:$/.test(base)) return `${base}/`;
  return base || (parts[0] === '' ? '/' : '.');
}

/** `a.{js,ts}` → `a.js`, `a.ts`; nested braces too. gitignore patterns, which do the matching, have no braces. */
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
 * Patterns as in .gitignore, relative to `base`: `legacy` at any depth, `src/old/` a folder, `src/**` + `/*.js`.
 * A path outside `base` never matches.
 */
export function matcher(globs: readonly string[], base: string): (path: string) => boolean {
  const patterns = globs.flatMap(expandBraces).map((glob) => {
    // A leading slash means "in the working directory", as in .gitignore, but a full path is understood too.
    const own = isAbsolute(glob) && isInside(base, glob) ? `/${relative(base, glob)}` : glob;
    // Shells and people write `./src`; gitignore has no such thing.
    return toPosix(own).replace(/^\.\//, '/').replace(/^#/, '\\#');
  });
  const rules = ignore({ ignoreCase: process.platform === 'win32' }).add(patterns);
  return (path) => {
    const way = toPosix(relative(base, path));
    return way !== '' && way !== '..' && !way.startsWith('../') && !isAbsolute(way) && rules.ignores(way);
  };
}

/** Keeps account of the globs that have matched no path yet, so that a typo in one can be told. */
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

/** Globs that do not name something that exists: to exclude what other rules exclude already is no typo. */
export function possibleTypos(globs: readonly string[], base: string): string[] {
  return globs.filter((glob) => !existsSync(resolve(base, glob)));
}
