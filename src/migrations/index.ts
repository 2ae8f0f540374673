import type { Messages } from '../messages/message';
import { migrations, selectMigrations } from './select';

export {
  type Action,
  actionOf,
  type CatalogueEntry,
  catalogue,
  type Level,
  levelOf,
  sources,
} from './catalogue';
export { type MarkupRow, markupRows } from './catalogue/markup-rows';
export { entriesFor, type Group, groupsOf, ownerOf, type Row, substitutesOf } from './catalogue/rows';
export {
  type AppCompanion,
  appCompanions,
  type CompanionOption,
  companionOptions,
  platformCompanions,
} from './companions';
export { MentionFilter, type SearchedKind } from './mention-filter';
export type {
  Check,
  Companion,
  Handler,
  Lookalike,
  Migration,
  MigrationInfo,
} from './migration';
export { keyNeedlesOf, mentionsOf, needlesOf } from './needles';
export type * from './options';
export type { OptionRule, Runtime } from './runtime';
export {
  type AppHosts,
  DEFAULT,
  inOrder,
  isComplete,
  migrations,
  selectMigrations,
  UnknownMigrationError,
} from './select';

/** The messages of all migrations' checks. */
export const migrationMessages: Messages = Object.assign({}, ...migrations.map(({ messages }) => messages));

/**
 * The names of the migrations that a build runs on a file.
 * @param platform as in `process.env.TARO_ENV`
 * @param isUnlisted whether the file is in an installed package that the user has not listed
 */
export function migrationsFor(
  platform: string,
  names?: readonly string[],
  isUnlisted = false,
): readonly string[] {
  return selectMigrations(names, { platforms: [platform] })
    .filter(({ unlisted }) => !isUnlisted || unlisted)
    .map(({ name }) => name);
}

/** The packages of Taro that a build always rewrites, because its migrations name them. */
export function packagesOfTaro(platform: string, names?: readonly string[]): readonly string[] {
  return selectMigrations(names, { platforms: [platform] }).flatMap(({ unlisted }) => unlisted?.ofTaro ?? []);
}

/**
 * Whether a finding requires an action: a rewrite of a deprecated API, or a manual change. Code that works
 * and only has to change with it does not count.
 */
export function isLeftToDo(finding: { migration: string; api: string; verdict: string }): boolean {
  if (finding.verdict !== 'rewritten') return finding.verdict === 'manual';
  const migration = migrations.find(({ name }) => name === finding.migration);
  const isCompanion = migration?.companions?.some(({ apis }) => Object.hasOwn(apis, finding.api));
  return migration !== undefined && !isCompanion;
}

/** Whether a finding is about code near a call rather than a candidate. */
export function isCheckFinding(finding: { migration: string; code: string }): boolean {
  const migration = migrations.find(({ name }) => name === finding.migration);
  return migration?.checks?.some(({ number }) => finding.code === migration.codePrefix + number) ?? false;
}
