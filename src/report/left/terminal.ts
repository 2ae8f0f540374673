import { printable } from '../../project/printable';
import type { Colors } from '../colors';
import type { Report } from '../result';
import type { ReportText } from '../text';
import { numbered } from './markdown';
import { isMadeByRun } from './order';
import { type Section, sectionsOf } from './sections';
import { exampleHeading, leftText } from './text';

/** The manual findings for a terminal, a part each. */
export function leftList(report: Report, words: ReportText, colors: Colors): string {
  const text = leftText(words.language);
  const sections = sectionsOf(report, words);
  if (sections.length === 0) return `${text.none}\n`;
  const automatic = report.done ? 0 : report.totals.rewritten;
  const intro = text.intro(automatic).replaceAll('`', '');
  return `${[intro, ...sections.map((section) => part(section, words, colors))].join('\n\n')}\n`;
}

function part(section: Section, words: ReportText, colors: Colors): string {
  const { number, file, finding, excerpt, help, sameAs } = section;
  const text = leftText(words.language);
  const place = `${printable(file.shown)}:${excerpt.line}:${excerpt.column}`;
  const check = words.about(text.verify, help.verify);
  const lines = [
    `${colors.bold(`${number}.`)} ${place}  ${colors.bold(finding.api)}  ${colors.dim(`[${finding.code}]`)}`,
  ];
  if (sameAs !== undefined) return [...lines, indented(`${text.same(sameAs)}\n${check}`)].join('\n');
  const { example } = help;
  return [
    ...lines,
    indented(words.about(text.found, printable(finding.reason))),
    ...(excerpt.lines.length > 0 ? [indented(safe(numbered(section)), 4)] : []),
    ...(example
      ? [
          indented(words.about(exampleHeading(example, isMadeByRun(finding), text), '')),
          ...(section.exampleAs === undefined
            ? example.blocks.map(({ code }) => indented(safe(code), 4))
            : [indented(text.same(section.exampleAs), 4)]),
        ]
      : []),
    ...help.steps.map((step) => indented(`${colors.cyan('→')} ${printable(plainText(step))}`)),
    indented(check),
    indented(words.about(text.more, help.url)),
  ].join('\n');
}

function indented(text: string, by = 2): string {
  return text
    .split('\n')
    .map((line) => `${' '.repeat(by)}${line}`.trimEnd())
    .join('\n');
}

/** Code without the control characters that a terminal would interpret. */
function safe(code: string): string {
  return code
    .split('\n')
    .map((line) => printable(line.replaceAll('\t', '  ')))
    .join('\n');
}

/** A step with the addresses of its links. */
function plainText(step: string): string {
  return step.replace(/\[([^\]]+)\]\((\S+?)\)/g, '$1 ($2)');
}
