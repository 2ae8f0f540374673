// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain: as ES5 this is half the size
/**
 * `Taro.saveFile`, `getSavedFileList`, `removeSavedFile` and `getFileInfo`, implemented with FileSystemManager, which
 * replaces them on WeChat.
 *
 * You may edit this file: it depends only on Taro and is never rewritten. The manager's methods take callbacks and return
 * nothing. These functions take the same options and also return a promise, as Taro's do. On other platforms, and on base
 * libraries without a manager (before 1.9.9), they call the old functions.
 */

import { fileManager, nativeInfo, nativeList, nativeRemove, nativeSave } from './files-host';

declare const process: { env: { TARO_ENV?: string } };

interface Result {
  errMsg: string;
  digest?: string;
}

type Tell = (result: Result) => void;

interface Option {
  success?: (result: never) => void;
  fail?: (error: never) => void;
  complete?: (result: never) => void;
}

function noop(): void {}

/**
 * Calls a method of the manager, or else the old function.
 * @param again Whether a result is incomplete, in which case the old function is called and its result is returned.
 */
function call<Given extends Option | undefined, Answer>(
  method: string,
  native: (option: Given) => Promise<Answer>,
  option: Given,
  again?: (result: Result) => boolean,
): Promise<Answer> {
  if (process.env.TARO_ENV !== 'weapp') return native(option);
  const manager = fileManager() as Record<string, (option: Option) => void> | undefined;
  if (!manager || !manager[method]) return native(option);
  const given = (option || {}) as { success?: Tell; fail?: Tell; complete?: Tell };
  const promise = new Promise<Answer>((resolve, reject) => {
    let isAgain = false;
    /** Apps compare `errMsg` with the old function's text: `saveFile:ok`. */
    const tell =
      (name: 'success' | 'fail' | 'complete', settle: (result: never) => void): Tell =>
      (result) => {
        if (result.errMsg) result.errMsg = result.errMsg.replace(/^[^:]*/, method);
        const own = given[name];
        if (own) own.call(given, result);
        settle(result as never);
      };
    const success = tell('success', resolve);
    const fail = tell('fail', reject);
    const complete = tell('complete', noop);
    manager[method]!(
      Object.assign({}, given, {
        success(result: Result) {
          isAgain = !!again && again(result);
          if (!isAgain) return success(result);
          const answer: Promise<Answer> | undefined = native(
            Object.assign({}, option, { success, fail, complete }),
          );
          // Without Taro, calls with callbacks return no promise.
          if (answer) answer.then(noop, noop);
        },
        fail,
        complete(result: Result) {
          if (!isAgain) complete(result);
        },
      }),
    );
  });
  // Calls with callbacks ignore the promise.
  promise.then(noop, noop);
  return promise;
}

/** The old function does not document `filePath`, and the manager saves such files in a different folder. */
export function saveFile(option: Parameters<typeof nativeSave>[0]): ReturnType<typeof nativeSave> {
  return option && option.filePath ? nativeSave(option) : call('saveFile', nativeSave, option);
}

export function getSavedFileList(option?: Parameters<typeof nativeList>[0]): ReturnType<typeof nativeList> {
  return call('getSavedFileList', nativeList, option);
}

export function removeSavedFile(option: Parameters<typeof nativeRemove>[0]): ReturnType<typeof nativeRemove> {
  return call('removeSavedFile', nativeRemove, option);
}

/** Managers of older base libraries return no digest; the old function always does. */
export function getFileInfo(option: Parameters<typeof nativeInfo>[0]): ReturnType<typeof nativeInfo> {
  return call('getFileInfo', nativeInfo, option, (result) => !result.digest);
}
