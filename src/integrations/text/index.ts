import type { Language, Localized } from '../../messages/message';
import { type ReportText, reportText } from '../../report/text/index';
import { chooseLanguage } from '../../report/text/language';
import { type BuildText, en } from './en';
import { zh } from './zh';

export type { OnManual, Told } from './en';

/** The language of the user's locale. */
export function localLanguage(): Language {
  return chooseLanguage(undefined, process.env);
}

/** The build messages in this language. */
export function buildText(): BuildText {
  return localLanguage() === 'zh' ? zh : en;
}

/** The finding messages in the same language. */
export function findingText(): ReportText {
  return reportText(localLanguage());
}

/** A text that exists in every language, in the user's language. */
export function localText(text: Localized): string {
  return text[localLanguage()];
}
