import {
  type AstRewriteResult,
  type NodeBuilders,
  normalize,
  type ParsedFile,
  type RewriteOptions,
  rewriteAst as rewriteAstWith,
} from '../engine/index';
import { selectMigrations } from '../migrations/index';

/**
 * Rewrites the deprecated APIs in an AST, in place: for Babel plugins, before others have changed anything.
 * @param types `@babel/types` of the Babel that owns the AST.
 * @throws {OutputError} when the rewritten text cannot be parsed; the AST is as it was then.
 * @throws {RangeError} when `options.migrations` names an unknown one.
 */
export function rewriteAst(file: ParsedFile, options: RewriteOptions, types: NodeBuilders): AstRewriteResult {
  return rewriteAstWith(file, normalize(options, selectMigrations(options.migrations, options)), types);
}
