import type { Finding } from '../engine/types';
import { manual } from '../messages/reasons';
import { printable } from '../project/printable';
import type { Colors } from './colors';
import { localized } from './localized';
import { describeProblem } from './problem';
import { type FileReport, type Report, withVerdict } from './result';
import { columnsOf, cut, padded } from './text/columns';
import type { ReportText } from './text/en';

export interface TerminalOptions {
  text: ReportText;
  colors: Colors;
  /** Whether changes were written, not only planned. */
  done: boolean;
  verbose: boolean;
}

/** The changes by file, made or planned. */
export function changedList(report: Report, { text, colors, done, verbose }: TerminalOptions): string {
  const files = report.files.filter((file) => file.changed);
  if (files.length === 0) return '';
  const lines = [colors.bold(text.changedHeading(files.length, done))];
  for (const file of files) {
    const findings = localized(file, 'rewritten', text);
    lines.push(
      `  ${printable(file.shown)}  ${colors.dim(findings.length > 0 ? text.calls(findings.length) : text.marked)}`,
    );
    if (verbose) lines.push(...findings.map((finding) => `    ${detail(file, finding, colors)}`));
  }
  return block(lines);
}

/**
 * Manual findings as links that terminals and editors open, each with the next step. `reportedList` has those
 * of report-only APIs, unless all are shown.
 */
export function manualList(report: Report, { text, colors, verbose }: TerminalOptions): string {
  const found = report.files.flatMap((file) =>
    localized(file, 'manual', text)
      .filter((finding) => verbose || !isReported(finding))
      .map((finding) => [file, finding] as const),
  );
  if (found.length === 0) return '';
  return block([
    colors.yellow(colors.bold(text.manualHeading(found.length))),
    ...withNextSteps(found, colors),
  ]);
}

/** Findings with their next step, which successive findings may share. */
function withNextSteps(found: readonly (readonly [FileReport, Finding])[], colors: Colors): string[] {
  return found.flatMap(([file, finding], index) => {
    const { hint } = finding;
    const isLast = found[index + 1]?.[1].hint !== hint;
    const line = `  ${detail(file, finding, colors)}`;
    return hint && isLast ? [line, `    ${colors.cyan('→')} ${hint}`] : [line];
  });
}

/** APIs that no migration rewrites, one per line with the number of uses and the replacement. */
export function reportedList(report: Report, { text, colors, verbose }: TerminalOptions): string {
  if (verbose) return '';
  const findings = report.files.flatMap((file) => withVerdict(file, 'manual').filter(isReported));
  return LEVELS.map((level) => {
    const places = new Map<string, Finding[]>();
    for (const finding of findings.filter((one) => one.level === level))
      places.set(finding.api, [...(places.get(finding.api) ?? []), finding]);
    if (places.size === 0) return '';
    const rows = [...places].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
    const count = rows.reduce((sum, [, all]) => sum + all.length, 0);
    const heading = text.reportedHeading(level, rows.length, count);
    const lines = rows.map(([api, all]) => {
      const start = `  ${padded(api, NAME)}${String(all.length).padStart(COUNT)}  `;
      return start + colors.dim(cut(text.replacement(all[0]!), COLUMNS - columnsOf(start)));
    });
    return block([
      level === 'required' ? colors.yellow(colors.bold(heading)) : colors.bold(heading),
      ...lines,
    ]);
  }).join('');
}

const LEVELS = ['required', 'advised'] as const;
/** The width of a narrow terminal in columns, and of the names and numbers in it. */
const COLUMNS = 80;
const NAME = 30;
const COUNT = 3;

/**
 * Whether all uses of an API get the same finding: no migration rewrites it, or none on the app's platforms.
 */
export function isReported({ code }: Finding): boolean {
  return ALIKE.includes(code.slice(-3));
}

const ALIKE = [
  manual.withdrawn('', '', ''),
  manual.markup('', '', '', ''),
  manual.otherPlatforms('', []),
].map(({ number }) => number);

/** Code that works but has an optional next step. */
export function adviceList(report: Report, { text, colors }: TerminalOptions): string {
  const found = report.files.flatMap((file) =>
    localized(file, 'ignored', text).flatMap((finding) => (finding.hint ? [[file, finding] as const] : [])),
  );
  if (found.length === 0) return '';
  return block([colors.bold(text.adviceHeading(found.length)), ...withNextSteps(found, colors)]);
}

export function ignoredList(report: Report, { text, colors }: TerminalOptions): string {
  const lines = report.files.flatMap((file) =>
    localized(file, 'ignored', text).map((finding) => `  ${detail(file, finding, colors)}`),
  );
  return lines.length === 0 ? '' : block([colors.bold(text.ignoredHeading(report.totals.ignored)), ...lines]);
}

export function problemList(report: Report, { text, colors }: TerminalOptions): string {
  const files = report.files.filter((file) => file.problem);
  if (files.length === 0) return '';
  const lines = [colors.red(colors.bold(text.problemHeading(files.length)))];
  for (const file of files) {
    const { place, what, next } = describeProblem(file.problem!, file.shown, text);
    lines.push(`  ${printable(text.about(place, what))}`, `    ${colors.cyan('→')} ${printable(next)}`);
  }
  return block(lines);
}

export function summaryLine(report: Report, { text, colors, done }: TerminalOptions): string {
  const { changed, rewritten, manual, ignored, errors, scanned } = report.totals;
  const parts = [
    colors.green(text.count.changed(changed, done) + text.aside(text.count.rewritten(rewritten, done))),
    manual > 0 ? colors.yellow(text.count.manual(manual)) : text.count.manual(manual),
    text.count.ignored(ignored),
    ...(errors > 0 ? [colors.red(text.count.errors(errors))] : []),
  ];
  return `${text.summary(parts, text.count.scanned(scanned))}\n`;
}

function detail(file: FileReport, finding: Finding, colors: Colors): string {
  const place = `${printable(file.shown)}:${finding.line}:${finding.column}`;
  return `${place}  ${colors.bold(finding.api)}  ${printable(finding.reason)} ${colors.dim(`[${finding.code}]`)}`;
}

function block(lines: readonly string[]): string {
  return `${lines.join('\n')}\n\n`;
}
