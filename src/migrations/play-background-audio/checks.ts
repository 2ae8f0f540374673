import type { Check } from '../migration';
import type { messages } from './messages';

/** https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html, requiredBackgroundModes */
export const lacksBackgroundModes: Check<keyof typeof messages> = {
  number: '251',
  verdict: 'ignored',
  api: 'playBackgroundAudio',
  messageId: 'play-background-audio/background-modes',
  find({ appConfig, usesOf }) {
    const isSet = appConfig === undefined || appConfig.includes('requiredBackgroundModes');
    return isSet ? [] : usesOf('playBackgroundAudio').slice(0, 1);
  },
};
