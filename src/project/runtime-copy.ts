import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRuntimeHeader, stamp } from './runtime-header';
import { filesOfCopy } from './runtime-place';
import { isJavaScriptOnly, runtimeSource } from './runtime-source';
import { isTypeScript } from './source-files';
import type { KeptRuntime, Problem, Project, SupportWrite } from './types';
import { compareVersions } from './version';

const ENDINGS = ['.ts', '.js'] as const;

export interface RuntimeCopyOptions {
  /** Folder of this package: the sources to copy are in its `dist/runtime/source`. */
  packageRoot: string;
  version: string;
  /** Where the copy is, or is to be. */
  folder: string;
  /** Paths of the files that will import the copy. */
  importers: readonly string[];
}

export type RuntimeCopy =
  | { kind: 'write'; write: SupportWrite }
  | { kind: 'present' }
  | { kind: 'kept'; kept: KeptRuntime }
  | { kind: 'problem'; path: string; problem: Problem };

/** Decides what has to happen so that the project has every file of this runtime. Writes nothing. */
export function planRuntimeCopy(project: Project, name: string, options: RuntimeCopyOptions): RuntimeCopy[] {
  const { folder, packageRoot, version } = options;
  const existing = ENDINGS.find((ending) => existsSync(join(folder, name + ending)));
  const ending = existing ?? (wantsTypeScript(project, options.importers) ? '.ts' : '.js');
  const plans = filesOfCopy(name, project).map((file): RuntimeCopy => {
    const path = join(folder, file + ending);
    const after = runtimeSource(file, ending, project, packageRoot);
    if (after === null)
      return { kind: 'problem', path, problem: { kind: 'runtime-project', detail: projectName(project) } };
    if (existsSync(path)) return planUpgrade(name, path, after, project, version);
    return { kind: 'write', write: { kind: 'runtime', runtime: name, path, project, before: null, after } };
  });
  const problems = plans.filter(({ kind }) => kind === 'problem');
  return problems.length > 0 ? problems : plans;
}

function planUpgrade(
  name: string,
  path: string,
  after: string,
  project: Project,
  version: string,
): RuntimeCopy {
  const before = readFileSync(path, 'utf8');
  if (before.replace(/\r\n/g, '\n') === after) return { kind: 'present' };
  const header = readRuntimeHeader(before);
  if (header === null) return { kind: 'problem', path, problem: { kind: 'runtime-foreign' } };
  if (!header.pristine && stamp(before.replace(/\r\n/g, '\n')) !== after) {
    // Nothing newer is withheld from a person who has changed the copy of this very version.
    if (compareVersions(header.version, version) === 0) return { kind: 'present' };
    return { kind: 'kept', kept: { path, version: header.version } };
  }
  // A copy made by a newer version of this tool is not taken back.
  if (compareVersions(header.version, version) > 0) return { kind: 'present' };
  return { kind: 'write', write: { kind: 'runtime', runtime: name, path, project, before, after } };
}

function wantsTypeScript(project: Project, importers: readonly string[]): boolean {
  if (isJavaScriptOnly(project)) return false;
  if (existsSync(join(project.root, 'tsconfig.json'))) return true;
  if (['app.ts', 'app.tsx'].some((name) => existsSync(join(project.sourceRoot, name)))) return true;
  return importers.some(isTypeScript);
}

function projectName(project: Project): string {
  return project.kind === 'native' ? 'native' : `Taro ${project.taroVersion}`;
}
