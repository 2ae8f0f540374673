import type { File, Node } from '@babel/types';
import type { NodePath, Visitor } from '../ast/node-path';
import type { Localized, Message, Messages } from '../messages/message';
import type { Reason } from '../messages/reasons';
import type { Level } from './catalogue/entry';
import type { Change } from './change';
import type { CompanionOptions } from './options';
import type { Reference } from './reference';
import type { Runtime } from './runtime';

/** What there is to say of a migration. Names no type of Babel's, whose declarations the package would have to ship. */
export interface MigrationInfo {
  /** Also the name of its jscodeshift transform. */
  name: string;
  /** One line for `taro-modernize list`. */
  summary: Localized;
  /** The platform's page on the replacement. */
  docs: string;
  /** First letters of its finding codes: `REC` for `REC001`; no other migration's. */
  codePrefix: string;
  /** Runs only where it is named: what replaces the APIs looks different to the people who use the app. Until then these are reported. */
  optIn?: boolean;
  /** The deprecated APIs by their bare names, with what takes their place, where that is one name. */
  apis: Readonly<Record<string, { to?: string }>>;
  /** The deprecated members of what APIs return: by the API, then by the member. */
  results?: Readonly<Record<string, Readonly<Record<string, { to?: string }>>>>;
}

/** A deprecated family of APIs and its replacement: the default export of the `migration.ts` of a folder. */
export interface Migration extends MigrationInfo {
  /** The module that takes the place of the APIs, where there is one. */
  runtime?: Runtime;
  apis: Readonly<Record<string, Handler>>;
  /**
   * `{ createCanvasContext: { setFillStyle: assign('fillStyle') } }`: the members of an object that certainly is what the API
   * returns, or resolves to. The object stays; only its member and the call change.
   */
  results?: Readonly<Record<string, Readonly<Record<string, Handler>>>>;
  /** APIs that are not deprecated, and that have to change along with those that are. */
  companions?: readonly Companion[];
  /**
   * The hosts that have deprecated the APIs, where not all have. Calls on the globals of other hosts stay, and builds for
   * other platforms leave everything as it is.
   */
  only?: Hosts;
  /** Taro's own packages that call the APIs while an app runs. Builds rewrite them for this migration, without `include`. */
  packages?: readonly string[];
  /** Set for every migration from the catalogue: how much its APIs and members matter. `required` where nothing is said. */
  levels?: Readonly<Record<string, Level>>;
  /** Hosts that have other APIs under these names. */
  lookalikes?: readonly Lookalike[];
  /** What near its calls means something else from now on. */
  checks?: readonly Check[];
  /** What its checks and handlers say of their own, in every language. */
  messages?: Messages;
}

/** Hosts by their global objects (`wx`) and by their platforms, as in `process.env.TARO_ENV` (`weapp`). */
export interface Hosts {
  readonly globals: readonly string[];
  readonly platforms: readonly string[];
}

/** Decides what becomes of the references to one API. `toRuntime`, `reported` and others make the usual ones. */
export interface Handler {
  /** What takes the API's place: a member of the runtime, `recorder.start`, or its new name. Missing where a person decides. */
  to?: string;
  /** Uncertain references are ignored, without asking for types. */
  certainOnly?: boolean;
  /** The hosts that have deprecated the API, where they are not those of the migration. */
  only?: Hosts;
  /** @returns `undefined` where there is nothing to report. */
  decide(reference: Reference): Outcome | undefined;
}

/**
 * The verdict on a reference, with what to do about it. A feature test that a handler rewrites stays as it is where code
 * that it guards stays; that is for the engine to find out.
 */
export interface Outcome {
  readonly reason: Reason;
  /** All together or none. Missing where the code stays as it is. */
  readonly changes?: readonly Change[];
}

/** APIs that are rewritten only beside a runtime. */
export interface Companion {
  apis: Readonly<Record<string, Handler>>;
  /**
   * What makes them candidates: that the file uses the runtime, before or after this run; or that something in the app
   * does, which the caller says with the option.
   */
  needs: 'runtime-in-file' | 'runtime-in-app';
  /** The engine's option that turns it on. With `runtime-in-file` the handlers are asked without it as well. */
  option: keyof CompanionOptions;
  /** The platforms that it is for: turned on there, unless the user says otherwise. */
  platforms?: readonly string[];
  /** A text that files hold which have them. */
  text?: string;
}

/** What tells a host's own APIs from the deprecated ones of the same names, in the files that call them on its global. */
export interface Lookalike {
  /** The global objects: `['my']`. */
  globals: readonly string[];
  /** All options that the deprecated APIs take: any other is a sign. */
  takes: readonly string[];
  /** Names in results that the deprecated APIs never gave. */
  gives: readonly string[];
  /** The APIs whose calls show which of the two is meant. */
  begins: readonly string[];
}

/** Finds code near a migrated call that is never rewritten, but that a person should know of. */
export interface Check<Id extends string = string> {
  /** Three digits after the prefix of the migration: 15x where a person has to act, 25x where it is good to know. */
  number: string;
  verdict: 'manual' | 'ignored';
  /** The API whose replacement makes the difference. */
  api: string;
  /** One of the migration's `messages`: what changes, and the next step. */
  messageId: Id;
  find(file: CheckedFile): Iterable<NodePath<Node> | Found>;
}

/** A place that a check has found, with what stands in for the placeholders of its message. */
export interface Found {
  readonly path: NodePath<Node>;
  readonly data: NonNullable<Message['data']>;
}

/** A file that uses the runtime of a migration, before or after this run. */
export interface CheckedFile {
  ast: File;
  text: string;
  /** The text of the app's configuration, where the caller knows it. */
  appConfig: string | undefined;
  traverse(visitor: Visitor): void;
  /** All uses of one of the APIs, or of its replacement from an earlier run: calls and functions passed on. */
  usesOf(api: string): readonly NodePath<Node>[];
  /** Where the file exports Taro's module, or its object as a whole. */
  exportsOfTaro(): readonly NodePath<Node>[];
}

/** Gives a migration its type, in which every check has its message. */
export function defineMigration<const Own extends Messages = Record<never, never>>(
  migration: Omit<Migration, 'checks' | 'messages'> & {
    messages?: Own;
    checks?: readonly Check<keyof NoInfer<Own> & string>[];
  },
): Migration {
  return migration;
}
