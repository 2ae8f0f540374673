import type { ObjectProperty } from '@babel/types';
import type MagicString from 'magic-string';
import { nameOf } from '../../ast/syntax';
import { replaceCode } from './edit-code';
import type { Operation } from './operations';
import type { Source } from './source';

type Of<Type extends Operation['type']> = Extract<Operation, { type: Type }>;

/** `startRecord: a` → `start: a` */
export function renameKey(
  output: MagicString,
  source: Source,
  { node, to }: Pick<Of<'rename-key'>, 'node' | 'to'>,
): void {
  const { value } = node;
  if (value.type === 'Identifier' && value.name === to)
    replaceCode(output, source, { from: node.start!, to: node.end!, code: to });
  // Before the property itself, because the code before it may be removed.
  else if (node.shorthand) output.prependRight(node.start!, `${to}: `);
  else replaceCode(output, source, { from: node.start!, to: keyEnd(node, source), code: to });
}

/** Offset after a key and its brackets. */
function keyEnd({ key, computed }: ObjectProperty, source: Source): number {
  return computed ? source.after(']', source.afterClosing(key.end!))! : key.end!;
}

export function renameSpecifier(
  output: MagicString,
  source: Source,
  { node, to, local, isAdded }: Of<'rename-specifier'>,
): void {
  const code = to === local ? to : `${to} as ${local}`;
  if (isAdded) output.appendLeft(node.end!, `, ${code}`);
  else if (to === local || node.imported.start === node.local.start)
    replaceCode(output, source, { from: node.start!, to: node.end!, code });
  else replaceCode(output, source, { from: node.imported.start!, to: node.imported.end!, code: to });
}

export function renameExport(
  output: MagicString,
  source: Source,
  { node: { local, exported, start, end }, to }: Of<'rename-export'>,
): void {
  const written = source.text.slice(exported.start!, exported.end!);
  if (nameOf(exported) === to && exported.type === 'Identifier')
    replaceCode(output, source, { from: start!, to: end!, code: to });
  else if (local.start === exported.start)
    replaceCode(output, source, { from: start!, to: end!, code: `${to} as ${written}` });
  else replaceCode(output, source, { from: local.start!, to: local.end!, code: to });
}
