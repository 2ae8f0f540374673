// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain: as ES5 this is half the size
/** Everything that media.ts takes from outside, for Taro 3 and 4. */
import {
  chooseMedia,
  getAppBaseInfo,
  chooseImage as nativeImage,
  chooseVideo as nativeVideo,
} from '@tarojs/taro';

/** The version of the base library; `undefined` below 2.20.1. */
export function baseLibrary(): string | undefined {
  return getAppBaseInfo && getAppBaseInfo().SDKVersion;
}

/** `undefined` where the platform has none. */
export function media(): typeof chooseMedia | undefined {
  return chooseMedia;
}

export { nativeImage, nativeVideo };
