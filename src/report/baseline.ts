import { readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Finding } from '../engine/types';
import { isLeftToDo, type Level } from '../migrations';
import { displayPath, errorCode, errorMessage } from '../project/paths';
import { filtered, isOfLevel, type Report } from './result';

/** How many findings of an API and a code a file has: `startRecord REC105` → 2. */
type Counts = Readonly<Record<string, number>>;

/** The findings that a check accepts, by path relative to the baseline's folder. It has no lines, so code may move. */
export interface Baseline {
  /** Absolute path of the file. */
  file: string;
  entries: Readonly<Record<string, Counts>>;
}

/** More accepted findings than there are. */
export interface Unneeded {
  /** Absolute. */
  path: string;
  /** The API and the code. */
  key: string;
  count: number;
}

/** A baseline that cannot be read. */
export class BaselineError extends Error {
  override readonly name = 'BaselineError';
  /** @param detail why; empty if the file does not exist */
  constructor(
    readonly file: string,
    readonly detail: string,
  ) {
    super(`${file}: ${detail}`);
  }
}

/** @throws {BaselineError} */
export function readBaseline(file: string): Baseline {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new BaselineError(file, errorCode(error) === 'ENOENT' ? '' : errorMessage(error));
  }
  if (!isBaseline(content)) throw new BaselineError(file, 'not { version: 1, entries }');
  return { file, entries: content.entries };
}

function isBaseline(content: unknown): content is { version: 1; entries: Baseline['entries'] } {
  if (!isRecord(content) || content.version !== 1 || !isRecord(content.entries)) return false;
  return Object.values(content.entries).every(
    (entry) => isRecord(entry) && Object.values(entry).every((count) => Number.isSafeInteger(count)),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of a baseline's file. It is sorted, so that merges conflict rarely. */
export function baselineText({ entries }: Baseline): string {
  const content = Object.fromEntries(
    sorted(entries).map(([path, entry]) => [path, Object.fromEntries(sorted(entry))]),
  );
  return `${JSON.stringify({ version: 1, entries: content }, null, 2)}\n`;
}

function sorted<Value>(record: Readonly<Record<string, Value>>): [string, Value][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * The findings of a file that the baseline does not accept. If there are more of an API and a code than it
 * accepts, all of them are new, because nothing tells which one was added. If there are not more of the API,
 * none is: a call gets another code when a file that it depends on changes.
 */
export function newFindings(baseline: Baseline, path: string, findings: readonly Finding[]): Finding[] {
  const accepted = baseline.entries[nameOf(baseline, path)] ?? {};
  const present = countsOf(findings);
  const isAccepted = (finding: Finding) => {
    const key = keyOf(finding);
    return (
      present[key]! <= (accepted[key] ?? 0) || totalOf(present, finding.api) <= totalOf(accepted, finding.api)
    );
  };
  return findings.filter((finding) => !isLeftToDo(finding) || !isAccepted(finding));
}

/** How many findings of an API there are, of all codes. */
function totalOf(all: Counts, api: string): number {
  const own = Object.entries(all).filter(([key]) => key.startsWith(`${api} `));
  return own.reduce((sum, [, count]) => sum + count, 0);
}

/**
 * A report without the findings that the baseline accepts, and their number. It is also without code that only
 * changes along with deprecated APIs, which a check does not count.
 */
export function withoutAccepted(report: Report, baseline: Baseline): { report: Report; accepted: number } {
  const { report: rest } = filtered(report, ({ path, findings }) =>
    newFindings(baseline, path, findings).filter((one) => one.verdict !== 'rewritten' || isLeftToDo(one)),
  );
  const leftIn = ({ files }: Report) => files.flatMap(({ findings }) => findings.filter(isLeftToDo)).length;
  return { report: rest, accepted: leftIn(report) - leftIn(rest) };
}

/**
 * The accepted findings that no longer exist.
 * @param isSearched whether the run has searched a file, by its real path, or would have if it existed
 */
export function unneeded(
  report: Report,
  baseline: Baseline,
  isSearched: (path: string) => boolean,
): Unneeded[] {
  const present = entriesOf(report, baseline, 'advised');
  const isKnown = knownTo(report, baseline, isSearched);
  return sorted(baseline.entries).flatMap(([name, accepted]) => {
    if (!isKnown(name)) return [];
    return sorted(accepted).flatMap(([key, all]) => {
      const count = all - (present[name]?.[key] ?? 0);
      return count > 0 ? [{ path: pathOf(baseline, name), key, count }] : [];
    });
  });
}

/**
 * A baseline that accepts the findings of a report. Entries of files that the run has not searched stay.
 * @param level findings below it are not accepted
 */
export function updated(
  report: Report,
  baseline: Baseline,
  level: Level,
  isSearched: (path: string) => boolean,
): Baseline {
  const isKnown = knownTo(report, baseline, isSearched);
  const kept = Object.entries(baseline.entries).filter(([name]) => !isKnown(name));
  return { ...baseline, entries: { ...entriesOf(report, baseline, level), ...Object.fromEntries(kept) } };
}

/** Whether a run knows all findings of a file, by its name in the baseline. */
function knownTo(
  { files }: Report,
  baseline: Baseline,
  isSearched: (path: string) => boolean,
): (name: string) => boolean {
  const failed = new Set(files.flatMap(({ path, problem }) => (problem ? [nameOf(baseline, path)] : [])));
  return (name) => !failed.has(name) && isSearched(pathOf(baseline, name));
}

function entriesOf({ files }: Report, baseline: Baseline, level: Level): Record<string, Counts> {
  const entries = files.map(({ path, findings }) => {
    const wanted = findings.filter((finding) => isOfLevel(finding, level));
    return [nameOf(baseline, path), countsOf(wanted)] as const;
  });
  return Object.fromEntries(entries.filter(([, entry]) => Object.keys(entry).length > 0));
}

function countsOf(findings: readonly Finding[]): Counts {
  const found: Record<string, number> = {};
  for (const finding of findings)
    if (isLeftToDo(finding)) found[keyOf(finding)] = (found[keyOf(finding)] ?? 0) + 1;
  return found;
}

function keyOf({ api, code }: Finding): string {
  return `${api} ${code}`;
}

/** A file's name in the baseline. Links are resolved, because a bundler and the command may name a file differently. */
function nameOf({ file }: Baseline, path: string): string {
  return displayPath(real(dirname(file)), join(real(dirname(path)), basename(path)));
}

function pathOf({ file }: Baseline, name: string): string {
  return join(real(dirname(file)), name);
}

function real(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
