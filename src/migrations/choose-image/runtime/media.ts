// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain: as ES5 this is half the size
/**
 * `Taro.chooseImage` and `Taro.chooseVideo` on top of `chooseMedia`, which replaces them on WeChat.
 *
 * This file is yours: it has no dependency but Taro, and nothing rewrites it. Options, results and messages are those of
 * the old functions; only the picker looks different. On other platforms, and on base libraries without `chooseMedia`
 * (below 2.10.0), these are the old functions. So they are for what `chooseMedia` cannot do below 2.25.0: more than 9
 * pictures, and videos that are not compressed.
 */

import { baseLibrary, media, nativeImage, nativeVideo } from './media-host';

declare const process: { env: { TARO_ENV?: string } };

type MediaOption = Parameters<NonNullable<ReturnType<typeof media>>>[0];

interface Result {
  errMsg: string;
}

interface Files extends Result {
  tempFiles: { tempFilePath: string; size: number }[];
}

type Tell = (result: never) => void;

interface Callbacks {
  success?: Tell;
  fail?: Tell;
  complete?: Tell;
}

function noop(): void {}

/** A promise that rejects where nobody looks is not reported. */
function quiet<Value>(value: Value): Value {
  Promise.resolve(value).catch(noop);
  return value;
}

/** Whether chooseMedia takes 20 files, and leaves videos as they are where it is told to. */
function isFrom225(): boolean {
  return /^(2\.(2[5-9]|3)|[3-9]|\d\d)/.test(baseLibrary() || '');
}

/**
 * Calls chooseMedia, and answers as the old function does.
 * @param needs225 Whether the call asks for what chooseMedia can do from base library 2.25.0 on.
 * @param changed What chooseMedia is to get in the place of the call's options.
 * @param convert Makes the old result.
 */
function choose<Given extends Callbacks, Answer>(
  name: string,
  native: (option: Given) => Promise<Answer>,
  option: Given,
  needs225: boolean,
  changed: MediaOption,
  convert: (files: Files['tempFiles']) => object,
): Promise<Answer> {
  const ask = media();
  if (!ask || (needs225 && !isFrom225())) return native(option);
  return quiet(
    new Promise<Answer>((resolve, reject) => {
      const tell =
        (callback: keyof Callbacks, settle: (result: never) => void) =>
        (result: Result): void => {
          const { tempFiles } = result as Files;
          // Apps compare errMsg with the words of the old function: `chooseImage:fail cancel`.
          const answer = Object.assign({}, tempFiles ? convert(tempFiles) : result, {
            errMsg: result.errMsg.replace(/^[^:]*/, name),
          });
          const own = option && option[callback];
          if (own) own.call(option, answer as never);
          settle(answer as never);
        };
      quiet(
        ask(
          Object.assign({}, option, changed, {
            success: tell('success', resolve),
            fail: tell('fail', reject),
            complete: tell('complete', noop),
          }),
        ),
      );
    }),
  );
}

export function chooseImage(option: Parameters<typeof nativeImage>[0]): ReturnType<typeof nativeImage> {
  if (process.env.TARO_ENV !== 'weapp') return nativeImage(option);
  const count = (option && option.count) || 9;
  return choose(
    'chooseImage',
    nativeImage,
    option,
    count > 9,
    { mediaType: ['image'], count: Math.min(count, 20) },
    (files) => ({
      tempFilePaths: files.map((file) => file.tempFilePath),
      tempFiles: files.map((file) => ({ path: file.tempFilePath, size: file.size })),
    }),
  );
}

export function chooseVideo(option: Parameters<typeof nativeVideo>[0]): ReturnType<typeof nativeVideo> {
  if (process.env.TARO_ENV !== 'weapp') return nativeVideo(option);
  const given = (option || {}) as typeof option;
  const isOriginal = given.compressed === false;
  return choose(
    'chooseVideo',
    nativeVideo,
    option,
    isOriginal,
    {
      mediaType: ['video'],
      sizeType: [isOriginal ? 'original' : 'compressed'],
      // chooseMedia takes 3 to 60 seconds, and 10 where nothing is said.
      maxDuration: Math.max(3, Math.min(given.maxDuration || 60, 60)),
      count: 1,
    },
    (files) => files[0]!,
  );
}
