import type { Node } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { edit, type Operation } from './operation';
import { endsOpen } from './semicolons';

/**
 * A semicolon for code that will begin with a parenthesis, where the statement above it ends without one and would
 * go on.
 */
export function separator(path: NodePath<Node>, text: string): Operation | undefined {
  const statement = path.findParent((one) => one.isStatement());
  if (!statement?.isExpressionStatement() || typeof statement.key !== 'number') return undefined;
  const start = statement.node.start!;
  if (!/^(?:await\s+)?$/.test(text.slice(start, path.node.start!))) return undefined;
  const { parent } = statement;
  const directive = 'directives' in parent ? parent.directives?.at(-1) : undefined;
  const above = statement.key > 0 ? statement.getPrevSibling()?.node : directive;
  return above && endsOpen(above, text) ? edit((output) => output.appendLeft(start, ';')) : undefined;
}
