import { byHand } from '../handlers';
import { defineMigration } from '../migration';
import { messages } from './messages';

const say = (id: keyof typeof messages) => ({ id });

export default defineMigration({
  name: 'create-audio-context-to-inner-audio-context',
  summary: {
    en: 'createAudioContext → InnerAudioContext, by hand',
    zh: 'createAudioContext → InnerAudioContext，需手动修改',
  },
  docs: 'https://developers.weixin.qq.com/miniprogram/dev/api/media/audio/wx.createInnerAudioContext.html',
  codePrefix: 'AUD',
  apis: {
    createAudioContext: byHand(say('create-audio-context/replacement')),
  },
  messages,
});
