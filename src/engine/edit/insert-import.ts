import type { Comment, Node } from '@babel/types';
import type MagicString from 'magic-string';
import { lineEnd, lineStart, quoteIn, restOfLine } from '../parse/text';
import type { Anchor } from './import-anchor';
import type { ImportForm } from './module-form';
import { continues, ownEnd } from './semicolons';
import type { Source } from './source';

/** A new import of a runtime. */
export interface AddImport {
  form: ImportForm;
  /** Module specifier of the runtime. */
  source: string;
  /** The runtime's exports with their local names, in alphabetical order. `*` is the module itself. */
  names: ImportedName[];
  anchor: Anchor;
}

export interface ImportedName {
  exported: string;
  local: string;
}

/**
 * Writes new imports in the style of the file: its quotes, semicolons and line endings.
 * @param added not empty, and all for the same place
 * @param isRemoved whether another operation removes the statement at that place
 */
export function insertImports(
  output: MagicString,
  source: Source,
  added: readonly AddImport[],
  isRemoved: boolean,
): void {
  const { position, statement } = added[0]!.anchor;
  if (statement.start === statement.end) insertAtEnd(output, source, statement, added);
  else if (position === 'after') insertAfter(output, source, statement, added, isRemoved);
  else insertBefore(output, source, statement, added);
}

function insertAfter(
  output: MagicString,
  source: Source,
  statement: Node,
  added: readonly AddImport[],
  isRemoved: boolean,
): void {
  const { text, program } = source;
  const end = ownEnd(statement, source);
  const isGuarded = end !== statement.end;
  const own = text.slice(statement.start!, end);
  const semicolon = !isGuarded && (own.endsWith(';') || !endsWithSemicolon(statement));
  const rest = restOfLine(text, source.endOfTrailingComments(end));
  if (/^[\t ]*$/.test(rest.text)) {
    const eol = rest.eol || lineEnd(text);
    const code = importTexts(added, quoteIn(own), semicolon).join(eol);
    const next = program.body[(program.body as Node[]).indexOf(statement) + 1];
    const guard = !semicolon && !isGuarded && next && continues(next, text) ? ';' : '';
    // It replaces a removed import, whose line ending is kept.
    if (isRemoved) output.appendLeft(rest.end + rest.eol.length, `${code}${guard}${rest.eol}`);
    else output.appendLeft(rest.end, `${eol}${code}${guard}`);
    return;
  }
  // More code on the same line: the previous statement has its semicolon, and this one needs one too.
  const full = importTexts(added, quoteIn(own), true).join(' ');
  output.appendLeft(statement.end!, isRemoved ? full : ` ${full}`);
}

function insertBefore(
  output: MagicString,
  source: Source,
  statement: Node,
  added: readonly AddImport[],
): void {
  const { text, program } = source;
  const above = program.directives.at(-1) ?? program.interpreter;
  const floor = above ? source.endOfTrailingComments(above.end!) : (program.start ?? 0);
  const comments = source.comments.filter(({ start, end }) => start! >= floor && end! <= statement.start!);
  const header = lastHeaderComment(comments, text, statement);
  const next = comments[header + 1] ?? statement;
  const eol = lineEnd(text);
  const semicolon = semicolonStyle(source);
  const from = lineStart(text, next.start!);
  if (
    from < floor ||
    (header >= 0 && from < comments[header]!.end!) ||
    !/^[\t ]*$/.test(text.slice(from, next.start!))
  ) {
    output.appendLeft(next.start!, `${importTexts(added, quoteIn(text), true).join(' ')} `);
    return;
  }
  const code = importTexts(added, quoteIn(text), semicolon).join(eol);
  const guard = !semicolon && continues(statement, text) ? ';' : '';
  output.appendLeft(from, `${code}${guard}${eol}${eol}`);
}

/** Writes imports into a script without statements, below its comments. */
function insertAtEnd(
  output: MagicString,
  { text }: Source,
  { start: end }: Node,
  added: readonly AddImport[],
): void {
  const eol = lineEnd(text);
  const isOnNewLine = /[\r\n][\t ]*$/.test(text.slice(0, end!));
  const code = importTexts(added, quoteIn(text), true).join(eol);
  output.appendLeft(end!, `${isOnNewLine ? '' : eol}${code}${eol}`);
}

function importTexts(added: readonly AddImport[], quote: string, semicolon: boolean): string[] {
  return added.flatMap((one) => importText(one, quote, semicolon ? ';' : ''));
}

/** The statements for one import, with a `var` for each export. */
function importText({ form, source, names }: AddImport, quote: string, end: string): string[] {
  const from = `${quote}${source}${quote}`;
  if (form === 'import-equals') return [`import ${names[0]!.local} = require(${from})${end}`];
  if (form === 'var-require')
    return names.map(({ exported, local }) => `var ${local} = require(${from}).${exported}${end}`);
  const as = form === 'import' ? ' as ' : ': ';
  const list = names
    .map(({ exported, local }) => (exported === local ? exported : `${exported}${as}${local}`))
    .join(', ');
  return form === 'import'
    ? [`import { ${list} } from ${from}${end}`]
    : [`const { ${list} } = require(${from})${end}`];
}

/**
 * The index of the last comment that belongs to the file rather than its first statement: a license, a tool
 * directive, or any comment followed by a blank line.
 */
function lastHeaderComment(comments: readonly Comment[], text: string, statement: Node): number {
  let last = -1;
  comments.forEach((comment, index) => {
    const next = comments[index + 1]?.start ?? statement.start!;
    const apart = /\r\n\s*?\r\n|\n[\t ]*\n|\r[\t ]*\r/.test(text.slice(comment.end!, next));
    const forTheFile =
      /^[!]|@flow|@noflow|@ts-|@jsx|@format|@prettier|@license|@preserve|@file|@author|@description|created by|author:|作者|copyright|licen[cs]e|eslint|<reference|<amd|^\s*globals? /i.test(
        comment.value,
      );
    if (apart || forTheFile || FILE_NAME.test(comment.value)) last = index;
  });
  return last;
}

/** `// pages/index/index.js`: WeChat's tools write this on the first line of a file. */
const FILE_NAME = /^[\s*]*[\w@./\\-]+\.[cm]?[jt]sx?\s*$/;

function endsWithSemicolon(statement: Node): boolean {
  return /^(Import|Export|TSImportEquals|Variable|Expression)/.test(statement.type);
}

function semicolonStyle(source: Source): boolean {
  const { program } = source;
  const statements: Node[] = [...program.directives, ...program.body.filter(endsWithSemicolon)];
  return (
    statements.length === 0 ||
    statements.some((statement) => source.text[ownEnd(statement, source) - 1] === ';')
  );
}
