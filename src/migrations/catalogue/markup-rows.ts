import type { Localized } from '../../messages/message';
import { type MarkupMember, markupApis } from '../markup';
import type { Migration } from '../migration';
import type { Level } from './entry';
import { type MarkupEntry, markupCatalogue } from './markup';

/** A line of the list: a component, or attributes or events of one. */
export interface MarkupRow {
  readonly kind: 'component' | 'attribute' | 'event';
  /** As in findings: `canvas.canvas-id`. */
  readonly apis: readonly string[];
  readonly platforms: readonly string[];
  readonly since?: string;
  readonly level: Level;
  readonly use?: string | Localized;
  readonly why: Localized;
  readonly page: string;
  readonly action: 'rewritten' | 'reported';
  readonly migration: Migration;
}

/** The components and attributes that migrations report or rewrite, in the order of the catalogue. */
export function markupRows(migrations: readonly Migration[]): MarkupRow[] {
  return markupCatalogue.flatMap((entry) => {
    const migration = migrations.find(({ markup = [] }) => markup.some((rule) => isRuleOf(rule, entry)));
    return migration ? rowsOf(entry, migration) : [];
  });
}

const apisOf = ({ tag, members }: Pick<MarkupEntry, 'tag' | 'members'>) => markupApis(tag, members);

function isRuleOf(rule: Pick<MarkupEntry, 'tag' | 'members'>, entry: MarkupEntry): boolean {
  return apisOf(rule).join() === apisOf(entry).join();
}

/** A line for the attributes and one for the events. */
function rowsOf(entry: MarkupEntry, migration: Migration): MarkupRow[] {
  const { tag, members, rename, unless: _, ...facts } = entry;
  const row = (kind: MarkupRow['kind'], some?: readonly MarkupMember[]): MarkupRow => ({
    ...facts,
    kind,
    apis: apisOf({ tag, ...(some && { members: some }) }),
    action: rename === undefined ? 'reported' : 'rewritten',
    migration,
  });
  if (!members) return [row('component')];
  const attributes = members.filter((member) => 'attribute' in member);
  const events = members.filter((member) => 'event' in member);
  return [
    ...(attributes.length > 0 ? [row('attribute', attributes)] : []),
    ...(events.length > 0 ? [row('event', events)] : []),
  ];
}
