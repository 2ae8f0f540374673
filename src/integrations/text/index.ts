import type { Localized } from '../../messages/message';
import { type ReportText, reportText } from '../../report/text/index';
import { chooseLanguage } from '../../report/text/language';
import { type BuildText, en } from './en';
import { zh } from './zh';

export type { OnManual } from './en';

/** The build messages in the language of the user's locale. */
export function buildText(): BuildText {
  return chooseLanguage(undefined, process.env) === 'zh' ? zh : en;
}

/** The finding messages in the same language. */
export function findingText(): ReportText {
  return reportText(chooseLanguage(undefined, process.env));
}

/** A text that exists in every language, in the user's language. */
export function localText(text: Localized): string {
  return text[chooseLanguage(undefined, process.env)];
}
