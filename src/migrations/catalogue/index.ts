import type { Migration } from '../migration';
import { compareVersions } from '../version';
import { advice, required, untagged } from './by-hand';
import type { Advice, CatalogueEntry, Level } from './entry';
import typings from './typings.json';

export type { CatalogueEntry, Level, Substitute } from './entry';

/** All known deprecated APIs, with or without a migration. */
export const catalogue: readonly CatalogueEntry[] = [...typings.apis, ...untagged];

/** The typings packages from which the catalogue is generated, with their versions. */
export const sources: Readonly<Record<string, string>> = typings.sources;

export function levelOf({ api }: Pick<CatalogueEntry, 'api'>): Level {
  return required.includes(api) ? 'required' : 'advised';
}

const advices = new Map(advice.flatMap((one) => one.apis.map((api): [string, Advice] => [api, one])));

export function adviceOn({ api }: CatalogueEntry): Advice | undefined {
  return advices.get(api);
}

/** The last part of `CanvasContext.setFillStyle`. */
export function bareName(api: string): string {
  return api.slice(api.lastIndexOf('.') + 1);
}

/** The handler that a migration has for an entry. */
export function handlerOf(
  { apis, results = {} }: Pick<Migration, 'apis' | 'results'>,
  entry: CatalogueEntry,
) {
  const { api, of } = entry;
  if (of !== undefined) return results[of]?.[bareName(api)];
  return Object.hasOwn(apis, api) ? apis[api] : undefined;
}

/**
 * The action for an entry: it is rewritten, or would be by an opt-in migration; reported; or reported where
 * its object is created. The others are only listed, because code does not show which object a member belongs
 * to, or because the migration of the API is for another host.
 */
export type Action = 'rewritten' | 'opt-in' | 'reported' | 'by-creator' | 'listed';

/** @param migrations all, including opt-in ones */
export function actionOf(entry: CatalogueEntry, migrations: readonly Migration[]): Action {
  const found = migrations.find((migration) => handlerOf(migration, entry));
  if (found) {
    const { to, only = found.only } = handlerOf(found, entry)!;
    if (only && !only.platforms.includes(entry.platform)) return 'listed';
    if (to === undefined) return 'reported';
    return found.optIn ? 'opt-in' : 'rewritten';
  }
  return catalogue.some(({ api }) => api === entry.of) ? 'by-creator' : 'listed';
}

/**
 * Whether an API is deprecated on a WeChat base library that also has its replacement. Other hosts have other
 * version numbers.
 * @param of the API that returns the object, if this is a member
 */
export function isDueOn(name: string, of: string | undefined, target: string): boolean {
  const isThere = (version: string | undefined) =>
    version === undefined || compareVersions(version, target) <= 0;
  const entry = catalogue.find(
    (one) => one.platform === 'weapp' && one.of === of && bareName(one.api) === name,
  );
  return !entry || (isThere(entry.since) && entry.replacements.every(({ since }) => isThere(since)));
}
