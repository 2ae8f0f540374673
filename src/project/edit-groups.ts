import type { Finding } from '../engine/types';
import { migrations } from '../migrations';
import type { FileChange, FileOutcome, Rejected } from './types';

/** Edits that are accepted or rejected together. */
export interface EditGroup {
  /** What is rejected with the group, by file, in the order of the files. */
  readonly parts: ReadonlyMap<FileOutcome, Rejected>;
}

type Changed = FileOutcome & { change: FileChange };

/** Rewrites that are not tried separately, by file. */
type Unit = Map<FileOutcome, Finding[]>;

/** Removed or renamed imports follow from the other rewrites. */
const IMPORTS = ['rewritten/specifier', 'rewritten/imported'];

const SHARING: ReadonlySet<string> = new Set(
  migrations.flatMap(({ name, sharesState }) => (sharesState ? name : [])),
);

/**
 * The groups of all edits, in the order of the files and of their first edits. Rewrites are in one group if one is
 * not possible without the other, or if their APIs share state in the app. The TODO comments of a file are a group.
 * @param tick called before each file, with the number of files done
 */
export async function editGroups(
  files: readonly FileOutcome[],
  tick?: (done: number) => Promise<void>,
): Promise<EditGroup[]> {
  const changed = files.filter((file): file is Changed => file.change !== undefined);
  const units = unitsOf(changed);
  const ties = new Map<Unit, Set<Unit>>(units.map((unit) => [unit, new Set()]));
  const effective = new Set<Unit>();
  const marked: Changed[] = [];
  for (const [index, file] of changed.entries()) {
    await tick?.(index);
    const own = units.filter((unit) => unit.has(file));
    for (const unit of own) {
      const { hasEffect, lost } = rejection(file, unit.get(file)!);
      if (hasEffect) effective.add(unit);
      for (const other of own) {
        if (other === unit || !other.get(file)!.some((finding) => lost.has(keyOf(finding)))) continue;
        ties.get(unit)!.add(other);
        ties.get(other)!.add(unit);
      }
    }
    if (own.length === 0 || afterWithout(file, { rewrites: [], marks: true }) !== file.change.after)
      marked.push(file);
  }
  const groups = [
    ...connected(ties)
      .filter((together) => together.some((unit) => effective.has(unit)))
      .map((together) => groupOf(together, changed)),
    ...marked.map((file) => ({ parts: new Map([[file, { rewrites: [], marks: true }]]) })),
  ];
  return inOrder(groups, changed);
}

/** The result for a file with only the accepted groups, or `undefined` if nothing of it is accepted. */
export function acceptedPart(
  file: FileOutcome,
  groups: readonly EditGroup[],
  isAccepted: (group: EditGroup) => boolean,
): FileOutcome | undefined {
  const own = groups.filter(({ parts }) => parts.has(file));
  const rejected = own.filter((group) => !isAccepted(group)).map(({ parts }) => parts.get(file)!);
  if (rejected.length === 0) return file;
  if (rejected.length === own.length) return undefined;
  return file.change?.parts?.without({
    rewrites: rejected.flatMap(({ rewrites }) => rewrites),
    marks: rejected.some(({ marks }) => marks),
  });
}

/** One unit per place, and one per app and migration whose APIs share state. */
function unitsOf(files: readonly Changed[]): Unit[] {
  const units = new Map<unknown, Map<string, Unit>>();
  for (const file of files) {
    for (const finding of file.findings) {
      if (!isRewrite(finding)) continue;
      const { project } = file.change;
      const isShared = SHARING.has(finding.migration);
      const around = isShared ? (project.main ?? project) : file;
      const key = isShared ? finding.migration : keyOf(finding);
      const inside = units.get(around) ?? new Map<string, Unit>();
      const unit: Unit = inside.get(key) ?? new Map();
      unit.set(file, [...(unit.get(file) ?? []), finding]);
      units.set(around, inside.set(key, unit));
    }
  }
  return [...units.values()].flatMap((inside) => [...inside.values()]);
}

/** What happens in a file if some of its rewrites are rejected: whether the text differs, and which others are lost. */
function rejection(
  file: Changed,
  rewrites: readonly Finding[],
): { hasEffect: boolean; lost: ReadonlySet<string> } {
  const left = file.change.parts!.without({ rewrites, marks: false });
  const kept = new Set(left.findings.filter(isRewrite).map(keyOf));
  const lost = file.findings.filter(isRewrite).map(keyOf);
  return {
    hasEffect: left.change?.after !== file.change.after,
    lost: new Set(lost.filter((key) => !kept.has(key))),
  };
}

function afterWithout({ change }: Changed, rejected: Rejected): string {
  return change.parts!.without(rejected).change?.after ?? change.before;
}

/** The sets of units that are tied to each other, directly or not. */
function connected(ties: ReadonlyMap<Unit, ReadonlySet<Unit>>): Unit[][] {
  const seen = new Set<Unit>();
  return [...ties.keys()].flatMap((first) => {
    if (seen.has(first)) return [];
    const together = new Set([first]);
    // The set grows during the loop.
    for (const unit of together) for (const other of ties.get(unit)!) together.add(other);
    for (const unit of together) seen.add(unit);
    return [[...together]];
  });
}

function groupOf(together: readonly Unit[], files: readonly Changed[]): EditGroup {
  const parts = files.flatMap((file): [FileOutcome, Rejected][] => {
    const rewrites = together.flatMap((unit) => unit.get(file) ?? []);
    return rewrites.length > 0 ? [[file, { rewrites, marks: false }]] : [];
  });
  return { parts: new Map(parts) };
}

function inOrder(groups: readonly EditGroup[], files: readonly FileOutcome[]): EditGroup[] {
  const indexes = new Map(files.map((file, index) => [file, index]));
  const placed = groups.map((group) => {
    const [[file, { rewrites }]] = group.parts as unknown as [[FileOutcome, Rejected]];
    return { group, index: indexes.get(file)!, start: Math.min(...rewrites.map(({ start }) => start)) };
  });
  return placed.sort((a, b) => a.index - b.index || a.start - b.start).map(({ group }) => group);
}

function isRewrite({ verdict, messageId }: Finding): boolean {
  return verdict === 'rewritten' && !IMPORTS.includes(messageId);
}

function keyOf({ migration, start }: Finding): string {
  return `${migration} ${start}`;
}
