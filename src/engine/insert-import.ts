import type { Comment, File, Node } from '@babel/types';
import type MagicString from 'magic-string';
import type { Operation } from './plan-types';
import { lineEnd, lineStart, restOfLine } from './text';

type AddImport = Extract<Operation, { type: 'add-import' }>;

/**
 * Writes new imports in the file's own style: its quotes, semicolons and line ends.
 * @param operations Not empty, and all for the same place.
 * @param isRemoved Whether another operation takes the whole statement away.
 */
export function insertImports(
  output: MagicString,
  ast: File,
  text: string,
  operations: readonly AddImport[],
  isRemoved: (statement: Node) => boolean,
): void {
  const { position, statement } = operations[0]!.anchor;
  if (position === 'after') insertAfter(output, ast, text, statement, operations, isRemoved(statement));
  else insertBefore(output, ast, text, statement, operations);
}

function insertAfter(
  output: MagicString,
  ast: File,
  text: string,
  statement: Node,
  operations: readonly AddImport[],
  isRemoved: boolean,
): void {
  const own = text.slice(statement.start!, statement.end!);
  // `a = b⏎;[c]`: the semicolon on the next line guards that line, and goes on to do so.
  const guarding = /\s*[\r\n]\s*;$/.exec(own);
  const end = statement.end! - (guarding?.[0].length ?? 0);
  const semicolon = !guarding && (own.endsWith(';') || !endsWithSemicolon(statement));
  const lines = operations.map((operation) => importText(operation, quoteIn(own), semicolon));
  const offset = endOfTrailingComments(ast, text, end);
  const rest = restOfLine(text, offset);
  if (/^[\t ]*$/.test(rest.text)) {
    const eol = rest.eol || lineEnd(text);
    const code = lines.join(eol);
    const guard = !semicolon && startsAmbiguously(text, rest.end) ? ';' : '';
    // In the place of a removed last import, whose own line end stands already.
    if (isRemoved) output.appendLeft(rest.end + rest.eol.length, `${code}${guard}${rest.eol}`);
    else output.appendLeft(rest.end, `${eol}${code}${guard}`);
    return;
  }
  // More code on the same line: the statement before it has its semicolon, and this one needs one too.
  const full = lines.map((line) => (line.endsWith(';') ? line : `${line};`)).join(' ');
  output.appendLeft(statement.end!, isRemoved ? full : ` ${full}`);
}

function insertBefore(
  output: MagicString,
  ast: File,
  text: string,
  statement: Node,
  operations: readonly AddImport[],
): void {
  const { program } = ast;
  const floor = Math.max(
    program.start ?? 0,
    program.interpreter?.end ?? 0,
    program.directives.at(-1)?.end ?? 0,
  );
  const comments = (ast.comments ?? []).filter(
    ({ start, end }) => start! >= floor && end! <= statement.start!,
  );
  const header = lastHeaderComment(comments, text, statement);
  const next = comments[header + 1] ?? statement;
  const eol = lineEnd(text);
  const semicolon = semicolonStyle(text, ast);
  const lines = operations.map((operation) => importText(operation, quoteIn(text), semicolon));
  const from = lineStart(text, next.start!);
  if (
    from < floor ||
    (header >= 0 && from < comments[header]!.end!) ||
    !/^[\t ]*$/.test(text.slice(from, next.start!))
  ) {
    const code = lines.map((line) => (line.endsWith(';') ? line : `${line};`)).join(' ');
    output.appendLeft(next.start!, `${code} `);
    return;
  }
  const guard = !semicolon && next === statement && /^[([`/+-]/.test(text.slice(statement.start!)) ? ';' : '';
  output.appendLeft(from, `${lines.join(eol)}${guard}${eol}${eol}`);
}

function importText({ form, source, names, es5 }: AddImport, quote: string, semicolon: boolean): string {
  const from = `${quote}${source}${quote}`;
  const end = semicolon ? ';' : '';
  if (form === 'import-equals') return `import ${names[0]!.local} = require(${from})${end}`;
  if (es5) {
    return names.map(({ exported, local }) => `var ${local} = require(${from}).${exported}`).join('; ') + end;
  }
  const as = form === 'import' ? ' as ' : ': ';
  const list = names.map(({ exported, local }) =>
    exported === local ? exported : `${exported}${as}${local}`,
  );
  return form === 'import'
    ? `import { ${list.join(', ')} } from ${from}${end}`
    : `const { ${list.join(', ')} } = require(${from})${end}`;
}

/**
 * The index of the last comment that belongs to the file and not to its first statement: a licence, a
 * directive for a tool, or whatever a blank line sets apart.
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
    if (apart || forTheFile) last = index;
  });
  return last;
}

/** Past the comments that end on the statement's line, so that they stay beside it. */
function endOfTrailingComments(ast: File, text: string, offset: number): number {
  let end = offset;
  for (const comment of ast.comments ?? []) {
    if (comment.start! >= end && /^[\t ]*$/.test(text.slice(end, comment.start!))) end = comment.end!;
  }
  return end;
}

/** Whether what follows would be read as going on with a statement that has no semicolon. */
function startsAmbiguously(text: string, offset: number): boolean {
  const next = text.slice(offset).replace(/^(\s|\/\/.*|\/\*[\s\S]*?\*\/)+/, '');
  return /^[([`/+-]/.test(next);
}

function endsWithSemicolon(statement: Node): boolean {
  return /^(Import|Export|TSImportEquals|Variable|Expression)/.test(statement.type);
}

function semicolonStyle(text: string, { program }: File): boolean {
  const ends = [...program.directives, ...program.body.filter(endsWithSemicolon)];
  return ends.length === 0 || ends.some(({ end }) => text[end! - 1] === ';');
}

function quoteIn(text: string): string {
  return /["']/.exec(text)?.[0] ?? "'";
}
