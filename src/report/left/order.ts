import { posix } from 'node:path';
import type { Finding } from '../../engine/types';
import type { Message } from '../../messages/message';
import type { FileReport } from '../result';

export interface Placed {
  file: FileReport;
  finding: Finding;
}

/** Settings and syntax: once they are right, a run rewrites the rest by itself. */
const FIRST = [
  'manual/no-platform',
  'manual/no-mini-program',
  'manual/unpublished',
  'manual/script',
  'manual/sloppy-script',
  'manual/unread-markup',
  'manual/unread-template',
];
/** Code that other code goes through. */
const WRAPPERS = [
  'manual/computed',
  'manual/computed-many',
  'manual/assigned',
  'manual/assigned-member',
  'manual/derived',
];
/** They wait for another finding. */
const LAST = ['manual/held-back', 'manual/patched', 'manual/patched-member'];

/** Whether a run makes the change by itself, once something else is done. */
export function isMadeByRun({ messageId }: Finding): boolean {
  return BY_RUN.includes(messageId);
}

const BY_RUN = [
  'manual/no-platform',
  'manual/no-mini-program',
  'manual/unpublished',
  'manual/global-property',
  ...LAST,
];

/**
 * Findings in an order in which they can be worked on: first what lets a run do more, then wrappers, then what uses
 * them. APIs that must be replaced come before those that only should be.
 */
export function inWorkingOrder(all: readonly Placed[]): Placed[] {
  const depths = depthsOf(all);
  const rank = ({ file, finding: { level, messageId } }: Placed) => [
    FIRST.includes(messageId) ? 0 : 1,
    level === 'required' ? 0 : 1,
    LAST.includes(messageId) ? 1 : 0,
    depths.get(file) ?? 0,
    WRAPPERS.includes(messageId) ? 0 : 1,
  ];
  return all
    .map((one, index) => ({ one, key: [...rank(one), index] }))
    .sort(({ key: a }, { key: b }) => a.map((part, index) => part - b[index]!).find((by) => by !== 0) ?? 0)
    .map(({ one }) => one);
}

/** How many files with findings a file gets its unclear objects through. */
function depthsOf(all: readonly Placed[]): Map<FileReport, number> {
  const files = new Map(all.map(({ file }) => [withoutEnding(file.shown), file]));
  const sources = new Map<FileReport, FileReport[]>();
  for (const { file, finding } of all) {
    const source = sourceOf(finding);
    const from = source?.startsWith('.') && fileAt(posix.join(posix.dirname(file.shown), source), files);
    if (from && from !== file) sources.set(file, [...(sources.get(file) ?? []), from]);
  }
  const depths = new Map<FileReport, number>();
  const depthOf = (file: FileReport, seen: readonly FileReport[] = []): number => {
    const known = depths.get(file);
    if (known !== undefined || seen.includes(file)) return known ?? 0;
    const own = (sources.get(file) ?? []).map((from) => 1 + depthOf(from, [...seen, file]));
    const depth = Math.max(0, ...own);
    depths.set(file, depth);
    return depth;
  };
  for (const { file } of all) depthOf(file);
  return depths;
}

/** The module that an unclear object comes from. */
function sourceOf({ data }: Finding): string | undefined {
  const cause = data?.cause as Message | undefined;
  const source = cause?.data?.source;
  return typeof source === 'string' ? source : undefined;
}

function fileAt(path: string, files: ReadonlyMap<string, FileReport>): FileReport | undefined {
  return files.get(withoutEnding(path)) ?? files.get(`${path}/index`);
}

function withoutEnding(path: string): string {
  return path.replace(/\.\w+$/, '');
}
