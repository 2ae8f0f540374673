import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from './engine';
import { digestOf, readRuntimeHeader, withDigest } from './runtime-header';
import { filesOfCopy } from './runtime-paths';
import { isJavaScriptOnly, runtimeSource } from './runtime-source';
import { type CopyState, stateOf } from './runtime-state';
import { isTypeScript } from './source-files';
import type { InstallationWrite, KeptRuntime, Problem, ProblemKind, Project } from './types';

const ENDINGS = ['.ts', '.js'] as const;

interface RuntimeCopyOptions {
  /** Folder of this package. The sources to copy are in its `dist/runtime/source`. */
  packageRoot: string;
  version: string;
  /** Where the copy is or will be. */
  folder: string;
  /** Paths of the files that import the copy, or will. */
  importers: readonly string[];
  contentOf: Engine['contentOf'];
}

/** A step of the plan for a copy. */
export type RuntimeCopyPlan =
  | { kind: 'write'; write: InstallationWrite }
  | { kind: 'kept'; kept: KeptRuntime }
  | { kind: 'problem'; path: string; problem: Problem };

/** One file of a copy: its current text and the text of this version. */
interface CopyFile {
  path: string;
  /** `null` if the file does not exist. */
  before: string | null;
  wanted: string;
  state: CopyState | 'missing';
}

/**
 * Plans the changes that give the project all files of a runtime. The files of a copy belong to one version,
 * so if the user has edited one file of an older version, the others are not upgraded either. Writes nothing.
 */
export function planRuntimeCopy(
  project: Project,
  name: string,
  options: RuntimeCopyOptions,
): RuntimeCopyPlan[] {
  const { folder, packageRoot, version, contentOf } = options;
  const names = filesOfCopy(name, project);
  const existing = ENDINGS.find((one) => names.some((file) => existsSync(join(folder, file + one))));
  const ending = existing ?? (wantsTypeScript(project, options.importers) ? '.ts' : '.js');
  const files: CopyFile[] = [];
  for (const file of names) {
    const path = join(folder, file + ending);
    const wanted = runtimeSource(file, ending, project, packageRoot);
    if (wanted === null) return [problem(path, 'runtime-project', projectName(project))];
    const before = existsSync(path) ? readFileSync(path, 'utf8') : null;
    const state = before === null ? 'missing' : stateOf(before, wanted, version, contentOf);
    if (state === 'foreign') return [problem(path, 'runtime-foreign')];
    files.push({ path, before, wanted, state });
  }
  const some = (state: CopyFile['state']) => files.filter((file) => file.state === state);
  const write = ({ path, before, wanted: after }: CopyFile): RuntimeCopyPlan => ({
    kind: 'write',
    write: { kind: 'runtime', runtime: name, path, project, before, after },
  });
  const edited = some('edited');
  if (edited.length > 0 || some('newer').length > 0)
    return [...edited.map(({ path, before }) => kept(path, before!)), ...some('missing').map(write)];
  return files.filter(({ state }) => state === 'missing' || state === 'outdated').map(write);
}

/** The text of a copy with the digest of its content, which has to be parsed if the text has none yet. */
export function withContentDigest(text: string, contentOf: Engine['contentOf']): string {
  if (readRuntimeHeader(text)?.digest) return text;
  return withDigest(text, digestOf(contentOf(text) ?? ''));
}

function kept(path: string, text: string): RuntimeCopyPlan {
  return { kind: 'kept', kept: { path, version: readRuntimeHeader(text)!.version } };
}

function problem(path: string, kind: ProblemKind, detail?: string): RuntimeCopyPlan {
  return { kind: 'problem', path, problem: { kind, detail } };
}

function wantsTypeScript(project: Project, importers: readonly string[]): boolean {
  if (isJavaScriptOnly(project)) return false;
  // In a mini program, a tsconfig.json may be there for the editor only.
  if (project.kind === 'taro' && existsSync(join(project.root, 'tsconfig.json'))) return true;
  if (['app.ts', 'app.tsx'].some((name) => existsSync(join(project.sourceRoot, name)))) return true;
  return importers.some(isTypeScript);
}

function projectName(project: Project): string {
  return project.kind === 'native' ? 'native' : `Taro ${project.taroVersion}`;
}
