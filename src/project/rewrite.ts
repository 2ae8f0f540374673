import {
  type AstRewriteResult,
  type NodeBuilders,
  normalize,
  type ParsedFile,
  type RewriteOptions,
  type RewriteResult,
  rewriteAst as rewriteAstWith,
  rewrite as rewriteWith,
} from '../engine/index';
import { selectMigrations } from '../migrations/index';

export type { VueCompiler } from '../engine/index';
export {
  contentOf,
  DepthError,
  type Edit,
  type Finding,
  type HostUse,
  isRuntimeCopy,
  type Message,
  type MessageValue,
  OutputError,
  type RewriteOptions,
  type RewriteResult,
  SourceError,
  type SourceMap,
  type Verdict,
} from '../engine/index';
export { isNote, type Migration, mentionsOf, migrations, needlesOf } from '../migrations/index';

/**
 * Rewrites the deprecated APIs in one file.
 * @param source The text of the file.
 * @returns The text and its source map, with a verdict on every candidate.
 * @throws {SourceError} when the text cannot be parsed; a `DepthError` where the stack is too small for it.
 * @throws {OutputError} when the rewritten text cannot be parsed: a defect of this package.
 * @throws {RangeError} when `options.migrations` names an unknown one.
 */
export function rewrite(source: string, options: RewriteOptions): RewriteResult {
  return rewriteWith(source, normalize(options, selectMigrations(options.migrations)));
}

/**
 * Rewrites the deprecated APIs in an AST, in place: for Babel plugins, before others have changed anything.
 * @param types `@babel/types` of the Babel that owns the AST.
 * @throws {OutputError} when the rewritten text cannot be parsed; the AST is as it was then.
 * @throws {RangeError} when `options.migrations` names an unknown one.
 */
export function rewriteAst(file: ParsedFile, options: RewriteOptions, types: NodeBuilders): AstRewriteResult {
  return rewriteAstWith(file, normalize(options, selectMigrations(options.migrations)), types);
}
