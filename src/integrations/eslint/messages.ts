import type { Finding } from '../../engine/types';
import { en } from '../../messages/en';
import { isLeftToDo, type Migration } from '../../migrations/index';
import type { Problem } from '../../project/types';
import { buildText, findingText } from '../text/index';

/** Id of the message about a file that was not checked. */
export const UNCHECKED = 'unchecked';
/** Id of what an editor offers at findings that do not carry the fix themselves. */
export const FIX_FILE = 'fix-file';

// Asked for once: to find out the locale takes as long as a small file.
const texts = buildText().eslint;
const reportTexts = findingText();

/** The messages of a rule, by the ids of findings. They are filled with whole sentences, as every language orders its own. */
export function ruleMessages({ checks = [] }: Migration): Record<string, string> {
  const { rewritten, manual, unchecked, fixFile } = texts;
  const idsOf = (verdict: string) => Object.keys(en).filter((id) => id.startsWith(`${verdict}/`));
  const ofChecks = checks.filter(({ verdict }) => verdict === 'manual').map(({ messageId }) => messageId);
  return {
    ...Object.fromEntries(idsOf('rewritten').map((id) => [id, rewritten])),
    ...Object.fromEntries([...idsOf('manual'), ...ofChecks].map((id) => [id, manual])),
    [UNCHECKED]: unchecked,
    [FIX_FILE]: fixFile,
  };
}

/** @param missing The runtime without which there is no fix. */
export function findingData(finding: Finding, missing: string | undefined): Record<string, string> {
  const { deprecated, companion, noRuntime } = texts;
  const { api, code } = finding;
  return {
    api,
    code,
    subject: isLeftToDo(finding) ? deprecated(api) : companion(api),
    sentence: reportTexts.sentence({ ...finding, ...reportTexts.finding(finding) }),
    note: missing === undefined ? '' : noRuntime(missing),
  };
}

export function problemData(problem: Problem, path: string): Record<string, string> {
  return { what: reportTexts.problem(problem, path).what };
}
