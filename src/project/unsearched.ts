import { sep } from 'node:path';
import { trackedThoughIgnored } from './git';
import { isInside } from './paths';
import { isSearchedFile } from './source-files';
import type { Unsearched } from './types';
import { everySource } from './walk';

/** Collects what a walk leaves out, to say afterwards how many of these files mention a deprecated API. */
export class UnsearchedFiles {
  readonly #packages: string[] = [];
  readonly #cml: string[] = [];
  readonly #ignored: string[] = [];

  add(kind: 'ignored' | 'packages' | 'cml', path: string): void {
    const lists = { ignored: this.#ignored, packages: this.#packages, cml: this.#cml };
    lists[kind].push(path);
  }

  /**
   * @param roots the folders of the run
   * @param mentions whether a file mentions a deprecated API
   */
  count(roots: readonly string[], mentions: (path: string) => boolean): Unsearched {
    const packages = this.#packages
      .map((folder) => ({ folder, files: [...everySource(folder)].filter(mentions).length }))
      .filter(({ files }) => files > 0);
    // Git is asked only if there is something to ask for.
    const tracked = this.#ignored.length > 0 ? roots.flatMap((root) => trackedThoughIgnored(root)) : [];
    const isLeftOut = (path: string) => this.#ignored.some((ignored) => isInside(ignored, path));
    const ignored = [...new Set(tracked)].filter(
      (path) =>
        isSearchedFile(path) &&
        !path.split(sep).includes('node_modules') &&
        isLeftOut(path) &&
        mentions(path),
    );
    return { packages, ignored: ignored.length, cml: this.#cml.filter(mentions).length };
  }
}
