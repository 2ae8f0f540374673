import type { IPluginContext } from '@tarojs/service';
import { type Migration, migrations, type OptionRule, type RuntimeOptions } from '../migrations';

/** Options of the Taro plugin: `plugins: [['taro-modernize', options]]`. */
export interface PluginOptions extends RuntimeOptions {
  /** Names of the migrations to run. Default: all. */
  migrations?: string[];
  /**
   * Route the app's own `getRecorderManager()` calls through the runtime, so that its listeners and the
   * recorder's do not evict each other. Default: `auto`, where the app uses the recorder; on h5 always.
   */
  shareManager?: 'auto' | boolean;
}

type Joi = Parameters<Parameters<IPluginContext['addPluginOptsSchema']>[0]>[0];

/** The schema that Taro validates the options with, before the plugin runs. */
export function optionsSchema(joi: Joi) {
  return joi.object().keys({
    migrations: joi.array().items(joi.string().valid(...migrations.map(({ name }) => name))),
    shareManager: joi.valid('auto', true, false),
    ...Object.fromEntries(migrations.flatMap((migration) => runtimeSchema(joi, migration))),
  });
}

function runtimeSchema(joi: Joi, { runtime, options }: Migration): [string, unknown][] {
  if (!runtime || !options) return [];
  const keys = Object.entries(options).map(([name, rule]) => [name, ruleSchema(joi, rule)]);
  return [[runtime, joi.object().keys(Object.fromEntries(keys))]];
}

function ruleSchema(joi: Joi, rule: OptionRule) {
  if (rule === 'string') return joi.string();
  if (rule === 'positive') return joi.number().positive();
  if (rule === 'positive integer') return joi.number().integer().positive();
  return joi.valid(...rule);
}

/** The runtimes' options as the constants that they read them from. */
export function runtimeConstants(options: RuntimeOptions): Record<string, object> {
  const given = migrations.flatMap(({ runtime }): [string, object][] => {
    const own = (options as Record<string, object | undefined>)[runtime ?? ''];
    return runtime && own ? [[`__TARO_MODERNIZE_${runtime.toUpperCase()}__`, own]] : [];
  });
  return Object.fromEntries(given);
}
