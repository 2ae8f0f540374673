import { join, resolve } from 'node:path';
import { migrations } from '../migrations';
import { isJavaScriptOnly } from './runtime-source';
import type { Project } from './types';

const FOLDER = 'taro-modernize';

/** The default folder of copied runtimes, below the source root because builds only compile that. */
export function runtimeFolder(project: Project, runtimeDir: string | undefined): string {
  return runtimeDir === undefined ? join(project.sourceRoot, FOLDER) : resolve(project.root, runtimeDir);
}

/** Name of each runtime → path of its copy without extension, as modules import it. */
export function copyPaths(
  project: Project,
  names: readonly string[],
  runtimeDir: string | undefined,
): Map<string, string> {
  const folder = runtimeFolder(project, runtimeDir);
  return new Map(names.map((name) => [name, join(folder, name)]));
}

/**
 * The files of a copied runtime, imported ones first. `recorder-host` contains everything that `recorder`
 * takes from outside; in h5 builds Taro replaces it with `recorder-host.h5`.
 */
export function filesOfCopy(name: string, project: Project): string[] {
  const runtime = migrations.find((migration) => migration.runtime?.name === name)?.runtime;
  // Taro resolves files by platform only in projects with TypeScript sources.
  const own = (runtime?.platforms ?? []).filter(
    (platform) =>
      project.kind === 'taro' && project.platforms.includes(platform) && !isJavaScriptOnly(project),
  );
  return [`${name}-host`, ...own.map((platform) => `${name}-host.${platform}`), name];
}

/** The runtime of a copied file: `recorder` for `recorder-host.h5`. */
export function runtimeOfFile(name: string): string {
  return name.replace(/-host(\.\w+)?$/, '');
}
