import { companionOptions, MentionFilter, type Migration, mentionsOf } from '../../migrations/index';
import type { RuleContext } from './host';
import type { LintedFile } from './lint-run';
import { createRule, type Rule } from './rule';
import { sharedRuns } from './shared-runs';

/** The name of the plugin in configurations. */
const NAMESPACE = 'taro-modernize';

/** An object of a flat configuration. */
export interface Config {
  name: string;
  plugins: Record<string, Plugin>;
  rules: Record<string, 'warn'>;
}

export interface Plugin {
  meta: { name: string; version: string; namespace: string };
  /** One rule per migration, by its name. */
  rules: Record<string, Rule>;
  configs: {
    /** All rules as warnings. */
    recommended: Config;
  };
}

/**
 * Creates the plugin for some migrations.
 * @param open provides the context of a file; a parameter for tests
 */
export function createPlugin(
  migrations: readonly Migration[],
  version: string,
  open: (context: RuleContext) => LintedFile,
): Plugin {
  const companions = companionOptions(migrations);
  const filter = new MentionFilter(
    migrations,
    migrations.flatMap((one) => mentionsOf(one, companions)),
  );
  const runOf = sharedRuns((text) => filter.matches(text), open);
  const rules = Object.fromEntries(migrations.map((one) => [one.name, createRule(one, runOf)]));
  const recommended: Config = {
    name: `${NAMESPACE}/recommended`,
    plugins: {},
    rules: Object.fromEntries(
      migrations.filter(({ optIn }) => !optIn).map(({ name }) => [`${NAMESPACE}/${name}`, 'warn']),
    ),
  };
  const plugin: Plugin = {
    meta: { name: NAMESPACE, version, namespace: NAMESPACE },
    rules,
    configs: { recommended },
  };
  recommended.plugins[NAMESPACE] = plugin;
  return plugin;
}
