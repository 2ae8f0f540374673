import { normalize, type RewriteOptions, type RewriteResult, rewrite as rewriteWith } from '../engine/index';
import { migrations as all, isComplete, type MigrationInfo, selectMigrations } from '../migrations/index';

export type { VueCompiler } from '../engine/index';
export {
  contentOf,
  DepthError,
  type Edit,
  type Finding,
  type GlobalProperty,
  globalPropertiesIn,
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

/** Every migration, in the order of `taro-modernize list`. */
export const migrations: readonly MigrationInfo[] = all;

/**
 * Rewrites the deprecated APIs in one file.
 * @param source the text of the file
 * @returns the new text and its source map, with a verdict on every candidate
 * @throws {SourceError} when the text cannot be parsed; a `DepthError` when it is nested too deeply
 * @throws {OutputError} when the rewritten text does not parse, which is a bug in this package
 * @throws {RangeError} when `options.migrations` contains an unknown name
 */
export function rewrite(source: string, options: RewriteOptions): RewriteResult {
  const migrations = selectMigrations(options.migrations, options);
  return rewriteWith(source, normalize(options, migrations, isComplete(options.migrations, options)));
}
