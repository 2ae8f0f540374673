import type { Directive, Node, Statement } from '@babel/types';
import type MagicString from 'magic-string';
import { lineEnd, lineStart, restOfLine } from '../parse/text';
import { leadingComments, removeCode, removeWithLine, replaceCode } from './edit-code';
import type { RemoveSpecifiers } from './removal';
import { removeFromList } from './remove-from-list';
import { continues, endsOpen, ownEnd } from './semicolons';
import type { Source } from './source';

/** Removes specifiers but keeps the import. */
export function removeSpecifiers(
  output: MagicString,
  source: Source,
  { declaration, specifiers }: RemoveSpecifiers,
): void {
  const gone = new Set<unknown>(specifiers);
  if (specifiers.length === declaration.specifiers.length) {
    // `import a from './a'` → `import './a'`
    const from = declaration.start! + 'import'.length;
    replaceCode(output, source, { from, to: declaration.source.start!, code: ' ' });
    return;
  }
  const first = declaration.specifiers[0]!;
  const hasDefault = first.type === 'ImportDefaultSpecifier';
  const rest = declaration.specifiers.slice(hasDefault ? 1 : 0);
  if (hasDefault && gone.has(first)) {
    // `Taro, { login }` → `{ login }`
    const to = source.next(source.after(',', first.end!)!);
    removeCode(output, source, { from: first.start!, to });
  }
  if (rest.some((specifier) => !gone.has(specifier))) removeFromList(output, source, rest, gone);
  else if (rest.length > 0) {
    // `Taro, { startRecord }` → `Taro`
    const last = rest.at(-1)!;
    const isList = last.type === 'ImportSpecifier';
    const to = isList ? source.after('}', source.after(',', last.end!) ?? last.end!)! : last.end!;
    removeCode(output, source, { from: first.end!, to });
  }
}

/**
 * Removes a whole statement with its line. Comments in it are kept.
 * @param isReplaced whether other code takes its place
 */
export function removeStatement(
  output: MagicString,
  source: Source,
  statement: Statement,
  isReplaced: boolean,
): void {
  const from = statement.start!;
  const to = ownEnd(statement, source);
  const comments = source.commentsIn(from, to);
  if (comments.length === 0) {
    removeWithLine(output, source.text, from, to);
    if (!isReplaced && !/Import/.test(statement.type)) removeDoubledBlank(output, source.text, from, to);
  } else {
    const rest = restOfLine(source.text, to);
    const kept = leadingComments(comments, source, lineEnd(source.text));
    output.overwrite(from, to, rest.eol && rest.text.trim() === '' ? kept.trimEnd() : kept);
  }
}

/**
 * The statements of a list that need a semicolon before them, because without the removed statements they
 * would continue the statement above: `a⏎import b from 'b'⏎(c)`.
 * @param gone the statements to remove completely
 */
export function joinedByRemoval(list: Node, source: Source, gone: ReadonlySet<unknown>): Node[] {
  const { directives, body } = statementsOf(list);
  const left: Node[] = [...directives, ...body.filter((statement) => !gone.has(statement))];
  return left.filter((statement, index) => {
    const before = left[index - 1];
    const above = body[(body as Node[]).indexOf(statement) - 1];
    const isParted = above !== undefined && gone.has(above) && ownEnd(above, source) === above.end;
    return (
      isParted && before !== undefined && endsOpen(before, source.text) && continues(statement, source.text)
    );
  });
}

function statementsOf(list: Node): { directives: Directive[]; body: Statement[] } {
  switch (list.type) {
    case 'Program':
    case 'BlockStatement':
      return list;
    case 'SwitchCase':
      return { directives: [], body: list.consequent };
    case 'StaticBlock':
    case 'TSModuleBlock':
      return { directives: [], body: list.body };
    default:
      return { directives: [], body: [] };
  }
}

/** Removes the blank line below a removed line if the line above is blank or starts a block. */
function removeDoubledBlank(output: MagicString, text: string, start: number, end: number): void {
  const from = lineStart(text, start);
  const rest = restOfLine(text, end);
  if (text.slice(from, start).trim() !== '' || rest.text.trim() !== '') return;
  const next = restOfLine(text, rest.end + rest.eol.length);
  const isBlankAbove = from === 0 || /(^|[{\r\n])[\t ]*(\r\n|\r|\n)$/.test(text.slice(0, from));
  if (isBlankAbove && next.eol && next.text.trim() === '')
    output.remove(rest.end + rest.eol.length, next.end + next.eol.length);
}
