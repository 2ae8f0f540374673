import { mentionsOf, selectMigrations } from '../migrations';
import { sharedStems } from '../project/needles';

/** What decides which names are looked for. */
export interface MentionOptions {
  /** Names of the migrations to run. Default: all. */
  migrations?: readonly string[];
  /** Whether the app's own manager calls are candidates. */
  shareManager: boolean;
}

interface Needles {
  stems: readonly string[];
  names: readonly string[];
}

const known = new Map<string, Needles>();

/**
 * Whether a text mentions a deprecated API: a string search, with which most modules are done. Every module of a
 * build comes by here, so nearly all are done after a few stems that the names share.
 */
export function isMentioned(code: string, options: MentionOptions): boolean {
  const { stems, names } = needlesFor(options);
  return stems.some((stem) => code.includes(stem)) && names.some((name) => code.includes(name));
}

function needlesFor({ migrations, shareManager }: MentionOptions): Needles {
  const key = `${migrations?.join()}|${shareManager}`;
  const found = known.get(key);
  if (found) return found;
  const names = selectMigrations(migrations).flatMap((migration) => mentionsOf(migration, { shareManager }));
  const needles = { stems: sharedStems(names), names };
  known.set(key, needles);
  return needles;
}
