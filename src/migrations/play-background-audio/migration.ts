import { share, toRuntime } from '../handlers';
import { defineMigration } from '../migration';
import { lacksBackgroundModes } from './checks';
import { messages } from './messages';

export default defineMigration({
  name: 'play-background-audio-to-background-audio-manager',
  summary: {
    en: 'playBackgroundAudio and related APIs → BackgroundAudioManager',
    zh: 'playBackgroundAudio 等 → BackgroundAudioManager',
  },
  docs: 'https://developers.weixin.qq.com/miniprogram/dev/api/media/background-audio/BackgroundAudioManager.html',
  guide: 'background-audio',
  codePrefix: 'BGA',
  sharesState: true,
  runtime: {
    name: 'background-audio',
    feature: 'getBackgroundAudioManager',
    supported: 'backgroundAudio.supported',
    trial: { en: 'play background music', zh: '播放一段背景音乐' },
  },
  apis: {
    playBackgroundAudio: toRuntime('backgroundAudio.play'),
    pauseBackgroundAudio: toRuntime('backgroundAudio.pause'),
    stopBackgroundAudio: toRuntime('backgroundAudio.stop'),
    seekBackgroundAudio: toRuntime('backgroundAudio.seek'),
    getBackgroundAudioPlayerState: toRuntime('backgroundAudio.getState'),
    onBackgroundAudioPlay: toRuntime('backgroundAudio.onPlay'),
    onBackgroundAudioPause: toRuntime('backgroundAudio.onPause'),
    onBackgroundAudioStop: toRuntime('backgroundAudio.onStop'),
  },
  companions: [
    {
      // A manager has one listener per event, so its two users would replace each other's.
      apis: { getBackgroundAudioManager: share('getBackgroundAudioManager') },
      needs: 'runtime-in-app',
      option: 'shareAudioManager',
    },
  ],
  checks: [lacksBackgroundModes],
  messages,
});
