// @taro-modernize-runtime __VERSION__
/** Everything that background-audio.ts takes from outside, for Taro 3 and 4. What the platform lacks is `undefined`. */
import { eventCenter, getBackgroundAudioManager } from '@tarojs/taro';

/** An object that every module of one app shares; old base libraries have no `globalThis`. */
export function shared(): unknown {
  return eventCenter;
}

export { getBackgroundAudioManager };
