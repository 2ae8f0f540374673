import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { kebab } from '../migrations/markup';
import { readJson } from './package-json';
import type { Project } from './types';
import { walk } from './walk';

/** The keys of a configuration that name components by tag. */
const KEYS = ['usingComponents', 'componentGenerics', 'componentPlaceholder'];

/** Finds out which tags of native templates are components of the app. Reads each configuration once. */
export class AppComponents {
  readonly #tags = new Map<string, ReadonlySet<string>>();
  /** By the folder of the sources, the tags of all configurations. */
  readonly #all = new Map<string, ReadonlySet<string>>();

  /** As in the engine's options. */
  of(path: string, tag: string, project: Project): 'app' | 'unknown' | undefined {
    const own = `${path.slice(0, path.lastIndexOf('.'))}.json`;
    const { sourceRoot } = project;
    if (this.#tagsIn(own).has(tag) || this.#tagsIn(join(sourceRoot, 'app.json')).has(tag)) return 'app';
    if (existsSync(own)) return undefined;
    // Pages and components have a configuration. Other templates belong to those that include them.
    const all = this.#all.get(sourceRoot) ?? this.#tagsBelow(sourceRoot);
    this.#all.set(sourceRoot, all);
    return all.has(tag) ? 'unknown' : undefined;
  }

  #tagsBelow(folder: string): Set<string> {
    const files = walk(folder, {
      gitignore: false,
      outputs: [],
      outputsOf: () => [],
      accepts: (name) => name.endsWith('.json'),
      onUnreadable: () => {},
      onStrayTemporary: () => {},
      enter: () => true,
    });
    return new Set([...files].flatMap((file) => [...this.#tagsIn(file)]));
  }

  #tagsIn(path: string): ReadonlySet<string> {
    const known = this.#tags.get(path);
    if (known) return known;
    const config = readJson(path);
    const names = KEYS.flatMap((key) => {
      const value: unknown = config?.[key];
      return typeof value === 'object' && value !== null ? Object.keys(value) : [];
    });
    const tags = new Set(names.map(kebab));
    this.#tags.set(path, tags);
    return tags;
  }
}
