// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain: as ES5 this is half the size
/** The environment of media.ts for Taro 1 and 2, which only have a default export. */
import Taro from '@tarojs/taro';

/** Version of the base library; `undefined` before 2.20.1. */
export function baseLibrary(): string | undefined {
  return Taro.getAppBaseInfo && Taro.getAppBaseInfo().SDKVersion;
}

export function nativeImage(option: Parameters<typeof Taro.chooseImage>[0]) {
  return Taro.chooseImage(option);
}

export function nativeVideo(option: Parameters<typeof Taro.chooseVideo>[0]) {
  return Taro.chooseVideo(option);
}

/** `undefined` if the platform does not support it. */
export function media(): typeof Taro.chooseMedia | undefined {
  return Taro.chooseMedia;
}
