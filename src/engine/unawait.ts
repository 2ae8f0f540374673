import type { AwaitExpression, Node } from '@babel/types';
import type { Operation } from './plan-types';
import { wrapped } from './syntax';
import type { NodePath } from './traverse';

/** Takes an `await` away, so that what is left does not become a part of the statement before it. */
export function removeAwait(path: NodePath<AwaitExpression>, text: string): Operation {
  const isOpen =
    beginsInParentheses(path.node.argument) && followsOpenStatement(path as NodePath<Node>, text);
  return { type: 'remove-await', node: path.node, ...(isOpen && { separator: ';' as const }) };
}

/** Whether the code begins with a parenthesis that stays: one around a replaced member's object does not. */
function beginsInParentheses(node: Node): boolean {
  if (node.extra?.parenthesized) return true;
  if (node.type === 'CallExpression' || node.type === 'OptionalCallExpression')
    return beginsInParentheses(node.callee);
  if (
    node.type === 'TSAsExpression' ||
    node.type === 'TSNonNullExpression' ||
    node.type === 'TSSatisfiesExpression'
  )
    return beginsInParentheses(node.expression);
  return false;
}

/** Whether the statement before this one is ended by the line break alone. */
function followsOpenStatement(path: NodePath<Node>, text: string): boolean {
  const statement = wrapped(path).parentPath;
  if (!statement?.isExpressionStatement() || typeof statement.key !== 'number') return false;
  const { parent } = statement;
  const before: Node | undefined =
    statement.key > 0
      ? statement.getSibling(statement.key - 1).node
      : 'directives' in parent
        ? parent.directives?.at(-1)
        : undefined;
  if (!before || text[before.end! - 1] === ';') return false;
  return !/^(Block|If|For|While|Switch|Try|Labeled|FunctionD|ClassD|TSInterface|TSEnum|TSModule)/.test(
    before.type,
  );
}
