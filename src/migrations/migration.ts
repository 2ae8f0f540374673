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
  /** What `canIUse` is to be asked for in place of a deprecated API; for migrations with a runtime. */
  feature?: string;
  /** The calls with which apps ask for a permission first, and which some platforms lack. */
  guard?: Guard;
  /** The deprecated APIs by their bare names. */
  apis: Readonly<Record<string, ApiRule>>;
}

/** A permission that is asked for around the calls of a migration. */
export interface Guard {
  /** The scope, as it is written in calls of `authorize` and results of `getSetting`. */
  scope: string;
  /** What takes their place where the platform does not have them: `{ authorize: 'recorder.authorize' }`. */
  apis: Readonly<Record<string, string>>;
}

/** Gives a migration its type. */
export function defineMigration(migration: Migration): Migration {
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

/** The options that make candidates of APIs which are not deprecated themselves. */
export interface ApiOptions {
  /** Route the project's own `getRecorderManager()` calls to the shared manager. */
  shareManager?: boolean;
  guard?: boolean;
}

function isWanted(rule: ApiRule, options: ApiOptions): boolean {
  return rule.onlyWith === undefined || options[rule.onlyWith] === true;
}
