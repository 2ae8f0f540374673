import type { Messages, SameAs } from '../messages/message';

/** What becomes of one deprecated API. */
export interface ApiRule {
  /**
   * What takes its place, beginning with one of the runtime's exports: `recorder.start`. Where there is no runtime,
   * what a person is to write: `Taro.getBackgroundAudioManager().play`.
   */
  to: string;
  /**
   * The call ends only when the operation does, and Taro ≥ 3 hands back no promise beside callbacks:
   * there an `await` in front of it waits for nothing today and would wait for the end afterwards.
   */
  settlesAtEnd?: boolean;
  /** Not deprecated itself: a candidate only where the caller sets this option of the engine. */
  onlyWith?: 'shareManager' | 'guard';
}

/** A deprecated family of APIs and its replacement. Adding one to the registry is all it takes. */
export interface Migration {
  /** Also the name of its jscodeshift transform. */
  name: string;
  /** One line for `taro-modernize list`. */
  summary: string;
  /** The platform's page on the replacement. */
  docs: string;
  /** First letters of its finding codes: `REC` for `REC001`; no other migration's. */
  codePrefix: string;
  /**
   * The runtime module under `taro-modernize/runtime/`. Without one nothing is rewritten: calls are reported for a
   * person, with what takes their place (`to`) and where to read about it (`docs`).
   */
  runtime?: string;
  /** Platforms whose builds take another file in its place: `recorder-h5` for `h5`. */
  platforms?: readonly string[];
  /** The options that the runtime takes from a build's configuration, under the runtime's name. */
  options?: Readonly<Record<string, OptionRule>>;
  /** What `canIUse` is to be asked for in place of a deprecated API; for migrations with a runtime. */
  feature?: string;
  /**
   * The boolean of the runtime that tells whether the replacement works on this host: `recorder.supported`. Feature
   * tests of the deprecated APIs become tests of it; without one they stay.
   */
  supported?: string;
  /** The calls with which apps ask for a permission first, and which some platforms lack. */
  guard?: Guard;
  /** Hosts that have other APIs under these names. */
  namesakes?: readonly Namesake[];
  /** What near its calls means something else from now on. */
  notes?: readonly Note[];
  /** What the notes say, in every language. */
  messages?: Messages;
  /** The deprecated APIs by their bare names. */
  apis: Readonly<Record<string, ApiRule>>;
}

/** What the value of an option may be: text, a number of a kind, or one of these. */
export type OptionRule = 'string' | 'positive' | 'positive integer' | readonly (string | number | boolean)[];

/** A permission that is asked for around the calls of a migration. */
export interface Guard {
  /** The scope, as it is written in calls of `authorize` and results of `getSetting`. */
  scope: string;
  /** What takes their place where the platform does not have them: `{ authorize: 'recorder.authorize' }`. */
  apis: Readonly<Record<string, string>>;
}

/** What tells a host's own APIs from the deprecated ones of the same names, in the files that call them on its global. */
export interface Namesake {
  /** The global objects: `['my']`. */
  globals: readonly string[];
  /** All options that the deprecated APIs take: any other is a sign. */
  takes: readonly string[];
  /** Names in results that the deprecated APIs never gave. */
  gives: readonly string[];
}

/** A finding beside those on candidates: it is about code near a migrated call, which is never rewritten. */
export interface Note {
  /** Three digits after the prefix of the migration: 15x where a person has to act, 25x where it is good to know. */
  number: string;
  verdict: 'manual' | 'ignored';
  /** The API whose replacement makes the difference. */
  api: string;
  /** One of the migration's `messages`: what changes, and the next step. */
  messageId: string;
  on: TextClue | TimerClue | HandOnClue;
}

/** An export of Taro as a whole, through which other files reach what is deprecated. */
export interface HandOnClue {
  kind: 'hand-on';
}

/** Strings, and names of called functions, that a pattern matches. */
export interface TextClue {
  kind: 'text';
  strings: RegExp;
  calls: RegExp;
}

/** `setTimeout` with a delay above a limit that ends what a call has begun. */
export interface TimerClue {
  kind: 'timer';
  /** In ms. */
  above: number;
  /** The API that the timer calls in the end. */
  ends: string;
  /** With this option in a call of `Note.api`, the file is taken to know the limit. */
  unless: string;
}

/** Messages that say the same in every language. */
type Translated<Own extends Messages> = {
  readonly [Id in keyof Own]: { en: Own[Id]['en']; zh: SameAs<Own[Id]['en'], Own[Id]['zh']> };
};

/** Gives a migration its type, in which every note has its message in every language. */
export function defineMigration<const Own extends Messages = Record<never, never>>(
  migration: Omit<Migration, 'messages' | 'notes'> & {
    messages?: Own & Translated<Own>;
    notes?: readonly (Note & { messageId: keyof NoInfer<Own> })[];
  },
): Migration {
  return migration;
}

/**
 * The byte sequences one of which every file with a candidate contains, per migration.
 * A file without any needs no parser.
 */
export function needlesOf(migration: Migration, options: ApiOptions = {}): readonly string[] {
  return Object.keys(migration.apis).filter((api) => isWanted(migration.apis[api]!, options));
}

/** The APIs that hand out a manager which the runtime has to share with the app's own code. */
export function sharablesOf(migration: Migration): readonly string[] {
  return Object.keys(migration.apis).filter((api) => migration.apis[api]!.onlyWith === 'shareManager');
}

/**
 * The byte sequences one of which every file contains that has anything to report: a candidate, or the runtime's
 * import, near which a note may be due after the calls are migrated, and whose copy may be missing.
 */
export function mentionsOf(migration: Migration, options: ApiOptions = {}): readonly string[] {
  const { runtime } = migration;
  const imports = runtime ? [`taro-modernize/${runtime}`, `taro-modernize/runtime/${runtime}`] : [];
  return [...needlesOf(migration, options), ...imports];
}

/** The options that make candidates of APIs which are not deprecated themselves. */
export interface ApiOptions {
  /** Route the project's own `getRecorderManager()` calls to the shared manager. */
  shareManager?: boolean;
  guard?: boolean;
}

function isWanted(rule: ApiRule, options: ApiOptions): boolean {
  return rule.onlyWith === undefined || options[rule.onlyWith] === true;
}
