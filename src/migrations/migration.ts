import type { CallExpression, File, Node } from '@babel/types';
import type { NodePath, Visitor } from '../ast/node-path';
import type { Localized, Message, Messages } from '../messages/message';
import type { Reason } from '../messages/reasons';
import type { Level } from './catalogue/entry';
import type { Change } from './change';
import type { Hosts } from './hosts';
import type { Link } from './link';
import type { MarkupRule } from './markup';
import type { CompanionOptions } from './options';
import type { Reference } from './reference';
import type { Runtime } from './runtime';

/**
 * The description of a migration. Does not refer to Babel's types, because the package would have to ship
 * them.
 */
export interface MigrationInfo {
  /** Also the name of its jscodeshift transform. */
  name: string;
  /** One line for `taro-modernize list`. */
  summary: Localized;
  /** The platform's documentation of the replacement. */
  docs: string;
  /** The page in `docs/migrations`, without `.md`. */
  guide: string;
  /** Unique prefix of its finding codes: `REC` for `REC001`. */
  codePrefix: string;
  /**
   * Runs only when named, because users of the app would see a difference. Otherwise its APIs are reported.
   */
  optIn?: boolean;
  /** The deprecated APIs by name, with their replacement if it is a single name. */
  apis: Readonly<Record<string, { to?: string }>>;
  /** The deprecated members of API results: by API, then by member. */
  results?: Readonly<Record<string, Readonly<Record<string, { to?: string }>>>>;
}

/**
 * A family of deprecated APIs and its replacement: the default export of `migration.ts` in the family's
 * folder.
 */
export interface Migration extends MigrationInfo {
  /** The module that replaces the APIs, if there is one. */
  runtime?: Runtime;
  apis: Readonly<Record<string, Handler>>;
  /**
   * `{ createCanvasContext: { setFillStyle: assign('fillStyle') } }`: the members of an object that the API
   * certainly returns, or resolves to. The object stays; only its member and the call change.
   */
  results?: Readonly<Record<string, Readonly<Record<string, Handler>>>>;
  /** The deprecated components, and deprecated attributes and events of components. */
  markup?: readonly MarkupRule[];
  /** What connects its APIs with elements of its `markup`. */
  link?: Link;
  /** APIs that are not deprecated but must change together with those that are. */
  companions?: readonly Companion[];
  /**
   * Its APIs act on one object of the host: a call that stays and a rewritten one do not know of each other.
   */
  sharesState?: boolean;
  /**
   * The hosts that have deprecated the APIs, if not all have. Calls on the globals of other hosts stay, and
   * builds for other platforms change nothing.
   */
  only?: Hosts;
  /**
   * Its runtime is a ponyfill, so that a build with Taro may rewrite installed packages that the user has not
   * listed. The value names the packages of Taro that builds rewrite in any case. The others load before Taro.
   */
  unlisted?: { ofTaro: readonly string[] };
  /** The level of its APIs and members, set for every migration from the catalogue. Default: `required`. */
  levels?: Readonly<Record<string, Level>>;
  /** Hosts that have other APIs with these names. */
  lookalikes?: readonly Lookalike[];
  /** Checks for code near its calls whose meaning changes. */
  checks?: readonly Check[];
  /** The messages of its checks and handlers, in every language. */
  messages?: Messages;
}

/** Decides on the references to one API. `toRuntime`, `reported` and others create the common handlers. */
export interface Handler {
  /**
   * The replacement of the API: a member of the runtime, such as `recorder.start`, or a new name. Undefined
   * if it is only reported.
   */
  to?: string;
  /** Uncertain references are ignored, without asking for types. */
  certainOnly?: boolean;
  /** The hosts that have deprecated the API, if they differ from those of the migration. */
  only?: Hosts;
  /** @returns `undefined` if there is nothing to report */
  decide(reference: Reference): Outcome | undefined;
}

/**
 * The verdict on a reference, with its changes. The engine keeps a rewritten feature test unchanged if code
 * that it guards stays.
 */
export interface Outcome {
  readonly reason: Reason;
  /** Applied all together or not at all. Undefined if the code stays. */
  readonly changes?: readonly Change[];
}

/** APIs that are rewritten only together with a runtime. */
export interface Companion {
  apis: Readonly<Record<string, Handler>>;
  /**
   * When they are candidates: if the file uses the runtime, before or after this run; or if something in the
   * app does, which the caller says with the option.
   */
  needs: 'runtime-in-file' | 'runtime-in-app';
  /** The engine option that enables it. With `runtime-in-file`, handlers are also asked without it. Without an option, it is always enabled. */
  option?: keyof CompanionOptions;
  /** The platforms that need it. It is enabled there unless the user says otherwise. */
  platforms?: readonly string[];
  /** A text that every file with a candidate contains. */
  text?: string;
}

/**
 * How to distinguish a host's own APIs from the deprecated ones of the same names, in files that call them on
 * its global.
 */
export interface Lookalike {
  /** The globals: `['my']`. */
  globals: readonly string[];
  /** All options of the deprecated APIs. Any other option is evidence for the host's own API. */
  takes: readonly string[];
  /** Result properties that the deprecated APIs never had. */
  gives: readonly string[];
  /** The APIs whose calls show which one is meant. */
  begins: readonly string[];
}

/** Finds code near a migrated call that is never rewritten but that users should know about. */
export interface Check<Id extends string = string> {
  /**
   * Three digits after the prefix of the migration: 15x if a manual change is needed, 25x for information.
   */
  number: string;
  verdict: 'manual' | 'ignored';
  /** The API whose replacement makes the difference. */
  api: string;
  /** One of the migration's `messages`: what changes, and the next step. */
  messageId: Id;
  find(file: CheckedFile): Iterable<NodePath<Node> | Found>;
}

/** A place found by a check, with the values for the placeholders of its message. */
export interface Found {
  readonly path: NodePath<Node>;
  readonly data: NonNullable<Message['data']>;
}

/** A file that uses the runtime of a migration, before or after this run. */
export interface CheckedFile {
  ast: File;
  text: string;
  /** The text of the app's configuration, if the caller knows it. */
  appConfig: string | undefined;
  /** All calls in source order, except optional ones. */
  calls: readonly NodePath<CallExpression>[];
  traverse(visitor: Visitor): void;
  /** All uses of one of the APIs, or of its replacement from an earlier run: calls and function values. */
  usesOf(api: string): readonly NodePath<Node>[];
  /** Where the file exports Taro's module, or its whole object. */
  exportsOfTaro(): readonly NodePath<Node>[];
}

/** Gives a migration its type, which requires a message for every check. */
export function defineMigration<const Own extends Messages = Record<never, never>>(
  migration: Omit<Migration, 'checks' | 'messages'> & {
    messages?: Own;
    checks?: readonly Check<keyof NoInfer<Own> & string>[];
  },
): Migration {
  return migration;
}
