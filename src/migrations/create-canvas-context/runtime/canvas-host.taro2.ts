// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain: as ES5 this is half the size
/** The environment of canvas.ts for Taro 1 and 2, which only have a default export. */
import Taro from '@tarojs/taro';

// Only called on WeChat, and Taro 1 and 2 do not have these functions.
/** Version of the base library; `undefined` before 2.20.1. */
export function baseLibrary(): string | undefined {
  return wx.getAppBaseInfo && wx.getAppBaseInfo().SDKVersion;
}

/** Physical pixels per CSS pixel. */
export function pixelRatio(): number {
  return (wx.getWindowInfo ? wx.getWindowInfo() : Taro.getSystemInfoSync()).pixelRatio;
}

/** A canvas outside the page, or `undefined` if the platform does not support it. */
export function offscreenCanvas(): object | undefined {
  return wx.createOffscreenCanvas && wx.createOffscreenCanvas({ type: '2d', width: 1, height: 1 });
}

export function createSelectorQuery() {
  return Taro.createSelectorQuery();
}

export function nativeContext(
  id: string,
  component?: Parameters<typeof Taro.createCanvasContext>[1],
): ReturnType<typeof Taro.createCanvasContext> {
  return Taro.createCanvasContext(id, component);
}

export function nativeExport(
  option: Parameters<typeof Taro.canvasToTempFilePath>[0],
  component?: Parameters<typeof Taro.canvasToTempFilePath>[1],
): ReturnType<typeof Taro.canvasToTempFilePath> {
  return Taro.canvasToTempFilePath(option, component);
}

export function nativeRead(
  option: Parameters<typeof Taro.canvasGetImageData>[0],
  component?: Parameters<typeof Taro.canvasGetImageData>[1],
): ReturnType<typeof Taro.canvasGetImageData> {
  return Taro.canvasGetImageData(option, component);
}

export function nativeWrite(
  option: Parameters<typeof Taro.canvasPutImageData>[0],
  component?: Parameters<typeof Taro.canvasPutImageData>[1],
): ReturnType<typeof Taro.canvasPutImageData> {
  return Taro.canvasPutImageData(option, component);
}

declare const wx: Partial<Pick<typeof Taro, 'createOffscreenCanvas' | 'getAppBaseInfo' | 'getWindowInfo'>>;
