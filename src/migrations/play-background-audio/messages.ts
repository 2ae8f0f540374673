import { defineMessages } from '../../messages/message';

/** What is to be written in place of the APIs. */
export const messages = defineMessages({
  'play-background-audio/play': {
    en: { reason: 'title and src of getBackgroundAudioManager()' },
    zh: { reason: 'getBackgroundAudioManager() 的 title 和 src' },
  },
  'play-background-audio/state': {
    en: { reason: 'currentTime, duration, paused, buffered and src of getBackgroundAudioManager()' },
    zh: { reason: 'getBackgroundAudioManager() 的 currentTime、duration、paused、buffered 和 src' },
  },
});
