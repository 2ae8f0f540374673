import { askThrough, share, toRuntime } from '../handlers';
import { defineMigration } from '../migration';
import { exportsTaro, longTimers, saysSilk, startsOnce } from './checks';
import { messages } from './messages';

export default defineMigration({
  name: 'start-record-to-recorder-manager',
  summary: {
    en: 'startRecord / stopRecord → RecorderManager',
    zh: 'startRecord / stopRecord → RecorderManager',
  },
  docs: 'https://developers.weixin.qq.com/miniprogram/dev/api/media/recorder/RecorderManager.html',
  guide: 'start-record',
  codePrefix: 'REC',
  sharesState: true,
  runtime: {
    name: 'recorder',
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
      askText: 'string',
      onBackground: ['stop', 'keep'],
      keepFiles: [true, false],
    },
    feature: 'getRecorderManager',
    supported: 'recorder.supported',
    trial: { en: 'make a recording', zh: '录一段音' },
  },
  apis: {
    startRecord: toRuntime('recorder.start', { settlesAtEnd: true }),
    stopRecord: toRuntime('recorder.stop'),
  },
  companions: [
    {
      // A manager has one listener per event, so its two users would replace each other's.
      apis: { getRecorderManager: share('getRecorderManager') },
      needs: 'runtime-in-app',
      option: 'shareManager',
      // On h5 its API exists because the runtime provides it.
      platforms: ['h5'],
    },
    {
      apis: {
        authorize: askThrough('recorder.authorize', 'scope.record'),
        getSetting: askThrough('recorder.getSetting'),
      },
      needs: 'runtime-in-file',
      option: 'guard',
      platforms: ['h5', 'alipay'],
      text: 'scope.record',
    },
  ],
  // Alipay and DingTalk: a limit in seconds, and result fields that only their own APIs have.
  lookalikes: [
    {
      globals: ['my', 'dd'],
      takes: ['success', 'fail', 'complete'],
      gives: ['apFilePath', 'mediaId', 'remoteUrl'],
      begins: ['startRecord'],
    },
  ],
  checks: [saysSilk, startsOnce, longTimers, exportsTaro],
  messages,
});
