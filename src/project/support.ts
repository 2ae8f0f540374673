import { parse } from 'node:path';
import { migrations } from '../migrations';
import { type DependencyPlan, planDependency } from './dependency';
import { planCopyUpgrade, planRuntimeCopy, type RuntimeCopy } from './runtime-copy';
import { needsOwnHost } from './runtime-host';
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
      for (const file of runtimesFor(project, name, options.run)) {
        add(support, planOne(project, file, importers, options), importers);
      }
    }
  }
  for (const { path, project } of options.copies) {
    add(support, planCopyUpgrade(path, project, options.packageRoot, options.version), []);
    // The project may have come to build h5 since the copy was made.
    const [, forH5] = runtimesFor(project, parse(path).name, options.run);
    if (forH5) add(support, planCopy(project, forH5, [path], options), []);
  }
  return support;
}

/** A runtime, and beside it the one that the project's h5 builds take: bundlers prefer `recorder.h5` there. */
function runtimesFor(project: Project, name: string, run: RunOptions): string[] {
  const migration = migrations.find(({ runtime }) => runtime === name);
  const hasOwn = migration?.platforms?.includes('h5') && project.h5 && !needsOwnHost(project);
  return run.runtime === 'file' && hasOwn ? [name, `${name}.h5`] : [name];
}

function planOne(
  project: Project,
  name: string,
  importers: readonly Changed[],
  options: SupportOptions,
): RuntimeCopy | DependencyPlan {
  if (options.run.runtime === 'package') return planDependency(project, options.version);
  return planCopy(
    project,
    name,
    importers.map((file) => file.path),
    options,
  );
}

function planCopy(
  project: Project,
  name: string,
  importers: readonly string[],
  { packageRoot, version, run, folders }: SupportOptions,
): RuntimeCopy {
  const runtimeDir = folders.get(project) ?? run.runtimeDir;
  return planRuntimeCopy(project, name, {
    packageRoot,
    version,
    ...(runtimeDir !== undefined && { runtimeDir }),
    importers,
  });
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
