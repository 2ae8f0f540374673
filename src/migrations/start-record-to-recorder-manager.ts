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
  apis: {
    startRecord: { to: 'recorder.start', settlesAtEnd: true },
    stopRecord: { to: 'recorder.stop' },
    getRecorderManager: { to: 'getRecorderManager', onlyWith: 'shareManager' },
  },
});
