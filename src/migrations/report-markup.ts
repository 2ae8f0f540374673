import type { Messages } from '../messages/message';
import { manual, rewritten } from '../messages/reasons';
import type { Level } from './catalogue/entry';
import { type MarkupEntry, markupCatalogue } from './catalogue/markup';
import { type MarkupRule, markupApi, markupApis, SYNTAXES } from './markup';

const GLOBALS: Readonly<Record<string, string>> = { weapp: 'wx', alipay: 'my', tt: 'tt', qq: 'qq' };

/**
 * Rules that report, or rename, components and attributes of the catalogue.
 * @param prefix of the ids of their messages
 */
export function reportedMarkup(
  prefix: string,
  entries: readonly MarkupEntry[] = markupCatalogue,
): { markup: MarkupRule[]; messages: Messages } {
  return {
    markup: entries.map((entry) => ruleOf(entry, prefix)),
    messages: Object.fromEntries(entries.flatMap((entry) => messagesOf(entry, prefix))),
  };
}

/** A rule for the syntaxes in which none of the others decides on the same. `undefined` if none is left. */
export function besides(rule: MarkupRule, others: readonly MarkupRule[]): MarkupRule | undefined {
  const same = others.filter((other) => apisOf(other).join() === apisOf(rule).join());
  if (same.length === 0) return rule;
  const taken = same.flatMap(({ syntaxes = SYNTAXES }) => syntaxes);
  const syntaxes = (rule.syntaxes ?? SYNTAXES).filter((syntax) => !taken.includes(syntax));
  return syntaxes.length > 0 ? { ...rule, syntaxes } : undefined;
}

const apisOf = ({ tag, members }: MarkupRule) => markupApis(tag, members);

function ruleOf(entry: MarkupEntry, prefix: string): MarkupRule {
  const { platforms, tag, members, syntaxes, since, use, page, rename, unless = [] } = entry;
  const why = { id: messageId(entry, prefix, 'why') };
  const to = typeof use === 'object' ? { id: messageId(entry, prefix, 'use') } : use;
  return {
    tag,
    ...(members && { members }),
    ...(syntaxes && { syntaxes }),
    ...(since !== undefined && { since }),
    ...(rename !== undefined && { to: rename }),
    only: { platforms, globals: platforms.flatMap((platform) => GLOBALS[platform] ?? []) },
    decide: ({ attributeOf, found }) => {
      if (rename !== undefined && !attributeOf(rename))
        return { reason: rewritten.attribute(rename), changes: [{ kind: 'rename-attribute', to: rename }] };
      // With `type=""`, a canvas is an old one.
      const others = unless.flatMap((name) => attributeOf(name) ?? []);
      if (others.some(({ constant }) => constant !== '')) return undefined;
      if (tag.endsWith('.json')) return { reason: manual.configKey(why, found!.key, page) };
      return {
        reason:
          to === undefined
            ? manual.markupWithdrawn(why, found ? found.key : `<${tag}>`, page, platforms.join(', '))
            : manual.markup(why, to, page, platforms.join(', ')),
      };
    },
  };
}

function messagesOf(entry: MarkupEntry, prefix: string) {
  const { why, use } = entry;
  const texts = (id: 'why' | 'use', text: MarkupEntry['why']) =>
    [messageId(entry, prefix, id), { en: { reason: text.en }, zh: { reason: text.zh } }] as const;
  return [texts('why', why), ...(typeof use === 'object' ? [texts('use', use)] : [])];
}

function messageId({ tag, members }: MarkupEntry, prefix: string, part: 'why' | 'use'): string {
  const [first] = members ?? [];
  return `${prefix}/${markupApi(tag, first && 'values' in first ? { attribute: first.attribute } : first)}/${part}`;
}

/** The levels of what some rules find, by the name of their findings. */
export function markupLevels(rules: readonly MarkupRule[]): Record<string, Level> {
  const own = new Set(rules.flatMap(apisOf));
  return Object.fromEntries(
    markupCatalogue.flatMap(({ tag, members, level }) =>
      markupApis(tag, members).flatMap((api) => (own.has(api) ? [[api, level]] : [])),
    ),
  );
}
