import type { HostUse, RewriteOptions } from '../engine/types';
import { type AppCompanion, appCompanions, type CompanionOption, type Migration } from '../migrations';
import type { FileOutcome } from './types';

/** The engine's options that depend on the project as a whole. */
export type ProjectOptions = Pick<RewriteOptions, 'hostUses' | CompanionOption>;

/** What became of a file: what evidence is taken from. */
export type ProcessedFile =
  // Nobody's source: only told from one.
  | { kind: 'copy'; runtime: string }
  | { kind: 'source'; outcome: FileOutcome; hostUses: readonly HostUse[] }
  | { kind: 'failed'; outcome: FileOutcome };

export interface ProjectState {
  /** Whether every file of the run has been processed at least once. */
  isComplete: boolean;
  /** Whether the project, or the app that it is part of, has one of these runtimes from an earlier run. */
  hasRuntime(names: readonly string[]): boolean;
}

/** One kind of evidence: what the files of a project show, and which options follow for some of these files. */
export interface EvidenceKind<Item = unknown> {
  name: string;
  /** With `app`, an independent subpackage shares its evidence with its app. */
  scope: 'project' | 'app';
  /** Names that are candidates only with this kind's options: a file without other names waits for them. */
  names: readonly string[];
  /** What one file shows. Items are compared as JSON. */
  of(source: ProcessedFile): readonly Item[];
  /** The options that follow from what all files show, or `undefined` if none do. */
  options(items: readonly Item[], state: ProjectState): ProjectOptions | undefined;
  /** Whether these options can change the result of a file that shows such items, or has one of the names. */
  concerns(file: { shows: boolean; hasName: boolean }): boolean;
}

/** The items of each kind, by the name of the kind. */
export type Evidence = Readonly<Record<string, readonly unknown[]>>;

/** All that is gathered over a project, in one list: the rest of a run knows none of the kinds. */
export function evidenceKinds(migrations: readonly Migration[]): readonly EvidenceKind[] {
  return [hostUses, ...appCompanions(migrations).map(appCompanion)];
}

/**
 * Some hosts have APIs of their own under the deprecated names. A recording may begin in one file and end in another,
 * so the project as a whole tells which API is meant.
 */
const hostUses: EvidenceKind<HostUse> = {
  name: 'host-uses',
  scope: 'project',
  names: [],
  of: (source) => (source.kind === 'source' ? source.hostUses : []),
  options: (uses, { isComplete }) => (isComplete && uses.length > 0 ? { hostUses: uses } : undefined),
  concerns: ({ shows }) => shows,
};

/** In an app that uses a runtime, what goes along with it is rewritten too: whichever file uses it. */
function appCompanion({ option, apis, runtimes }: AppCompanion): EvidenceKind<string> {
  return {
    name: option,
    scope: 'app',
    names: apis,
    of: (source) => {
      const used = source.kind === 'copy' ? [source.runtime] : (source.outcome.change?.runtimes ?? []);
      return used.filter((runtime) => runtimes.includes(runtime));
    },
    options: (used, { hasRuntime }) =>
      used.length > 0 || hasRuntime(runtimes) ? { [option]: true } : undefined,
    concerns: ({ hasName }) => hasName,
  };
}

export function evidenceOf(kinds: readonly EvidenceKind[], source: ProcessedFile): Evidence {
  return Object.fromEntries(kinds.map((kind) => [kind.name, kind.of(source)]));
}

/** Evidence only grows: what a file has shown once holds, whatever its next result is. So a run comes to an end. */
export function withEvidence(before: Evidence, more: Evidence): Evidence {
  return Object.fromEntries(
    Object.entries({ ...before, ...more }).map(([name]) => [
      name,
      distinct([...(before[name] ?? []), ...(more[name] ?? [])]),
    ]),
  );
}

function distinct(items: readonly unknown[]): readonly unknown[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
