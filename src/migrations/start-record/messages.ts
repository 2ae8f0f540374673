import { defineMessages } from '../../messages/message';

/** The messages of this family's checks. */
export const messages = defineMessages({
  'start-record/silk': {
    en: {
      reason: 'recordings are now aac by default, but this code refers to silk',
      hint: "Name, upload and convert the file as aac, or set format: 'mp3' in the call and use that.",
    },
    zh: {
      reason: '录音格式现在默认为 aac，而这里写的是 silk',
      hint: "请按 aac 命名、上传和转码，或在调用中设置 format: 'mp3' 并按 mp3 处理。",
    },
  },
  'start-record/guard': {
    en: {
      reason:
        'recording starts only when permission is requested; users who have already granted it cannot record',
      hint: 'The recorder requests permission itself. Replace the getSetting call with what authorize runs on success, then run again: {code}',
    },
    zh: {
      reason: '只有在申请权限时才会开始录音，已授权的用户无法录音',
      hint: '录音运行时会自行申请权限。请用 authorize 成功后执行的代码代替整个 getSetting 调用，然后重新运行：{code}',
    },
  },
  'start-record/long-timer': {
    en: {
      reason: 'recording still ends at 60 s, before this timer fires, unless duration is set',
      hint: 'To record longer, set duration (ms) in the call; WeChat allows up to 600000.',
    },
    zh: {
      reason: '除非设置 duration，录音仍会在 60 秒时结束，早于这个定时器',
      hint: '如需录制更长时间，请在调用中设置 duration（毫秒），微信最长 600000。',
    },
  },
  'start-record/exported': {
    en: {
      reason: 'the whole Taro object is exported, including its deprecated APIs',
      hint: 'Calls through this export are checked in the files that make them: npx taro-modernize scan uses types for that.',
    },
    zh: {
      reason: '这里导出了整个 Taro，其中包括已废弃的 API',
      hint: '通过这个导出的调用会在调用处检查：npx taro-modernize scan 会结合类型信息判断。',
    },
  },
});
