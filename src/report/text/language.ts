import type { Language } from '../../messages/message';

/** `--lang`, otherwise the locale from the environment variables in POSIX order. */
export function chooseLanguage(
  wish: Language | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Language {
  if (wish) return wish;
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || Intl.DateTimeFormat().resolvedOptions().locale;
  return /^zh\b|^zh[_-]/i.test(locale) ? 'zh' : 'en';
}
