import type { Edit, Finding } from '../../engine/types';
import { isAboutSuppression } from '../../messages/reasons';
import type { CompanionOptions, Level } from '../../migrations/index';
import type { ProcessedText } from '../../project/process-file';
import type { Problem } from '../../project/types';
import { isOfLevel } from '../../report/result';
import type { Fixer, Range, Report } from './host';
import { FIX_FILE, findingData, problemData, UNCHECKED } from './messages';

/** The context of one version of a file. */
export interface LintedFile {
  path: string;
  /** Without a byte order mark. */
  text: string;
  /** The lowest level of manual findings to report. */
  level: Level;
  /** Runs the engine with some of the migrations. */
  process(migrations: readonly string[], options: ProcessOptions): ProcessedText;
  /** The runtimes among the given ones that the project lacks. */
  missing(runtimes: readonly string[]): readonly string[];
  /** The runtime of a migration. */
  runtimeOf(migration: string): string | undefined;
  /** Whether a comment disables a rule at the start of a finding. */
  isDisabled(rule: string, finding: Finding): boolean;
}

interface ProcessOptions extends CompanionOptions {
  isSuppressed?: (migration: string, start: number) => boolean;
}

/** An enabled rule with its configuration. */
interface ActiveRule {
  /** Including the plugin's name, as in comments. */
  id: string;
  migration: string;
  options: CompanionOptions;
}

/** The reports of all rules for one version of a file. The engine runs once for all of them. */
export class LintRun {
  readonly #file: () => LintedFile;
  readonly #rules: ActiveRule[] = [];
  #reports: ReadonlyMap<string, readonly Report[]> | undefined;

  constructor(file: () => LintedFile) {
    this.#file = file;
  }

  get hasBegun(): boolean {
    return this.#reports !== undefined;
  }

  /** ESLint creates the listeners of all rules before it calls one of them. */
  add(rule: ActiveRule): void {
    this.#rules.push(rule);
  }

  reportsOf(migration: string): readonly Report[] {
    this.#reports ??= reportsOf(this.#file(), this.#rules);
    return this.#reports.get(migration) ?? [];
  }
}

/** A finding with its report. */
interface Reported {
  finding: Finding;
  /** Whether the file's fix includes this change. */
  isFixed: boolean;
  /** The missing runtime that prevents the fix. */
  missing?: string;
}

function reportsOf(file: LintedFile, rules: readonly ActiveRule[]): Map<string, readonly Report[]> {
  const names = rules.map(({ migration }) => migration);
  const options: CompanionOptions = Object.assign({}, ...rules.map((rule) => rule.options));
  const first = file.process(names, options);
  if (first.kind === 'copy') return new Map();
  if (first.kind === 'failed') return new Map([[names[0]!, [uncheckedReport(first.problem, file.path)]]]);

  const { findings, edits, runtimes } = first.result;
  const ids = new Map(rules.map(({ id, migration }) => [migration, id]));
  const disabled = findings.filter((one) => file.isDisabled(ids.get(one.migration)!, one));
  const missing = file.missing(runtimes);
  if (disabled.length === 0 && missing.length === 0) {
    const reported = findings.map((finding) => ({ finding, isFixed: finding.verdict === 'rewritten' }));
    return reportsByMigration(file, reported, edits);
  }

  // A second run without the parts that stay, because one fix changes the whole file.
  const missingFor = (migration: string) => missing.find((runtime) => runtime === file.runtimeOf(migration));
  const fixable = names.filter((name) => missingFor(name) === undefined);
  const isSuppressed = (migration: string, start: number) =>
    disabled.some((one) => one.migration === migration && one.start === start);
  const second = fixable.length > 0 ? file.process(fixable, { ...options, isSuppressed }) : undefined;
  const rest = second?.kind === 'source' ? second.result : { findings: [], edits: [] };
  const reported = [
    ...findings
      .filter(
        (finding) =>
          disabled.includes(finding) ||
          !fixable.includes(finding.migration) ||
          isAboutSuppression(finding.messageId),
      )
      .map((finding) => ({
        finding,
        isFixed: false,
        ...(!disabled.includes(finding) && { missing: missingFor(finding.migration) }),
      })),
    ...rest.findings
      .filter(({ messageId }) => !isAboutSuppression(messageId))
      .map((finding) => ({ finding, isFixed: finding.verdict === 'rewritten' })),
  ];
  return reportsByMigration(file, reported, rest.edits);
}

/**
 * Only the first fixable finding carries the fix: applied twice, its edits would overlap. Of the findings of a
 * rule that need a missing runtime, only the first is reported: all need the same step.
 */
function reportsByMigration(
  { text, level }: LintedFile,
  reported: readonly Reported[],
  edits: readonly Edit[],
): Map<string, Report[]> {
  const fix = fixOf(text, edits);
  const reports = new Map<string, Report[]>();
  const inOrder = [...reported].sort((a, b) => a.finding.start - b.finding.start);
  const fixed = inOrder.find(({ isFixed }) => isFixed);
  const unfixable = inOrder.filter(({ finding, missing }) => missing && finding.verdict === 'rewritten');
  for (const one of inOrder) {
    const { finding, isFixed, missing: runtime } = one;
    const { migration, messageId, verdict } = finding;
    if (
      (verdict === 'ignored' && !isAboutSuppression(messageId)) ||
      (verdict === 'manual' && !isOfLevel(finding, level))
    )
      continue;
    const alike = unfixable.filter((other) => other.finding.migration === migration);
    if (alike.indexOf(one) > 0) continue;
    const missing = runtime && alike.includes(one) ? { runtime, others: alike.length - 1 } : undefined;
    const report: Report = {
      loc: rangeOf(finding),
      messageId,
      data: findingData(finding, missing),
      ...(fix && one === fixed && { fix }),
      ...(fix && isFixed && one !== fixed && { suggest: [{ messageId: FIX_FILE, fix }] }),
    };
    reports.set(migration, [...(reports.get(migration) ?? []), report]);
  }
  return reports;
}

/** All edits as one, because they depend on each other. */
function fixOf(text: string, edits: readonly Edit[]): Fixer | undefined {
  if (edits.length === 0) return undefined;
  const start = edits[0]!.start;
  const end = edits.at(-1)!.end;
  let at = start;
  const parts = edits.flatMap((edit) => {
    const kept = text.slice(at, edit.start);
    at = edit.end;
    return [kept, edit.text];
  });
  const fix = { range: [start, end] as [number, number], text: parts.join('') };
  return () => fix;
}

/** ESLint's columns are 0-based. */
function rangeOf({ line, column, endLine, endColumn }: Finding): Range {
  return { start: { line, column: column - 1 }, end: { line: endLine, column: endColumn - 1 } };
}

function uncheckedReport(problem: Problem, path: string): Report {
  const at = { line: problem.line ?? 1, column: (problem.column ?? 1) - 1 };
  return { loc: { start: at, end: at }, messageId: UNCHECKED, data: problemData(problem, path) };
}
