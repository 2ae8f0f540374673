import {
  type AppHosts,
  migrations as allMigrations,
  appCompanions,
  type CompanionOption,
  type CompanionOptions,
  MentionFilter,
  mentionsOf,
  selectMigrations,
} from '../migrations/index';

/** The options that determine which names to search for. */
interface MentionOptions extends AppHosts, CompanionOptions {
  /** Names of the migrations to run. Default: all except opt-in ones. */
  migrations?: readonly string[];
}

const known = new Map<string, MentionFilter>();

/** Whether a text mentions a deprecated API. A string search, which rules out most modules of a build. */
export function isMentioned(code: string, options: MentionOptions): boolean {
  const on = companions.map(({ option }) => option).filter((option) => options[option]);
  const key = `${options.migrations?.join()}|${options.platforms?.join()}|${options.target}|${on.join()}`;
  let filter = known.get(key);
  if (!filter) {
    const wanted = selectMigrations(options.migrations, options);
    filter = new MentionFilter(
      wanted,
      wanted.flatMap((migration) => mentionsOf(migration, on)),
    );
    known.set(key, filter);
  }
  return filter.matches(code);
}

/** The companions that depend on the whole app. */
const companions = appCompanions(allMigrations);

/** The companion options that affect how a module is rewritten and depend on the whole app. */
export function appCompanionsIn(code: string): CompanionOption[] {
  return companions.flatMap(({ option, apis }) => (apis.some((api) => code.includes(api)) ? [option] : []));
}
