// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain: as ES5 this is half the size
/** Everything that media.ts takes from outside, for Taro 1 and 2: they have it on their default export. */
import Taro from '@tarojs/taro';

/** The version of the base library; `undefined` below 2.20.1. */
export function baseLibrary(): string | undefined {
  return Taro.getAppBaseInfo && Taro.getAppBaseInfo().SDKVersion;
}

export function nativeImage(option: Parameters<typeof Taro.chooseImage>[0]) {
  return Taro.chooseImage(option);
}

export function nativeVideo(option: Parameters<typeof Taro.chooseVideo>[0]) {
  return Taro.chooseVideo(option);
}

/** `undefined` where the platform has none. */
export function media(): typeof Taro.chooseMedia | undefined {
  return Taro.chooseMedia;
}
