import { Audio } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect } from 'react';

const songs = ['https://example.com/1.mp3', 'https://example.com/2.mp3'];

export default function Music() {
  useEffect(() => {
    Taro.onBackgroundAudioPlay(() => Taro.reportMonitor('play', 1));
    Taro.onBackgroundAudioPause(() => Taro.reportMonitor('pause', 1));
    Taro.onBackgroundAudioStop(() => Taro.reportMonitor('stop', 1));
    Taro.getBackgroundAudioPlayerState({ success: ({ status }) => console.log(status) });
    const hint = Taro.createAudioContext('hint');
    hint.setSrc(songs[0]);
    hint.play();
    return () => {
      hint.pause();
      Taro.stopBackgroundAudio();
    };
  }, []);

  const play = (dataUrl) => Taro.playBackgroundAudio({ dataUrl });
  return (
    <Audio
      id="hint"
      onPlay={() => play(songs[1])}
      onPause={() => Taro.pauseBackgroundAudio()}
      onEnded={() => Taro.seekBackgroundAudio({ position: 0 })}
    />
  );
}
