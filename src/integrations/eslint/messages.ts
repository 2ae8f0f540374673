import type { Finding } from '../../engine/types';
import { en } from '../../messages/en';
import { isAboutSuppression } from '../../messages/reasons';
import { isLeftToDo, type Migration } from '../../migrations/index';
import type { Problem } from '../../project/types';
import { buildText, findingText } from '../text/index';

/** Id of the message for a file that was not checked. */
export const UNCHECKED = 'unchecked';
/** Id of the suggestion at findings that do not carry the fix themselves. */
export const FIX_FILE = 'fix-file';

// Cached, because detecting the locale takes as long as linting a small file.
const texts = buildText().eslint;
const reportTexts = findingText();

/**
 * The messages of a rule by finding id. Placeholders take whole sentences, because the order of words depends
 * on the language.
 */
export function ruleMessages({ checks = [] }: Migration): Record<string, string> {
  const { rewritten, manual, unchecked, fixFile } = texts;
  const idsOf = (verdict: string) => Object.keys(en).filter((id) => id.startsWith(`${verdict}/`));
  const ofChecks = checks.filter(({ verdict }) => verdict === 'manual').map(({ messageId }) => messageId);
  return {
    ...Object.fromEntries(idsOf('rewritten').map((id) => [id, rewritten])),
    ...Object.fromEntries([...idsOf('manual'), ...ofChecks].map((id) => [id, manual])),
    ...Object.fromEntries(
      idsOf('ignored')
        .filter(isAboutSuppression)
        .map((id) => [id, '{{sentence}}']),
    ),
    [UNCHECKED]: unchecked,
    [FIX_FILE]: fixFile,
  };
}

/** A missing runtime that prevents a fix. */
export interface MissingRuntime {
  runtime: string;
  /** How many other findings of the rule need it in this file. */
  others: number;
}

export function findingData(finding: Finding, missing: MissingRuntime | undefined): Record<string, string> {
  const { deprecated, companion, noRuntime, hints } = texts;
  const { api, code, messageId } = finding;
  const hint = hints[messageId];
  return {
    api,
    code,
    subject: isLeftToDo(finding) ? deprecated(api) : companion(api),
    sentence: reportTexts.sentence({ ...finding, ...reportTexts.finding(finding), ...(hint && { hint }) }),
    note: missing ? noRuntime(missing.runtime, missing.others) : '',
  };
}

export function problemData(problem: Problem, path: string): Record<string, string> {
  return { what: reportTexts.problem(problem, path).what };
}
