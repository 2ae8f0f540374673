import type { Finding } from '../engine/types';
import type { Language } from '../messages/message';
import { isCheckFinding, type MigrationInfo } from '../migrations';
import { HOME } from './home';

/** The page about a finding's code. The engine's reasons have one page for all migrations. */
export function findingPage(finding: Finding, language: Language): string {
  return findingPageUrl(pageName(finding), language);
}

/** The name of the page about a finding's code: `115`, or `REC151` for a check of one migration. */
export function pageName(finding: Finding): string {
  return isCheckFinding(finding) ? finding.code : finding.code.slice(-3);
}

/** The address of a finding page by its name: `115`, or `README` for the list of all. */
export function findingPageUrl(name: string, language: Language): string {
  return `${docs(language)}/findings/${name}.md`;
}

/** The page about a migration. */
export function migrationPage({ guide }: Pick<MigrationInfo, 'guide'>, language: Language): string {
  return `${docs(language)}/migrations/${guide}.md`;
}

/** The folder with the pages in a language. */
function docs(language: Language): string {
  return `${HOME}/blob/main/docs${language === 'zh' ? '/zh-CN' : ''}`;
}
