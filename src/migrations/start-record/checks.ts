import { optionNames } from '../../ast/options';
import type { Check } from '../migration';
import { stringsAndCalls } from '../strings-and-calls';
import { guardsThatStartOnce } from './guards';
import type { messages } from './messages';
import { timersThatEnd } from './timers';

/** In ms: the maximum length of a startRecord recording. */
const LIMIT = 60_000;

export const saysSilk: Check<keyof typeof messages> = {
  number: '151',
  verdict: 'manual',
  api: 'startRecord',
  messageId: 'start-record/silk',
  find: stringsAndCalls({ strings: /(?:^|[./_-])(?:x-)?(?:silk|SILK)(?![a-z ])/, calls: /silk/i }),
};

export const longTimers: Check<keyof typeof messages> = {
  number: '251',
  verdict: 'ignored',
  api: 'startRecord',
  messageId: 'start-record/long-timer',
  find(file) {
    if (!file.text.includes('setTimeout')) return [];
    // A file that sets the option is assumed to handle the limit.
    const isKnown = file.usesOf('startRecord').some((use) => optionNames(use).includes('duration'));
    return isKnown ? [] : timersThatEnd(file, LIMIT, file.usesOf('stopRecord'));
  },
};

export const startsOnce: Check<keyof typeof messages> = {
  number: '152',
  verdict: 'manual',
  api: 'startRecord',
  messageId: 'start-record/guard',
  find: guardsThatStartOnce,
};

export const exportsTaro: Check<keyof typeof messages> = {
  number: '252',
  verdict: 'ignored',
  api: 'startRecord',
  messageId: 'start-record/exported',
  find: (file) => file.exportsOfTaro(),
};
