import { toRuntime } from '../handlers';
import { defineMigration } from '../migration';
import { playsSilk } from './checks';
import { messages } from './messages';

export default defineMigration({
  name: 'play-voice-to-inner-audio-context',
  summary: {
    en: 'playVoice / pauseVoice / stopVoice → InnerAudioContext',
    zh: 'playVoice / pauseVoice / stopVoice → InnerAudioContext',
  },
  docs: 'https://developers.weixin.qq.com/miniprogram/dev/api/media/audio/InnerAudioContext.html',
  guide: 'play-voice',
  codePrefix: 'VOI',
  sharesState: true,
  runtime: {
    name: 'voice',
    options: { onStop: ['fail', 'success'] },
    feature: 'createInnerAudioContext',
    supported: 'voice.supported',
    trial: { en: 'play a voice message', zh: '播放一段语音' },
  },
  apis: {
    playVoice: toRuntime('voice.play', { settlesAtEnd: true }),
    pauseVoice: toRuntime('voice.pause'),
    stopVoice: toRuntime('voice.stop'),
  },
  checks: [playsSilk],
  messages,
});
