import type { Localized } from '../messages/message';

/** A runtime module, `taro-modernize/runtime/<name>`, with its sources in the family's folder `runtime/`. */
export interface Runtime {
  name: string;
  /** Platforms whose builds use another file instead: `recorder-h5` for `h5`. */
  platforms?: readonly string[];
  /** The options that it takes from a build's configuration, under its name. */
  options?: Readonly<Record<string, OptionRule>>;
  /** The argument for `canIUse` that replaces a deprecated API. Without it, the call stays. */
  feature?: string;
  /**
   * The runtime's boolean for feature tests: `recorder.supported`. Feature tests of
   * the deprecated APIs become tests of it; without it they stay.
   */
  supported?: string;
  /**
   * The name that the summary uses for an API whose fields several functions return. It says how many calls
   * read only the fields that they use.
   */
  fieldsOf?: string;
  /** What to try on a device after a rewrite, for a sentence such as "build and try a recording". */
  trial?: Localized;
}

/** The allowed values of an option: text, a kind of number, or one of these. */
export type OptionRule = 'string' | 'positive' | 'positive integer' | readonly (string | number | boolean)[];
