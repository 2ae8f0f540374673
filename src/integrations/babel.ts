import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { PluginObj, PluginPass, types } from '@babel/core';
import {
  migrations as allMigrations,
  appCompanions,
  type Level,
  migrationsFor,
  platformCompanions,
  type RuntimeOptions,
} from '../migrations/index';
import { isInside, toPosix } from '../project/paths';
import { type Finding, isRuntimeCopy, OutputError } from '../project/rewrite';
import { rewriteAst } from '../project/rewrite-ast';
import { taroMajor } from '../project/taro-version';
import { AppCompanions } from './app-companions';
import { refuseUnknown } from './known-options';
import { appCompanionsIn, isMentioned } from './mentions';
import { defectMessage, manualMessage, tagged } from './messages';
import { runtimeConstants } from './options';
import { runtimeFiles } from './project-facts';
import { packageOf, type ReachOptions, reach } from './reach';
import { told } from './told';

/**
 * Options of the Babel plugin: `plugins: [['taro-modernize/babel', options]]`. The runtimes' own (`recorder`) are for
 * builds in which Babel compiles the runtimes too, as Metro does.
 */
export interface BabelPluginOptions extends Partial<Omit<ReachOptions, 'root'>>, RuntimeOptions {
  /** Names of the migrations to run. Default: all. */
  migrations?: readonly string[];
  /** Major version of Taro. Default: that of the installed one. */
  taroVersion?: number;
  /**
   * Route the app's own `getRecorderManager()` calls through the runtime, so that its listeners and the
   * recorder's do not evict each other. Default: `auto`, where the sources use the recorder.
   */
  shareManager?: 'auto' | boolean;
  /** What is told of: APIs that a host has withdrawn or warns about (default), or also those that are only superseded. */
  level?: Level;
  /** What to do about a call that has to be changed by hand. Default: `warn`, on the console. */
  onManual?: 'warn' | 'error' | 'off';
}

/** What the plugin leaves in the file's `metadata`. */
export interface BabelMetadata {
  taroModernize?: { findings: Finding[] };
}

const OPTIONS = [
  'migrations',
  'taroVersion',
  'shareManager',
  'sourceRoot',
  'include',
  'exclude',
  'level',
  'onManual',
];

/** The companions whose rewriting depends on what the app as a whole uses. */
const ALL = appCompanions(allMigrations).map(({ option }) => option);

/** The folder of the built package. */
const PACKAGED = join(__dirname, '..');

interface BabelApi {
  types: typeof types;
}

/**
 * Babel plugin: rewrites the deprecated APIs, for React Native, Jest and any other Babel build.
 * @param root The folder that Babel runs in: paths and globs are relative to it, and the sources are in its `src`.
 */
export default function taroModernizeBabel(
  { types: t }: BabelApi,
  options: BabelPluginOptions = {},
  root: string = process.cwd(),
): PluginObj<PluginPass> {
  refuseUnknown(options, OPTIONS, true);
  const { onManual = 'warn' } = options;
  const platform = process.env.TARO_ENV ?? '';
  const ownSources = join(root, 'src');
  const sourceRoot = options.sourceRoot && resolve(root, options.sourceRoot);
  const sources = sourceRoot ?? (existsSync(ownSources) ? ownSources : root);
  const constants = Object.entries(runtimeConstants(options));
  const isWanted = reach({ ...options, root, ...(sourceRoot && { sourceRoot }) });
  const taroVersion = options.taroVersion ?? taroMajor(root, undefined);
  const rest = {
    ...(options.migrations && { migrations: options.migrations }),
    platform,
    taroVersion,
    ...platformCompanions(allMigrations, [platform]),
  };
  const companions = new AppCompanions({ modes: options, sourceRoot: sources, build: rest });
  const runtimes = runtimeFiles(sources, PACKAGED);

  return {
    name: 'taro-modernize',
    visitor: {},
    // Before any visitor runs, and so before other plugins have changed the AST, whatever their order.
    pre(file) {
      const { filename } = file.opts;
      if (!filename) return;
      for (const [name, value] of constants) {
        if (file.code.includes(name) && isRuntime(filename, file.code)) {
          defineConstant(file.path, name, value, t);
        }
      }
      // Some callers hand over an AST alone: then only the AST can tell what is in it.
      const text = file.code;
      if (!isWanted(filename)) return;
      const held = text === '' ? ALL : appCompanionsIn(text);
      const on = held.filter((option) => companions.isOn(option));
      const build = {
        ...rest,
        migrations: migrationsFor(platform, options.migrations, packageOf(filename)),
        ...Object.fromEntries(on.map((option) => [option, true])),
      };
      if (text !== '' && !isMentioned(text, build)) return;
      const { findings } = withDefectTold(() =>
        rewriteAst(
          { ast: file.ast, program: file.path, text },
          { ...build, filename, runtime: runtimeSpecifiers(runtimes, filename, root) },
          t,
        ),
      );
      (file.metadata as BabelMetadata).taroModernize = { findings };
      const left = told(findings, options.level);
      if (left.length === 0 || onManual === 'off') return;
      const message = left.map((finding) => tagged(manualMessage(finding, filename, text))).join('\n\n');
      if (onManual === 'error') throw new Error(message);
      console.warn(message);
    },
  };
}

/** Babel has no way to go on with an error: an exception is its error for a file. */
function withDefectTold<Result>(run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (error instanceof OutputError) throw new Error(tagged(defectMessage(error)));
    throw error;
  }
}

/**
 * How a file imports the runtimes: the project's copies by their paths, the packaged ones by name; by path too
 * from where the name may not resolve, in an installed package or outside of the app.
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
