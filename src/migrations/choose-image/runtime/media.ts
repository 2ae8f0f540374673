// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain lint/style/useTemplate: as ES5 this is half the size
/**
 * `Taro.chooseImage` and `Taro.chooseVideo`, implemented with `chooseMedia`, which replaces them on WeChat.
 *
 * You may edit this file: it depends only on Taro and is never rewritten. Options, results and error messages are the same
 * as before; only the picker looks different. The old functions are called on other platforms, on base libraries without
 * `chooseMedia` (before 2.10.0), and before 2.25.0 for what `chooseMedia` cannot do there: choose more than 9 images, or
 * leave videos uncompressed.
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

/** Prevents an ignored promise from being reported as an unhandled rejection. */
function quiet<Value>(value: Value): Value {
  Promise.resolve(value).catch(noop);
  return value;
}

/** Whether chooseMedia supports 20 files and uncompressed videos. */
function isFrom225(): boolean {
  return /^(2\.(2[5-9]|3)|[3-9]|\d\d)/.test(baseLibrary() || '');
}

/**
 * Calls chooseMedia and returns the result of the old function.
 * @param needs225 Whether the call needs features that chooseMedia has since base library 2.25.0.
 * @param changed Options for chooseMedia that replace those of the call.
 * @param convert Converts to the old result.
 */
function choose<Given extends Callbacks | undefined, Answer>(
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
        (result?: Partial<Files>): void => {
          const { tempFiles, errMsg = tempFiles ? ':ok' : ':fail' } = result || ({} as Partial<Files>);
          // Apps compare errMsg with the old function's text: `chooseImage:fail cancel`.
          const answer = Object.assign({}, tempFiles ? convert(tempFiles) : result, {
            errMsg: errMsg.replace(/^[^:]*/, name),
          });
          const own = option && option[callback];
          try {
            if (own) own.call(option, answer as never);
          } catch (thrown) {
            // `complete` must be called as well.
            console.error(thrown);
          }
          settle(answer as never);
        };
      const fail = tell('fail', reject);
      const complete = tell('complete', noop);
      try {
        quiet(ask(Object.assign({}, option, changed, { success: tell('success', resolve), fail, complete })));
      } catch (error) {
        // In a later task, as native's answers.
        Promise.resolve().then(() => {
          const failure = { errMsg: ':fail ' + ((error as Error).message || error) };
          fail(failure);
          complete(failure);
        });
      }
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
  const given = (option || {}) as NonNullable<typeof option>;
  const isOriginal = given.compressed === false;
  return choose(
    'chooseVideo',
    nativeVideo,
    option,
    isOriginal,
    {
      mediaType: ['video'],
      sizeType: [isOriginal ? 'original' : 'compressed'],
      // chooseMedia accepts 3 to 60 seconds and defaults to 10.
      maxDuration: Math.max(3, Math.min(given.maxDuration || 60, 60)),
      count: 1,
    },
    (files) => files[0]!,
  );
}
