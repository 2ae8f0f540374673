// @taro-modernize-runtime __VERSION__
/** The environment of background-audio.ts for Taro 3 and 4. Functions that the platform lacks are `undefined`. */
import { eventCenter, getBackgroundAudioManager as nativeManager } from '@tarojs/taro';

/** An object shared by all modules of an app; old base libraries have no `globalThis`. */
export function shared(): unknown {
  return eventCenter;
}

export { nativeManager };
