import { migrations as allMigrations, mentionsOf, selectMigrations, sharablesOf } from '../migrations/index';
import { Prefilter } from '../migrations/prefilter';

/** What decides which names are looked for. */
export interface MentionOptions {
  /** Names of the migrations to run. Default: all. */
  migrations?: readonly string[];
  /** Whether the app's own manager calls are candidates. */
  shareManager: boolean;
}

const known = new Map<string, Prefilter>();

/**
 * Whether a text mentions a deprecated API: a string search, with which most modules are done. Every module of a
 * build comes by here, so nearly all are done after a few stems that the names share.
 */
export function isMentioned(code: string, { migrations, shareManager }: MentionOptions): boolean {
  const key = `${migrations?.join()}|${shareManager}`;
  let prefilter = known.get(key);
  if (!prefilter) {
    const wanted = selectMigrations(migrations);
    prefilter = new Prefilter(
      wanted.flatMap((migration) => mentionsOf(migration, shareManager ? ['shareManager'] : [])),
    );
    known.set(key, prefilter);
  }
  return prefilter.matches(code);
}

/** The APIs whose calls depend on whether a manager is shared. */
const sharables = allMigrations.flatMap(sharablesOf);

/** Whether a module may hold a manager that is shared in one build and not in another. */
export function holdsManager(code: string): boolean {
  return sharables.some((api) => code.includes(api));
}
