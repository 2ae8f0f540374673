import { appCompanions } from './companions';
import { keyNeedles } from './markup';
import type { Migration } from './migration';
import { runtimeMentions } from './runtime-module';

/**
 * For each migration, byte sequences of which every file with a candidate contains at least one. Other files
 * need no parser.
 * @param companions the enabled companions, by option
 */
export function needlesOf(migration: Migration, companions: readonly string[] = []): readonly string[] {
  const beside = appCompanions([migration]).filter(({ option }) => companions.includes(option));
  const { apis, results = {} } = migration;
  return [...new Set([...Object.keys(apis), ...Object.keys(results), ...beside.flatMap(({ apis }) => apis)])];
}

/** Words of which every file with a deprecated key of a configuration contains one. */
export function keyNeedlesOf({ markup = [] }: Migration): readonly string[] {
  return [...new Set(markup.flatMap(keyNeedles))];
}

/**
 * Byte sequences of which every file with something to report contains at least one: a candidate, or an
 * import of the runtime. After a migration, checks may find something near the import, or its copy may be
 * missing.
 */
export function mentionsOf(migration: Migration, companions: readonly string[] = []): readonly string[] {
  const { runtime } = migration;
  return [
    ...needlesOf(migration, companions),
    ...keyNeedlesOf(migration),
    ...(runtime ? runtimeMentions(runtime.name) : []),
  ];
}
