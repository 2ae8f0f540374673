import { defineMessages } from '../../messages/message';

/** The messages of this family's checks. */
export const messages = defineMessages({
  'play-voice/silk': {
    en: {
      reason: 'recordings saved or uploaded by earlier versions of the app are in silk format',
      hint: "InnerAudioContext cannot play silk. The runtime uses the host's playVoice as long as it exists. Convert the files on the server.",
    },
    zh: {
      reason: '应用旧版本保存或上传的录音是 silk 格式',
      hint: 'InnerAudioContext 无法播放 silk。只要宿主仍提供 playVoice，运行时就会用它播放。请在服务端转换格式。',
    },
  },
});
