import type { Check } from '../migration';
import { stringsAndCalls } from '../strings-and-calls';
import type { messages } from './messages';

export const playsSilk: Check<keyof typeof messages> = {
  number: '251',
  verdict: 'ignored',
  api: 'playVoice',
  messageId: 'play-voice/silk',
  find: stringsAndCalls({ strings: /\.silk\b/i, calls: /\bdownloadFile\b/ }),
};
