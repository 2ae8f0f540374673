import type { FamilyUse, HostUse, LinkUse, RewriteOptions } from '../engine/types';
import { type AppCompanion, appCompanions, type CompanionOption, type Migration } from '../migrations';
import type { FileOutcome } from './types';

/** The engine options that depend on the whole project. */
export type ProjectOptions = Pick<
  RewriteOptions,
  'hostUses' | 'families' | 'wholeFamilies' | 'links' | CompanionOption
>;

/** The result for a file, from which evidence is collected. */
export type ProcessedFile =
  // Only evidence from a file, such as a runtime copy, that is not the user's source.
  | { kind: 'copy'; runtime: string }
  | {
      kind: 'source';
      outcome: FileOutcome;
      hostUses: readonly HostUse[];
      families: readonly FamilyUse[];
      links: readonly LinkUse[];
    }
  | { kind: 'failed'; outcome: FileOutcome };

interface ProjectState {
  /** Whether every file of the run has been processed at least once. */
  isComplete: boolean;
  /** Whether the project, or the app that contains it, has one of these runtimes from an earlier run. */
  hasRuntime(names: readonly string[]): boolean;
}

/** A kind of evidence: what a project's files show, and the options that follow for some of them. */
export interface EvidenceKind<Item = unknown> {
  name: string;
  /** With `app`, an independent subpackage shares its evidence with its app. */
  scope: 'project' | 'app';
  /**
   * Names that are candidates only with this kind's options. A file with no other names is processed only
   * once they apply.
   */
  names: readonly string[];
  /** The evidence in one file. Items are compared as JSON. */
  of(source: ProcessedFile): readonly Item[];
  /** The options that follow from all files' evidence, or `undefined` without any. */
  options(items: readonly Item[], state: ProjectState): ProjectOptions | undefined;
  /**
   * Whether the evidence of a file is that of its latest result, because its options do not affect it. Types
   * do.
   */
  isLatest?: boolean;
  /** Whether these options can change the result of a file with such items or with one of the names. */
  concerns(file: { shows: boolean; hasName: boolean }): boolean;
}

/** The items of each kind, by the name of the kind. */
export type Evidence = Readonly<Record<string, readonly unknown[]>>;

/**
 * All kinds of evidence. Callers iterate over this list and never name a kind.
 * @param named the migrations that the user has named
 */
export function evidenceKinds(
  migrations: readonly Migration[],
  named: readonly string[] = [],
): readonly EvidenceKind[] {
  return [
    hostUses,
    families(migrations, named),
    links(migrations),
    ...appCompanions(migrations).map(appCompanion),
  ];
}

/**
 * Some hosts have their own APIs under the deprecated names. A recording may start in one file and stop in
 * another, so only the whole project shows which API is meant.
 */
const hostUses: EvidenceKind<HostUse> = {
  name: 'host-uses',
  scope: 'project',
  names: [],
  of: (source) => (source.kind === 'source' ? source.hostUses : []),
  options: (uses, { isComplete }) => (isComplete && uses.length > 0 ? { hostUses: uses } : undefined),
  concerns: ({ shows }) => shows,
};

/**
 * A family whose APIs share state is migrated as a whole or not at all, unless the user names it or an earlier
 * run has begun.
 */
function families(migrations: readonly Migration[], named: readonly string[]): EvidenceKind<FamilyUse> {
  return {
    name: 'families',
    scope: 'app',
    names: [],
    isLatest: true,
    of: (source) => (source.kind === 'source' ? source.families : []),
    options: (uses, { isComplete }) => {
      const left = migrations.flatMap(({ name }) => {
        const own = uses.filter(({ migration }) => migration === name);
        const stay = own.find((one) => one.stay);
        return stay ? [{ ...stay, isMigrated: own.some(({ isMigrated }) => isMigrated) }] : [];
      });
      if (!isComplete || left.length === 0) return undefined;
      const begun = left.filter(({ isMigrated }) => isMigrated).map(({ migration }) => migration);
      const names = left.map(({ migration }) => migration);
      return {
        families: left,
        wholeFamilies: names.filter((name) => !named.includes(name) && !begun.includes(name)),
      };
    },
    concerns: ({ shows }) => shows,
  };
}

/**
 * A native page is a script and a template, which are rewritten together, and with them the calls in other files. A
 * companion may be alone in such a file.
 */
function links(migrations: readonly Migration[]): EvidenceKind<LinkUse> {
  const names = migrations.flatMap(({ link, companions = [] }) =>
    link ? companions.flatMap(({ apis }) => Object.keys(apis)) : [],
  );
  return {
    name: 'links',
    scope: 'project',
    names,
    isLatest: true,
    of: (source) => (source.kind === 'source' ? source.links : []),
    options: (uses, { isComplete }) => (isComplete && uses.length > 0 ? { links: uses } : undefined),
    concerns: ({ shows, hasName }) => shows || hasName,
  };
}

/** In an app that uses a runtime, its companions are rewritten in all files. */
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

/**
 * Evidence only grows: what a file has shown once is kept, whatever its next result is. This guarantees that
 * a run ends.
 */
export function withEvidence(
  before: Evidence,
  more: Evidence,
  kinds: readonly EvidenceKind[] = [],
): Evidence {
  const latest = new Set(kinds.flatMap(({ name, isLatest }) => (isLatest ? name : [])));
  return Object.fromEntries(
    Object.entries({ ...before, ...more }).map(([name]) => [
      name,
      distinct([...(latest.has(name) ? [] : (before[name] ?? [])), ...(more[name] ?? [])]),
    ]),
  );
}

function distinct(items: readonly unknown[]): readonly unknown[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
