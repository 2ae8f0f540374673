import type { IPluginContext } from '@tarojs/service';
import {
  DEFAULT,
  type Level,
  type Migration,
  migrations,
  type OptionRule,
  type RuntimeOptions,
} from '../migrations/index';

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
   * What to rewrite besides the sources: names of packages (`some-lib`), or folders relative to the app
   * (`../shared/src`).
   */
  include?: string[];
  /** Files that stay unchanged: globs as in .gitignore, relative to the app. */
  exclude?: string[];
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
  /** Report file, relative to the app: .json, .sarif, .md or .html. */
  report?: string;
  /** Reports every finding, including rewritten and ignored ones. Default: false. */
  verbose?: boolean;
}

type Joi = Parameters<Parameters<IPluginContext['addPluginOptsSchema']>[0]>[0];

/** The schema with which Taro validates the options before the plugin runs. */
export function optionsSchema(joi: Joi): ReturnType<ReturnType<Joi['object']>['keys']> {
  return joi.object().keys({
    migrations: joi.array().items(joi.string().valid(DEFAULT, ...migrations.map(({ name }) => name))),
    shareManager: joi.valid('auto', true, false),
    include: joi
      .array()
      .items(
        joi.string().pattern(/^[^*?[\]{}]+$/, 'a package or a folder; globs are only supported in "exclude"'),
      ),
    exclude: joi.array().items(joi.string()),
    level: joi.valid('required', 'advised'),
    onManual: joi.valid('warn', 'error', 'off'),
    report: joi
      .string()
      .pattern(/\.(json|sarif|md|html)$/, 'a file that ends in .json, .sarif, .md or .html'),
    verbose: joi.boolean(),
    ...Object.fromEntries(migrations.flatMap((migration) => runtimeSchema(joi, migration))),
  });
}

function runtimeSchema(joi: Joi, { runtime }: Migration): [string, unknown][] {
  if (!runtime?.options) return [];
  const keys = Object.entries(runtime.options).map(([name, rule]) => [name, ruleSchema(joi, rule)]);
  return [[runtime.name, joi.object().keys(Object.fromEntries(keys))]];
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
