import { dirname, parse } from 'node:path';
import { type DependencyPlan, planDependency } from './dependency';
import { planRuntimeCopy, type RuntimeCopy } from './runtime-copy';
import { runtimeFolder, runtimeOfFile } from './runtime-place';
import type {
  Change,
  FileOutcome,
  KeptRuntime,
  Problem,
  Project,
  RunOptions,
  Scan,
  SupportWrite,
} from './types';

export interface Support {
  writes: SupportWrite[];
  kept: KeptRuntime[];
  /** Files that cannot be changed, because what they would import cannot be put in place. */
  blocked: Map<FileOutcome, Problem & { path: string }>;
}

export interface SupportOptions {
  packageRoot: string;
  version: string;
  run: RunOptions;
  /** Copies that the scan met: those of an older version are upgraded on the way. */
  copies: Scan['runtimeCopies'];
  folders: Scan['runtimeFolders'];
}

type Changed = FileOutcome & { change: Change };

/** What the given changes need beside them, per project: nothing is put where no file imports it. */
export function planSupport(files: readonly FileOutcome[], options: SupportOptions): Support {
  const support: Support = { writes: [], kept: [], blocked: new Map() };
  for (const [project, changed] of byProject(files)) {
    const names = new Set(changed.flatMap((file) => file.change.runtimes));
    for (const name of names) {
      const importers = changed.filter((file) => file.change.runtimes.includes(name));
      for (const plan of planOne(project, name, importers, options)) add(support, plan, importers);
    }
  }
  for (const { path, project } of options.copies) {
    const name = runtimeOfFile(parse(path).name);
    for (const plan of planCopies(project, name, dirname(path), [path], options)) add(support, plan, []);
  }
  return support;
}

function planOne(
  project: Project,
  name: string,
  importers: readonly Changed[],
  options: SupportOptions,
): (RuntimeCopy | DependencyPlan)[] {
  if (options.run.runtime === 'package') return [planDependency(project, options.version)];
  const folder = runtimeFolder(project, options.folders.get(project) ?? options.run.runtimeDir);
  return planCopies(
    project,
    name,
    folder,
    importers.map((file) => file.path),
    options,
  );
}

function planCopies(
  project: Project,
  name: string,
  folder: string,
  importers: readonly string[],
  { packageRoot, version }: SupportOptions,
): RuntimeCopy[] {
  return planRuntimeCopy(project, name, { packageRoot, version, folder, importers });
}

function add(support: Support, plan: RuntimeCopy | DependencyPlan, importers: readonly Changed[]): void {
  if (plan.kind === 'kept' && !support.kept.some(({ path }) => path === plan.kept.path))
    support.kept.push(plan.kept);
  if (plan.kind === 'write' && !support.writes.some((write) => write.path === plan.write.path)) {
    support.writes.push(plan.write);
  }
  if (plan.kind === 'problem') {
    for (const file of importers) support.blocked.set(file, { ...plan.problem, path: plan.path });
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
