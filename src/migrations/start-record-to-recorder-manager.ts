import { defineMigration } from './migration';

export const startRecordToRecorderManager = defineMigration({
  name: 'start-record-to-recorder-manager',
  summary: 'startRecord / stopRecord → RecorderManager',
  docs: 'https://developers.weixin.qq.com/miniprogram/dev/api/media/recorder/RecorderManager.html',
  codePrefix: 'REC',
  runtime: 'recorder',
  feature: 'getRecorderManager',
  guard: {
    scope: 'scope.record',
    apis: { authorize: 'recorder.authorize', getSetting: 'recorder.getSetting' },
  },
  notes: [
    {
      number: '151',
      verdict: 'manual',
      api: 'startRecord',
      reason: 'the recording is aac by default from now on, and this says silk',
      hint: "Name, send and convert it as aac, or set format: 'mp3' in the call and use that.",
      on: { kind: 'text', strings: /(?:^|[./_-])(?:x-)?(?:silk|SILK)(?![a-z ])/, calls: /silk/i },
    },
    {
      number: '251',
      verdict: 'ignored',
      api: 'startRecord',
      reason: 'the recording ends at 60 s, before this timer, as it did, unless duration is set',
      hint: 'For longer recordings set duration (ms) in the call: WeChat allows up to 600000.',
      on: { kind: 'timer', above: 60_000, ends: 'stopRecord', unless: 'duration' },
    },
  ],
  apis: {
    startRecord: { to: 'recorder.start', settlesAtEnd: true },
    stopRecord: { to: 'recorder.stop' },
    getRecorderManager: { to: 'getRecorderManager', onlyWith: 'shareManager' },
  },
});
