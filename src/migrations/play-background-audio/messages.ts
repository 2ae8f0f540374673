import { defineMessages } from '../../messages/message';

/** What the checks of this family say. */
export const messages = defineMessages({
  'play-background-audio/background-modes': {
    en: {
      reason:
        "the app's configuration has no requiredBackgroundModes: WeChat pauses the music in the background",
      hint: "If it should go on there, add requiredBackgroundModes: ['audio']; WeChat reviews that when you publish.",
    },
    zh: {
      reason: '应用配置里没有 requiredBackgroundModes：小程序切到后台后，微信会暂停音乐',
      hint: "如需在后台继续播放，请添加 requiredBackgroundModes: ['audio']；发布时微信会审核这一项。",
    },
  },
});
