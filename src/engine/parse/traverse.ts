import type { NodePath } from '../../ast/node-path';

export type { NodePath, Visitor } from '../../ast/node-path';

/** The statement at the top level of the program that the path belongs to. */
export function topLevelStatement(path: NodePath): NodePath {
  return path.find((parent) => parent.parentPath?.isProgram() ?? false) ?? path;
}
