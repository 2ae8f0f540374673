import { extname } from 'node:path';
import type { Finding } from '../../engine/types';
import { valueText } from '../../messages/format';
import { migrationMessages, migrations } from '../../migrations';
import { findingPage, pageName } from '../pages';
import type { FileReport, Report } from '../result';
import type { ReportText } from '../text';
import { quote } from '../text/en';
import { changedLines } from './changed-lines';
import { isMadeByRun } from './order';
import { type CodeBlock, isAboutReplacement, pageExample } from './page-example';
import { pageSteps } from './page-steps';
import { leftText } from './text';

/** What a person or a program needs in order to work on a manual finding. */
export interface Help {
  /** The page about the finding. */
  url: string;
  /** What to do, in order, and what to do if that does not fit. */
  steps: string[];
  /** The command that exits with 0 once nothing of the migration is left in the file. */
  verify: string;
  example?: Example;
}

/** Code that shows the result. */
export interface Example {
  /**
   * `location`: a diff of this file, planned by the migration. `file`: code of this file that stays. `page`: code from
   * the page about the finding.
   */
  from: 'location' | 'file' | 'page';
  blocks: readonly CodeBlock[];
}

/** Findings about what several files do, which a check of one file may miss. */
const ABOUT_APP = [
  'manual/held-back',
  'manual/open-host',
  'manual/global-property',
  'manual/global-in-template',
];

/**
 * The help for a manual finding.
 * @param text the text of its file before the run
 */
export function helpOf(
  finding: Finding,
  file: FileReport,
  text: () => string,
  report: Report,
  words: ReportText,
): Help {
  const { hint } = words.finding(finding);
  const example = exampleOf(finding, file, text, report);
  const { steps: said } = leftText(words.language);
  const page = report.pages?.()[pageName(finding)]?.[words.language];
  const onPage = page === undefined ? [] : pageSteps(finding, page, words.language);
  const comments = suppressions(finding, file, text, said.reason);
  const addsImport =
    example?.from === 'location' &&
    !isMadeByRun(finding) &&
    example.blocks.some(({ code }) => IMPORT.test(code));
  const run = runCommand(finding, report);
  return {
    url: findingPage(finding, words.language),
    steps: [
      ...[...(hint ? [hint] : []), ...onPage].map((step) => said.runAgain(step, run)),
      ...callersStep(finding, report, words),
      ...(addsImport ? [said.copyRuntime(run)] : []),
      ...(onPage.some((step) => step.includes(comments[0]!)) ? [] : [said.keep(comments)]),
    ],
    verify: verifyCommand(finding, file, report),
    ...(example && { example }),
  };
}

/** A new import of a runtime. */
const IMPORT = /^\+ .*(\bfrom ['"]|\brequire\(['"]).*taro-modernize/m;

function exampleOf(
  finding: Finding,
  { path, editsAt }: FileReport,
  text: () => string,
  { pages }: Report,
): Example | undefined {
  const lines = finding.data?.lines;
  if (typeof lines === 'string')
    return { from: 'file', blocks: [{ language: languageOf(path), code: lines }] };
  // No migration rewrites these, so the engine need not be asked.
  const edits = isAboutReplacement(finding) ? undefined : editsAt?.(finding.start);
  if (edits) return { from: 'location', blocks: [{ language: 'diff', code: changedLines(text(), edits) }] };
  if (!pages) return undefined;
  // Only the names: the module of a runtime is in every example.
  const to = valueText(finding.data?.to, 'en', migrationMessages);
  const replacement = to.replace(/ from the runtime module \w+/g, '');
  const blocks = pageExample(finding, path, text(), replacement, pages());
  return blocks.length > 0 ? { from: 'page', blocks } : undefined;
}

/** The language of a file's script. */
function languageOf(path: string): string {
  return /\.[cm]?([jt]sx?)$/.exec(path)?.[1] ?? 'js';
}

/** How many callers a step lists. */
const MOST_CALLERS = 10;

/** For a computed name: where the code has the names of APIs as strings. */
function callersStep({ messageId, migration }: Finding, report: Report, { language }: ReportText): string[] {
  if (!/^manual\/computed/.test(messageId)) return [];
  const places = report.files.flatMap((file) =>
    file.findings
      .filter((one) => one.messageId === 'ignored/text' && one.migration === migration)
      .map(({ api, line }) => `${file.shown}:${line} (${api})`),
  );
  return [leftText(language).steps.callers(places.slice(0, MOST_CALLERS), places.length)];
}

/** The comments that suppress a finding in the syntax of its location. */
function suppressions(
  { code, start, messageId }: Finding,
  { path }: FileReport,
  text: () => string,
  reason: string,
) {
  const comment = `taro-modernize-ignore ${code} ${reason}`;
  const ending = extname(path);
  const isTemplate = ending === '.vue' ? isInTemplate(text(), start) : !/^\.[cm]?[jt]sx?$/.test(ending);
  if (isTemplate) return [`<!-- ${comment} -->`];
  return /^manual\/markup/.test(messageId) ? [`{/* ${comment} */}`, `// ${comment}`] : [`// ${comment}`];
}

function isInTemplate(text: string, offset: number): boolean {
  const before = text.slice(0, offset);
  return before.lastIndexOf('<script') <= before.lastIndexOf('</script');
}

/** The command that rewrites what has become possible. */
function runCommand({ migration }: Finding, { options = [], paths = [] }: Report): string {
  const only = migrations.some(({ name, optIn }) => name === migration && optIn) ? ['--only', migration] : [];
  return ['npx taro-modernize', ...[...only, ...options, ...paths].map(quote)].join(' ');
}

function verifyCommand(
  { messageId, migration, level }: Finding,
  { shown }: FileReport,
  report: Report,
): string {
  const { options = [], paths = [] } = report;
  return [
    'npx taro-modernize --check',
    ...(level === 'advised' ? ['--level advised'] : []),
    `--only ${migration}`,
    ...options.map(quote),
    ...(ABOUT_APP.includes(messageId) ? paths : [shown]).map(quote),
  ].join(' ');
}
