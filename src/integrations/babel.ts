import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { PluginObj, PluginPass, types } from '@babel/core';
import { normalize, rewriteHost } from '../engine/index';
import {
  migrations as allMigrations,
  isComplete,
  type Level,
  migrationsFor,
  platformCompanions,
  type RuntimeOptions,
  selectMigrations,
} from '../migrations/index';
import { GlobalProperties } from '../project/global-properties';
import { isInside, toPosix } from '../project/paths';
import { type Finding, globalPropertiesIn, isRuntimeCopy, OutputError } from '../project/rewrite';
import { taroMajor } from '../project/taro-version';
import { AppCompanions } from './app-companions';
import { rewriteFile } from './babel-file';
import type { Babel } from './babel-parser';
import { manualFindings } from './manual-findings';
import { defectMessage, manualMessage, tagged } from './messages';
import { appCompanionsIn, isMentioned } from './module-mentions';
import { refuseUnknown, runtimeConstants } from './options';
import { runtimeFiles } from './project-facts';
import { packageOf, type ReachOptions, reach } from './reach';

/**
 * Options of the Babel plugin: `plugins: [['taro-modernize/babel', options]]`. The options of the runtimes
 * (`recorder`) are for builds in which Babel also compiles the runtimes, as with Metro.
 */
export interface BabelPluginOptions
  extends Partial<Omit<ReachOptions, 'root' | 'packages' | 'plugins'>>,
    RuntimeOptions {
  /** Names of the migrations to run; `default` stands for all except opt-in ones. Default: `['default']`. */
  migrations?: readonly string[];
  /** Major version of Taro. Default: that of the installed one. */
  taroVersion?: number;
  /**
   * Routes the app's own `getRecorderManager()` calls through the runtime, so that its listeners and the
   * recorder's do not replace each other. Default: `auto`, if the sources use the recorder.
   */
  shareManager?: 'auto' | boolean;
  /**
   * The same for `getBackgroundAudioManager()` and the runtime for background audio. Default: `auto`, if the
   * sources use it.
   */
  shareAudioManager?: 'auto' | boolean;
  /**
   * Which findings to report: APIs that a host has removed or warns about (`required`, default), or also
   * those that are only superseded (`advised`).
   */
  level?: Level;
  /** What to do about manual findings. Default: `warn` on the console. */
  onManual?: 'warn' | 'error' | 'off';
}

/** The plugin's entry in the file's `metadata`. */
export interface BabelMetadata {
  taroModernize?: { findings: Finding[] };
}

/** The folder of the built package. */
const PACKAGED = join(__dirname, '..');

/**
 * Babel plugin: rewrites the deprecated APIs, for React Native, Jest and any other Babel build.
 * @param root Babel's root folder. Paths and globs are relative to it, and the sources are in its `src`.
 */
export default function taroModernizeBabel(
  babel: Babel,
  options: BabelPluginOptions = {},
  root: string = process.cwd(),
): PluginObj<PluginPass> {
  refuseUnknown(options, 'babel');
  const { onManual = 'warn' } = options;
  const platform = process.env.TARO_ENV ?? '';
  const ownSources = join(root, 'src');
  const sourceRoot = options.sourceRoot && resolve(root, options.sourceRoot);
  const sources = sourceRoot ?? (existsSync(ownSources) ? ownSources : root);
  const constants = Object.entries(runtimeConstants(options));
  const reachOf = reach({ ...options, root, sourceRoot });
  const taroVersion = options.taroVersion ?? taroMajor(root, undefined);
  const rest = {
    migrations: options.migrations,
    platforms: [platform],
    taroVersion,
    ...platformCompanions(allMigrations, [platform]),
  };
  const companions = new AppCompanions({ modes: options, sourceRoot: sources, build: rest });
  const globals = new GlobalProperties(globalPropertiesIn);
  const runtimes = runtimeFiles(sources, PACKAGED);

  return {
    name: 'taro-modernize',
    visitor: {},
    // `pre` runs before any visitor, and so before other plugins change the AST, whatever their order.
    pre(file) {
      const { filename } = file.opts;
      if (!filename) return;
      for (const [name, value] of constants) {
        if (file.code.includes(name) && isRuntime(filename, file.code)) {
          defineConstant(file.path, name, value, babel.types);
        }
      }
      const reached = reachOf(filename);
      if (!reached) return;
      // Some callers pass an AST without text, so only the AST shows what it contains.
      const named = file.code || namesIn(file.ast, babel.types);
      const on = appCompanionsIn(named).filter((option) => companions.isOn(option));
      const build = {
        ...rest,
        migrations: migrationsFor(platform, options.migrations, reached === 'unlisted'),
        ...Object.fromEntries(on.map((option) => [option, true])),
      };
      if (!isMentioned(named, build)) return;
      const all = {
        ...build,
        filename,
        runtime: runtimeSpecifiers(runtimes, filename, root),
        globalProperties: () => globals.of({ root, sourceRoot: sources }),
      };
      const migrations = selectMigrations(all.migrations, all);
      const engine = normalize(all, migrations, isComplete(all.migrations, all));
      const findings = withDefectTold(() =>
        rewriteFile(file, babel, (source) => rewriteHost(source, engine)),
      );
      (file.metadata as BabelMetadata).taroModernize = { findings };
      const left = manualFindings(findings, options.level);
      if (left.length === 0 || onManual === 'off') return;
      const message = left.map((finding) => tagged(manualMessage(finding, filename, file.code))).join('\n\n');
      if (onManual === 'error') throw new Error(message);
      console.warn(message);
    },
  };
}

/** All names and strings in an AST, for a search. */
function namesIn(ast: types.File, { traverseFast }: typeof types): string {
  const names: unknown[] = [];
  traverseFast(ast, (node) => {
    if ('name' in node) names.push(node.name);
    if ('value' in node) names.push(node.type === 'TemplateElement' ? node.value.raw : node.value);
  });
  return names.filter((name) => typeof name === 'string').join('\n');
}

/** In Babel, an error of a file has to be an exception. */
function withDefectTold<Result>(run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (error instanceof OutputError) throw new Error(tagged(defectMessage(error)));
    throw error;
  }
}

/**
 * How a file imports the runtimes: copies in the project by path, packaged runtimes by name. Files in an
 * installed package or outside the app may not resolve that name, so they use a path too.
 */
function runtimeSpecifiers(
  files: Readonly<Record<string, string>>,
  filename: string,
  root: string,
): Record<string, string> {
  const isOwn = isInside(root, filename) && packageOf(filename) === undefined;
  const entries = Object.entries(files).flatMap(([specifier, file]): [string, string][] => {
    const runtime = specifier.slice(specifier.lastIndexOf('/') + 1);
    if (!isInside(PACKAGED, file)) {
      const way = toPosix(relative(dirname(filename), file)).replace(/\.[jt]s$/, '');
      return [[runtime, way.startsWith('.') ? way : `./${way}`]];
    }
    return isOwn ? [] : [[runtime, toPosix(join(PACKAGED, 'runtime', `${runtime}.js`))]];
  });
  return Object.fromEntries(entries);
}

function isRuntime(filename: string, code: string): boolean {
  return isRuntimeCopy(code) || /taro-modernize[\\/]dist[\\/]runtime[\\/]/.test(filename);
}

function defineConstant(
  program: PluginPass['file']['path'],
  name: string,
  value: object,
  t: typeof types,
): void {
  program.traverse({
    Identifier(path) {
      if (path.node.name === name && path.isReferencedIdentifier() && !path.scope.hasBinding(name)) {
        path.replaceWith(t.valueToNode(value));
      }
    },
  });
}
