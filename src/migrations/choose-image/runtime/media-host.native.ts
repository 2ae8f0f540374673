// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain: as ES5 this is half the size
/** The environment of media.js: members of `wx`. */

/** Version of the base library; `undefined` before 2.20.1. */
export function baseLibrary(): string | undefined {
  return wx.getAppBaseInfo && wx.getAppBaseInfo().SDKVersion;
}

// Copies contain the platform's global instead of `wx`.
declare const wx: {
  getAppBaseInfo?(): { SDKVersion: string };
  chooseImage(option?: ImageOption): Promise<Result<ImageOption>>;
  chooseVideo(option?: VideoOption): Promise<Result<VideoOption>>;
  chooseMedia?(option: MediaOption): Promise<unknown>;
};

type ImageOption = NonNullable<Parameters<WechatMiniprogram.Wx['chooseImage']>[0]>;
type VideoOption = NonNullable<Parameters<WechatMiniprogram.Wx['chooseVideo']>[0]>;
type Result<Option> = Option extends { success?: (result: infer Value) => void } ? Value : never;

/** Typings for old base libraries lack it. */
interface MediaOption {
  count?: number;
  mediaType?: string[];
  sizeType?: string[];
  maxDuration?: number;
}

export function nativeImage(option?: ImageOption) {
  return wx.chooseImage(option);
}

export function nativeVideo(option?: VideoOption) {
  return wx.chooseVideo(option);
}

/** `undefined` if the platform does not support it. */
export function media(): typeof wx.chooseMedia | undefined {
  return wx.chooseMedia;
}
