import { defineMigration } from '../migration';

export default defineMigration({
  name: 'play-voice-to-inner-audio-context',
  summary: 'playVoice / pauseVoice / stopVoice → InnerAudioContext',
  docs: 'https://developers.weixin.qq.com/miniprogram/dev/api/media/audio/InnerAudioContext.html',
  codePrefix: 'VOI',
  runtime: 'voice',
  options: { onStop: ['fail', 'success'] },
  feature: 'createInnerAudioContext',
  supported: 'voice.supported',
  notes: [
    {
      number: '251',
      verdict: 'ignored',
      api: 'playVoice',
      messageId: 'play-voice/silk',
      on: { kind: 'text', strings: /\.silk\b/i, calls: /\bdownloadFile\b/ },
    },
  ],
  messages: {
    'play-voice/silk': {
      en: {
        reason: 'recordings that earlier versions of the app have saved or uploaded are silk',
        hint: "InnerAudioContext does not play silk: the host's playVoice does while there is one. Convert them on the server.",
      },
      zh: {
        reason: '应用的旧版本保存或上传的录音是 silk 格式',
        hint: 'InnerAudioContext 不能播放 silk：宿主还有 playVoice 时由它播放。请在服务器上转换格式。',
      },
    },
  },
  apis: {
    playVoice: { to: 'voice.play', settlesAtEnd: true },
    pauseVoice: { to: 'voice.pause' },
    stopVoice: { to: 'voice.stop' },
  },
});
