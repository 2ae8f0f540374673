import { join, resolve } from 'node:path';
import { migrations } from '../migrations';
import { isJavaScriptOnly } from './runtime-source';
import type { Project } from './types';

const FOLDER = 'taro-modernize';

/** The folder of the copied runtime: below the source root, because that is what a build compiles. */
export function runtimeFolder(project: Project, runtimeDir: string | undefined): string {
  return runtimeDir === undefined ? join(project.sourceRoot, FOLDER) : resolve(project.root, runtimeDir);
}

/** Name of each runtime → the path of its copy without extension, which is how modules import it. */
export function copyPaths(
  project: Project,
  names: readonly string[],
  runtimeDir: string | undefined,
): Map<string, string> {
  const folder = runtimeFolder(project, runtimeDir);
  return new Map(names.map((name) => [name, join(folder, name)]));
}

/**
 * The files of a copied runtime, what others import first: `recorder-host` is all that `recorder` takes from outside,
 * and Taro takes `recorder-host.h5` in its place in builds for h5.
 */
export function filesOfCopy(name: string, project: Project): string[] {
  const runtime = migrations.find((migration) => migration.runtime?.name === name)?.runtime;
  // Taro resolves the platform's file of TypeScript projects alone.
  const own = (runtime?.platforms ?? []).filter(
    (platform) => project.platforms.includes(platform) && !isJavaScriptOnly(project),
  );
  return [`${name}-host`, ...own.map((platform) => `${name}-host.${platform}`), name];
}

/** The runtime that a file of a copy belongs to: `recorder` for `recorder-host.h5`, and for version 0.1.0's `recorder.h5`. */
export function runtimeOfFile(name: string): string {
  return name.replace(/(-host)?(\.\w+)?$/, '');
}
