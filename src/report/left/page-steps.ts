import type { Finding } from '../../engine/types';
import type { Language } from '../../messages/message';
import { findingPage } from '../pages';
import { isAboutReplacement } from './page-example';

const HEADING = { en: 'Next step', zh: '下一步' } as const;

/**
 * What a finding's page says to do, with absolute links and the finding's own code. For an API or a component that no
 * migration rewrites, only what is about it.
 */
export function pageSteps(finding: Finding, page: string, language: Language): string[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${HEADING[language]}\n`)) ?? '';
  const items = section.split(/^(?=- )/m).filter((part) => part.startsWith('- '));
  // In a report, that a build or ESLint sees less is of no use.
  const here = items.filter((item) => !item.includes('ESLint'));
  const own = isAboutReplacement(finding) ? here.filter((item) => isAbout(item, finding.api)) : here;
  const url = findingPage(finding, language);
  return own.flatMap((item) => linesOf(item).map((line) => withCode(absolute(line, url), finding.code)));
}

/** Whether an item is about an API, an attribute (`canvas.canvas-id`) or an event (`button.getuserinfo`). */
function isAbout(item: string, api: string): boolean {
  const [subject = ''] = item.toLowerCase().split(/[:：]/);
  return api
    .toLowerCase()
    .split('.')
    .some((name) => subject.includes(`\`${name}`));
}

/** The item and those below it. */
function linesOf(item: string): string[] {
  const [list = ''] = item.split('\n\n');
  return list.split(/^ *- /m).flatMap((text) => text.replace(/\s+/g, ' ').trim() || []);
}

function absolute(text: string, url: string): string {
  return text.replace(/\]\(([^)\s]+)\)/g, (_all, to: string) => `](${decodeURI(new URL(to, url).href)})`);
}

/** The page has the code of its first example in a comment. */
function withCode(text: string, code: string): string {
  return text.replace(/(taro-modernize-ignore )[A-Z]{3}\d{3}/g, `$1${code}`);
}
