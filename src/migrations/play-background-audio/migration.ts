import { defineMigration } from '../migration';

export default defineMigration({
  name: 'play-background-audio-to-background-audio-manager',
  summary: 'playBackgroundAudio and its family → BackgroundAudioManager, by hand',
  docs: 'https://developers.weixin.qq.com/miniprogram/dev/api/media/background-audio/BackgroundAudioManager.html',
  codePrefix: 'BGA',
  apis: {
    playBackgroundAudio: { to: 'title and src of getBackgroundAudioManager()' },
    pauseBackgroundAudio: { to: 'getBackgroundAudioManager().pause' },
    stopBackgroundAudio: { to: 'getBackgroundAudioManager().stop' },
    seekBackgroundAudio: { to: 'getBackgroundAudioManager().seek' },
    getBackgroundAudioPlayerState: {
      to: 'currentTime, duration, paused, buffered and src of getBackgroundAudioManager()',
    },
    onBackgroundAudioPlay: { to: 'getBackgroundAudioManager().onPlay' },
    onBackgroundAudioPause: { to: 'getBackgroundAudioManager().onPause' },
    onBackgroundAudioStop: { to: 'getBackgroundAudioManager().onStop' },
  },
});
