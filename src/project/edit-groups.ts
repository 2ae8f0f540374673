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
  migrations.flatMap(({ name, sharesState, link }) => (sharesState || link ? name : [])),
);

/**
 * The groups of all edits, in the order of the files and of their first edits. Rewrites are in one group if one is
 * not possible without the other, or if their APIs share state in the app, or are linked to elements. The TODO comments of a file are a group.
 * @param tick called before each file, with the number of files done
 */
export async function editGroups(
  files: readonly FileOutcome[],
  tick?: (done: number) => Promise<void>,
): Promise<EditGroup[]> {
  const changed = files.filter((file): file is Changed => file.change !== undefined);
  const units = unitsOf(changed);
  const ties = new Map<Unit, Set<Unit>>(units.map((unit) => [unit, new Set()]));
  const marked: Changed[] = [];
  for (const [index, file] of changed.entries()) {
    await tick?.(index);
    const own = units.filter((unit) => unit.has(file));
    // Usually there is only one, which needs no other.
    for (const unit of own.length > 1 ? own : []) {
      const kept = rewritesWithout(file, unit.get(file)!);
      for (const other of own) {
        if (other === unit || other.get(file)!.every((finding) => kept.has(keyOf(finding)))) continue;
        ties.get(unit)!.add(other);
        ties.get(other)!.add(unit);
      }
    }
    if (hasMarks(file)) marked.push(file);
  }
  const groups = [
    ...connected(ties).map((together) => groupOf(together, changed)),
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
  if (rejected.length === own.length) return undefined;
  if (rejected.length === 0) return file;
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

/** The rewrites of a file that are still possible if some of the others are rejected. */
function rewritesWithout({ change }: Changed, rewrites: readonly Finding[]): Set<string> {
  const { findings } = change.parts!.without({ rewrites, marks: false });
  return new Set(findings.filter(isRewrite).map(keyOf));
}

/** Whether the change adds or removes TODO comments. */
function hasMarks({ change }: Changed): boolean {
  const left = change.parts!.without({ rewrites: [], marks: true });
  return left.change?.after !== change.after;
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
    const [first] = group.parts;
    const [file, { rewrites }] = first!;
    // The TODO comments of a file come last.
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
