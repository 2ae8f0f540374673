import { posix } from 'node:path';
import type { MessageValue } from '../../messages/message';
import { codeSpan as code, inline } from '../markdown-text';
import type { Report } from '../result';
import type { ReportText } from '../text';
import { isMadeByRun } from './order';
import { type Section, sectionsOf } from './sections';
import { exampleHeading, leftText } from './text';

/**
 * The manual findings, a section each.
 * @param folder of the report, relative to the working directory, for links
 */
export function leftMarkdown(report: Report, words: ReportText, folder: string): string {
  const text = leftText(words.language);
  const sections = sectionsOf(report, words);
  if (sections.length === 0) return '';
  const automatic = report.done ? 0 : report.totals.rewritten;
  return [text.intro(automatic), ...sections.map((section) => sectionText(section, words, folder))].join(
    '\n\n',
  );
}

function sectionText(section: Section, words: ReportText, folder: string): string {
  const { number, file, finding, excerpt, help, sameAs } = section;
  const text = leftText(words.language);
  const place = `${file.shown}:${excerpt.line}:${excerpt.column}`;
  const link = `${encodeURI(posix.relative(folder, file.shown))}#L${excerpt.line}`;
  const heading = `### ${number}. [${code(place)}](${link}) ${code(finding.api)} [${finding.code}](${help.url})`;
  if (sameAs !== undefined) return [heading, text.same(sameAs), check(section, text)].join('\n\n');
  const example = help.example && [
    `**${exampleHeading(help.example, isMadeByRun(finding), text)}**`,
    ...(section.exampleAs === undefined
      ? help.example.blocks.map((block) => fenced(block.code, block.language))
      : [text.same(section.exampleAs)]),
  ];
  return [
    heading,
    `**${text.found}**: ${inline(finding.reason)}`,
    ...(excerpt.lines.length > 0 ? [fenced(numbered(section), '')] : []),
    ...(example ?? []),
    `**${text.next}**`,
    help.steps.map((step, index) => `${index + 1}. ${stepText(step, finding.data?.code)}`).join('\n'),
    check(section, text),
  ].join('\n\n');
}

function check({ help }: Section, { verify }: ReturnType<typeof leftText>): string {
  return `**${verify}**: ${code(help.verify)}`;
}

/** The lines with their numbers; `>` marks that of the finding. */
export function numbered({ excerpt }: Section): string {
  const width = String(excerpt.lines.at(-1)!.number).length;
  return excerpt.lines
    .map(({ number, text, isMarked }) =>
      `${isMarked ? '>' : ' '} ${String(number).padStart(width)} | ${text}`.trimEnd(),
    )
    .join('\n');
}

/**
 * A step may contain code in backticks, and links.
 * @param last code of the finding, with which a hint may end
 */
function stepText(step: string, last?: MessageValue): string {
  if (typeof last === 'string' && last !== '' && step.endsWith(last))
    return stepText(step.slice(0, -last.length)) + code(last);
  return step
    .split(/(`[^`]+`|\[[^\]]+\]\(\S+?\))/)
    .map((part, index) => (index % 2 === 1 ? part : inline(part)))
    .join('');
}

function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}
