import { defineMessages } from '../../messages/message';

/** What the checks of this family say. */
export const messages = defineMessages({
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
});
