import { byHand } from '../handlers';
import { defineMigration } from '../migration';
import { messages } from './messages';

const say = (id: keyof typeof messages) => ({ id });

export default defineMigration({
  name: 'play-background-audio-to-background-audio-manager',
  summary: {
    en: 'playBackgroundAudio and its family → BackgroundAudioManager, by hand',
    zh: 'playBackgroundAudio 系列 → BackgroundAudioManager，需手动修改',
  },
  docs: 'https://developers.weixin.qq.com/miniprogram/dev/api/media/background-audio/BackgroundAudioManager.html',
  codePrefix: 'BGA',
  apis: {
    playBackgroundAudio: byHand(say('play-background-audio/play')),
    pauseBackgroundAudio: byHand('getBackgroundAudioManager().pause'),
    stopBackgroundAudio: byHand('getBackgroundAudioManager().stop'),
    seekBackgroundAudio: byHand('getBackgroundAudioManager().seek'),
    getBackgroundAudioPlayerState: byHand(say('play-background-audio/state')),
    onBackgroundAudioPlay: byHand('getBackgroundAudioManager().onPlay'),
    onBackgroundAudioPause: byHand('getBackgroundAudioManager().onPause'),
    onBackgroundAudioStop: byHand('getBackgroundAudioManager().onStop'),
  },
  messages,
});
