import type { Edit, Finding, RewriteOptions } from '../engine/types';

/** Why a file was not processed or written. `report/` has the messages for users. */
export type ProblemKind =
  | 'missing'
  | 'vanished'
  | 'not-a-file'
  | 'unreadable'
  | 'binary'
  | 'encoding'
  | 'broken-utf8'
  | 'too-large'
  | 'syntax'
  | 'internal'
  | 'defect'
  | 'read-only'
  | 'read-only-mount'
  | 'too-deep'
  | 'name-encoding'
  | 'changed-meanwhile'
  | 'outside'
  | 'write-failed'
  | 'runtime-foreign'
  | 'runtime-project'
  | 'package-json';

export interface Problem {
  kind: ProblemKind;
  /** The error of the system or parser, or a name for the message. */
  detail?: string;
  line?: number;
  column?: number;
}

/** The result for one file. Only files with a finding or a problem are kept. */
export interface FileOutcome {
  /** Absolute. */
  path: string;
  findings: Finding[];
  problem?: Problem;
  /** Undefined if the file stays unchanged. */
  change?: FileChange;
  /**
   * The edits that would rewrite only the finding at an offset, if what keeps it from being rewritten were not so.
   * Undefined unless the options of the run ask for it.
   */
  editsAt?(start: number): readonly Edit[] | undefined;
}

/** The edits of a change that the user does not want. */
export interface Rejected {
  rewrites: readonly Finding[];
  /** Whether the TODO comments are rejected too. */
  marks: boolean;
}

/** Makes parts of a change. Each part is a text that parses, with the imports that it needs. */
export interface ChangeParts {
  /** The text with only these migrations applied, or `null` if that text is not possible. */
  textWith(migrations: readonly string[]): string | null;
  /** The result for the file without some edits, and without the findings of rejected rewrites. */
  without(rejected: Rejected): FileOutcome;
}

export interface FileChange {
  before: string;
  after: string;
  /** The edits that turn `before` into `after`. */
  edits: readonly Edit[];
  /** Names of the runtimes that the new text imports. */
  runtimes: readonly string[];
  project: Project;
  /** Undefined unless the options of the run ask for it. */
  parts?: ChangeParts;
}

/** An application, library or mini program. It determines the location and form of the runtime. */
export interface Project {
  /** Absolute folder of its package.json or project.config.json. */
  root: string;
  kind: 'taro' | 'native';
  /** Absolute folder of the sources. */
  sourceRoot: string;
  /** Absolute output folders of builds. */
  outputRoots: readonly string[];
  /** Major version of Taro, for `kind: 'taro'`. */
  taroVersion: number;
  /** The platforms of the project's builds, as in TARO_ENV. Empty if they are unknown. */
  platforms: readonly string[];
  /** Whether a build script takes its platform from a variable: `--type $PLATFORM`. */
  openPlatforms?: boolean;
  /** The bundler of the project, if its configuration names it. */
  bundler?: RewriteOptions['bundler'];
  /** The text of the app's configuration. */
  appConfig?: string;
  /** For a part that cannot require from elsewhere, such as an independent subpackage: what contains it. */
  main?: Project;
  /** Absolute folders that a package publishes, if not everything. Of Taro, without those of the sources. */
  published?: readonly string[];
  /** The platform's global in a native mini program (`wx`, `my`, …). */
  host: string;
  /** False if nothing identifies the folder and the project is a guess. */
  detected: boolean;
}

/** The options of a run. Paths are absolute. */
export interface RunOptions {
  cwd: string;
  paths: readonly string[];
  migrations?: readonly string[];
  /** WeChat's minimum base library for the app. */
  target?: string;
  runtime: 'file' | 'package';
  /** Relative to each project's root. Default: `taro-modernize` in its source root. */
  runtimeDir?: string;
  include: readonly string[];
  ignore: readonly string[];
  gitignore: boolean;
  /** Whether to mark manual findings in the source. */
  todo: NonNullable<RewriteOptions['todo']>;
  /**
   * Whether new texts are shown or written. Only then are they read back, and copies of the runtimes
   * formatted.
   */
  showsTexts: boolean;
  /** Whether parts of changes can be made too: see `FileChange.parts`. */
  inParts?: boolean;
  /** Whether the report shows what manual findings could become: see `FileOutcome.editsAt`. */
  explains?: boolean;
  /** Whether to ask TypeScript about what scopes cannot resolve. */
  types: boolean;
}

/**
 * A file that a run adds or changes beside the sources: a copied runtime, or package.json with the new
 * dependency.
 */
export interface InstallationWrite {
  kind: 'runtime' | 'dependency';
  /** Name of the copied runtime. */
  runtime?: string;
  path: string;
  project: Project;
  /** `null` for a new file. */
  before: string | null;
  after: string;
}

/** A copied runtime that is kept because the user has edited it. */
export interface KeptRuntime {
  path: string;
  version: string;
}

/** The calls in a project that its platforms leave out, because only another platform has deprecated the API. */
export interface LeftOut {
  project: Project;
  /** The platforms with which these calls are included. */
  platforms: readonly string[];
  count: number;
}

/** Files that mention a deprecated API and were not searched, as numbers. */
export interface Unsearched {
  /** Committed packages of a mini program, by folder. */
  packages: readonly { folder: string; files: number }[];
  /** Tracked by git, although a .gitignore excludes them. */
  ignored: number;
  /** Components of Chameleon. */
  cml: number;
}

export interface Scan {
  files: FileOutcome[];
  /** Where the sources of the run came from. */
  projects: Project[];
  /** The number of source files searched. */
  scanned: number;
  /** Runtime copies that were found and skipped. */
  runtimeCopies: { path: string; project: Project }[];
  /** Files that already import a copied runtime, which may have been deleted. */
  runtimeImports: { path: string; project: Project; runtime: string }[];
  /** The copies that an earlier run placed outside the default folder. */
  runtimeFolders: ReadonlyMap<Project, string>;
  /** The number of files in which types could have resolved more if ts-morph were installed. */
  untyped: number;
  unsearched: Unsearched;
  /** Per project, the calls that its platforms in package.json leave out. */
  leftOut: LeftOut[];
  /** Folders and globs without source files. */
  empty: string[];
  /** Globs of `--include` and `--ignore` that matched no file. */
  unmatched: { include: readonly string[]; ignore: readonly string[] };
  /** Files that were named but are not source files. */
  notSource: string[];
  /** Temporary files of a run that was killed while writing. */
  strayTemporaries: string[];
  /** Real paths below which a run may write. */
  roots: string[];
}
