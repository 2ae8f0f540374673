import type { File, Program } from '@babel/types';
import { applyAst, type NodeBuilders } from './apply-ast';
import { plan } from './plan';
import { isRuntimeCopy } from './runtime-copy';
import type { NodePath } from './traverse';
import type { RewriteOptions, RewriteResult } from './types';

/** What `rewriteAst` comes to: the AST itself is changed. */
export type AstRewriteResult = Pick<RewriteResult, 'findings' | 'changed' | 'runtimes'>;

/** A parsed file, in the hands of the Babel that parsed it. */
export interface ParsedFile {
  ast: File;
  /** Path of `ast.program`. */
  program: NodePath<Program>;
  /** The text that the AST was parsed from; `''` where the caller has none. */
  text: string;
}

/**
 * Rewrites the deprecated APIs in an AST, in place: for Babel plugins, before others have changed anything.
 * @param types `@babel/types` of the Babel that owns the AST.
 * @throws {RangeError} when `options.migrations` names an unknown one.
 */
export function rewriteAst(
  { ast, program, text }: ParsedFile,
  options: RewriteOptions,
  types: NodeBuilders,
): AstRewriteResult {
  if (isRuntimeCopy(text)) return { findings: [], changed: false, runtimes: [] };
  const decided = plan(ast, text, options);
  const changed = decided.operations.length > 0;
  if (changed) applyAst(decided, program, types);
  return { findings: decided.findings, changed, runtimes: decided.runtimes };
}
