import {
  appCompanions,
  type CompanionOption,
  type CompanionOptions,
  companionOptions,
  type Level,
  migrations,
  migrationsFor,
} from '../migrations/index';
import {
  type Finding,
  OutputError,
  type RewriteOptions,
  type RewriteResult,
  rewrite,
  SourceError,
  type SourceMap,
} from '../project/rewrite';
import { loadVueCompiler } from '../project/vue-compiler';
import { appCompanionsIn, isMentioned } from './mentions';
import { defectMessage, unparsedMessage } from './messages';
import { packageOf } from './reach';
import { RewriteMemory } from './rewrite-memory';

/** Options that turn companions on; a function is asked for every module that holds one. */
export type CompanionSwitches = {
  [Option in CompanionOption]?: CompanionOptions[Option] | (() => boolean);
};

/** What the build integrations share. */
export interface BuildOptions extends CompanionSwitches {
  /** Names of the migrations to run. Default: all but those to opt in to. */
  migrations?: readonly string[];
  /** Major version of Taro in the project. Default: 4. */
  taroVersion?: number;
  /** What is told of: APIs that a host has withdrawn or warns about (default), or also those that are only superseded. */
  level?: Level;
}

/** What the integrations and the Taro plugin add. */
export interface ProjectBuildOptions extends BuildOptions {
  bundler?: RewriteOptions['bundler'];
  /** Called for every module that uses a runtime after the rewrite. */
  onRuntimes?: (file: string, runtimes: readonly string[]) => void;
}

/** What became of one module. */
export interface ModuleOutcome {
  findings: Finding[];
  /** Missing where the module stays as it is. */
  output?: { code: string; map: SourceMap | null };
  /** Why the module was not looked at: a warning, because the bundler parses the module too. */
  problem?: string;
  /** The rewrite would break the module, which stays as it is: an error, because nobody else tells. */
  defect?: string;
}

const ALL = companionOptions(migrations);
const BY_APP = appCompanions(migrations).map(({ option }) => option);

const memory = new RewriteMemory();

/**
 * Rewrites one module of a build. A file whose text and options are those of its last time is not rewritten again:
 * bundlers build a single-file component as several modules.
 * @returns `undefined` for a module that mentions no deprecated API.
 * @throws {SourceError} when the module cannot be parsed.
 */
export function rewriteModule(
  code: string,
  filename: string,
  { onRuntimes, level: _told, ...options }: ProjectBuildOptions,
): RewriteResult | undefined {
  const platform = process.env.TARO_ENV ?? '';
  const migrations = migrationsFor(platform, options.migrations, packageOf(filename));
  const decided = { ...options, platform, migrations, ...switchedOn(code, options) };
  if (!isMentioned(code, decided)) return undefined;
  const result = memory.recall(code, filename, decided, () => {
    const vueCompiler = filename.endsWith('.vue') ? loadVueCompiler(filename) : undefined;
    return rewrite(code, { ...decided, filename, ...(vueCompiler && { vueCompiler }) });
  });
  if (result.runtimes.length > 0) onRuntimes?.(filename, result.runtimes);
  return result;
}

/** What the switches come to for a module: it is asked only of those that concern it. */
function switchedOn(code: string, options: CompanionSwitches): Record<CompanionOption, boolean> {
  const concerned = appCompanionsIn(code);
  return Object.fromEntries(
    ALL.map((option) => {
      const given = (concerned.includes(option) || !BY_APP.includes(option)) && options[option];
      return [option, typeof given === 'function' ? given() : (given ?? false)];
    }),
  ) as Record<CompanionOption, boolean>;
}

/**
 * What every integration with a module; what is to be told of it is told by the integration, in its bundler's way.
 * @returns `undefined` for a module that mentions no deprecated API.
 */
export function transformModule(
  code: string,
  filename: string,
  options: ProjectBuildOptions,
): ModuleOutcome | undefined {
  try {
    const result = rewriteModule(code, filename, options);
    if (!result) return undefined;
    const output = result.changed && { code: result.code, map: result.map };
    return { findings: result.findings, ...(output && { output }) };
  } catch (error) {
    if (error instanceof OutputError) return { findings: [], defect: defectMessage(error) };
    if (!(error instanceof SourceError)) throw error;
    // Whether this ends the build is for the bundler's own parser to say.
    return { findings: [], problem: unparsedMessage(error) };
  }
}
