import type { NodePath } from '@babel/traverse';
import type { File, Program } from '@babel/types';
import { applyAst } from './edit/apply-ast';
import { applyText } from './edit/apply-text';
import type { NodeBuilders } from './edit/node-builders';
import type { Plan } from './edit/operations';
import { OutputError, SourceError } from './errors';
import type { EngineOptions } from './options';
import { parse } from './parse/parse';
import { plan } from './plan';
import { isRuntimeCopy } from './runtime-copy';
import type { RewriteResult } from './types';

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
 * @throws {OutputError} when the rewritten text cannot be parsed; the AST is as it was then.
 */
export function rewriteAst(
  { ast, program, text }: ParsedFile,
  options: EngineOptions,
  types: NodeBuilders,
): AstRewriteResult {
  if (isRuntimeCopy(text)) return { findings: [], changed: false, runtimes: [] };
  const decided = plan(ast, text, options);
  const changed = decided.operations.length > 0;
  if (changed && text !== '') checkPlan(decided, ast, text, options.filename);
  if (changed) applyAst(decided, program, types);
  return { findings: decided.findings, changed, runtimes: decided.runtimes };
}

/**
 * The host prints the AST, after other plugins have changed it. What can be checked is the plan: carried out on the
 * text, it has to give a text that parses. Nothing is known where our parser cannot read the input either, because
 * the host reads a dialect of its own.
 */
function checkPlan(decided: Plan, ast: File, text: string, filename: string): void {
  const output = applyText(decided, ast, text).toString();
  try {
    parse(output, filename);
  } catch (error) {
    if (error instanceof SourceError && isReadable(text, filename)) throw new OutputError(error);
  }
}

function isReadable(text: string, filename: string): boolean {
  try {
    parse(text, filename);
    return true;
  } catch {
    return false;
  }
}
