import type { Finding, Verdict } from '../engine/types';
import type { Level } from '../migrations';
import type { FileChange, FileOutcome, Problem } from '../project/types';

/** A file of the report, after everything that was to happen has happened (or, in a dry run, would have). */
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

/** Everything that a report is made from, whatever its format. */
export interface Report {
  version: string;
  files: readonly FileReport[];
  totals: Totals;
  cwd: string;
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

/** Whether a finding is of a level, or of one that matters more. */
export function isOfLevel({ level }: Pick<Finding, 'level'>, least: Level): boolean {
  return least === 'advised' || level === 'required';
}

/** A report without what is below a level, and how many places that leaves out. */
export function ofLevel(report: Report, least: Level): { report: Report; hidden: number } {
  const files = report.files.flatMap((file): FileReport[] => {
    const findings = file.findings.filter((finding) => isOfLevel(finding, least));
    if (findings.length === file.findings.length) return [file];
    const changed = file.changed && findings.some(({ verdict }) => verdict === 'rewritten');
    return findings.length === 0 && !file.problem ? [] : [{ ...file, findings, changed }];
  });
  const totals = totalsOf(files, report.totals.scanned);
  const leftIn = ({ rewritten, manual }: Totals) => rewritten + manual;
  return { report: { ...report, files, totals }, hidden: leftIn(report.totals) - leftIn(totals) };
}

/** A rewrite that was not carried out (its file could not be written, or was not chosen) is not counted as one. */
export function counts(file: FileReport, finding: Finding): boolean {
  return finding.verdict !== 'rewritten' || file.changed;
}

export function withVerdict(file: FileReport, verdict: Verdict): Finding[] {
  return file.findings.filter((finding) => finding.verdict === verdict && counts(file, finding));
}

export function toFileReport(file: FileOutcome, shown: string): FileReport {
  const { path, findings, problem, change } = file;
  return {
    path,
    shown,
    changed: change !== undefined && problem === undefined,
    findings,
    ...(problem && { problem }),
    ...(change && { change }),
  };
}
