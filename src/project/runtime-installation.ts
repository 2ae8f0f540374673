import { dirname, parse } from 'node:path';
import { type DependencyPlan, planDependency } from './dependency';
import { loadEngine } from './engine';
import type { RuntimeCopyPlan } from './plan-runtime-copy';
import { formatted } from './prettier';
import { runtimeFolder, runtimeOfFile } from './runtime-paths';
import type {
  FileChange,
  FileOutcome,
  InstallationWrite,
  KeptRuntime,
  Problem,
  Project,
  RunOptions,
  Scan,
} from './types';

export interface Installation {
  writes: InstallationWrite[];
  kept: KeptRuntime[];
  /** Files that cannot be changed, because their new imports cannot be installed. */
  blocked: Map<FileOutcome, Problem & { path: string }>;
}

interface InstallationOptions {
  packageRoot: string;
  version: string;
  run: RunOptions;
  /** Existing copies and their importers: older copies are upgraded and deleted ones restored. */
  scan: Pick<Scan, 'runtimeCopies' | 'runtimeImports' | 'runtimeFolders'>;
}

type Changed = FileOutcome & { change: FileChange };

/** A runtime that a project needs. */
interface RequiredRuntime {
  project: Project;
  name: string;
  folder: string;
  /** Paths of the files that import it, or will. */
  importers: readonly string[];
  /** Those of them that this run changes. */
  changed: readonly Changed[];
}

/** The files that the given changes require, per project. Nothing is added that no file imports. */
export async function planInstallation(
  files: readonly FileOutcome[],
  options: InstallationOptions,
): Promise<Installation> {
  const installation: Installation = { writes: [], kept: [], blocked: new Map() };
  const required = requiredRuntimes(files, options);
  if (required.length === 0) return installation;
  const { contentOf } = await loadEngine();
  const { planRuntimeCopy, withContentDigest } = await import('./plan-runtime-copy');
  const { packageRoot, version, run } = options;
  for (const { project, name, folder, importers, changed } of required) {
    const plans =
      run.runtime === 'package' && changed.length > 0
        ? [planDependency(project, version)]
        : planRuntimeCopy(project, name, { packageRoot, version, folder, importers, contentOf });
    for (const plan of plans) add(installation, plan, changed);
  }
  for (const write of installation.writes) {
    if (run.showsTexts && write.kind === 'runtime')
      write.after = await formatted(withContentDigest(write.after, contentOf), write.path, write.project);
  }
  return installation;
}

/** Whether a changed file imports what is added. */
export function isFor(write: InstallationWrite, { project, runtimes }: FileChange): boolean {
  return (
    write.project === project &&
    (write.runtime === undefined ? runtimes.length > 0 : runtimes.includes(write.runtime))
  );
}

function requiredRuntimes(
  files: readonly FileOutcome[],
  { run, scan }: InstallationOptions,
): RequiredRuntime[] {
  const folderOf = (project: Project) =>
    runtimeFolder(project, scan.runtimeFolders.get(project) ?? run.runtimeDir);
  const required: RequiredRuntime[] = [];
  for (const [project, all] of byProject(files)) {
    for (const name of new Set(all.flatMap((file) => file.change.runtimes))) {
      const changed = all.filter((file) => file.change.runtimes.includes(name));
      const importers = changed.map((file) => file.path);
      required.push({ project, name, folder: folderOf(project), importers, changed });
    }
  }
  for (const { path, project } of scan.runtimeCopies) {
    const name = runtimeOfFile(parse(path).name);
    required.push({ project, name, folder: dirname(path), importers: [path], changed: [] });
  }
  for (const { path, project, runtime } of scan.runtimeImports)
    required.push({ project, name: runtime, folder: folderOf(project), importers: [path], changed: [] });
  return run.runtime === 'package' ? required : merged(required);
}

/** One copy serves all importers, so its language depends on all of them. */
function merged(required: readonly RequiredRuntime[]): RequiredRuntime[] {
  const groups: RequiredRuntime[] = [];
  for (const one of required) {
    const { project, name, folder } = one;
    const at = groups.findIndex(
      (group) => group.project === project && group.name === name && group.folder === folder,
    );
    if (at === -1) groups.push(one);
    else {
      const { importers, changed, ...group } = groups[at]!;
      groups[at] = {
        ...group,
        importers: [...importers, ...one.importers],
        changed: [...changed, ...one.changed],
      };
    }
  }
  return groups;
}

function add(
  installation: Installation,
  plan: RuntimeCopyPlan | DependencyPlan,
  importers: readonly Changed[],
): void {
  if (plan.kind === 'kept' && !installation.kept.some(({ path }) => path === plan.kept.path))
    installation.kept.push(plan.kept);
  if (plan.kind === 'write' && !installation.writes.some((write) => write.path === plan.write.path)) {
    installation.writes.push(plan.write);
  }
  if (plan.kind === 'problem') {
    for (const file of importers) installation.blocked.set(file, { ...plan.problem, path: plan.path });
  }
}

function byProject(files: readonly FileOutcome[]): Map<Project, Changed[]> {
  const groups = new Map<Project, Changed[]>();
  for (const file of files) {
    if (!isChanged(file)) continue;
    const group = groups.get(file.change.project);
    if (group) group.push(file);
    else groups.set(file.change.project, [file]);
  }
  return groups;
}

function isChanged(file: FileOutcome): file is Changed {
  return file.change !== undefined;
}
