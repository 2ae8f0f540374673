import type { Localized } from '../../messages/message';
import { type MarkupMember, type MarkupRule, markupApis } from '../markup';
import type { Migration } from '../migration';
import type { Level } from './entry';
import { type MarkupEntry, markupCatalogue } from './markup';

/** A line of the list: a component, or attributes or events of one. */
export interface MarkupRow {
  readonly kind: 'component' | 'attribute' | 'event' | 'key';
  /** As in findings: `canvas.canvas-id`. */
  readonly apis: readonly string[];
  readonly platforms: readonly string[];
  readonly since?: string;
  readonly level: Level;
  readonly use?: string | Localized;
  readonly why: Localized;
  readonly page: string;
  readonly action: 'rewritten' | 'opt-in' | 'reported';
  readonly migration: Migration;
}

/** The components and attributes that migrations report or rewrite, in the order of the catalogue. */
export function markupRows(migrations: readonly Migration[]): MarkupRow[] {
  return markupCatalogue.flatMap((entry) => {
    const found = migrations.flatMap((migration) => {
      const rule = migration.markup?.find((one) => isRuleOf(one, entry));
      return rule ? [{ migration, action: actionOf(rule, migration) }] : [];
    });
    return found[0] ? rowsOf(entry, found[0]) : [];
  });
}

const apisOf = ({ tag, members }: Pick<MarkupEntry, 'tag' | 'members'>) => markupApis(tag, members);

function isRuleOf(rule: Pick<MarkupEntry, 'tag' | 'members'>, entry: MarkupEntry): boolean {
  return apisOf(rule).join() === apisOf(entry).join();
}

function actionOf({ to }: MarkupRule, { optIn, link }: Migration): MarkupRow['action'] {
  if (to === undefined && !link) return 'reported';
  return optIn ? 'opt-in' : 'rewritten';
}

/** A line for the attributes, one for the events and one for the keys. */
function rowsOf(entry: MarkupEntry, taken: Pick<MarkupRow, 'migration' | 'action'>): MarkupRow[] {
  const { tag, members, syntaxes: _, rename: __, unless: ___, ...facts } = entry;
  const row = (kind: MarkupRow['kind'], some?: readonly MarkupMember[]): MarkupRow => ({
    ...facts,
    kind,
    apis: apisOf({ tag, ...(some && { members: some }) }),
    ...taken,
  });
  if (!members) return [row('component')];
  const attributes = members.filter((member) => 'attribute' in member);
  const events = members.filter((member) => 'event' in member);
  const keys = members.filter((member) => 'key' in member);
  return [
    ...(attributes.length > 0 ? [row('attribute', attributes)] : []),
    ...(events.length > 0 ? [row('event', events)] : []),
    ...(keys.length > 0 ? [row('key', keys)] : []),
  ];
}
