import {
  type AppHosts,
  migrations as allMigrations,
  appCompanions,
  type CompanionOption,
  type CompanionOptions,
  markupNeedlesOf,
  mayHaveElements,
  mentionsOf,
  selectMigrations,
} from '../migrations/index';
import { Prefilter } from '../migrations/prefilter';

/** The options that determine which names to search for. */
interface MentionOptions extends AppHosts, CompanionOptions {
  /** Names of the migrations to run. Default: all except opt-in ones. */
  migrations?: readonly string[];
}

interface Search {
  names: Prefilter;
  markup: Prefilter;
}

const known = new Map<string, Search>();

/** Whether a text mentions a deprecated API. A string search, which rules out most modules of a build. */
export function isMentioned(code: string, options: MentionOptions): boolean {
  const on = companions.map(({ option }) => option).filter((option) => options[option]);
  const key = `${options.migrations?.join()}|${options.platforms?.join()}|${options.target}|${on.join()}`;
  let search = known.get(key);
  if (!search) {
    const wanted = selectMigrations(options.migrations, options);
    search = {
      names: new Prefilter(wanted.flatMap((migration) => mentionsOf(migration, on))),
      markup: new Prefilter(wanted.flatMap(markupNeedlesOf)),
    };
    known.set(key, search);
  }
  return search.names.matches(code) || (search.markup.matches(code) && mayHaveElements(code));
}

/** The companions that depend on the whole app. */
const companions = appCompanions(allMigrations);

/** The companion options that affect how a module is rewritten and depend on the whole app. */
export function appCompanionsIn(code: string): CompanionOption[] {
  return companions.flatMap(({ option, apis }) => (apis.some((api) => code.includes(api)) ? [option] : []));
}
