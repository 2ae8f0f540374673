import { codeFrameColumns } from '@babel/code-frame';
import type { UnknownMigrationError } from '../migrations';
import { printable } from '../project/printable';
import { type Finding, isCheckFinding, type OutputError, type SourceError } from '../project/rewrite';
import { counts, type FileReport, type Totals } from '../report/result';
import { buildText, findingText, type Told } from './text/index';

const NAME = '[taro-modernize]';

/** Prefixed with our name if the bundler does not show the source of a message. */
export function tagged(message: string): string {
  return `${NAME} ${message}`;
}

/**
 * The message for a manual finding.
 * @param shown the path as printed
 * @param source the file's text for a code frame; `''` without a text
 */
export function manualMessage(finding: Finding, shown: string, source: string): string {
  const text = findingText();
  const { api, line, column } = finding;
  const what = isCheckFinding(finding) ? api : text.toChange(api);
  const sentence = text.sentence({ ...finding, ...text.finding(finding) });
  const message = `${printable(shown)}:${line}:${column}: ${text.about(what, sentence)}`;
  const frame = codeFrame(finding, source);
  return [message, ...(frame ? [frame] : [])].join('\n');
}

/** The lines around the finding without colors, because bundlers also print to files. */
function codeFrame({ line, column, endLine, endColumn }: Finding, source: string): string {
  if (source === '') return '';
  return codeFrameColumns(source, { start: { line, column }, end: { line: endLine, column: endColumn } });
}

/** The message for a module that our parser cannot read. */
export function unparsedMessage({ filename, line, column, message }: SourceError): string {
  return buildText().unparsed(`${printable(filename)}:${line}:${column}`, message);
}

/** The message for a module whose rewritten text does not parse. */
export function defectMessage({ filename, detail }: OutputError): string {
  return buildText().defect(printable(filename), detail);
}

/** The one-line summary of a build. */
export function summaryMessage(totals: Totals, { onManual, report, accepted }: Told): string {
  return tagged(buildText().summary(totals, { onManual, report, accepted }));
}

/**
 * The lines of the summary about installed packages that the user has not listed.
 * @param stays the names of the calls that stay, by package
 * @param skipped the files that were not processed
 */
export function packagesMessages(
  stays: ReadonlyMap<string, ReadonlySet<string>>,
  skipped: readonly string[],
): string[] {
  const { staysInPackages, skippedInPackages, calls } = buildText();
  const libraries = [...stays].map(([name, apis]) =>
    calls(printable(name), [...apis].map(findingText().apiName)),
  );
  return [
    ...(stays.size > 0 ? [tagged(staysInPackages(libraries))] : []),
    ...(skipped.length > 0 ? [tagged(skippedInPackages(skipped.map(printable)))] : []),
  ];
}

/**
 * The error for a baseline that cannot be read.
 * @param detail why; empty if the file does not exist
 */
export function baselineMessage(name: string, detail: string): string {
  return tagged(buildText().baseline(printable(name), printable(detail)));
}

/** One line per finding. */
export function detailMessages(files: readonly FileReport[]): string[] {
  const text = findingText();
  return files.flatMap((file) =>
    file.findings
      .filter((finding) => counts(file, finding))
      .map((finding) => {
        const { line, column, api, verdict, code } = finding;
        const said = text.verdictOf(text.verdict(verdict, true), text.finding(finding).reason);
        const place = `${printable(file.shown)}:${line}:${column}`;
        return tagged(`${place} ${text.about(text.apiName(api), said)}${text.aside(code)}`);
      }),
  );
}

export function reportFailedMessage(path: string, failure: string): string {
  return tagged(buildText().reportFailed(path, failure));
}

/** The reason why nothing was rewritten if no hook gave the plugin access to a build. */
export function notRunMessage(platform: string): string {
  return tagged(buildText().notRun(platform, platform === 'rn'));
}

/** Packages to rewrite that a prebundle hides from all loaders. */
export function prebundledMessage(packages: readonly string[]): string {
  return tagged(buildText().prebundled(packages, packages.map((name) => `'${name}'`).join(', ')));
}

/** An option that no integration has, with the intended one. */
export function unknownOptionMessage(name: string, known: string | undefined): string {
  return tagged(buildText().unknownOption(name, known));
}

/** The message for a name that no migration has. */
export function unknownMigrationMessage({ given, meant }: UnknownMigrationError): string {
  return tagged(buildText().unknownMigration(given, meant));
}

/** Entries of `include` and `exclude` without effect. */
export function unmatchedMessages(include: readonly string[], exclude: readonly string[]): string[] {
  const { unmatchedInclude, unmatchedExclude } = buildText();
  return [...include.map(unmatchedInclude), ...exclude.map(unmatchedExclude)].map(tagged);
}
