import type { Migration } from '../migration';
import type { AppHosts } from '../select';
import {
  type Action,
  actionOf,
  bareName,
  type CatalogueEntry,
  catalogue,
  handlerOf,
  isDueOn,
  type Level,
  levelOf,
} from '.';

/** A line of the list: an API, or several members of an object with the same action. */
export interface Row extends Omit<CatalogueEntry, 'api'> {
  readonly apis: readonly string[];
  readonly level: Level;
  readonly action: Action;
}

/** The action for APIs, and the migration that takes it. */
export interface Group {
  /** Undefined for APIs without a migration. */
  readonly migration?: Migration;
  readonly rows: readonly Row[];
}

/** The catalogue grouped by migration, in order. APIs without a migration come last. */
export function groupsOf(
  migrations: readonly Migration[],
  entries: readonly CatalogueEntry[] = catalogue,
): readonly Group[] {
  const groups = [...migrations, undefined].map((migration): Group => {
    const own = entries.filter((entry) => ownerOf(entry, migrations) === migration).sort(byName);
    return {
      migration,
      rows: merged(own.map((entry) => rowOf(entry, migrations))),
    };
  });
  return groups.filter(({ rows }) => rows.length > 0);
}

/**
 * The entries that concern an app.
 * @param all all migrations
 * @param due the migrations for the target
 */
export function entriesFor(
  { platforms, target }: AppHosts,
  all: readonly Migration[],
  due: readonly Migration[],
): readonly CatalogueEntry[] {
  return catalogue.filter((entry) => {
    if (ownerOf(entry, all)) return ownerOf(entry, due) !== undefined;
    const isThere = platforms === undefined || platforms.includes(entry.platform);
    return isThere && (target === undefined || isDueOn(bareName(entry.api), entry.of, target));
  });
}

/** The migration that handles an API. */
export function ownerOf(entry: CatalogueEntry, migrations: readonly Migration[]): Migration | undefined {
  return migrations.find((migration) => handlerOf(migration, entry));
}

function rowOf({ api, ...entry }: CatalogueEntry, migrations: readonly Migration[]): Row {
  return { ...entry, apis: [api], level: levelOf({ api }), action: actionOf({ api, ...entry }, migrations) };
}

/** WeChat first, ignoring case. */
function byName(a: CatalogueEntry, b: CatalogueEntry): number {
  const key = ({ platform, api }: CatalogueEntry) =>
    `${platform === 'weapp' ? '' : platform} ${api.toLowerCase()}`;
  return key(a) < key(b) ? -1 : 1;
}

/** Members without an action of their own are grouped by object. */
function merged(rows: readonly Row[]): Row[] {
  const lines = new Map<string, Row>();
  for (const row of rows) {
    const [api] = row.apis;
    const isShared = row.action === 'by-creator' || row.action === 'listed';
    const key = isShared ? `${row.of ?? 'others'} ${row.since} ${row.action}` : `${row.platform} ${api}`;
    const line = lines.get(key);
    lines.set(key, line ? { ...line, apis: [...line.apis, api!] } : row);
  }
  return [...lines.values()];
}

/** `chooseMedia 2.10.0`; only the name for a member of the same object. */
export function substitutesOf({
  apis: [api = ''],
  replacements,
}: Pick<Row, 'apis' | 'replacements'>): string[] {
  const owner = api.slice(0, api.lastIndexOf('.') + 1);
  return replacements.map(({ name, since }) => {
    const short = name.startsWith(owner) ? name.slice(owner.length) : name;
    return since === undefined ? short : `${short} ${since}`;
  });
}
