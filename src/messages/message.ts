/** The languages that findings are told in. */
export type Language = 'en' | 'zh';

/** A text in every language. */
export type Localized = Readonly<Record<Language, string>>;

/** What stands in for a placeholder. A string is a name or code, which every language shows as it is. */
export type MessageValue = string | number | Message | readonly MessageValue[];

/** Something to say: an id of a catalogue, and what its placeholders stand for. */
export interface Message {
  readonly id: string;
  readonly data?: Readonly<Record<string, MessageValue>>;
}

/** How one language says a message, with placeholders such as `{name}`. */
export interface Template {
  readonly reason: string;
  /** The next step. */
  readonly hint?: string;
}

/** The templates of one language by the ids of messages. */
export type Catalogue = Readonly<Record<string, Template>>;

/** Messages of a migration: each with its templates in all languages. */
export type Messages = Readonly<Record<string, Readonly<Record<Language, Template>>>>;

/** The names of the placeholders in a text; `{}` is none. */
type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends '' ? never : Name) | NamesIn<Rest>
  : never;

/** The names of the placeholders in a template. */
export type PlaceholdersOf<One> =
  | (One extends { readonly reason: infer Reason } ? NamesIn<Reason> : never)
  | (One extends { readonly hint: infer Hint } ? NamesIn<Hint> : never);

type HasHint<One> = One extends { readonly hint: string } ? true : false;

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** `Other` where it says the same as `One`: the same placeholders, and a hint where that has one. */
export type SameAs<One, Other> = [
  Same<PlaceholdersOf<One>, PlaceholdersOf<Other>>,
  Same<HasHint<One>, HasHint<Other>>,
] extends [true, true]
  ? Other
  : never;

/** A catalogue that has every id of another one, and no other, with the same placeholders. */
export type TranslationOf<Original, Other> = {
  readonly [Id in keyof Original]: Id extends keyof Other ? SameAs<Original[Id], Other[Id]> : Template;
} & { readonly [Id in Exclude<keyof Other, keyof Original>]: never };

/** Messages that say the same in every language. */
type Translated<Own extends Messages> = {
  readonly [Id in keyof Own]: { en: Own[Id]['en']; zh: SameAs<Own[Id]['en'], Own[Id]['zh']> };
};

/** Gives a migration's messages their type, with which a language that lacks one does not compile. */
export function defineMessages<const Own extends Messages>(messages: Own & Translated<Own>): Own {
  return messages;
}
