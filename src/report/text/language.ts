import type { Language } from '../../messages/message';

/** `--lang`, else the locale as POSIX orders its variables. */
export function chooseLanguage(
  wish: Language | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Language {
  if (wish) return wish;
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || Intl.DateTimeFormat().resolvedOptions().locale;
  return /^zh\b|^zh[_-]/i.test(locale) ? 'zh' : 'en';
}
