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
import { defectMessage, unparsedMessage } from './messages';
import { appCompanionsIn, isMentioned } from './module-mentions';
import { RewriteMemory } from './rewrite-memory';

/** Options that enable companions. A function is called for every module with a companion call. */
type CompanionSwitches = {
  [Option in CompanionOption]?: CompanionOptions[Option] | (() => boolean);
};

/** The options shared by the build integrations. */
export interface BuildOptions extends CompanionSwitches {
  /** Names of the migrations to run; `default` stands for all except opt-in ones. Default: `['default']`. */
  migrations?: readonly string[];
  /** Major version of Taro in the project. Default: 4. */
  taroVersion?: number;
  /**
   * Which findings to report: APIs that a host has removed or warns about (`required`, default), or also
   * those that are only superseded (`advised`).
   */
  level?: Level;
}

/** The sources of an app, in which elements are searched that several files use. */
export interface SearchedSources {
  /** Absolute path. */
  folder: string;
  /** As in the engine's options, for a file. */
  elsewhere(file: string): RewriteOptions['linkedElsewhere'];
}

/** The options that the integrations and the Taro plugin add. */
export interface ProjectBuildOptions extends BuildOptions {
  bundler?: RewriteOptions['bundler'];
  /** As in the engine's options. */
  globalProperties?: RewriteOptions['globalProperties'];
  /** Finds the sources that may use elements of others. */
  sources?: SearchedSources;
  /** Whether a file is in an installed package that the user has not listed. */
  isUnlisted?: (file: string) => boolean;
  /** Called for every module that uses a runtime after the rewrite. */
  onRuntimes?: (file: string, runtimes: readonly string[]) => void;
}

/** The result for one module. */
export interface ModuleOutcome {
  findings: Finding[];
  /** Undefined if the module stays unchanged. */
  output?: { code: string; map: SourceMap | null };
  /** Why the module was skipped. A warning, because the bundler parses the module too. */
  problem?: string;
  /** The rewrite would break the module, which stays unchanged. An error, because nothing else reports it. */
  defect?: string;
  /** Whether a module of an unlisted package was left unread: it is too large, or cannot be processed. */
  isSkipped?: boolean;
  /** Whether the result depends on the texts of all sources. */
  dependsOnSources?: boolean;
}

/**
 * Length up to which modules of unlisted packages are processed, which takes less than a second. Only bundled
 * libraries are longer.
 */
const MAX_UNLISTED = 400_000;

const ALL = companionOptions(migrations);
const BY_APP = appCompanions(migrations).map(({ option }) => option);

const memory = new RewriteMemory();

/**
 * Rewrites one module of a build. The last result for a file is reused if its text and options are the same,
 * because bundlers build a single-file component as several modules.
 * @returns `undefined` for a module that mentions no deprecated API
 * @throws {SourceError} when the module cannot be parsed
 */
export function rewriteModule(
  code: string,
  filename: string,
  { onRuntimes, level: _told, sources, ...options }: ProjectBuildOptions,
): RewriteResult | undefined {
  const platform = process.env.TARO_ENV ?? '';
  const isUnlisted = options.isUnlisted?.(filename);
  const migrations = migrationsFor(platform, options.migrations, isUnlisted);
  const companions = switchedOn(companionsIn(code, filename, options), options);
  const decided = { ...options, platforms: [platform], migrations, ...companions };
  if (!isMentioned(code, decided)) return undefined;
  if (isUnlisted && code.length > MAX_UNLISTED) throw new RangeError('The module is too large.');
  const result = memory.recall(code, filename, decided, () => {
    const vueCompiler = filename.endsWith('.vue') ? loadVueCompiler(filename) : undefined;
    return rewrite(code, {
      ...decided,
      filename,
      vueCompiler,
      linkedElsewhere: sources?.elsewhere(filename),
    });
  });
  if (result.runtimes.length > 0) onRuntimes?.(filename, result.runtimes);
  return result;
}

/** The companions in a module that depend on the whole app. Unlisted packages keep theirs. */
export function companionsIn(
  code: string,
  filename: string,
  { isUnlisted }: Pick<ProjectBuildOptions, 'isUnlisted'>,
): readonly CompanionOption[] {
  return isUnlisted?.(filename) ? [] : appCompanionsIn(code);
}

/** The values of the companion options for a module. Functions are called only if the module needs them. */
function switchedOn(
  concerned: readonly CompanionOption[],
  options: CompanionSwitches,
): Record<CompanionOption, boolean> {
  return Object.fromEntries(
    ALL.map((option) => {
      const given = (concerned.includes(option) || !BY_APP.includes(option)) && options[option];
      return [option, typeof given === 'function' ? given() : (given ?? false)];
    }),
  ) as Record<CompanionOption, boolean>;
}

/**
 * What every integration does with a module. Each integration reports the findings in its own way.
 * @returns `undefined` for a module that mentions no deprecated API
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
    return {
      findings: result.findings,
      ...(output && { output }),
      dependsOnSources: result.links.length > 0,
    };
  } catch (error) {
    // Nobody can change an installed package, and the build passes without the rewrite.
    if (options.isUnlisted?.(filename)) return { findings: [], isSkipped: true };
    if (error instanceof OutputError) return { findings: [], defect: defectMessage(error) };
    if (!(error instanceof SourceError)) throw error;
    // The bundler's own parser decides whether this fails the build.
    return { findings: [], problem: unparsedMessage(error) };
  }
}
