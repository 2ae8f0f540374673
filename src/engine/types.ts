import type { Message } from '../messages/message';
import type { Verdict } from '../messages/reasons';
import type { Level } from '../migrations/catalogue/entry';
import type { CompanionOptions } from '../migrations/options';

export type { Verdict } from '../messages/reasons';

/** The part of `@vue/compiler-sfc` (Vue 3) that is used, so that a caller can pass the project's own. */
export interface VueCompiler {
  parse(source: string): { descriptor: { template: { ast?: unknown } | null }; errors?: readonly unknown[] };
}

/**
 * A candidate with its verdict. Positions refer to the original file in UTF-16 units. Lines and columns are
 * 1-based and do not count a byte order mark, as in editors.
 */
export interface Finding {
  /** Name of the migration, for instance `start-record-to-recorder-manager`. */
  migration: string;
  /** Name of the API without its object, for instance `startRecord`; `*` for a computed name. */
  api: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  /** Offset in the whole text, which includes a byte order mark and all parts of a Vue component. */
  start: number;
  end: number;
  verdict: Verdict;
  /** `required` if the host has removed the API or warns about it; `advised` if it is only superseded. */
  level: Level;
  /** The reason for the verdict as one English sentence. */
  reason: string;
  /** Stable identifier of the reason, for instance `REC001`. */
  code: string;
  /** Id of the reason's message, for instance `rewritten/call`, to print it in other words. */
  messageId: string;
  /**
   * Values for the placeholders of the message. A string is a name or code; a message is a part with its own
   * id.
   */
  data?: Message['data'];
  /** The next step, if any. */
  hint?: string;
}

export interface RewriteOptions extends CompanionOptions {
  /** Path of the file. Its extension selects the dialect, and messages name it. */
  filename: string;
  /** Names of the migrations to run; `default` stands for all except opt-in ones. Default: `['default']`. */
  migrations?: readonly string[];
  /**
   * All platforms of the code's builds, as in `process.env.TARO_ENV`. APIs that none of these hosts has
   * deprecated stay. A replacement that works on some platforms only is used if all of these are among them.
   * Default: any platform.
   */
  platforms?: readonly string[];
  /**
   * WeChat's base library, such as `2.20.1`: only APIs that are deprecated and have a replacement in it.
   * Default: any.
   */
  target?: string;
  /**
   * Module specifier per runtime, for instance `{ recorder: '../taro-modernize/recorder' }`. Default: the
   * packaged runtime (`taro-modernize/runtime/recorder`).
   */
  runtime?: Readonly<Record<string, string>>;
  /**
   * The kind of project that contains the file. In a package that is `neither`, nothing can be rewritten.
   * Default: `taro`.
   */
  project?: 'taro' | 'native' | 'neither';
  /**
   * The folders that the file's package publishes, if the file is in none of them. A runtime beside it would not be
   * published, so nothing that needs one is rewritten.
   */
  publishedFolders?: readonly string[];
  /**
   * The bundler of the file. It determines how a sloppy script may import the runtime, because an `import`
   * makes it strict. Without it, such scripts get manual findings.
   */
  bundler?: 'webpack' | 'vite';
  /**
   * For a runtime in TypeScript in a mini program: whether other files use a name that this script declares at its
   * top level. Such a script requires the runtime without becoming a module, and others import it. Without this
   * option, they all require it.
   */
  usesGlobal?: (name: string) => boolean;
  /** Major version of Taro in the project. Default: 4. */
  taroVersion?: number;
  /**
   * The text of the app's configuration (`app.config.ts`, `app.json`), for findings about missing settings.
   */
  appConfig?: string;
  /**
   * Marks manual findings with `TODO(taro-modernize)` comments and removes outdated marks. A function returns
   * the text of a mark in several languages: the first one is written, and marks in the others are kept.
   * Without a text there is no mark.
   */
  todo?: boolean | ((finding: Finding) => readonly string[]);
  /** The project's Vue 3 compiler (`@vue/compiler-sfc`), for the templates of `.vue` files. */
  vueCompiler?: VueCompiler;
  /**
   * Decides what scopes cannot: whether the member whose name begins at an offset (UTF-16 units, without a
   * byte order mark) is the platform's API. `undefined` leaves it undecided. Called only where the engine
   * does not know.
   */
  decideMember?: (offset: number) => 'platform' | 'foreign' | undefined;
  /**
   * Whether something other than the engine's own comments suppresses a finding, such as a linter directive.
   * @param start offset of the finding (UTF-16 units, without a byte order mark)
   */
  isSuppressed?: (migration: string, start: number) => boolean;
  /**
   * The `hostUses` of all files of the project. Without them, calls that may be a host's own API get manual
   * findings.
   */
  hostUses?: readonly HostUse[];
  /** The `families` of all files of the app. Without them, only what stays in the same file is known. */
  families?: readonly FamilyUse[];
  /**
   * Names of the migrations that are done as a whole or not at all: if one of `families` stays somewhere,
   * nothing of it is rewritten.
   */
  wholeFamilies?: readonly string[];
  /** The `links` of all files of the project. Without them, only those of the same file are known. */
  links?: readonly LinkUse[];
  /**
   * Finds another file that may use an element of this one: by a value such as that of `canvas-id`, or by any that is not
   * constant. Returns its path as it is shown. Without this option, no element is changed together with its calls.
   * `known` has the files of `links` with the value, if no other file may use it, not even for its own elements.
   */
  linkedElsewhere?: (
    migration: string,
    value: string | undefined,
    known?: readonly string[],
  ) => string | undefined;
  /**
   * The properties of all Vue components that are the platform object. Findings about a property of this name say
   * where it is set. A function is called only if the file uses a property of an unknown object.
   */
  globalProperties?: readonly GlobalProperty[] | (() => readonly GlobalProperty[]);
  /**
   * For a native template: whether a tag is a component of the app instead of the host's. `unknown` in a template that
   * others include, because each has its own components.
   */
  componentOf?: (tag: string) => 'app' | 'unknown' | undefined;
  /**
   * The offset of a name (UTF-16 units, without a byte order mark) that is taken for the platform's API, although the
   * engine cannot know that: to show what its code could become.
   */
  assumed?: number;
  /** A dialect to try before that of the extension, by jscodeshift's parser names. */
  parser?: 'babel' | 'babylon' | 'flow' | 'ts' | 'tsx';
  /** False if the new text is discarded, so that it need not parse. Default: true. */
  readBack?: boolean;
}

/**
 * A use of an API name that a host also has for its own API, such as `startRecord` of Alipay's `my`. Collect
 * them from all files of a project and pass them to each rewrite.
 */
export interface HostUse {
  /** Name of the migration. */
  migration: string;
  /** The host's global object. */
  global: string;
  /**
   * The evidence for the host's own API: an option or result property that the deprecated API does not have.
   */
  sign?: string;
  /** Whether some options are unknown. */
  isOpen: boolean;
  /** Whether this API starts what the others stop. */
  begins: boolean;
}

/**
 * How a file uses a family whose APIs share state in the host, such as `startRecord` and `stopRecord`. Collect
 * them from all files of an app and pass them to each rewrite.
 */
export interface FamilyUse {
  /** Name of the migration. */
  migration: string;
  /** Whether the file imported the runtime before this run. */
  isMigrated: boolean;
  /** The first use that cannot be rewritten. */
  stay?: Stay;
}

/** A use of an API that is not rewritten. */
export interface Stay {
  api: string;
  /** Path of the file as it is shown. Without it, the use is in the same file. */
  path?: string;
  line: number;
  column: number;
}

/**
 * A call or an element, linked to others by a constant: `canvas-id="chart"`. Collect them from all files of a project
 * and pass them to each rewrite, because a native page is a script and a template, and other files may draw on it too.
 */
export interface LinkUse {
  /** Name of the migration. */
  migration: string;
  /** Path of the file. */
  path: string;
  /** The position of the use: `line:column`. */
  place: string;
  /**
   * `stay`: an element that cannot be rewritten. `new`: one that need not be. `mention`: another use of the value. With
   * any of these, the others stay.
   */
  kind: 'call' | 'element' | 'stay' | 'new' | 'mention';
  /** The value. */
  id: string;
}

/** A property of all Vue components that is set to the platform object: `Vue.prototype.$taro = Taro`. */
export interface GlobalProperty {
  name: string;
  /** Path of the file that sets it, as it is shown. */
  path: string;
  line: number;
  column: number;
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

/** A replacement of the range between two offsets (UTF-16 units) of the original text with `text`. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

export interface RewriteResult {
  /** The rewritten text, or the input if nothing changed. */
  code: string;
  /** `null` if nothing changed. */
  map: SourceMap | null;
  findings: Finding[];
  changed: boolean;
  /**
   * The edits that turn the input into `code`, in order and without overlaps. Offsets count a byte order
   * mark.
   */
  edits: Edit[];
  /** Names of the runtimes that the output imports (`recorder`), so that a caller can install them. */
  runtimes: string[];
  /** How the file uses APIs that some hosts have under the same names. */
  hostUses: HostUse[];
  /** How the file uses families whose APIs share state. */
  families: FamilyUse[];
  /** The linked calls and elements of a file. */
  links: LinkUse[];
}
