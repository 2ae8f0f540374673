import type { Language } from '../../messages/message';
import { en, type ReportText } from './en';
import { zh } from './zh';

export type { ReportText } from './en';

export function reportText(language: Language): ReportText {
  return language === 'zh' ? zh : en;
}
