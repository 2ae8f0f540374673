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
 * Rewrites the deprecated APIs in an AST in place, for Babel plugins. Call it before other plugins change the
 * AST.
 * @param types `@babel/types` of the Babel that owns the AST
 * @throws {OutputError} when the rewritten text does not parse; the AST is then unchanged
 * @throws {RangeError} when `options.migrations` contains an unknown name
 */
export function rewriteAst(file: ParsedFile, options: RewriteOptions, types: NodeBuilders): AstRewriteResult {
  return rewriteAstWith(file, normalize(options, selectMigrations(options.migrations, options)), types);
}
