import { defineMessages } from '../../messages/message';

/** What is to be written in place of the API. */
export const messages = defineMessages({
  'create-audio-context/replacement': {
    en: { reason: 'createInnerAudioContext() in place of the <audio> component' },
    zh: { reason: 'createInnerAudioContext() 代替 <audio> 组件' },
  },
});
