import { defineMigration } from '../migration';

export default defineMigration({
  name: 'start-record-to-recorder-manager',
  summary: 'startRecord / stopRecord → RecorderManager',
  docs: 'https://developers.weixin.qq.com/miniprogram/dev/api/media/recorder/RecorderManager.html',
  codePrefix: 'REC',
  runtime: 'recorder',
  platforms: ['h5'],
  options: {
    duration: 'positive',
    sampleRate: [8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000],
    numberOfChannels: [1, 2],
    encodeBitRate: 'positive integer',
    format: ['mp3', 'aac', 'wav', 'PCM', 'pcm'],
    frameSize: 'positive',
    audioSource: 'string',
    onDenied: ['fail', 'ask'],
    onBackground: ['stop', 'keep'],
    keepFiles: [true, false],
  },
  feature: 'getRecorderManager',
  supported: 'recorder.supported',
  guard: {
    scope: 'scope.record',
    apis: { authorize: 'recorder.authorize', getSetting: 'recorder.getSetting' },
  },
  // Alipay and DingTalk: a limit in seconds, and results that only their own APIs take.
  namesakes: [
    {
      globals: ['my', 'dd'],
      takes: ['success', 'fail', 'complete'],
      gives: ['apFilePath', 'mediaId', 'remoteUrl'],
    },
  ],
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
    {
      number: '252',
      verdict: 'ignored',
      api: 'startRecord',
      reason: 'Taro as a whole is exported here, and with it what is deprecated',
      hint: 'What other files call through it is judged there: npx taro-modernize scan asks types for that.',
      on: { kind: 'hand-on' },
    },
  ],
  apis: {
    startRecord: { to: 'recorder.start', settlesAtEnd: true },
    stopRecord: { to: 'recorder.stop' },
    getRecorderManager: { to: 'getRecorderManager', onlyWith: 'shareManager' },
  },
});
