import type { ExportSpecifier, ImportSpecifier, ObjectProperty } from '@babel/types';
import type MagicString from 'magic-string';
import { nameOf } from '../../ast/syntax';
import { replaceCode } from './edit-code';
import { edit, type Operation } from './operation';
import type { Source } from './source';

/** `{ oldName }` → `{ newName: oldName }` in a pattern: the property keeps its place. */
export function renameKey(node: ObjectProperty, to: string): Operation {
  return edit((output, source) => renameKeyIn(output, source, node, to));
}

/** `startRecord: a` → `start: a` */
export function renameKeyIn(output: MagicString, source: Source, node: ObjectProperty, to: string): void {
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

/**
 * `import { oldName }` → `import { newName }` or `import { newName as local }`
 * @param isAdded the new name is added to the old one, which is still used
 */
export function renameSpecifier(
  { imported, local: own, start, end }: ImportSpecifier,
  to: string,
  local: string,
  isAdded: boolean,
): Operation {
  const code = to === local ? to : `${to} as ${local}`;
  return edit((output, source) => {
    if (isAdded) output.appendLeft(end!, `, ${code}`);
    else if (to === local || imported.start === own.start)
      replaceCode(output, source, { from: start!, to: end!, code });
    else replaceCode(output, source, { from: imported.start!, to: imported.end!, code: to });
  });
}

/** `export { oldName }` → `export { newName as oldName }` */
export function renameExport({ local, exported, start, end }: ExportSpecifier, to: string): Operation {
  return edit((output, source) => {
    const written = source.text.slice(exported.start!, exported.end!);
    if (nameOf(exported) === to && exported.type === 'Identifier')
      replaceCode(output, source, { from: start!, to: end!, code: to });
    else if (local.start === exported.start)
      replaceCode(output, source, { from: start!, to: end!, code: `${to} as ${written}` });
    else replaceCode(output, source, { from: local.start!, to: local.end!, code: to });
  });
}
