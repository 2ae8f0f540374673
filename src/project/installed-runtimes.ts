import { existsSync } from 'node:fs';
import { isDependency } from './package-json';
import type { Installed } from './project-context';
import { copyPaths } from './runtime-paths';
import { isJavaScriptOnly } from './runtime-source';
import type { Project } from './types';

/** Finds the runtimes that earlier runs have installed in a project. */
export class InstalledRuntimes implements Installed {
  readonly #dependents = new Map<Project, boolean>();

  constructor(
    private readonly names: readonly string[],
    private readonly runtimeDir: string | undefined,
  ) {}

  /** Name of each runtime → path of its copy without extension, whether or not it exists. */
  paths(project: Project, runtimeFolder: string | undefined): ReadonlyMap<string, string> {
    return copyPaths(project, this.names, runtimeFolder ?? this.runtimeDir);
  }

  hasCopy(project: Project, runtimeFolder: string | undefined, runtimes = this.names): boolean {
    const copies = this.paths(project, runtimeFolder);
    return runtimes.some((name) => isThere(copies.get(name)!));
  }

  /** Like `paths`, without those that do not exist. */
  copies(project: Project): ReadonlyMap<string, string> {
    return new Map([...this.paths(project, undefined)].filter(([, path]) => isThere(path)));
  }

  /** `--runtime package` adds it here. The build plugin alone is a development dependency. */
  hasPackage(project: Project): boolean {
    const known = this.#dependents.get(project) ?? isDependency(project.root, 'taro-modernize');
    this.#dependents.set(project, known);
    return known;
  }
}

/**
 * Whether a TypeScript file of a mini program gets a runtime in TypeScript. Copies in JavaScript of an earlier run
 * stay what they are.
 * @param copies paths without extension
 */
export function isTypedCopy(project: Project, copies: ReadonlyMap<string, string>): boolean {
  if (project.kind !== 'native' || isJavaScriptOnly(project)) return false;
  return [...copies.values()].every((copy) => existsSync(`${copy}.ts`) || !existsSync(`${copy}.js`));
}

/** @param copy without extension */
function isThere(copy: string): boolean {
  return existsSync(`${copy}.ts`) || existsSync(`${copy}.js`);
}
