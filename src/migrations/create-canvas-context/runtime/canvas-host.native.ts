// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain: as ES5 this is half the size
/** The environment of canvas.js: members of `wx`. */

/** Version of the base library; `undefined` before 2.20.1. */
export function baseLibrary(): string | undefined {
  return wx.getAppBaseInfo && wx.getAppBaseInfo().SDKVersion;
}

// Copies contain the platform's global instead of `wx`.
declare const wx: {
  getAppBaseInfo?(): { SDKVersion: string };
  getWindowInfo?(): { pixelRatio: number };
  getSystemInfoSync(): { pixelRatio: number };
  createOffscreenCanvas?(option: { type: string; width: number; height: number }): object;
  createSelectorQuery(): object;
  createCanvasContext(id: string, component?: object): Context;
  canvasToTempFilePath(option: Option, component?: object): Promise<Result>;
  canvasGetImageData(option: ReadOption, component?: object): Promise<ReadResult>;
  canvasPutImageData(
    option: WriteOption,
    component?: object,
  ): Promise<WechatMiniprogram.GeneralCallbackResult>;
};

type Context = ReturnType<WechatMiniprogram.Wx['createCanvasContext']>;
type Option = WechatMiniprogram.CanvasToTempFilePathOption;
type Result = WechatMiniprogram.CanvasToTempFilePathSuccessCallbackResult;
type ReadOption = WechatMiniprogram.CanvasGetImageDataOption;
type ReadResult = WechatMiniprogram.CanvasGetImageDataSuccessCallbackResult;
type WriteOption = WechatMiniprogram.CanvasPutImageDataOption;

/** Physical pixels per CSS pixel. */
export function pixelRatio(): number {
  return (wx.getWindowInfo ? wx.getWindowInfo() : wx.getSystemInfoSync()).pixelRatio;
}

/** A canvas outside the page, or `undefined` if the platform does not support it. */
export function offscreenCanvas(): object | undefined {
  return wx.createOffscreenCanvas && wx.createOffscreenCanvas({ type: '2d', width: 1, height: 1 });
}

export function createSelectorQuery() {
  return wx.createSelectorQuery();
}

export function nativeContext(id: string, component?: object): Context {
  return wx.createCanvasContext(id, component);
}

export function nativeExport(option: Option, component?: object): Promise<Result> {
  return wx.canvasToTempFilePath(option, component);
}

export function nativeRead(option: ReadOption, component?: object): Promise<ReadResult> {
  return wx.canvasGetImageData(option, component);
}

export function nativeWrite(
  option: WriteOption,
  component?: object,
): Promise<WechatMiniprogram.GeneralCallbackResult> {
  return wx.canvasPutImageData(option, component);
}
