import type { Finding } from '../../engine/types';
import { localized } from '../localized';
import type { FileReport, Report } from '../result';
import type { ReportText } from '../text';
import { type Excerpt, excerptAt, offsetAfter } from './excerpt';
import { currentText, lazyText } from './file-text';
import { type Help, helpOf } from './help';
import { inWorkingOrder, type Placed } from './order';

/** A finding that needs a manual change, with everything that is needed to make it. */
export interface Section {
  number: number;
  file: FileReport;
  /** In the user's language. */
  finding: Finding;
  /** The code as it is after the run. */
  excerpt: Excerpt;
  help: Help;
  /** The number of the section with the same reason and steps. */
  sameAs?: number;
  /** The number of the section with the same example. */
  exampleAs?: number;
}

/** The manual findings of a report, in an order in which they can be worked on. */
export function sectionsOf(report: Report, words: ReportText): Section[] {
  const placed = report.files.flatMap((file) =>
    localized(file, 'manual', words).map((finding): Placed => ({ file, finding })),
  );
  const first = new Map<string, number>();
  const numberOf = (key: string, number: number) => {
    const known = first.get(key);
    if (known === undefined) first.set(key, number);
    return known;
  };
  return inWorkingOrder(placed).map(({ file, finding }, index): Section => {
    const number = index + 1;
    const excerpt = excerptOf(finding, file);
    const help = helpOf(finding, file, lazyText(file), report, words);
    const example = exampleText(help);
    const key = [finding.code, finding.api, finding.reason, ...help.steps, example].join('\n');
    const sameAs = numberOf(key, number);
    const exampleAs = example === '' ? undefined : numberOf(example, number);
    return {
      number,
      file,
      finding,
      excerpt,
      help,
      ...(sameAs !== undefined && { sameAs }),
      ...(exampleAs !== undefined && { exampleAs }),
    };
  });
}

function exampleText({ example }: Help): string {
  return (example?.blocks ?? []).map(({ code }) => code).join('\n');
}

/** The code in the file as it is now, which a build does not change. */
function excerptOf({ line, column, start }: Finding, file: FileReport): Excerpt {
  const text = currentText(file);
  if (text === undefined) return { line, column, lines: [] };
  const { change } = file;
  return excerptAt(text, change && text === change.after ? offsetAfter(change.edits, start) : start);
}
