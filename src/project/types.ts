import type { Edit, Finding, RewriteOptions } from '../engine/types';

/** Why a file was not processed, or not written. Texts for people are made in `report/`. */
export type ProblemKind =
  | 'missing'
  | 'not-a-file'
  | 'unreadable'
  | 'binary'
  | 'encoding'
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
  /** What the system or the parser said, or a name that the text needs. */
  detail?: string;
  line?: number;
  column?: number;
}

/** What became of one file. Only files with a finding or a problem are kept. */
export interface FileOutcome {
  /** Absolute. */
  path: string;
  findings: Finding[];
  problem?: Problem;
  /** Absent when the file stays as it is. */
  change?: FileChange;
}

export interface FileChange {
  before: string;
  after: string;
  /** What makes `after` from `before`. */
  edits: readonly Edit[];
  /** Names of the runtimes that the new text imports. */
  runtimes: readonly string[];
  project: Project;
}

/** One application, library or mini program: what decides the runtime's place and its form. */
export interface Project {
  /** Absolute folder of its package.json or project.config.json. */
  root: string;
  kind: 'taro' | 'native';
  /** Absolute folder of the sources. */
  sourceRoot: string;
  /** Absolute folders that builds write to. */
  outputRoots: readonly string[];
  /** Major version of Taro, for `kind: 'taro'`. */
  taroVersion: number;
  /** Those that it is built for of the platforms that something of a migration depends on, as in TARO_ENV. */
  platforms: readonly string[];
  /** What builds the project, where its configuration says. */
  bundler?: RewriteOptions['bundler'];
  /** The text of its app's configuration. */
  appConfig?: string;
  /** For an independent subpackage: the mini program that it is part of. */
  main?: Project;
  /** The platform's global in a native mini program (`wx`, `my`, …). */
  host: string;
  /** False when nothing says what the folder is and the best guess was taken. */
  detected: boolean;
}

/** What the CLI asks of a run. Paths are absolute. */
export interface RunOptions {
  cwd: string;
  paths: readonly string[];
  migrations?: readonly string[];
  /** WeChat's base library that the app runs on at least. */
  target?: string;
  runtime: 'file' | 'package';
  /** Relative to each project's root. Default: `taro-modernize` in its source root. */
  runtimeDir?: string;
  include: readonly string[];
  ignore: readonly string[];
  gitignore: boolean;
  /** Mark in the source what is left by hand. */
  todo: NonNullable<RewriteOptions['todo']>;
  /** Whether new texts are shown or written: only then are they parsed again, and copies of the runtimes formatted. */
  showsTexts: boolean;
  /** Ask TypeScript about what scopes cannot decide. */
  types: boolean;
}

/** A file that a run puts beside the sources: the copied runtime, or package.json with the new dependency. */
export interface InstallationWrite {
  kind: 'runtime' | 'dependency';
  /** Name of the copied runtime. */
  runtime?: string;
  path: string;
  project: Project;
  /** `null` when the file is new. */
  before: string | null;
  /** `null` when the file is to be removed. */
  after: string | null;
}

/** A copied runtime that stays as it is because a person has changed it. */
export interface KeptRuntime {
  path: string;
  version: string;
}

export interface Scan {
  files: FileOutcome[];
  /** Where the sources of the run came from. */
  projects: Project[];
  /** How many source files were looked at. */
  scanned: number;
  /** Runtime copies that were met and left alone. */
  runtimeCopies: { path: string; project: Project }[];
  /** Files that import a copied runtime already, which may have been deleted. */
  runtimeImports: { path: string; project: Project; runtime: string }[];
  /** Where those are that an earlier run put elsewhere than to the usual place. */
  runtimeFolders: ReadonlyMap<Project, string>;
  /** Files that types could have decided more about, had ts-morph been installed. */
  untyped: number;
  /** Folders and globs that hold no source file. */
  empty: string[];
  /** Globs of `--include` and `--ignore` that matched no file. */
  unmatched: { include: readonly string[]; ignore: readonly string[] };
  /** Files that were named but are no source files. */
  notSource: string[];
  /** Left behind by a run that was killed while it wrote. */
  strayTemporaries: string[];
  /** Real paths below which a run may write. */
  roots: string[];
}
