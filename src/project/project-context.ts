import { dirname } from 'node:path';
import type { EvidenceKind, ProjectOptions } from './evidence';
import type { FileRecord } from './file-record';
import type { Project } from './types';

/** What is known about the whole project when one of its files is processed. */
export interface ProjectContext {
  /** The folder of the copied runtimes, if not the default one. */
  runtimeFolder: string | undefined;
  /** By the name of the kind of evidence. */
  facts: ReadonlyMap<string, Fact>;
}

/** The options that follow from one kind of evidence. The key represents them in comparisons. */
interface Fact {
  options: ProjectOptions | undefined;
  key: string;
}

/** The part of a project's context that concerns one file. */
export interface FileView {
  runtimeFolder: string | undefined;
  options: ProjectOptions;
  key: readonly string[];
}

/** The input for contexts, besides the files of the run. */
export interface ContextInput {
  kinds: readonly EvidenceKind[];
  /** Whether every file of the run has been processed at least once. */
  isComplete: boolean;
  /** Whether existing copies determine the runtime folder. False if the user has set it. */
  followsCopies: boolean;
  installed: Installed;
}

/** The runtimes that earlier runs have installed in a project. */
export interface Installed {
  /**
   * Whether the folder (the default one if not given) has a copy of one of the runtimes, or of any without
   * names.
   */
  hasCopy(project: Project, runtimeFolder: string | undefined, runtimes?: readonly string[]): boolean;
  /** Whether the project depends on the package with the runtimes. */
  hasPackage(project: Project): boolean;
}

/** The context of every project with at least one of the files. The order of the files does not matter. */
export function contextsOf(
  files: readonly FileRecord[],
  input: ContextInput,
): ReadonlyMap<Project, ProjectContext> {
  const inOrder = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const ofProject = groupBy(inOrder, ({ project }) => project);
  const ofApp = groupBy(inOrder, ({ project }) => appOf(project));
  const folders = new Map(
    [...ofProject].map(([project, own]) => [project, runtimeFolderOf(project, own, input)]),
  );
  return new Map(
    [...ofProject].map(([project, own]) => {
      const all = { project: own, app: ofApp.get(appOf(project))! };
      const facts = input.kinds.map((kind): [string, Fact] => {
        const items = all[kind.scope].flatMap(({ last }) => last?.evidence[kind.name] ?? []);
        const options = kind.options(items, {
          isComplete: input.isComplete,
          hasRuntime: (names) => hasRuntime(project, names, folders, input.installed),
        });
        return [kind.name, { options, key: JSON.stringify(options) ?? '' }];
      });
      return [project, { runtimeFolder: folders.get(project), facts: new Map(facts) }];
    }),
  );
}

/** The part of a project's context that concerns a file. */
export function viewOf(file: FileRecord, context: ProjectContext, kinds: readonly EvidenceKind[]): FileView {
  const { mentions, last, isTyped } = file;
  const concerning = kinds.filter(({ name, concerns }) =>
    concerns({
      shows: (last?.evidence[name] ?? []).length > 0,
      hasName: mentions.kinds.includes(name),
    }),
  );
  const facts = kinds.map((kind) => (concerning.includes(kind) ? context.facts.get(kind.name) : undefined));
  return {
    runtimeFolder: context.runtimeFolder,
    options: Object.assign({}, ...facts.map((fact) => fact?.options)) as ProjectOptions,
    key: [context.runtimeFolder ?? '', String(isTyped), ...facts.map((fact) => fact?.key ?? '')],
  };
}

/** Whether a file must be processed in this context, for the first time or again. */
export function isDue({ mentions, last }: FileRecord, view: FileView): boolean {
  // Not the user's source, so its context does not matter.
  if (last?.outcome === null) return false;
  if (!last) return mentions.hasOthers || Object.keys(view.options).length > 0;
  return view.key.some((part, index) => part !== last.contextKey[index]);
}

/**
 * An earlier run may have copied the runtimes to a custom folder. They are used there, unless the default
 * folder has copies too.
 */
function runtimeFolderOf(
  project: Project,
  files: readonly FileRecord[],
  { followsCopies, installed }: ContextInput,
): string | undefined {
  const copy = files.find(({ last }) => last?.outcome === null);
  if (!followsCopies || !copy || installed.hasCopy(project, undefined)) return undefined;
  return dirname(copy.path);
}

function hasRuntime(
  project: Project,
  names: readonly string[],
  folders: ReadonlyMap<Project, string | undefined>,
  installed: Installed,
): boolean {
  const projects = project.main ? [project, project.main] : [project];
  return (
    installed.hasPackage(project) || projects.some((one) => installed.hasCopy(one, folders.get(one), names))
  );
}

function appOf(project: Project): Project {
  return project.main ?? project;
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
