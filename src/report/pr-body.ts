import type { Finding } from '../engine/types';
import { type Migration, migrations } from '../migrations';
import type { LinkToLine } from '../project/repository-url';
import { localized } from './localized';
import { code, inline } from './markdown-text';
import { findingPage, migrationPage } from './pages';
import { describeProblem } from './problem';
import type { FileReport, Report } from './result';
import type { ReportText } from './text';

/** What a pull request says besides the findings. */
export interface PrFacts {
  /** Folders of the copied runtimes, as shown. */
  runtimes: readonly string[];
  link?: LinkToLine;
}

/** GitHub accepts 65,536 characters. */
const LIMIT = 60_000;

/** The text of a pull request: per migration what changed and why, what is left, and what to test on a device. */
export function toPrBody(report: Report, text: ReportText, facts: PrFacts): string {
  for (let most = 1000; ; most = Math.floor(most / 2)) {
    const body = bodyWith(report, text, facts, most);
    if (body.length <= LIMIT || most === 0) return body;
  }
}

/** @param most how many locations are listed for a migration */
function bodyWith(report: Report, text: ReportText, { runtimes, link }: PrFacts, most: number): string {
  const { prBody: words } = text;
  const { totals, done, version } = report;
  const parts = [words.intro(done, totals.rewritten, totals.changed, version)];
  if (runtimes.length > 0) parts.push(words.runtime(runtimes.map(code)));
  for (const migration of migrations) parts.push(...section(migration, report, text, link, most));
  const problems = report.files.filter((file) => file.problem);
  if (problems.length > 0) {
    const lines = problems.slice(0, most).map((file) => {
      const { place, what, next } = describeProblem(file.problem!, file.shown, text);
      return `- ${code(place)} ${inline(what)}. ${inline(next)}`;
    });
    parts.push(`## ${text.problemHeading(problems.length)}`, withRest(lines, problems.length, text));
  }
  return `${parts.join('\n\n')}\n`;
}

/** The paragraphs about a migration; none without a finding that changes or needs something. */
function section(
  migration: Migration,
  report: Report,
  text: ReportText,
  link: LinkToLine | undefined,
  most: number,
): string[] {
  const { prBody: words, language } = text;
  const found = (verdict: 'rewritten' | 'manual') =>
    report.files.flatMap((file) =>
      localized(file, verdict, text)
        .filter((finding) => finding.migration === migration.name)
        .map((finding) => ({ file, finding })),
    );
  const rewritten = found('rewritten');
  const manual = found('manual');
  if (rewritten.length + manual.length === 0) return [];
  const isRequired = [...rewritten, ...manual].some(({ finding }) => finding.level === 'required');
  const parts = [`## ${inline(migration.summary[language])}`];
  if (rewritten.length > 0) {
    const files = new Set(rewritten.map(({ file }) => file)).size;
    parts.push(words.replaced(report.done, countsOf(rewritten.map(({ finding }) => finding.api)), files));
  }
  parts.push(words.why(isRequired, migrationPage(migration, language), migration.docs));
  if (manual.length > 0) {
    const lines = manual.slice(0, most).map(({ file, finding }) => left(file, finding, text, link));
    parts.push(`${words.left}\n\n${withRest(lines, manual.length, text)}`);
  }
  const trial = migration.runtime?.trial?.[language];
  if (trial && rewritten.length > 0) parts.push(`${words.test}\n\n- [ ] ${trial}`);
  return parts;
}

function left(file: FileReport, finding: Finding, text: ReportText, link: LinkToLine | undefined): string {
  const place = code(`${file.shown}:${finding.line}`);
  const url = link?.(file.path, finding.line);
  const page = text.aside(`[${finding.code}](${findingPage(finding, text.language)})`);
  const said = text.about(
    `${url ? `[${place}](${url})` : place} ${code(finding.api)}`,
    inline(finding.reason),
  );
  return `- [ ] ${said}${page}${finding.hint ? `<br>${inline(finding.hint)}` : ''}`;
}

function withRest(lines: readonly string[], all: number, text: ReportText): string {
  const rest = all - lines.length;
  return [...lines, ...(rest > 0 ? [`- ${text.prBody.more(rest)}`] : [])].join('\n');
}

/** `startRecord` (2) */
function countsOf(apis: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const api of apis) counts.set(api, (counts.get(api) ?? 0) + 1);
  return [...counts].map(([api, count]) => `${code(api)} (${count})`);
}
