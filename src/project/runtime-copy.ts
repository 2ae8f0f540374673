import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRuntimeHeader, stamp } from './runtime-header';
import { runtimeFolder } from './runtime-place';
import { isTypeScript } from './source-files';
import type { KeptRuntime, Problem, Project, SupportWrite } from './types';
import { compareVersions } from './version';

export interface RuntimeCopyOptions {
  /** Folder of this package: the sources to copy are in its `dist/runtime/source`. */
  packageRoot: string;
  version: string;
  runtimeDir?: string;
  /** Paths of the files that will import the copy. */
  importers: readonly string[];
}

export type RuntimeCopy =
  | { kind: 'write'; write: SupportWrite }
  | { kind: 'present' }
  | { kind: 'kept'; kept: KeptRuntime }
  | { kind: 'problem'; path: string; problem: Problem };

/** Decides what has to happen so that the project has this runtime. Writes nothing. */
export function planRuntimeCopy(project: Project, name: string, options: RuntimeCopyOptions): RuntimeCopy {
  const folder = runtimeFolder(project, options.runtimeDir);
  const existing = ['.ts', '.js']
    .map((ending) => join(folder, name + ending))
    .find((path) => existsSync(path));
  const path = existing ?? join(folder, name + (wantsTypeScript(project, options.importers) ? '.ts' : '.js'));

  const source = shippedSource(path, name, project, options.packageRoot);
  if (source === null)
    return { kind: 'problem', path, problem: { kind: 'runtime-project', detail: projectName(project) } };
  const after = stamp(source);
  if (existing === undefined)
    return { kind: 'write', write: { kind: 'runtime', path, project, before: null, after } };
  return planUpgrade(existing, after, project, options.version);
}

/** Also for copies that a scan met elsewhere: they are upgraded by the same rules. */
export function planUpgrade(path: string, after: string, project: Project, version: string): RuntimeCopy {
  const before = readFileSync(path, 'utf8');
  if (before.replace(/\r\n/g, '\n') === after) return { kind: 'present' };
  const header = readRuntimeHeader(before);
  if (header === null) return { kind: 'problem', path, problem: { kind: 'runtime-foreign' } };
  if (!header.pristine && stamp(before.replace(/\r\n/g, '\n')) !== after) {
    return { kind: 'kept', kept: { path, version: header.version } };
  }
  // A copy made by a newer version of this tool is not taken back.
  if (compareVersions(header.version, version) > 0) return { kind: 'present' };
  return { kind: 'write', write: { kind: 'runtime', path, project, before, after } };
}

function wantsTypeScript(project: Project, importers: readonly string[]): boolean {
  if (existsSync(join(project.root, 'tsconfig.json'))) return true;
  if (['app.ts', 'app.tsx'].some((name) => existsSync(join(project.sourceRoot, name)))) return true;
  return importers.some(isTypeScript);
}

export function shippedSource(
  path: string,
  name: string,
  project: Project,
  packageRoot: string,
): string | null {
  // The shipped sources import Taro by name, which Taro 1 and 2 and native mini programs do not offer.
  if (project.kind === 'native' || project.taroVersion < 3) return null;
  return readFileSync(
    join(packageRoot, 'dist', 'runtime', 'source', name + (isTypeScript(path) ? '.ts' : '.js')),
    'utf8',
  );
}

function projectName(project: Project): string {
  return project.kind === 'native' ? 'native' : `Taro ${project.taroVersion}`;
}
