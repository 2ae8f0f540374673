import type { Program } from '@babel/types';
import type MagicString from 'magic-string';
import { nameOf } from '../../ast/syntax';
import { lineEnd, restOfLine } from '../parse/text';
import { leadingComments } from './edit-code';
import type { Operation } from './operations';
import { removeFromList } from './remove-from-list';
import { continues, ownEnd } from './semicolons';
import type { Source } from './source';

type ReplaceExports = Extract<Operation, { type: 'replace-exports' }>;

/** Declares the exports as functions of the runtime. The other exports of the declaration stay. */
export function replaceExports(
  output: MagicString,
  source: Source,
  { body }: Program,
  { declaration, specifiers }: ReplaceExports,
): void {
  const { text } = source;
  const end = ownEnd(declaration, source);
  const hasSemicolon = text[end - 1] === ';';
  const eol = restOfLine(text, end).eol || lineEnd(text);
  const statements = specifiers.map((specifier) =>
    declarations(specifier, text)
      .map((code) => code + (hasSemicolon ? ';' : ''))
      .join(eol),
  );
  const next = body[body.indexOf(declaration) + 1];
  const isContinued = !hasSemicolon && end === declaration.end && next && continues(text, next.start!);
  if (isContinued) statements.push(`${statements.pop()};`);

  const gone = new Set<unknown>(specifiers.map(({ node }) => node));
  if (declaration.specifiers.some((specifier) => !gone.has(specifier))) {
    removeFromList(output, source, declaration.specifiers, gone);
    const rest = restOfLine(text, source.endOfTrailingComments(end));
    output.appendLeft(/^[\t ]*$/.test(rest.text) ? rest.end : end, eol + statements.join(eol));
    return;
  }
  let from = declaration.start!;
  const code = specifiers.map(({ node }, index) => {
    const isLast = index === specifiers.length - 1;
    const to = isLast ? end : source.endOfTrailingComments(source.after(',', node.end!)!);
    const comments = source.commentsIn(from, to);
    from = to;
    return leadingComments(comments, source, eol) + statements[index];
  });
  output.overwrite(declaration.start!, end, code.join(eol));
}

/**
 * The statements for one export. If the file cannot declare its name, another name is declared and exported
 * under it.
 */
function declarations({ node, to, local }: ReplaceExports['specifiers'][number], text: string): string[] {
  const name = nameOf(node.exported)!;
  if (name === 'default') return [`export default ${to}`];
  if (local === undefined) return [`export const ${name} = ${to}`];
  const exported = text.slice(node.exported.start!, node.exported.end!);
  return [`const ${local} = ${to}`, `export { ${local} as ${exported} }`];
}
