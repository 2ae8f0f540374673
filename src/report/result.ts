import type { Finding, Verdict } from '../engine/types';
import type { Level } from '../migrations';
import type { FileChange, FileOutcome, Problem } from '../project/types';
import type { Pages } from './finding-pages';

/** A file in the report, after all changes were made (or, in a dry run, planned). */
export interface FileReport {
  /** Absolute. */
  path: string;
  /** Relative to the working directory, with `/`. */
  shown: string;
  /** Written, or to be written by the same command without `--dry-run`, `--check` or `scan`. */
  changed: boolean;
  findings: readonly Finding[];
  problem?: Problem;
  change?: Pick<FileChange, 'before' | 'after' | 'edits'>;
  /** As in the result of the run. */
  editsAt?: FileOutcome['editsAt'];
}

export interface Totals {
  files: number;
  scanned: number;
  changed: number;
  rewritten: number;
  manual: number;
  ignored: number;
  errors: number;
}

/** The data of a report, for all formats. */
export interface Report {
  version: string;
  files: readonly FileReport[];
  totals: Totals;
  /** Whether the changes were written, not only planned. */
  done: boolean;
  cwd: string;
  /** The finding pages, for examples. Undefined in builds. */
  pages?: () => Pages;
  /** The options of the run that decide what it finds, for the commands in a report. */
  options?: readonly string[];
  /** The paths that the user has named. */
  paths?: readonly string[];
}

export function totalsOf(files: readonly FileReport[], scanned: number): Totals {
  const totals: Totals = {
    files: files.length,
    scanned,
    changed: 0,
    rewritten: 0,
    manual: 0,
    ignored: 0,
    errors: 0,
  };
  for (const file of files) {
    if (file.changed) totals.changed++;
    if (file.problem) totals.errors++;
    for (const finding of file.findings) if (counts(file, finding)) totals[finding.verdict]++;
  }
  return totals;
}

/** Whether a finding has at least the given level. */
export function isOfLevel({ level }: Pick<Finding, 'level'>, least: Level): boolean {
  return least === 'advised' || level === 'required';
}

/** A report without findings below a level, and the number of those omitted. */
export function ofLevel(report: Report, least: Level): { report: Report; hidden: number } {
  const { report: shown, omitted } = filtered(report, ({ findings }) =>
    findings.filter((finding) => isOfLevel(finding, least)),
  );
  return { report: shown, hidden: omitted };
}

/**
 * A report with some of its findings, and the number of those omitted that require a change.
 * @param keep the findings of a file to keep
 */
export function filtered(
  report: Report,
  keep: (file: FileReport) => readonly Finding[],
): { report: Report; omitted: number } {
  const files = report.files.flatMap((file): FileReport[] => {
    const findings = keep(file);
    if (findings.length === file.findings.length) return [file];
    const changed = file.changed && findings.some(({ verdict }) => verdict === 'rewritten');
    return findings.length === 0 && !file.problem ? [] : [{ ...file, findings, changed }];
  });
  const totals = totalsOf(files, report.totals.scanned);
  const leftIn = ({ rewritten, manual }: Totals) => rewritten + manual;
  return { report: { ...report, files, totals }, omitted: leftIn(report.totals) - leftIn(totals) };
}

/** A rewrite that was not written (because writing failed or the file was not chosen) does not count. */
export function counts(file: FileReport, finding: Finding): boolean {
  return finding.verdict !== 'rewritten' || file.changed;
}

export function withVerdict(file: FileReport, verdict: Verdict): Finding[] {
  return file.findings.filter((finding) => finding.verdict === verdict && counts(file, finding));
}

export function toFileReport(file: FileOutcome, shown: string): FileReport {
  const { path, findings, problem, change, editsAt } = file;
  return {
    path,
    shown,
    changed: change !== undefined && problem === undefined,
    findings,
    problem,
    change,
    editsAt,
  };
}
