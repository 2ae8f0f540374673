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

/** The result of `rewriteAst`, which modifies the AST itself. */
export type AstRewriteResult = Pick<RewriteResult, 'findings' | 'changed' | 'runtimes'>;

/** A parsed file, with the Babel that parsed it. */
export interface ParsedFile {
  ast: File;
  /** The path of `ast.program`. */
  program: NodePath<Program>;
  /** The text that the AST was parsed from; `''` if the caller has none. */
  text: string;
}

/**
 * Rewrites the deprecated APIs in an AST in place, for Babel plugins. Call it before other plugins change the
 * AST.
 * @param types `@babel/types` of the Babel that owns the AST
 * @throws {OutputError} when the rewritten text does not parse; the AST is then unchanged
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
 * The host prints the AST after other plugins have changed it, so only the plan can be checked: applied to
 * the text, it must give text that parses. If our parser cannot read the input either, the host uses a
 * dialect of its own and no check is possible.
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
