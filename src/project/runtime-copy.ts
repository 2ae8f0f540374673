import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from './engine';
import { digestOf, readRuntimeHeader, withDigest } from './runtime-header';
import { filesOfCopy } from './runtime-paths';
import { isJavaScriptOnly, runtimeSource } from './runtime-source';
import { type CopyState, isUnchanged, stateOf } from './runtime-state';
import { isTypeScript } from './source-files';
import type { InstallationWrite, KeptRuntime, Problem, ProblemKind, Project } from './types';

const ENDINGS = ['.ts', '.js'] as const;

export interface RuntimeCopyOptions {
  /** Folder of this package. The sources to copy are in its `dist/runtime/source`. */
  packageRoot: string;
  version: string;
  /** Where the copy is or will be. */
  folder: string;
  /** Paths of the files that import the copy, or will. */
  importers: readonly string[];
  contentOf: Engine['contentOf'];
}

export type RuntimeCopy =
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
export function planRuntimeCopy(project: Project, name: string, options: RuntimeCopyOptions): RuntimeCopy[] {
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
  const write = ({ path, before, wanted: after }: CopyFile): RuntimeCopy => ({
    kind: 'write',
    write: { kind: 'runtime', runtime: name, path, project, before, after },
  });
  const { before: core } = files[files.length - 1]!;
  // Version 0.1.0 copied a core and its host as one file.
  const isWhole = core !== null && !core.includes(`./${name}-host`);
  const edited = some('edited');
  if (edited.length > 0 || some('newer').length > 0)
    return [
      ...edited.map(({ path, before }) => kept(path, before!)),
      ...(isWhole ? [] : some('missing').map(write)),
    ];
  const written = files.filter(({ state }) => state === 'missing' || state === 'outdated').map(write);
  return [...written, ...planOldPlatform(join(folder, `${name}.h5${ending}`), name, project, contentOf)];
}

/** The text of a copy with the digest of its content, which has to be parsed if the text has none yet. */
export function withContentDigest(text: string, contentOf: Engine['contentOf']): string {
  if (readRuntimeHeader(text)?.digest) return text;
  return withDigest(text, digestOf(contentOf(text) ?? ''));
}

/** Version 0.1.0 copied a complete recorder for h5 builds, which Taro would prefer to this version's. */
function planOldPlatform(
  path: string,
  runtime: string,
  project: Project,
  contentOf: Engine['contentOf'],
): RuntimeCopy[] {
  if (!existsSync(path)) return [];
  const before = readFileSync(path, 'utf8');
  const header = readRuntimeHeader(before);
  if (header === null) return [];
  if (!isUnchanged(before, header, contentOf(before))) return [kept(path, before)];
  return [{ kind: 'write', write: { kind: 'runtime', runtime, path, project, before, after: null } }];
}

function kept(path: string, text: string): RuntimeCopy {
  return { kind: 'kept', kept: { path, version: readRuntimeHeader(text)!.version } };
}

function problem(path: string, kind: ProblemKind, detail?: string): RuntimeCopy {
  return { kind: 'problem', path, problem: { kind, ...(detail !== undefined && { detail }) } };
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
