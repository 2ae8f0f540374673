import type { IPluginContext } from '@tarojs/service';
import { similar } from '../messages/similar';
import {
  type CompanionOption,
  companionOptions,
  DEFAULT,
  type Level,
  migrations,
  type OptionRule,
  type Runtime,
  type RuntimeOptions,
  selectMigrations,
  UnknownMigrationError,
} from '../migrations/index';
import { unknownMigrationMessage, unknownOptionMessage } from './messages';
import type { BuildOptions, ProjectBuildOptions } from './module';
import type { VitePluginOptions } from './vite-plugin';

/** Options of the Taro plugin: `plugins: [['taro-modernize', options]]`. */
export interface PluginOptions extends RuntimeOptions {
  /** Names of the migrations to run; `default` stands for all except opt-in ones. Default: `['default']`. */
  migrations?: string[];
  /**
   * Routes the app's own `getRecorderManager()` calls through the runtime, so that its listeners and the
   * recorder's do not replace each other. Default: `auto`, if the app uses the recorder; always on h5.
   */
  shareManager?: 'auto' | boolean;
  /**
   * The same for `getBackgroundAudioManager()` and the runtime for background audio. Default: `auto`, if the
   * app uses it.
   */
  shareAudioManager?: 'auto' | boolean;
  /**
   * What to rewrite besides the sources: names of packages (`some-lib`), or folders relative to the app
   * (`../shared/src`).
   */
  include?: string[];
  /** What stays unchanged: names of packages, or globs as in .gitignore, relative to the app. */
  exclude?: string[];
  /**
   * Rewrites also installed packages that `include` does not list, in builds for WeChat and only for
   * migrations whose runtime is a ponyfill: `getSystemInfo` and its variants. Default: true.
   */
  packages?: boolean;
  /**
   * Which findings builds report: APIs that a host has removed or warns about (`required`, default), or also
   * those that are only superseded (`advised`).
   */
  level?: Level;
  /**
   * What to do about manual findings: a warning of the bundler (default), an error that fails the build, or
   * nothing.
   */
  onManual?: 'warn' | 'error' | 'off';
  /**
   * File with the manual findings that builds do not report, relative to the app. Only
   * `npx taro-modernize --check --update-baseline` writes it.
   */
  baseline?: string;
  /** Report file, relative to the app: .json, .sarif, .md or .html. */
  report?: string;
  /** Reports every finding, including rewritten and ignored ones. Default: false. */
  verbose?: boolean;
}

type Joi = Parameters<Parameters<IPluginContext['addPluginOptsSchema']>[0]>[0];
type ObjectSchema = ReturnType<ReturnType<Joi['object']>['keys']>;

type Integration = 'taro' | 'babel' | 'vite' | 'webpack';

type OptionName =
  | Exclude<keyof PluginOptions, keyof RuntimeOptions>
  | Exclude<keyof VitePluginOptions, CompanionOption>
  | InternalOption;

/** The options of the webpack loader that the Taro plugin sets. */
type InternalOption = Exclude<keyof ProjectBuildOptions, keyof BuildOptions>;

interface Option {
  /** The integrations that have it. */
  of: readonly Integration[];
  /** Its values, for the Taro plugin. */
  schema?: (joi: Joi) => unknown;
}

const EVERY: readonly Integration[] = ['taro', 'babel', 'vite', 'webpack'];

/** These know the app: they take the options of runtimes, and find out which companions it needs. */
const OF_APP: readonly Integration[] = ['taro', 'babel'];

/** All options of the integrations, except those of runtimes and companions. */
const OPTIONS: Readonly<Record<OptionName, Option>> = {
  migrations: {
    of: EVERY,
    schema: (joi) => joi.array().items(joi.string().valid(DEFAULT, ...migrations.map(({ name }) => name))),
  },
  shareManager: { of: ['taro', 'babel'], schema: (joi) => joi.valid('auto', true, false) },
  shareAudioManager: { of: ['taro', 'babel'], schema: (joi) => joi.valid('auto', true, false) },
  taroVersion: { of: ['babel', 'vite', 'webpack'] },
  sourceRoot: { of: ['babel', 'vite'] },
  include: {
    of: ['taro', 'babel', 'vite'],
    schema: (joi) =>
      joi
        .array()
        .items(
          joi
            .string()
            .pattern(/^[^*?[\]{}]+$/, 'a package or a folder; globs are only supported in "exclude"'),
        ),
  },
  exclude: { of: ['taro', 'babel', 'vite'], schema: (joi) => joi.array().items(joi.string()) },
  packages: { of: ['taro'], schema: (joi) => joi.boolean() },
  level: { of: EVERY, schema: (joi) => joi.valid('required', 'advised') },
  onManual: { of: EVERY, schema: (joi) => joi.valid('warn', 'error', 'off') },
  baseline: { of: ['taro'], schema: (joi) => joi.string() },
  report: {
    of: ['taro'],
    schema: (joi) =>
      joi.string().pattern(/\.(json|sarif|md|html)$/, 'a file that ends in .json, .sarif, .md or .html'),
  },
  verbose: { of: ['taro'], schema: (joi) => joi.boolean() },
  bundler: { of: ['webpack'] },
  globalProperties: { of: ['webpack'] },
  sources: { of: ['webpack'] },
  isUnlisted: { of: ['webpack'] },
  onRuntimes: { of: ['webpack'] },
};

/** The runtimes with options, which stand under the name of the runtime. */
const RUNTIMES = migrations.flatMap(({ runtime }): Runtime[] => (runtime?.options ? [runtime] : []));

/**
 * Rejects a misspelled option or migration, which would otherwise have no effect without any message.
 * @throws {Error} that names it and suggests the intended one
 */
export function refuseUnknown(options: object, integration: Integration): void {
  const own = Object.entries(OPTIONS).flatMap(([name, { of }]) => (of.includes(integration) ? [name] : []));
  const others = OF_APP.includes(integration)
    ? RUNTIMES.map(({ name }) => name)
    : companionOptions(migrations);
  refuse(Object.keys(options), [...own, ...others]);
  for (const { name, options: rules = {} } of RUNTIMES) {
    const given: unknown = (options as Record<string, unknown>)[name];
    const qualified = (key: string) => `${name}.${key}`;
    if (typeof given === 'object' && given !== null)
      refuse(Object.keys(given).map(qualified), Object.keys(rules).map(qualified));
  }
  const { migrations: named } = options as PluginOptions;
  try {
    if (Array.isArray(named)) selectMigrations(named);
  } catch (error) {
    throw error instanceof UnknownMigrationError ? new Error(unknownMigrationMessage(error)) : error;
  }
}

function refuse(given: readonly string[], known: readonly string[]): void {
  const unknown = given.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(unknownOptionMessage(unknown, similar(unknown, known)));
}

/** The schema with which Taro validates the options before the plugin runs. */
export function optionsSchema(joi: Joi): ObjectSchema {
  const own = Object.entries(OPTIONS).flatMap(([name, { schema }]) => (schema ? [[name, schema(joi)]] : []));
  const ofRuntimes = RUNTIMES.map(({ name, options = {} }) => {
    const keys = Object.entries(options).map(([option, rule]) => [option, ruleSchema(joi, rule)]);
    return [name, joi.object().keys(Object.fromEntries(keys))];
  });
  return joi.object().keys(Object.fromEntries([...own, ...ofRuntimes]));
}

function ruleSchema(joi: Joi, rule: OptionRule) {
  if (rule === 'string') return joi.string();
  if (rule === 'positive') return joi.number().positive();
  if (rule === 'positive integer') return joi.number().integer().positive();
  return joi.valid(...rule);
}

/** The runtimes' options, as the build-time constants that the runtimes read. */
export function runtimeConstants(options: RuntimeOptions): Record<string, object> {
  const given = migrations.flatMap(({ runtime }): [string, object][] => {
    const own = runtime && (options as Record<string, object | undefined>)[runtime.name];
    return own ? [[`__TARO_MODERNIZE_${runtime.name.toUpperCase()}__`, own]] : [];
  });
  return Object.fromEntries(given);
}
