import { type MarkupMember, type MarkupRule, markupApi } from '../../migrations/markup';
import type { Migration } from '../../migrations/migration';
import type { Element, ElementAttribute } from './element';

/** A rule with its migration. */
export interface OwnedRule {
  readonly migration: Migration;
  readonly rule: MarkupRule;
}

/** The rules, by tag, that concern a file of a platform, or of any. */
export function rulesFor(
  migrations: readonly Migration[],
  concerns: (rule: MarkupRule) => boolean,
  platform?: string,
): ReadonlyMap<string, OwnedRule[]> {
  const byTag = new Map<string, OwnedRule[]>();
  for (const migration of migrations) {
    for (const rule of migration.markup ?? []) {
      const only = rule.only ?? migration.only;
      if (platform !== undefined && only && !only.platforms.includes(platform)) continue;
      if (!concerns(rule)) continue;
      byTag.set(rule.tag, [...(byTag.get(rule.tag) ?? []), { migration, rule }]);
    }
  }
  return byTag;
}

/** The part of an element that a rule describes. */
export interface Match {
  readonly member?: MarkupMember;
  readonly found?: ElementAttribute;
  /** `button.open-type.getUserInfo` */
  readonly api: string;
}

/** What a rule finds on an element, once per element. */
export function matchOf({ tag, members }: MarkupRule, { attributes }: Element): Match | undefined {
  if (!members) return { api: markupApi(tag, undefined) };
  for (const member of members) {
    const found = attributes.find((one) => isMember(one, member));
    if (found) return { member, found, api: markupApi(tag, member, found.constant) };
  }
  return undefined;
}

function isMember({ key, isEvent, constant }: ElementAttribute, member: MarkupMember): boolean {
  if ('key' in member) return key === member.key;
  if ('event' in member) return isEvent && key === member.event.toLowerCase();
  if (isEvent || key !== member.attribute) return false;
  return !member.values || member.values.some((value) => value === constant);
}
