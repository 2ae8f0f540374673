import type { Messages } from '../messages/message';
import { manual, rewritten } from '../messages/reasons';
import type { Level } from './catalogue/entry';
import { type MarkupEntry, markupCatalogue } from './catalogue/markup';
import { type MarkupRule, markupApi, markupApis } from './markup';

const GLOBALS: Readonly<Record<string, string>> = { weapp: 'wx', alipay: 'my', tt: 'tt', qq: 'qq' };

/** Rules that report, or rename, the components and attributes of the catalogue. */
export function reportedMarkup(prefix: string): { markup: MarkupRule[]; messages: Messages } {
  return {
    markup: markupCatalogue.map((entry) => ruleOf(entry, prefix)),
    messages: Object.fromEntries(markupCatalogue.flatMap((entry) => messagesOf(entry, prefix))),
  };
}

function ruleOf(entry: MarkupEntry, prefix: string): MarkupRule {
  const { platforms, tag, members, since, use, page, rename, unless = [] } = entry;
  const why = { id: messageId(entry, prefix, 'why') };
  const to = typeof use === 'object' ? { id: messageId(entry, prefix, 'use') } : use;
  return {
    tag,
    ...(members && { members }),
    ...(since !== undefined && { since }),
    only: { platforms, globals: platforms.flatMap((platform) => GLOBALS[platform] ?? []) },
    decide: ({ attributeOf, found }) => {
      if (rename !== undefined && !attributeOf(rename))
        return { reason: rewritten.attribute(rename), changes: [{ kind: 'rename-attribute', to: rename }] };
      if (unless.some((name) => attributeOf(name))) return undefined;
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

/** The levels of components and attributes by the name of their findings. */
export function markupLevels(): Record<string, Level> {
  return Object.fromEntries(
    markupCatalogue.flatMap(({ tag, members, level }) => markupApis(tag, members).map((api) => [api, level])),
  );
}
