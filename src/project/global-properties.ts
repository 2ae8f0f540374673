import { relative } from 'node:path';
import type { GlobalProperty } from '../engine/types';
import { Prefilter } from '../migrations/prefilter';
import { decodeSource } from './decode';
import { toPosix } from './paths';
import { SourceReader } from './read-source';
import type { Project } from './types';
import { everySource } from './walk';

/** Every file that sets such a property mentions one of these. It need not mention a deprecated API. */
const SETTERS = new Prefilter(['globalProperties', 'Vue.prototype']);

/**
 * Finds the properties of all Vue components that the sources of a project set to the platform object. Searches
 * each project once, when it is asked for.
 */
export class GlobalProperties {
  /** By the folder of the sources. */
  readonly #known = new Map<string, readonly GlobalProperty[]>();

  /** @param read the engine's `globalPropertiesIn` */
  constructor(private readonly read: (text: string, path: string) => Omit<GlobalProperty, 'path'>[]) {}

  of({ root, sourceRoot }: Pick<Project, 'root' | 'sourceRoot'>): readonly GlobalProperty[] {
    const known = this.#known.get(sourceRoot) ?? this.#search(root, sourceRoot);
    this.#known.set(sourceRoot, known);
    return known;
  }

  #search(root: string, sourceRoot: string): GlobalProperty[] {
    const reader = new SourceReader(() => SETTERS);
    return [...everySource(sourceRoot)].flatMap((file) => {
      try {
        const found = reader.read(file);
        const decoded = found.kind === 'hit' && decodeSource(found.bytes);
        if (!decoded || !('text' in decoded)) return [];
        const path = toPosix(relative(root, file));
        return this.read(decoded.text, file).map((property) => ({ ...property, path }));
      } catch {
        // Without this file, findings only lack the place.
        return [];
      }
    });
  }
}
