import { appCompanions } from './companions';
import type { Migration } from './migration';
import { runtimeMentions } from './runtime-module';

/**
 * The byte sequences one of which every file with a candidate contains, per migration.
 * A file without any needs no parser.
 * @param companions The companions that are on, by their options.
 */
export function needlesOf(migration: Migration, companions: readonly string[] = []): readonly string[] {
  const beside = appCompanions([migration]).filter(({ option }) => companions.includes(option));
  const { apis, results = {} } = migration;
  return [...new Set([...Object.keys(apis), ...Object.keys(results), ...beside.flatMap(({ apis }) => apis)])];
}

/**
 * The byte sequences one of which every file contains that has anything to report: a candidate, or the runtime's
 * import, near which a check may find something after the calls are migrated, and whose copy may be missing.
 */
export function mentionsOf(migration: Migration, companions: readonly string[] = []): readonly string[] {
  const { runtime } = migration;
  return [...needlesOf(migration, companions), ...(runtime ? runtimeMentions(runtime.name) : [])];
}
