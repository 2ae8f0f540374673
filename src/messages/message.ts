/** Languages of findings. */
export type Language = 'en' | 'zh';

/** A text in every language. */
export type Localized = Readonly<Record<Language, string>>;

/** The value of a placeholder. A string is a name or code, shown unchanged in every language. */
export type MessageValue = string | number | Message | readonly MessageValue[];

/** A message: an id of a catalogue and the values of its placeholders. */
export interface Message {
  readonly id: string;
  readonly data?: Readonly<Record<string, MessageValue>>;
}

/** The text of a message in one language, with placeholders such as `{name}`. */
export interface Template {
  readonly reason: string;
  /** The next step. */
  readonly hint?: string;
}

/** The templates of one language by message id. */
export type Catalogue = Readonly<Record<string, Template>>;

/** Messages of a migration, each with its templates in all languages. */
export type Messages = Readonly<Record<string, Readonly<Record<Language, Template>>>>;

/** The names of the placeholders in a text. `{}` is not a placeholder. */
type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends '' ? never : Name) | NamesIn<Rest>
  : never;

/** The names of the placeholders in a template. */
export type PlaceholdersOf<One> =
  | (One extends { readonly reason: infer Reason } ? NamesIn<Reason> : never)
  | (One extends { readonly hint: infer Hint } ? NamesIn<Hint> : never);

type HasHint<One> = One extends { readonly hint: string } ? true : false;

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** `Other` if it matches `One`: the same placeholders, and a hint if `One` has a hint. */
export type SameAs<One, Other> = [
  Same<PlaceholdersOf<One>, PlaceholdersOf<Other>>,
  Same<HasHint<One>, HasHint<Other>>,
] extends [true, true]
  ? Other
  : never;

/** A catalogue with exactly the ids of another one and the same placeholders. */
export type TranslationOf<Original, Other> = {
  readonly [Id in keyof Original]: Id extends keyof Other ? SameAs<Original[Id], Other[Id]> : Template;
} & { readonly [Id in Exclude<keyof Other, keyof Original>]: never };

/** Messages with matching templates in every language. */
type Translated<Own extends Messages> = {
  readonly [Id in keyof Own]: { en: Own[Id]['en']; zh: SameAs<Own[Id]['en'], Own[Id]['zh']> };
};

/** Types a migration's messages, so that a missing translation does not compile. */
export function defineMessages<const Own extends Messages>(messages: Own & Translated<Own>): Own {
  return messages;
}
