// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain lint/suspicious/noTsIgnore: as ES5 this is half the size; newer types have them
/** The environment of canvas.ts for Taro 3 and 4. The types of early versions of Taro 3 lack some of these functions. */
import {
  // @ts-ignore
  createOffscreenCanvas,
  createSelectorQuery,
  // @ts-ignore
  getAppBaseInfo,
  getSystemInfoSync,
  // @ts-ignore
  getWindowInfo,
  createCanvasContext as nativeContext,
  canvasToTempFilePath as nativeExport,
  canvasGetImageData as nativeRead,
  canvasPutImageData as nativeWrite,
} from '@tarojs/taro';

/** Version of the base library; `undefined` before 2.20.1. */
export function baseLibrary(): string | undefined {
  return getAppBaseInfo && getAppBaseInfo().SDKVersion;
}

/** Physical pixels per CSS pixel. */
export function pixelRatio(): number {
  return (getWindowInfo ? getWindowInfo() : getSystemInfoSync()).pixelRatio;
}

/** A canvas outside the page, or `undefined` if the platform does not support it. */
export function offscreenCanvas(): object | undefined {
  return createOffscreenCanvas && createOffscreenCanvas({ type: '2d', width: 1, height: 1 });
}

export { createSelectorQuery, nativeContext, nativeExport, nativeRead, nativeWrite };
