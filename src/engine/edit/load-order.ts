import type { Node, Program } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { topLevelStatement } from '../../ast/syntax';

/** Whether a top-level statement certainly runs before all uses in other statements, and contains none. */
export function isBeforeUses(
  statement: NodePath<Node>,
  program: NodePath<Program>,
  uses: readonly NodePath<Node>[],
): boolean {
  const isAbove = (path: NodePath<Node>) => Number(path.key) < Number(statement.key);
  const statements = uses.map((use) => topLevelStatement(use));
  if (statements.some((one) => !isHoisted(one) && (isAbove(one) || one.node === statement.node)))
    return false;
  // A hoisted function may be called, or passed on, above.
  const functions = [...program.scope.bindings.values()].filter(({ path }) => path.isFunctionDeclaration());
  const isReached = functions.some(({ referencePaths }) =>
    referencePaths.map((use) => topLevelStatement(use)).some((one) => !isHoisted(one) && isAbove(one)),
  );
  return !isReached || !statements.some(isHoisted);
}

function isHoisted({ node }: NodePath<Node>): boolean {
  const declared =
    node.type === 'ExportNamedDeclaration' || node.type === 'ExportDefaultDeclaration'
      ? node.declaration
      : node;
  return declared?.type === 'FunctionDeclaration';
}
