import type { Localized } from '../messages/message';

/** A runtime module, `taro-modernize/runtime/<name>`, whose sources are in the family's folder `runtime/`. */
export interface Runtime {
  name: string;
  /** Platforms whose builds take another file in its place: `recorder-h5` for `h5`. */
  platforms?: readonly string[];
  /** The options that it takes from a build's configuration, under its name. */
  options?: Readonly<Record<string, OptionRule>>;
  /** What `canIUse` is to be asked for in place of a deprecated API. Without it the question stays. */
  feature?: string;
  /**
   * Its boolean that tells whether the replacement works on this host: `recorder.supported`. Feature tests of the
   * deprecated APIs become tests of it; without one they stay.
   */
  supported?: string;
  /** What the summary calls the API whose fields several functions give: it says how many calls read only what they use. */
  fieldsOf?: string;
  /** What to try on a device after a rewrite, for a sentence such as "build and try a recording". */
  trial?: Localized;
}

/** What the value of an option may be: text, a number of a kind, or one of these. */
export type OptionRule = 'string' | 'positive' | 'positive integer' | readonly (string | number | boolean)[];
