import babelTraverse, { type NodePath } from '@babel/traverse';

export type { Binding, NodePath, Scope, Visitor } from '@babel/traverse';

type Traverse = typeof babelTraverse;

// Node's ESM loader hands over the whole `module.exports` of this CommonJS package as the default import.
export const traverse: Traverse =
  (babelTraverse as Traverse & { default?: Traverse }).default ?? babelTraverse;

/** The statement at the top level of the program that the path belongs to. */
export function topLevelStatement(path: NodePath): NodePath {
  return path.find((parent) => parent.parentPath?.isProgram() ?? false) ?? path;
}
