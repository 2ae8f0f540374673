import type { ExportNamedDeclaration, ExportSpecifier, Node } from '@babel/types';
import type MagicString from 'magic-string';
import type { NodePath } from '../../ast/node-path';
import { nameOf } from '../../ast/syntax';
import { lineEnd, quoteIn, restOfLine } from '../parse/text';
import { leadingComments } from './edit-code';
import type { Operation } from './operation';
import { removeFromList } from './remove-from-list';
import { continues, ownEnd } from './semicolons';
import type { Source } from './source';

/** An export that the runtime has. */
export type ReplacedExport = { readonly node: ExportSpecifier } & (
  | {
      readonly kind: 'value';
      /** The expression in this file. */
      readonly to: string;
      /** Declared if this file cannot declare the exported name: `export { local as delete }`. */
      readonly local: string | undefined;
    }
  /** A name in this file. */
  | { readonly kind: 'name'; readonly to: string }
  /** An export of another module. */
  | { readonly kind: 'from'; readonly to: string; readonly module: string }
);

/**
 * Whether an export of another module becomes one of the runtime:
 * `export { saveFile } from 'taro-modernize/runtime/files'`.
 */
export function isReexport({ node, parent }: NodePath<Node>, to: string): boolean {
  if (node.type !== 'ExportSpecifier' || parent?.type !== 'ExportNamedDeclaration') return false;
  return parent.source != null && !to.includes('.');
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
    apply(output, source) {
      const [first] = specifiers;
      const isWhole = specifiers.length === declaration.specifiers.length;
      if (first?.kind === 'from' && isWhole && specifiers.every((one) => moduleOf(one) === first.module))
        replaceModule(output, source, declaration, specifiers, first.module);
      else {
        for (const { kind, node, to } of specifiers)
          if (kind === 'name') output.overwrite(node.start!, node.end!, specifierText(node, to, source.text));
        const moved = specifiers.filter((one) => one.kind !== 'name');
        if (moved.length > 0) replaceIn(output, source, declaration, moved);
      }
    },
  };
}

/** An export that becomes a statement of its own. */
type MovedExport = Exclude<ReplacedExport, { kind: 'name' }>;

function moduleOf(one: ReplacedExport): string | undefined {
  return one.kind === 'from' ? one.module : undefined;
}

/** `saveFile`, or `save as saveFile` */
function specifierText({ exported }: ExportSpecifier, to: string, text: string): string {
  return nameOf(exported) === to ? to : `${to} as ${text.slice(exported.start!, exported.end!)}`;
}

/** Exports the same names of another module. */
function replaceModule(
  output: MagicString,
  { text }: Source,
  { source }: ExportNamedDeclaration,
  specifiers: readonly ReplacedExport[],
  module: string,
): void {
  for (const { node, to } of specifiers)
    if (nameOf(node.local) !== to) output.overwrite(node.start!, node.end!, specifierText(node, to, text));
  const quote = text[source!.start!]!;
  output.overwrite(source!.start!, source!.end!, quote + module + quote);
}

function replaceIn(
  output: MagicString,
  source: Source,
  declaration: ExportNamedDeclaration,
  specifiers: readonly MovedExport[],
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
  const isContinued = !hasSemicolon && end === declaration.end && next && continues(next, text);
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
function declarations(specifier: MovedExport, text: string): string[] {
  const { node, to } = specifier;
  const name = nameOf(node.exported)!;
  if (specifier.kind === 'from') {
    const quote = quoteIn(text);
    return [`export { ${specifierText(node, to, text)} } from ${quote}${specifier.module}${quote}`];
  }
  const { local } = specifier;
  if (name === 'default') return [`export default ${to}`];
  if (local === undefined) return [`export const ${name} = ${to}`];
  const exported = text.slice(node.exported.start!, node.exported.end!);
  return [`const ${local} = ${to}`, `export { ${local} as ${exported} }`];
}
