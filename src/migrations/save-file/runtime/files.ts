// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain lint/style/useTemplate: as ES5 this is half the size
/**
 * `Taro.saveFile`, `getSavedFileList`, `removeSavedFile` and `getFileInfo`, implemented with FileSystemManager, which
 * replaces them on WeChat.
 *
 * You may edit this file: it depends only on Taro and is never rewritten. The manager's methods take callbacks and return
 * nothing. These functions take the same options and also return a promise, as Taro's do. On other platforms, and on base
 * libraries without a manager (before 1.9.9), they call the old functions. H5 has neither, so there they fail.
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

/** An error thrown in a callback must not keep the others from being called. */
function invoke(callback: ((result: never) => void) | undefined, option: object, result: object): void {
  try {
    if (callback) callback.call(option, result as never);
  } catch (thrown) {
    console.error(thrown);
  }
}

/** A failure of a call that no function of the host answers. */
function refuse(method: string, given: Option | undefined, error: unknown): Promise<never> {
  const option = given || {};
  const errMsg = method + ':fail ' + (error instanceof Error ? error.message : error);
  return quiet(
    Promise.resolve().then(() => {
      invoke(option.fail, option, { errMsg });
      invoke(option.complete, option, { errMsg });
      return Promise.reject({ errMsg });
    }),
  );
}

/** Prevents an ignored promise from being reported as an unhandled rejection. */
function quiet<Value>(promise: Promise<Value>): Promise<Value> {
  promise.then(noop, noop);
  return promise;
}

/** Calls the old function, which the host may not have any more. */
function callOld<Given extends Option | undefined, Answer>(
  method: string,
  native: (option: Given) => Promise<Answer>,
  option: Given,
): Promise<Answer> {
  try {
    return native(option);
  } catch (error) {
    // `wx.saveFile` of a host without it is a TypeError.
    return refuse(method, option, error instanceof TypeError ? 'not supported' : error);
  }
}

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
  if (process.env.TARO_ENV === 'h5') return refuse(method, option, 'not supported on h5');
  if (process.env.TARO_ENV !== 'weapp') return native(option);
  const manager = fileManager() as Record<string, (option: Option) => void> | undefined;
  if (!manager || !manager[method]) return callOld(method, native, option);
  const given = (option || {}) as { success?: Tell; fail?: Tell; complete?: Tell };
  const promise = new Promise<Answer>((resolve, reject) => {
    let isAgain = false;
    /** Apps compare `errMsg` with the old function's text: `saveFile:ok`. */
    const tell =
      (name: 'success' | 'fail' | 'complete', settle: (result: never) => void): Tell =>
      (answered) => {
        const result = answered || { errMsg: method + (name === 'fail' ? ':fail' : ':ok') };
        if (result.errMsg) result.errMsg = result.errMsg.replace(/^[^:]*/, method);
        invoke(given[name], given, result);
        settle(result as never);
      };
    const success = tell('success', resolve);
    const fail = tell('fail', reject);
    const complete = tell('complete', noop);
    const ask = Object.assign({}, given, {
      success(result: Result) {
        isAgain = !!again && again(result);
        if (isAgain)
          try {
            const answer: Promise<Answer> | undefined = native(
              Object.assign({}, option, { success, fail, complete }),
            );
            // Without Taro, calls with callbacks return no promise.
            if (answer) answer.then(noop, noop);
          } catch (_error) {
            // There is no old function: this is all that the host says.
            isAgain = false;
          }
        if (!isAgain) success(result);
      },
      fail,
      complete(result: Result) {
        if (!isAgain) complete(result);
      },
    });
    try {
      manager[method]!(ask);
    } catch (error) {
      refuse(method, given, error).catch(reject);
    }
  });
  return quiet(promise);
}

/** The old function does not document `filePath`, and the manager saves such files in a different folder. */
export function saveFile(option: Parameters<typeof nativeSave>[0]): ReturnType<typeof nativeSave> {
  return process.env.TARO_ENV === 'weapp' && option && option.filePath
    ? callOld('saveFile', nativeSave, option)
    : call('saveFile', nativeSave, option);
}

export function getSavedFileList(option?: Parameters<typeof nativeList>[0]): ReturnType<typeof nativeList> {
  return call('getSavedFileList', nativeList, option);
}

export function removeSavedFile(option: Parameters<typeof nativeRemove>[0]): ReturnType<typeof nativeRemove> {
  return call('removeSavedFile', nativeRemove, option);
}

/** Managers of older base libraries return no digest; the old function always does. */
export function getFileInfo(option: Parameters<typeof nativeInfo>[0]): ReturnType<typeof nativeInfo> {
  return call('getFileInfo', nativeInfo, option, (result) => !!result && !result.digest);
}
