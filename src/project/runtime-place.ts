import { join, resolve } from 'node:path';
import type { Project } from './types';

const FOLDER = 'taro-modernize';

/** The folder of the copied runtime: below the source root, because that is what a build compiles. */
export function runtimeFolder(project: Project, runtimeDir: string | undefined): string {
  return runtimeDir === undefined ? join(project.sourceRoot, FOLDER) : resolve(project.root, runtimeDir);
}

/** Name of each runtime → the path of its copy without extension, which is how modules import it. */
export function runtimeFiles(
  project: Project,
  names: readonly string[],
  runtimeDir: string | undefined,
): Map<string, string> {
  const folder = runtimeFolder(project, runtimeDir);
  return new Map(names.map((name) => [name, join(folder, name)]));
}
