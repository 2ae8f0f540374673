import { kebab, type MarkupRule, mayConcern } from '../../migrations/markup';
import type { Migration } from '../../migrations/migration';
import { platformOfMarkup } from './markup-file';
import { matchOf, rulesFor } from './rules';
import { scanMarkup } from './scan';
import { type TagLookup, wxmlElements } from './template-elements';

/** Whether a native template may have something to report. */
export function mentionsElement(text: string, migrations: readonly Migration[], filename: string): boolean {
  const { rules, elements, scanned } = readTemplate(text, migrations, filename, () => undefined);
  const everywhere = rules.get('*') ?? [];
  return (
    scanned.error !== undefined ||
    elements.some((element) =>
      [...everywhere, ...(rules.get(element.tag) ?? [])].some(({ rule }) => matchOf(rule, element)),
    )
  );
}

/** The elements of a native template that rules concern. */
export function readTemplate(
  text: string,
  migrations: readonly Migration[],
  filename: string,
  lookup: TagLookup,
) {
  const scanned = scanMarkup(text);
  const tags = new Set(scanned.tags.map(({ name }) => kebab(name)));
  const concerns = (rule: MarkupRule) => (rule.tag === '*' ? mayConcern(rule, text) : tags.has(rule.tag));
  const rules = rulesFor(migrations, concerns, platformOfMarkup(filename));
  const isWanted = (tag: string) => rules.has(tag) || rules.has('*');
  return { rules, scanned, elements: wxmlElements(scanned, text, isWanted, lookup) };
}
