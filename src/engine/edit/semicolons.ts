import type { Node } from '@babel/types';
import { templateProperties } from '../parse/vue-expression';
import type { Source } from './source';

/** Statements that end without a semicolon and that no following code can continue. */
const CLOSED = /^(Block|ClassDecl|DoWhile|FunctionDecl|Switch|TSEnum|TSInterface|TSModule|Try)/;

/** Whether a statement would continue a previous one without a semicolon. An expression of a template cannot. */
export function continues(statement: Node, text: string): boolean {
  const isCode =
    statement.type !== 'ExpressionStatement' || templateProperties(statement.expression) === undefined;
  return isCode && /[([`/+\-<]/.test(text[statement.start!] ?? '');
}

/** Whether only the line break ends a statement, so that following code could continue it. */
export function endsOpen(statement: Node, text: string): boolean {
  if (text[statement.end! - 1] === ';') return false;
  const last = lastPart(statement);
  return last ? endsOpen(last, text) : !CLOSED.test(statement.type);
}

/** The statement or declaration at the end of another one. */
function lastPart(statement: Node): Node | null | undefined {
  switch (statement.type) {
    case 'IfStatement':
      return statement.alternate ?? statement.consequent;
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'LabeledStatement':
    case 'WhileStatement':
    case 'WithStatement':
      return statement.body;
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      return statement.declaration;
    default:
      return undefined;
  }
}

/**
 * The end of a statement without a semicolon on a later line: `a = b⏎;[c]`. The parser counts that semicolon
 * as part of the first statement, but it protects the second one and must stay.
 */
export function ownEnd({ end }: Node, source: Source): number {
  if (source.text[end! - 1] !== ';') return end!;
  const code = source.previous(end! - 1);
  return /[\r\n]/.test(source.text.slice(code, end! - 1)) ? code : end!;
}
