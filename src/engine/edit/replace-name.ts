import type { Identifier, StringLiteral, TemplateLiteral } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { replaceCode } from './edit-code';
import { edit, type Operation } from './operation';

/**
 * `startRecord` → `recorder.start`. The shorthand property `{ startRecord }` keeps its key, and stays one if
 * the name stays.
 */
export function replaceReference({ node, parent }: NodePath<Identifier>, to: string): Operation {
  const isShorthand = parent.type === 'ObjectProperty' && parent.shorthand && to !== node.name;
  return replaceName(node, isShorthand ? `${node.name}: ${to}` : to);
}

export function replaceName(node: Identifier, code: string): Operation {
  return edit((output, source) => replaceCode(output, source, { from: node.start!, to: node.end!, code }));
}

/** Replaces the text of a string in its own quotes. A name in brackets becomes a string. */
export function replaceString(node: StringLiteral | TemplateLiteral | Identifier, value: string): Operation {
  return edit((output) => {
    if (node.type === 'Identifier') output.overwrite(node.start!, node.end!, `'${value}'`);
    else output.overwrite(node.start! + 1, node.end! - 1, value);
  });
}
