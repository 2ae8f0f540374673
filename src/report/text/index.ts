import { en, type ReportText } from './en';
import { zh } from './zh';

export type { ReportText } from './en';

export function reportText(language: 'en' | 'zh'): ReportText {
  return language === 'zh' ? zh : en;
}
