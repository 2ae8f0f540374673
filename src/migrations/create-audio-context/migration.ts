import { byHand } from '../handlers';
import { defineMigration } from '../migration';

export default defineMigration({
  name: 'create-audio-context-to-inner-audio-context',
  summary: {
    en: 'createAudioContext → InnerAudioContext, by hand',
    zh: 'createAudioContext → InnerAudioContext，需手动修改',
  },
  docs: 'https://developers.weixin.qq.com/miniprogram/dev/api/media/audio/wx.createInnerAudioContext.html',
  codePrefix: 'AUD',
  apis: {
    createAudioContext: byHand('createInnerAudioContext() in place of the <audio> component'),
  },
});
