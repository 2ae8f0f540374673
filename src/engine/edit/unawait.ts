import type { AwaitExpression, Node } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { wrapped } from '../../ast/syntax';
import type { Operation } from './operation';
import { endsOpen } from './semicolons';

/**
 * Removes an `await`, making sure that the remaining code does not continue the previous statement.
 * @param replaced the members that are replaced, with their parentheses
 */
export function removeAwait(
  path: NodePath<AwaitExpression>,
  text: string,
  replaced: ReadonlySet<Node | undefined>,
): Operation {
  const { node } = path;
  const above = statementAbove(path);
  const isJoined = above && endsOpen(above, text) && beginsWithPunctuator(node.argument, replaced);
  const from = node.start!;
  const to = from + /^await\s*/.exec(text.slice(from))![0].length;
  return {
    phase: 'awaits',
    apply(output) {
      if (isJoined) output.overwrite(from, to, ';');
      else output.remove(from, to);
    },
  };
}

/** Whether the code begins with a parenthesis or a type assertion after the members are replaced. */
function beginsWithPunctuator(node: Node, replaced: ReadonlySet<Node | undefined>): boolean {
  if (node.extra?.parenthesized || node.type === 'TSTypeAssertion' || node.type === 'ParenthesizedExpression')
    return true;
  if (replaced.has(node)) return false;
  const first = leftmost(node);
  return first !== undefined && beginsWithPunctuator(first, replaced);
}

/** The leftmost part of an expression, for the expressions that can contain a call. */
function leftmost(node: Node): Node | undefined {
  switch (node.type) {
    case 'CallExpression':
    case 'OptionalCallExpression':
      return node.callee;
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return node.object;
    case 'TSAsExpression':
    case 'TSInstantiationExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
      return node.expression;
    default:
      return undefined;
  }
}

/** The statement or directive before the one that contains an expression. */
function statementAbove(path: NodePath<Node>): Node | undefined {
  const statement = wrapped(path).parentPath;
  if (!statement?.isExpressionStatement() || typeof statement.key !== 'number') return undefined;
  if (statement.key > 0) return statement.getPrevSibling()?.node ?? undefined;
  const { parent } = statement;
  return 'directives' in parent ? parent.directives?.at(-1) : undefined;
}
