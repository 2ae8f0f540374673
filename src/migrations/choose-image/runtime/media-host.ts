// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain: as ES5 this is half the size
/** The environment of media.ts for Taro 3 and 4. */
import {
  chooseMedia,
  getAppBaseInfo,
  chooseImage as nativeImage,
  chooseVideo as nativeVideo,
} from '@tarojs/taro';

/** Version of the base library; `undefined` before 2.20.1. */
export function baseLibrary(): string | undefined {
  return getAppBaseInfo && getAppBaseInfo().SDKVersion;
}

/** `undefined` if the platform does not support it. */
export function media(): typeof chooseMedia | undefined {
  return chooseMedia;
}

export { nativeImage, nativeVideo };
