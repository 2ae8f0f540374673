import type { ImportDeclaration, Node, Program } from '@babel/types';
import type MagicString from 'magic-string';
import { leadingComments, removeCode, removeWithLine } from './edit-code';
import { removeFromList } from './remove-from-list';
import { continues, endsOpen, ownEnd } from './semicolons';
import type { Source } from './source';
import { lineEnd, restOfLine } from './text';
import type { RemoveSpecifiers } from './unused-specifiers';

/** Removes specifiers of which at least one stays. */
export function removeSpecifiers(
  output: MagicString,
  source: Source,
  { declaration, specifiers }: RemoveSpecifiers,
): void {
  const gone = new Set<unknown>(specifiers);
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

/** Removes a whole import with its line. Comments in it stay in its place. */
export function removeImport(output: MagicString, source: Source, declaration: ImportDeclaration): void {
  const from = declaration.start!;
  const to = ownEnd(declaration, source);
  const comments = source.commentsIn(from, to);
  if (comments.length === 0) removeWithLine(output, source.text, from, to);
  else {
    const rest = restOfLine(source.text, to);
    const kept = leadingComments(comments, source, lineEnd(source.text));
    output.overwrite(from, to, rest.eol && rest.text.trim() === '' ? kept.trimEnd() : kept);
  }
}

/**
 * The statements that need a semicolon before them, because with the imports between gone they would continue the
 * statement above: `a⏎import b from 'b'⏎(c)`.
 * @param gone The imports that are removed as a whole.
 */
export function joinedByRemoval(
  { directives, body }: Program,
  source: Source,
  gone: ReadonlySet<Node>,
): Node[] {
  const left: Node[] = [...directives, ...body.filter((statement) => !gone.has(statement))];
  return left.filter((statement, index) => {
    const before = left[index - 1];
    const above = body[(body as Node[]).indexOf(statement) - 1];
    const isParted = above !== undefined && gone.has(above) && ownEnd(above, source) === above.end;
    return (
      isParted &&
      before !== undefined &&
      endsOpen(before, source.text) &&
      continues(source.text, statement.start!)
    );
  });
}
