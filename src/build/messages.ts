import { codeFrameColumns } from '@babel/code-frame';
import { type Finding, isNote, type SourceError } from '../engine';

const NAME = '[taro-modernize]';

/**
 * What a person reads about what is left for a person.
 * @param shown The file, as the reader knows it.
 * @param source The file's text, for a code frame; `''` where there is none.
 */
export function manualMessage(finding: Finding, shown: string, source: string): string {
  const { api, line, column, reason, code, hint } = finding;
  const what = isNote(finding) ? api : `${api} is left as it is`;
  const message = `${NAME} ${shown}:${line}:${column}: ${what}: ${reason} (${code}).`;
  const frame = codeFrame(finding, source);
  return [`${message}${hint ? ` ${hint}` : ''}`, ...(frame ? [frame] : [])].join('\n');
}

/** The finding's lines, without colours: bundlers print into files as well. */
export function codeFrame(finding: Finding, source: string): string {
  if (source === '') return '';
  const { line, column, endLine, endColumn } = finding;
  return codeFrameColumns(source, { start: { line, column }, end: { line: endLine, column: endColumn } });
}

/** What a person reads about a module that our parser does not understand. */
export function unparsedMessage({ filename, line, column, message }: SourceError): string {
  return `${NAME} ${filename}:${line}:${column}: left as it is, because it cannot be parsed: ${message}`;
}
