import type { Verdict } from '../engine/types';
import { leftMarkdown } from './left/markdown';
import { localized } from './localized';
import { code, inline } from './markdown-text';
import { findingPage } from './pages';
import { describeProblem } from './problem';
import type { Report } from './result';
import type { ReportText } from './text';

/**
 * For a pull request, an issue or a hand-off: totals, then each manual finding with what is needed to work on it, then
 * the rest, collapsed.
 * @param folder of the report, relative to the working directory
 */
export function toMarkdown(report: Report, text: ReportText, folder = '.'): string {
  const { report: words } = text;
  const parts = [`# ${words.title}`, totals(report, text)];
  const left = leftMarkdown(report, text, folder);
  if (left) parts.push(`## ${text.manualHeading(report.totals.manual)}`, left);
  const problems = report.files.filter((file) => file.problem);
  if (problems.length > 0) {
    parts.push(
      `## ${text.problemHeading(problems.length)}`,
      table(
        [words.place, words.problem, words.next],
        problems.map((file) => {
          const { place, what, next } = describeProblem(file.problem!, file.shown, text);
          return [code(place), inline(what), inline(next)];
        }),
      ),
    );
  }
  for (const verdict of ['rewritten', 'ignored'] as const) {
    const list = findings(report, text, verdict);
    const heading = text.about(text.verdict(verdict, report.done), String(report.totals[verdict]));
    if (list) parts.push(`<details>\n<summary>${heading}</summary>\n\n${list}\n\n</details>`);
  }
  if (report.files.length === 0) parts.push(words.none);
  return `${parts.join('\n\n')}\n`;
}

function totals({ totals, done }: Report, { report }: ReportText): string {
  const words = report.totals(done);
  const keys = ['scanned', 'changed', 'rewritten', 'manual', 'ignored', 'errors'] as const;
  return table(
    keys.map((key) => words[key]),
    [keys.map((key) => String(totals[key]))],
  );
}

function findings(report: Report, text: ReportText, verdict: Verdict): string {
  const { report: words } = text;
  const rows = report.files.flatMap((file) =>
    localized(file, verdict, text).map((finding) => [
      code(`${file.shown}:${finding.line}:${finding.column}`),
      code(finding.api),
      `${inline(finding.reason)}${text.aside(`[${finding.code}](${findingPage(finding, text.language)})`)}`,
      inline(finding.hint ?? ''),
    ]),
  );
  return rows.length === 0 ? '' : table([words.place, words.api, words.reason, words.next], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
