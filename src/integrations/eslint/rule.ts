import type { CompanionOptions, Migration } from '../../migrations/index';
import { migrationPage } from '../../report/pages';
import { localLanguage, localText } from '../text/index';
import type { RuleContext } from './host';
import type { LintRun } from './lint-run';
import { ruleMessages } from './messages';

/** The options of a rule as JSON Schema. */
interface OptionsSchema {
  type: 'object';
  properties: Record<string, { type: 'boolean' }>;
  additionalProperties: false;
}

/** An ESLint rule. ESLint's own types differ between major versions. */
export interface Rule {
  meta: {
    type: 'problem';
    docs: { description: string; url: string; recommended: boolean };
    fixable: 'code';
    hasSuggestions: boolean;
    messages: Record<string, string>;
    schema: OptionsSchema[];
  };
  create(context: object): Record<string, () => void>;
}

/** The rule for a migration. The reports are computed for all rules together. */
export function createRule(migration: Migration, runOf: (context: RuleContext) => LintRun | undefined): Rule {
  const { name } = migration;
  return {
    meta: {
      type: 'problem',
      docs: {
        description: localText(migration.summary),
        url: migrationPage(migration, localLanguage()),
        recommended: !migration.optIn,
      },
      fixable: 'code',
      hasSuggestions: true,
      messages: ruleMessages(migration),
      schema: schemaOf(migration),
    },
    create(given): Record<string, () => void> {
      const context = given as RuleContext;
      const run = runOf(context);
      if (!run) return {};
      const [options = {}] = context.options as [CompanionOptions?];
      run.add({ id: context.id, migration: name, options });
      return {
        Program() {
          for (const report of run.reportsOf(name)) context.report(report);
        },
      };
    },
  };
}

/** The options of a migration: those for its companions. */
function schemaOf({ companions = [] }: Migration): OptionsSchema[] {
  if (companions.length === 0) return [];
  const properties = Object.fromEntries(
    companions.flatMap(({ option }) => (option ? [[option, { type: 'boolean' } as const]] : [])),
  );
  return [{ type: 'object', properties, additionalProperties: false }];
}
