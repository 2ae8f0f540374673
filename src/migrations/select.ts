import { similar } from '../messages/similar';
import { bareName, catalogue, handlerOf, isDueOn, levelOf } from './catalogue';
import type { Level } from './catalogue/entry';
import type { Hosts } from './hosts';
import type { Handler, Migration } from './migration';
import { families } from './registry';
import { markupLevels } from './report-markup';
import { REPORT_ONLY, reportOnly } from './report-only';
import { compareVersions } from './version';

/** The hosts for which an app is built, as far as they are known. */
export interface AppHosts {
  /**
   * As in `process.env.TARO_ENV`; '' for a build without a platform. Without it, the app may be for any
   * platform.
   */
  platforms?: readonly string[];
  /** WeChat's base library, such as `2.20.1`: only APIs that are deprecated and have a replacement in it. */
  target?: string;
}

/** The error for a name that no migration has. */
export class UnknownMigrationError extends RangeError {
  override readonly name = 'UnknownMigrationError';
  /** Names of the migrations. */
  readonly known = migrations.map(({ name }) => name);
  /** The migration that was probably meant: it has a similar name, or an API of this name. */
  readonly meant: string | undefined;

  constructor(readonly given: string) {
    super();
    this.meant = meantBy(given);
    const hint = this.meant === undefined ? '' : ` Did you mean "${this.meant}"?`;
    this.message = `Unknown migration "${given}".${hint} Known migrations: ${this.known.join(', ')}.`;
  }
}

function meantBy(given: string): string | undefined {
  const names = new Map(
    migrations.flatMap(({ name, apis, results = {} }) => {
      const own = [apis, ...Object.values(results)].flatMap((handlers) => Object.keys(handlers));
      return [...own, name].map((one) => [one, name] as const);
    }),
  );
  const all = [...names.keys()];
  const found = all.find((name) => name === given) ?? similar(given, all);
  if (found !== undefined) return names.get(found);
  // Fewer letters are in many names.
  return given.length > 3 ? [...names.values()].find((name) => name.includes(given)) : undefined;
}

/** In the order of `taro-modernize list`: rewriting migrations first, of these the ones with a runtime. */
export function inOrder(migrations: readonly Migration[]): readonly Migration[] {
  return [...migrations].sort((a, b) => rankOf(a) - rankOf(b) || (a.codePrefix < b.codePrefix ? -1 : 1));
}

function rankOf({ runtime, apis, results = {}, markup = [] }: Migration): number {
  if (runtime) return 0;
  const handlers = [apis, ...Object.values(results)].flatMap((one) => Object.values(one));
  const deciders: readonly { to?: string }[] = handlers.length > 0 ? handlers : markup;
  return deciders.some(({ to }) => to !== undefined) ? 1 : 2;
}

/** Every migration, including opt-in ones. */
export const migrations: readonly Migration[] = inOrder([...families, reportOnly(families)].map(withLevels));

/** In a list of names: all migrations that are not opt-in. */
export const DEFAULT = 'default';

const known = new Map<string, readonly Migration[]>();

/**
 * The migrations with the given names, or all except opt-in ones, each with the APIs that are deprecated on
 * the hosts.
 * @throws {UnknownMigrationError}
 */
export function selectMigrations(names?: readonly string[], hosts: AppHosts = {}): readonly Migration[] {
  // Cached, because builds ask for every module.
  const key = `${names?.join()}|${hosts.platforms?.join()}|${hosts.target}`;
  let selected = known.get(key);
  if (!selected) {
    selected = named(names).flatMap((migration) => dueIn(migration, hosts));
    known.set(key, selected);
  }
  return selected;
}

/** Whether these names stand for all migrations that are not opt-in, with all their APIs. */
export function isComplete(names: readonly string[] | undefined, { target }: AppHosts): boolean {
  const isNamed = (name: string) => names === undefined || names.includes(DEFAULT) || names.includes(name);
  return target === undefined && migrations.every(({ name, optIn }) => optIn || isNamed(name));
}

function named(names: readonly string[] | undefined): readonly Migration[] {
  const isDefault = names === undefined || names.includes(DEFAULT);
  const isMeant = ({ name, optIn }: Migration) => names?.includes(name) || (isDefault && !optIn);
  const unknown = names?.find(
    (name) => name !== DEFAULT && !migrations.some((migration) => migration.name === name),
  );
  if (unknown !== undefined) throw new UnknownMigrationError(unknown);
  const others = migrations.filter(({ name }) => name !== REPORT_ONLY);
  const isLeftOut = (migration: Migration) => migration.optIn === true && !isMeant(migration);
  // APIs that another migration rewrites, or would rewrite if it ran, are not reported.
  const rest = reportOnly(
    others.filter((migration) => !isLeftOut(migration)),
    others.filter(isLeftOut),
  );
  return migrations.flatMap((migration) => {
    if (!isMeant(migration)) return [];
    return migration.name === REPORT_ONLY ? [withLevels(rest)] : [migration];
  });
}

/** A migration with the APIs for these hosts; none if it has no such APIs. */
function dueIn(migration: Migration, { platforms, target }: AppHosts): Migration[] {
  if (platforms === undefined && target === undefined) return [migration];
  const isFor = (only: Hosts | undefined) =>
    platforms === undefined || only === undefined || only.platforms.some((one) => platforms.includes(one));
  if (!isFor(migration.only)) return [];
  const isDue = (name: string, of?: string) => target === undefined || isDueOn(name, of, target);
  const due = (handlers: Readonly<Record<string, Handler>>, of?: string) =>
    Object.fromEntries(
      Object.entries(handlers).filter(([name, handler]) => isFor(handler.only) && isDue(name, of)),
    );
  const apis = due(migration.apis);
  const results = Object.entries(migration.results ?? {})
    .map(([of, members]) => [of, due(members, of)] as const)
    .filter(([, members]) => Object.keys(members).length > 0);
  const markup = migration.markup?.filter(
    ({ only, since }) =>
      isFor(only) && (target === undefined || since === undefined || compareVersions(since, target) <= 0),
  );
  if (Object.keys(apis).length + results.length + (markup?.length ?? 0) === 0) return [];
  const checks = migration.checks?.filter(({ api }) => Object.hasOwn(apis, api));
  return [{ ...migration, apis, results: Object.fromEntries(results), ...(markup && { markup }), checks }];
}

function withLevels(migration: Migration): Migration {
  const levels: Record<string, Level> = markupLevels(migration.markup ?? []);
  for (const entry of catalogue)
    if (handlerOf(migration, entry)) levels[bareName(entry.api)] = levelOf(entry);
  return { ...migration, levels };
}
