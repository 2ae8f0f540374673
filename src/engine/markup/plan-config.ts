import { parseExpression } from '@babel/parser';
import type { File } from '@babel/types';
import { mayConcern } from '../../migrations/markup';
import type { EngineOptions } from '../options';
import { sourceError } from '../parse/parse';
import { Suppressions } from '../suppressions';
import type { Finding } from '../types';
import { configElement, configTag } from './config-elements';
import { planElements } from './plan-elements';
import { rulesFor } from './rules';

/** Whether a file is the configuration of a native app or page. */
export function isConfigFile(filename: string): boolean {
  return /\.json$/i.test(filename);
}

/**
 * Finds the deprecated keys of a configuration in JSON, which is never changed.
 * @throws {SourceError} when the text cannot be parsed
 */
export function planConfig(text: string, { filename, migrations }: EngineOptions): { findings: Finding[] } {
  const rules = rulesFor(migrations, (rule) => mayConcern(rule, text));
  if (rules.size === 0) return { findings: [] };
  const value = parsed(text, filename);
  const elements = value.type === 'ObjectExpression' ? [configElement(configTag(filename), value)] : [];
  const suppressions = new Suppressions({ comments: [] } as unknown as File);
  const { findings } = planElements(elements, rules, text, suppressions);
  return { findings: findings.sort((a, b) => a.start - b.start) };
}

function parsed(text: string, filename: string) {
  try {
    return parseExpression(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw sourceError(error, filename);
    throw error;
  }
}
