import { codeFrameColumns } from '@babel/code-frame';
import { type Finding, isNote, type OutputError, type SourceError } from '../engine';
import { printable } from '../project/printable';
import { counts, type FileReport, type Totals } from '../report/result';

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
  const { api, line, column, reason, code, hint } = finding;
  const what = isNote(finding) ? api : `${api} is left as it is`;
  const message = `${printable(shown)}:${line}:${column}: ${what}: ${reason} (${code}).`;
  const frame = codeFrame(finding, source);
  return [`${message}${hint ? ` ${hint}` : ''}`, ...(frame ? [frame] : [])].join('\n');
}

/** The finding's lines, without colours: bundlers print into files as well. */
function codeFrame({ line, column, endLine, endColumn }: Finding, source: string): string {
  if (source === '') return '';
  return codeFrameColumns(source, { start: { line, column }, end: { line: endLine, column: endColumn } });
}

/** What a person reads about a module that our parser does not understand. */
export function unparsedMessage({ filename, line, column, message }: SourceError): string {
  return `${printable(filename)}:${line}:${column}: left as it is, because it cannot be parsed: ${message}`;
}

/** What a person reads about a module whose rewritten text is broken. */
export function defectMessage({ filename, detail }: OutputError): string {
  return `${printable(filename)}: left as it is, because the rewritten code does not parse (${detail}). This is a defect of taro-modernize: please report it with this file. To build until it is fixed, add the file to the option "exclude".`;
}

/** One line for a whole build. */
export function summaryMessage(
  { changed, rewritten, manual }: Totals,
  { onManual, report }: { onManual: 'warn' | 'error' | 'off'; report?: string },
): string {
  if (rewritten + manual === 0) return `${NAME} no deprecated calls in this build`;
  const done = `${rewritten} rewritten in ${count(changed, 'file')}`;
  if (manual === 0) return `${NAME} ${done}, nothing left to do by hand`;
  const where =
    report !== undefined
      ? `see ${report}`
      : onManual === 'off'
        ? 'see npx taro-modernize scan'
        : 'see the warnings';
  return `${NAME} ${done}, ${manual} left to do by hand (${where})`;
}

/** A line per finding. */
export function detailMessages(files: readonly FileReport[]): string[] {
  return files.flatMap((file) =>
    file.findings
      .filter((finding) => counts(file, finding))
      .map(
        ({ line, column, api, verdict, code, reason }) =>
          `${NAME} ${printable(file.shown)}:${line}:${column} ${api}: ${verdict}, ${reason} (${code})`,
      ),
  );
}

export function reportFailedMessage(path: string, failure: string): string {
  return `${NAME} the report could not be written to ${path}: ${failure}. Correct the option "report" or the folder's permissions.`;
}

/** Why nothing is rewritten, when none of the hooks was called that let the plugin into a build. */
export function notRunMessage(platform: string): string {
  const next =
    platform === 'rn'
      ? "Metro builds React Native, which Taro plugins cannot reach: add 'taro-modernize/babel' to the plugins of babel.config.js."
      : 'Nothing was rewritten. Rewrite the sources with npx taro-modernize, or use taro-modernize/webpack-loader, /vite or /babel.';
  return `${NAME} is installed, but this build (${platform}) did not call it. ${next}`;
}

/** Packages that the option `include` names, and that a prebundle takes past all loaders. */
export function prebundledMessage(packages: readonly string[]): string {
  const list = packages.map((name) => `'${name}'`).join(', ');
  return `${NAME} Taro's prebundle takes ${packages.join(', ')} past all loaders, so "include" does nothing for it. Set compiler.prebundle.exclude: [${list}].`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
