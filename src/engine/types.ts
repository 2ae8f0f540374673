import type { Message } from '../messages/message';
import type { Verdict } from '../messages/reasons';
import type { Level } from '../migrations/catalogue/entry';
import type { CompanionOptions } from '../migrations/options';

export type { Verdict } from '../messages/reasons';

/** The part of `@vue/compiler-sfc` (Vue 3) that is used, so that a caller can hand over the project's own. */
export interface VueCompiler {
  parse(source: string): { descriptor: { template: { ast?: unknown } | null }; errors?: readonly unknown[] };
}

/**
 * One candidate and its verdict. Positions are those of the file as it was, in UTF-16 units. Lines and columns are
 * 1-based and do not count a byte order mark, as in editors.
 */
export interface Finding {
  /** Name of the migration, for instance `start-record-to-recorder-manager`. */
  migration: string;
  /** Bare name of the API, for instance `startRecord`; `*` where the name is computed. */
  api: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  /** Offset in the whole text, a byte order mark and the parts of a Vue component around its scripts included. */
  start: number;
  end: number;
  verdict: Verdict;
  /** `required` where the host has withdrawn the API or warns about it; `advised` where it is only superseded. */
  level: Level;
  /** One sentence for a person, in English: why this verdict. */
  reason: string;
  /** Stable identifier of the reason, for instance `REC001`. */
  code: string;
  /** The reason as data, to say it in other words: its message, for instance `rewritten/call`. */
  messageId: string;
  /** What the message's placeholders stand for. A string is a name or code; a message is a part with an id of its own. */
  data?: Message['data'];
  /** The next step, where there is one. */
  hint?: string;
}

export interface RewriteOptions extends CompanionOptions {
  /** Path of the file: its extension picks the dialect, and messages name it. */
  filename: string;
  /** Names of the migrations to run. Default: all. */
  migrations?: readonly string[];
  /** What the file is built for, as in `process.env.TARO_ENV`: APIs that this host has not deprecated stay. Default: any. */
  platform?: string;
  /** WeChat's base library, `2.20.1`: only what is deprecated there, and whose replacement is there. Default: any. */
  target?: string;
  /**
   * Module specifier per runtime, for instance `{ recorder: '../taro-modernize/recorder' }`.
   * Default: the packaged runtime (`taro-modernize/runtime/recorder`).
   */
  runtime?: Readonly<Record<string, string>>;
  /** What the file is part of; in a package that is `neither`, nothing can be rewritten. Default: `taro`. */
  project?: 'taro' | 'native' | 'neither';
  /**
   * What bundles the file. It decides how a script in sloppy mode may import the runtime, because an `import` makes it
   * strict. Without it such a script is left for manual work.
   */
  bundler?: 'webpack' | 'vite';
  /** Major version of Taro in the project. Default: 4. */
  taroVersion?: number;
  /** The text of the app's configuration (`app.config.ts`, `app.json`), for findings about what it lacks. */
  appConfig?: string;
  /**
   * Mark what is left by hand with `TODO(taro-modernize)` comments, and take away marks that no longer hold. A
   * function gives the text of a mark in several languages: the first is written, and a mark in another one stays. No text, no mark.
   */
  todo?: boolean | ((finding: Finding) => readonly string[]);
  /** Vue 3's compiler of the project (`@vue/compiler-sfc`), to read the templates of `.vue` files with. */
  vueCompiler?: VueCompiler;
  /**
   * Decides what scopes cannot: whether the member whose name begins at an offset (UTF-16 units, without a byte
   * order mark) is the platform's API. `undefined` leaves it undecided. Asked only where the engine does not know.
   */
  decideMember?: (offset: number) => 'platform' | 'foreign' | undefined;
  /**
   * Whether something beside the comments of the engine suppresses a finding, such as a directive of a linter.
   * @param start Its offset (UTF-16 units, without a byte order mark).
   */
  isSuppressed?: (migration: string, start: number) => boolean;
  /**
   * The `hostUses` of all files of the project. Without them it is open whether a host's own API is meant, and such
   * calls are left for manual changes.
   */
  hostUses?: readonly HostUse[];
  /** A dialect to try before the one that the extension names, by jscodeshift's names for its parsers. */
  parser?: 'babel' | 'babylon' | 'flow' | 'ts' | 'tsx';
  /** False where the new text goes nowhere, so that nothing is lost if it does not parse. Default: true. */
  readBack?: boolean;
}

/**
 * A use of an API name that a host has for an API of its own too: `startRecord` of Alipay's `my`. Collect those of all
 * files of a project, and hand them to each run over them.
 */
export interface HostUse {
  /** Name of the migration. */
  migration: string;
  /** The host's global object. */
  global: string;
  /** What shows that the host's own API is meant: an option or a result that the deprecated one does not have. */
  sign?: string;
  /** Whether the options are not all known. */
  isOpen: boolean;
  /** Whether it begins what the other APIs end. */
  begins: boolean;
}

/** A source map, version 3, from the output back to the input. */
export interface SourceMap {
  version: number;
  file?: string;
  sources: string[];
  sourcesContent?: (string | null)[];
  names: string[];
  mappings: string;
  toString(): string;
}

/** Puts `text` in the place of what is between two offsets, in UTF-16 units, of the text as it was. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

export interface RewriteResult {
  /** The text after the rewrite; the input itself when nothing changed. */
  code: string;
  /** `null` when nothing changed. */
  map: SourceMap | null;
  findings: Finding[];
  changed: boolean;
  /** What makes `code` from the input, in order and apart from each other. Offsets count a byte order mark. */
  edits: Edit[];
  /** Names of the runtimes that the output imports (`recorder`), so that a caller can put them in place. */
  runtimes: string[];
  /** What the file shows of APIs that hosts have under the same names. */
  hostUses: HostUse[];
}
