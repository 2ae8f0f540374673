import { normalize, type RewriteOptions, type RewriteResult, rewrite as rewriteWith } from '../engine/index';
import { migrations as all, type MigrationInfo, selectMigrations } from '../migrations/index';

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
export { isCheckFinding, type MigrationInfo } from '../migrations/index';

/** Every migration, in the order in which `taro-modernize list` shows them. */
export const migrations: readonly MigrationInfo[] = all;

/**
 * Rewrites the deprecated APIs in one file.
 * @param source The text of the file.
 * @returns The text and its source map, with a verdict on every candidate.
 * @throws {SourceError} when the text cannot be parsed; a `DepthError` where the stack is too small for it.
 * @throws {OutputError} when the rewritten text cannot be parsed: a defect of this package.
 * @throws {RangeError} when `options.migrations` names an unknown one.
 */
export function rewrite(source: string, options: RewriteOptions): RewriteResult {
  return rewriteWith(source, normalize(options, selectMigrations(options.migrations, options)));
}
