import { defineMessages } from '../../messages/message';

/** The messages of this family's checks. */
export const messages = defineMessages({
  'play-background-audio/background-modes': {
    en: {
      reason:
        'the app configuration has no requiredBackgroundModes, so WeChat pauses music in the background',
      hint: "To keep playing, add requiredBackgroundModes: ['audio']; WeChat reviews it when you publish.",
    },
    zh: {
      reason: '应用配置中没有 requiredBackgroundModes，小程序切到后台后微信会暂停音乐',
      hint: "如需后台播放，请添加 requiredBackgroundModes: ['audio']；发布时微信会审核此项。",
    },
  },
});
