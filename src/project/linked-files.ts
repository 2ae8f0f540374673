import { readFileSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { type LinkedPages, linkedPages, pageThatUses } from '../engine/links/linked-pages';
import type { RewriteOptions } from '../engine/types';
import type { Migration } from '../migrations';
import { decodeSource } from './decode';
import { toPosix } from './paths';
import { isSearchedFile, MAX_SOURCE_BYTES } from './source-files';
import type { Project } from './types';
import { everySource } from './walk';

/**
 * Finds the files of an app that may use an element of another file, by the value of an attribute such as `canvas-id`.
 * Reads all sources once, when it is asked first.
 */
export class LinkedFiles {
  /** By the root of the sources and the migration. */
  readonly #known = new Map<string, LinkedPages>();

  constructor(private readonly migrations: readonly Migration[]) {}

  /** Forgets what it has read, because the sources may have changed. */
  refresh(): void {
    this.#known.clear();
  }

  /** As in the engine's options, for a file. */
  elsewhere(
    path: string,
    { root, sourceRoot }: Pick<Project, 'root' | 'sourceRoot'>,
  ): NonNullable<RewriteOptions['linkedElsewhere']> {
    return (name, value, known) => {
      const found = pageThatUses(this.#pagesOf(sourceRoot, name), path, value, known);
      return found && toPosix(relative(root, found));
    };
  }

  #pagesOf(sourceRoot: string, name: string): LinkedPages {
    const key = `${sourceRoot}\n${name}`;
    const link = this.migrations.find((migration) => migration.name === name)!.link!;
    const known = this.#known.get(key) ?? linkedPages(textsIn(sourceRoot), link);
    this.#known.set(key, known);
    return known;
  }
}

/** The texts of all files that a run could rewrite. */
function* textsIn(folder: string): Generator<{ path: string; text: string }> {
  for (const path of everySource(folder, isSearchedFile)) {
    try {
      if (statSync(path).size > MAX_SOURCE_BYTES) continue;
      const decoded = decodeSource(readFileSync(path));
      if ('text' in decoded) yield { path, text: decoded.text };
    } catch {
      // A file that nobody can read is no part of the app.
    }
  }
}
