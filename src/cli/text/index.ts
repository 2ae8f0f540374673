import type { Language } from '../../messages/message';
import { type CliText, en } from './en';
import { zh } from './zh';

export type { CliText } from './en';

export function cliText(language: Language): CliText {
  return language === 'zh' ? zh : en;
}
