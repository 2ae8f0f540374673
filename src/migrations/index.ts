import type { Messages } from '../messages/message';
import type { Migration } from './migration';
import { families } from './registry';

export {
  type AppCompanion,
  appCompanions,
  type CompanionOption,
  companionOptions,
  platformCompanions,
  platformsOf,
} from './companions';
export type {
  Check,
  Companion,
  Handler,
  Lookalike,
  Migration,
  MigrationInfo,
} from './migration';
export { mentionsOf, needlesOf } from './needles';
export type * from './options';
export type { OptionRule, Runtime } from './runtime';

/** In the order in which `taro-modernize list` shows them: what rewrites comes first, and of that what has a runtime. */
export function inOrder(migrations: readonly Migration[]): readonly Migration[] {
  return [...migrations].sort((a, b) => rankOf(a) - rankOf(b) || (a.codePrefix < b.codePrefix ? -1 : 1));
}

function rankOf({ runtime, apis, results = {} }: Migration): number {
  if (runtime) return 0;
  const handlers = [apis, ...Object.values(results)].flatMap((one) => Object.values(one));
  return handlers.some(({ to }) => to !== undefined) ? 1 : 2;
}

export const migrations: readonly Migration[] = inOrder(families);

/** What the checks of all migrations say. */
export const migrationMessages: Messages = Object.assign({}, ...migrations.map(({ messages }) => messages));

/** Those that run where none is named. */
const byDefault = migrations.filter(({ optIn }) => !optIn);

/**
 * The migrations of the given names; without names, all but those that one has to opt in to.
 * @throws {RangeError} naming the unknown one and the known ones.
 */
export function selectMigrations(names?: readonly string[]): readonly Migration[] {
  if (!names) return byDefault;
  return names.map((name) => {
    const found = migrations.find((migration) => migration.name === name);
    if (found) return found;
    const known = migrations.map((migration) => migration.name).join(', ');
    throw new RangeError(`Unknown migration "${name}". Known migrations: ${known}.`);
  });
}

/** The migrations that a build runs: of some, other platforms have not deprecated the APIs. */
function runOn(platform: string, names?: readonly string[]): readonly Migration[] {
  return selectMigrations(names).filter(({ only }) => only?.platforms.includes(platform) ?? true);
}

/**
 * The names of the migrations that a build runs over a file.
 * @param platform As in `process.env.TARO_ENV`.
 * @param owner The package that the file was installed with. One that migrations name is rewritten for these alone.
 */
export function migrationsFor(
  platform: string,
  names?: readonly string[],
  owner?: string,
): readonly string[] {
  const all = runOn(platform, names);
  const naming = all.filter(({ packages }) => owner !== undefined && packages?.includes(owner));
  return (naming.length > 0 ? naming : all).map(({ name }) => name);
}

/** The packages that a build rewrites without being asked to, because its migrations name them. */
export function packagesFor(platform: string, names?: readonly string[]): readonly string[] {
  return runOn(platform, names).flatMap(({ packages = [] }) => packages);
}

/**
 * Whether something is still to be done about a finding before it is carried out: a rewrite of what is
 * deprecated, or work for a person. What works as it is, and only has to change along with it, does not count.
 */
export function isLeftToDo(finding: { migration: string; api: string; verdict: string }): boolean {
  if (finding.verdict !== 'rewritten') return finding.verdict === 'manual';
  const migration = migrations.find(({ name }) => name === finding.migration);
  const isCompanion = migration?.companions?.some(({ apis }) => Object.hasOwn(apis, finding.api));
  return migration !== undefined && !isCompanion;
}

/** Whether a finding is about code near a call, and not about a candidate. */
export function isCheckFinding(finding: { migration: string; code: string }): boolean {
  const migration = migrations.find(({ name }) => name === finding.migration);
  return migration?.checks?.some(({ number }) => finding.code === migration.codePrefix + number) ?? false;
}
