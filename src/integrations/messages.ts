import { codeFrameColumns } from '@babel/code-frame';
import { printable } from '../project/printable';
import { type Finding, isCheckFinding, type OutputError, type SourceError } from '../project/rewrite';
import { counts, type FileReport, type Totals } from '../report/result';
import { buildText, findingText, type OnManual } from './text/index';

const NAME = '[taro-modernize]';

/** With our name in front, where the bundler does not say whose message it is. */
export function tagged(message: string): string {
  return `${NAME} ${message}`;
}

/**
 * What a person reads about what is left for a person.
 * @param shown The file, as the reader knows it.
 * @param source The file's text, for a code frame; `''` where there is none.
 */
export function manualMessage(finding: Finding, shown: string, source: string): string {
  const text = findingText();
  const { api, line, column } = finding;
  const what = isCheckFinding(finding) ? api : text.leftAsIs(api);
  const sentence = text.sentence({ ...finding, ...text.finding(finding) });
  const message = `${printable(shown)}:${line}:${column}: ${text.about(what, sentence)}`;
  const frame = codeFrame(finding, source);
  return [message, ...(frame ? [frame] : [])].join('\n');
}

/** The finding's lines, without colours: bundlers print into files as well. */
function codeFrame({ line, column, endLine, endColumn }: Finding, source: string): string {
  if (source === '') return '';
  return codeFrameColumns(source, { start: { line, column }, end: { line: endLine, column: endColumn } });
}

/** What a person reads about a module that our parser does not understand. */
export function unparsedMessage({ filename, line, column, message }: SourceError): string {
  return buildText().unparsed(`${printable(filename)}:${line}:${column}`, message);
}

/** What a person reads about a module whose rewritten text is broken. */
export function defectMessage({ filename, detail }: OutputError): string {
  return buildText().defect(printable(filename), detail);
}

/** One line for a whole build. */
export function summaryMessage(
  totals: Totals,
  { onManual, report }: { onManual: OnManual; report?: string },
): string {
  return tagged(buildText().summary(totals, onManual, report));
}

/** A line per finding. */
export function detailMessages(files: readonly FileReport[]): string[] {
  const text = findingText();
  return files.flatMap((file) =>
    file.findings
      .filter((finding) => counts(file, finding))
      .map((finding) => {
        const { line, column, api, verdict, code } = finding;
        const said = text.verdictOf(text.verdict[verdict], text.finding(finding).reason);
        const place = `${printable(file.shown)}:${line}:${column}`;
        return tagged(`${place} ${text.about(api, said)}${text.aside(code)}`);
      }),
  );
}

export function reportFailedMessage(path: string, failure: string): string {
  return tagged(buildText().reportFailed(path, failure));
}

/** Why nothing is rewritten, when none of the hooks was called that let the plugin into a build. */
export function notRunMessage(platform: string): string {
  return tagged(buildText().notRun(platform, platform === 'rn'));
}

/** Packages that are to be rewritten, and that a prebundle takes past all loaders. */
export function prebundledMessage(packages: readonly string[]): string {
  return tagged(buildText().prebundled(packages, packages.map((name) => `'${name}'`).join(', ')));
}

/** An option that no integration knows, and the one that was meant. */
export function unknownOptionMessage(name: string, known: string | undefined): string {
  return tagged(buildText().unknownOption(name, known));
}

/** Entries of `include` and `exclude` that do nothing. */
export function unmatchedMessages(include: readonly string[], exclude: readonly string[]): string[] {
  const { unmatchedInclude, unmatchedExclude } = buildText();
  return [...include.map(unmatchedInclude), ...exclude.map(unmatchedExclude)].map(tagged);
}
