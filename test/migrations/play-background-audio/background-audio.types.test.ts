/**
 * Migrated projects type-check, both with the runtime as a copied source and with the package's declarations.
 */
import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../support/runtime-module';
import { bundler, cases, declarationsOf, problems, strict } from '../../support/type-problems';

const source = sourceOf('background-audio');

/** The code of a migrated project. */
const APP = `
import type Taro from '@tarojs/taro';
import { backgroundAudio, getBackgroundAudioManager } from './background-audio';

const option: Taro.playBackgroundAudio.Option = { dataUrl: 'a.mp3', title: 'a', coverImgUrl: 'a.png' };
backgroundAudio.play(option).then((res: TaroGeneral.CallbackResult) => console.log(res.errMsg));
backgroundAudio.pause({ complete: (res: TaroGeneral.CallbackResult) => console.log(res.errMsg) });
backgroundAudio.seek({ position: 30, fail: ({ errMsg }) => console.log(errMsg) });
backgroundAudio.getState({ success: ({ status, currentPosition }) => console.log(status === 2 ? 0 : currentPosition) });
backgroundAudio.getState().then((res: Taro.getBackgroundAudioPlayerState.SuccessCallbackResult) => res.dataUrl);
backgroundAudio.onStop(() => {});
backgroundAudio.onPlay((res: TaroGeneral.CallbackResult) => console.log(res));

const manager: Taro.BackgroundAudioManager = getBackgroundAudioManager();
manager.title = 'a';
manager.src = 'a.mp3';
manager.onEnded(() => manager.stop());
const same: typeof Taro.getBackgroundAudioManager = getBackgroundAudioManager;
export const managers = [backgroundAudio.manager, same];

const play: typeof Taro.playBackgroundAudio = backgroundAudio.play;
const pause: typeof Taro.pauseBackgroundAudio = backgroundAudio.pause;
const stop: typeof Taro.stopBackgroundAudio = backgroundAudio.stop;
const seek: typeof Taro.seekBackgroundAudio = backgroundAudio.seek;
const state: typeof Taro.getBackgroundAudioPlayerState = backgroundAudio.getState;
const listen: typeof Taro.onBackgroundAudioStop = backgroundAudio.onStop;
export const all = [play, pause, stop, seek, state, listen, backgroundAudio.supported];
`;

describe('types of backgroundAudio', () => {
  it.each(
    cases,
  )('backgroundAudio: a copied file and migrated call sites type-check: $config, moduleResolution $name', ({
    options,
  }) => {
    expect(problems({ 'app.ts': APP, 'background-audio.ts': source }, options)).toEqual([]);
  });

  it.each(cases)("backgroundAudio: the package's declarations type-check: $config, moduleResolution $name", ({
    options,
  }) => {
    expect(problems({ 'app.ts': APP, 'background-audio.d.ts': declarationsOf(source) }, options)).toEqual([]);
  });

  it('backgroundAudio: play without an address is a type error', () => {
    const wrong = `import { backgroundAudio } from './background-audio';
      backgroundAudio.play({ title: 'a' });`;
    expect(
      problems({ 'app.ts': wrong, 'background-audio.ts': source }, { ...strict, ...bundler }),
    ).toHaveLength(1);
  });
});
