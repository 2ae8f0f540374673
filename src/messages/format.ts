import { en } from './en';
import type {
  Catalogue,
  Language,
  Message,
  Messages,
  MessageValue,
  PlaceholdersOf,
  Template,
} from './message';
import { zh } from './zh';

/** The id of a message that exists in every language. */
export type MessageId = keyof typeof en;

/** Values for the placeholders of a message, if it has any. */
export type DataOf<Id extends MessageId> = [PlaceholdersOf<(typeof en)[Id]>] extends [never]
  ? []
  : [data: Readonly<Record<PlaceholdersOf<(typeof en)[Id]>, MessageValue>>];

/** Creates a message. One with wrong or missing data does not compile. */
export function message<Id extends MessageId>(id: Id, ...[data]: DataOf<Id>): Message & { readonly id: Id } {
  return data ? { id, data } : { id };
}

interface Grammar {
  catalogue: Catalogue;
  /** Separates alternatives, except the last two. */
  comma: string;
  /** Separates the last two alternatives. */
  or: string;
  /** Separates two characters where a value is inserted. */
  gap(before: string, after: string): '' | ' ';
}

const grammars: Readonly<Record<Language, Grammar>> = {
  en: { catalogue: en, comma: ', ', or: ' or ', gap: () => '' },
  // Chinese puts a space between Chinese characters and names or code.
  zh: {
    catalogue: zh,
    comma: '、',
    or: '或',
    gap: (before, after) =>
      (isHan(before) && isLatin(after)) || (isLatin(before) && isHan(after)) ? ' ' : '',
  },
};

const isHan = (text: string): boolean => /^\p{Script=Han}$/u.test(text);
const isLatin = (text: string): boolean => /^[!-~]$/.test(text);

/**
 * Formats a message in a language: the reason and, if any, the next step.
 * @param own Messages of migrations, which are not in the catalogues.
 * @throws {RangeError} for an unknown id.
 */
export function format({ id, data = {} }: Message, language: Language, own: Messages = {}): Template {
  const { reason, hint } = templateOf(id, language, own);
  const fill = (text: string) => filled(text, language, (name) => valueText(data[name], language, own));
  return { reason: fill(reason), ...(hint !== undefined && { hint: fill(hint) }) };
}

/** Formats a value for a sentence. */
export function valueText(value: MessageValue | undefined, language: Language, own: Messages = {}): string {
  if (typeof value === 'object' && 'id' in value) return format(value, language, own).reason;
  if (typeof value === 'object')
    return alternatives(
      value.map((one) => valueText(one, language, own)),
      grammars[language],
    );
  return String(value ?? '');
}

/** `a, b or c` */
function alternatives(names: readonly string[], { comma, or, gap }: Grammar): string {
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  const first = names.slice(0, -1).join(comma);
  return first + gap(first.slice(-1), or.charAt(0)) + or + gap(or.slice(-1), last.charAt(0)) + last;
}

/** The template of a message. */
export function templateOf(id: string, language: Language, own: Messages = {}): Template {
  const { catalogue } = grammars[language];
  if (Object.hasOwn(own, id)) return own[id]![language];
  if (Object.hasOwn(catalogue, id)) return catalogue[id]!;
  throw new RangeError(`No message has the id "${id}".`);
}

/** Replaces placeholders with values. Values are not searched for placeholders. */
function filled(text: string, language: Language, valueAt: (name: string) => string): string {
  const { gap } = grammars[language];
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string, offset: number) => {
    const value = valueAt(name);
    const before = text.charAt(offset - 1);
    const after = text.charAt(offset + placeholder.length);
    return gap(before, value.charAt(0)) + value + gap(value.charAt(value.length - 1), after);
  });
}
