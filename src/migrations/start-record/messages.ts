import { defineMessages } from '../../messages/message';

/** What the checks of this family say. */
export const messages = defineMessages({
  'start-record/silk': {
    en: {
      reason: 'the recording is aac by default from now on, and this says silk',
      hint: "Name, send and convert it as aac, or set format: 'mp3' in the call and use that.",
    },
    zh: {
      reason: '从现在起录音默认是 aac，而这里写的是 silk',
      hint: "请按 aac 命名、上传和转换，或在调用中设置 format: 'mp3' 并改用它。",
    },
  },
  'start-record/guard': {
    en: {
      reason:
        'the recording starts only while the permission is asked for; once it is granted, nothing starts',
      hint: 'The recorder asks for the permission itself. Replace the whole getSetting call with: {code}',
    },
    zh: {
      reason: '只有在请求授权时才会开始录音；授权之后，不会再开始',
      hint: '录音运行时会自行请求授权。请把整个 getSetting 调用改为：{code}',
    },
  },
  'start-record/long-timer': {
    en: {
      reason: 'the recording ends at 60 s, before this timer, as it did, unless duration is set',
      hint: 'For longer recordings set duration (ms) in the call: WeChat allows up to 600000.',
    },
    zh: {
      reason: '录音和以前一样在 60 秒时结束，早于这个定时器，除非设置了 duration',
      hint: '需要更长的录音时，请在调用中设置 duration（毫秒）：微信最长允许 600000。',
    },
  },
  'start-record/exported': {
    en: {
      reason: 'Taro as a whole is exported here, and with it what is deprecated',
      hint: 'What other files call through it is judged there: npx taro-modernize scan asks types for that.',
    },
    zh: {
      reason: '这里把整个 Taro 导出，其中也包括已废弃的 API',
      hint: '其他文件经由它调用了什么，会在那些文件里判断：npx taro-modernize scan 会为此查询类型。',
    },
  },
});
