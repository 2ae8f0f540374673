import { toRuntime } from '../handlers';
import { defineMigration } from '../migration';
import { playsSilk } from './checks';
import { messages } from './messages';

export default defineMigration({
  name: 'play-voice-to-inner-audio-context',
  summary: 'playVoice / pauseVoice / stopVoice → InnerAudioContext',
  docs: 'https://developers.weixin.qq.com/miniprogram/dev/api/media/audio/InnerAudioContext.html',
  codePrefix: 'VOI',
  runtime: {
    name: 'voice',
    options: { onStop: ['fail', 'success'] },
    feature: 'createInnerAudioContext',
    supported: 'voice.supported',
  },
  apis: {
    playVoice: toRuntime('voice.play', { settlesAtEnd: true }),
    pauseVoice: toRuntime('voice.pause'),
    stopVoice: toRuntime('voice.stop'),
  },
  checks: [playsSilk],
  messages,
});
