import type { ExportNamedDeclaration, ExportSpecifier } from '@babel/types';
import type MagicString from 'magic-string';
import { nameOf } from '../../ast/syntax';
import { lineEnd, restOfLine } from '../parse/text';
import { leadingComments } from './edit-code';
import type { Operation } from './operation';
import { removeFromList } from './remove-from-list';
import { continues, ownEnd } from './semicolons';
import type { Source } from './source';

/** An export that the runtime has. */
export interface ReplacedExport {
  node: ExportSpecifier;
  /** The expression in this file. */
  to: string;
  /** Declared if this file cannot declare the exported name: `export { local as delete }`. */
  local: string | undefined;
}

/**
 * `export { startRecord } from '@tarojs/taro'` → `export const startRecord = recorder.start`. The other
 * exports of the declaration stay.
 */
export function replaceExports(
  declaration: ExportNamedDeclaration,
  specifiers: readonly ReplacedExport[],
): Operation {
  return {
    phase: 'exports',
    apply: (output, source) => replaceIn(output, source, declaration, specifiers),
  };
}

function replaceIn(
  output: MagicString,
  source: Source,
  declaration: ExportNamedDeclaration,
  specifiers: readonly ReplacedExport[],
): void {
  const { text, program } = source;
  const end = ownEnd(declaration, source);
  const hasSemicolon = text[end - 1] === ';';
  const eol = restOfLine(text, end).eol || lineEnd(text);
  const statements = specifiers.map((specifier) =>
    declarations(specifier, text)
      .map((code) => code + (hasSemicolon ? ';' : ''))
      .join(eol),
  );
  const next = program.body[program.body.indexOf(declaration) + 1];
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
function declarations({ node, to, local }: ReplacedExport, text: string): string[] {
  const name = nameOf(node.exported)!;
  if (name === 'default') return [`export default ${to}`];
  if (local === undefined) return [`export const ${name} = ${to}`];
  const exported = text.slice(node.exported.start!, node.exported.end!);
  return [`const ${local} = ${to}`, `export { ${local} as ${exported} }`];
}
