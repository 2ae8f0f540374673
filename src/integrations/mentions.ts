import {
  migrations as allMigrations,
  appCompanions,
  type CompanionOption,
  type CompanionOptions,
  mentionsOf,
  selectMigrations,
  type Target,
} from '../migrations/index';
import { Prefilter } from '../migrations/prefilter';

/** What decides which names are looked for. */
export interface MentionOptions extends CompanionOptions, Target {
  /** Names of the migrations to run. Default: all but those to opt in to. */
  migrations?: readonly string[];
}

const known = new Map<string, Prefilter>();

/** Whether a text mentions a deprecated API: a string search, after which most modules of a build are done. */
export function isMentioned(code: string, options: MentionOptions): boolean {
  const on = companions.map(({ option }) => option).filter((option) => options[option]);
  const key = `${options.migrations?.join()}|${options.platform}|${options.target}|${on.join()}`;
  let prefilter = known.get(key);
  if (!prefilter) {
    const wanted = selectMigrations(options.migrations, options);
    prefilter = new Prefilter(wanted.flatMap((migration) => mentionsOf(migration, on)));
    known.set(key, prefilter);
  }
  return prefilter.matches(code);
}

/** The companions whose calls depend on what the app as a whole uses. */
const companions = appCompanions(allMigrations);

/** The options of companions on which it depends how a module is rewritten, and on what the app as a whole uses. */
export function appCompanionsIn(code: string): CompanionOption[] {
  return companions.flatMap(({ option, apis }) => (apis.some((api) => code.includes(api)) ? [option] : []));
}
