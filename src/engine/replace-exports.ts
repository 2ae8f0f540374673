import type MagicString from 'magic-string';
import type { Operation } from './plan-types';
import { removeFromList } from './remove-specifiers';
import { nameOf } from './syntax';
import { lineEnd, restOfLine } from './text';

type ReplaceExports = Extract<Operation, { type: 'replace-exports' }>;

/** Declares the exports as the runtime's functions; what else the declaration exports stays. */
export function replaceExports(
  output: MagicString,
  text: string,
  { declaration, specifiers }: ReplaceExports,
): void {
  const { start, end } = declaration;
  const semicolon = text[end! - 1] === ';' ? ';' : '';
  const eol = restOfLine(text, end!).eol || lineEnd(text);
  const lines = specifiers.map(({ node, to }) => {
    const name = nameOf(node.exported)!;
    return name === 'default'
      ? `export default ${to}${semicolon}`
      : `export const ${name} = ${to}${semicolon}`;
  });
  const gone = new Set<unknown>(specifiers.map(({ node }) => node));
  if (declaration.specifiers.every((specifier) => gone.has(specifier))) {
    output.overwrite(start!, end!, lines.join(eol));
    return;
  }
  removeFromList(output, text, declaration.specifiers, gone);
  output.appendLeft(end!, eol + lines.join(eol));
}
