/** What the playground shows and a link holds: the files and the options. */
export interface State {
  files: SourceFile[];
  options: Options;
}

export interface SourceFile {
  /** A path with `/`, such as `src/pages/index/index.tsx`. The extension selects the language. */
  name: string;
  code: string;
}

/** The options of the command that the page offers, and others of the engine, as in fixtures. */
export interface Options {
  /** Names of migrations. Default: all that are not opt-in. */
  migrations?: readonly string[];
  platforms?: readonly string[];
  /** WeChat's base library. */
  target?: string;
  project?: 'taro' | 'native' | 'neither';
  /** The lowest level of the findings that are shown. */
  level?: 'required' | 'advised';
  /** Whether calls import copies in the project, as after a run of the command, or the package. */
  runtime?: 'file' | 'package' | Readonly<Record<string, string>>;
  /** False to process each file without what the others show. */
  evidence?: boolean;
  /** False without Vue's compiler. */
  vueCompiler?: boolean | null;
  /** One of the example migrations of the finding pages, instead of all others. */
  migration?: string;
  /** What types say about all calls that scopes do not decide. */
  types?: 'platform' | 'foreign';
  /** The values that other files use, in fixtures. */
  mentions?: readonly string[];
  /** Other options of the engine. */
  [option: string]: unknown;
}
