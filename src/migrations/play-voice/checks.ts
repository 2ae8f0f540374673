import { mentions } from '../mentions';
import type { Check } from '../migration';
import type { messages } from './messages';

export const playsSilk: Check<keyof typeof messages> = {
  number: '251',
  verdict: 'ignored',
  api: 'playVoice',
  messageId: 'play-voice/silk',
  find: mentions({ strings: /\.silk\b/i, calls: /\bdownloadFile\b/ }),
};
