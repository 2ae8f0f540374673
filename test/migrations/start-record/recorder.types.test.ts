/**
 * Migrated projects type-check, both with the runtime as a copied source and with the package's declarations.
 */
import { describe, expect, it } from 'vitest';
import { runtimeSource } from '../../support/fake-host-app';
import { bundler, cases, declarationsOf, problems, strict } from '../../support/type-problems';

/** The code of a migrated project: old call sites with `recorder` in place of `Taro`. */
const APP = `
import Taro from '@tarojs/taro';
import { getRecorderManager, recorder } from './recorder';
import type { RecorderStartOption, RecorderStartResult, RecorderStopOption, RecorderStopResult } from './recorder';

// The documentation's own example.
recorder.start({
  success(res) {
    const tempFilePath: string = res.tempFilePath;
    Taro.saveFile({ tempFilePath });
  },
  fail(res) {
    console.log(res.errMsg);
  },
});
setTimeout(() => recorder.stop(), 10000);

// Typed options, functions and values of the old API.
const option: Taro.startRecord.Option = {
  success: (res: Taro.startRecord.SuccessCallbackResult) => console.log(res.tempFilePath),
  fail: (res: TaroGeneral.CallbackResult) => console.log(res.errMsg),
  complete: (res) => console.log(res.errMsg),
};
recorder.start(option);
const stopOption: Taro.stopRecord.Option = { success: (res) => console.log(res.errMsg), fail() {}, complete() {} };
recorder.stop(stopOption);
const started: Promise<Taro.startRecord.SuccessCallbackResult> = recorder.start(option);
const start: typeof Taro.startRecord = recorder.start;
const stop: typeof Taro.stopRecord = recorder.stop;
const manager: Taro.RecorderManager = recorder.manager;
const same: Taro.RecorderManager = getRecorderManager();

// A class with typed options.
class Page {
  private option: Taro.startRecord.Option = { success: this.onDone.bind(this) };
  private path = '';
  onDone(res: Taro.startRecord.SuccessCallbackResult) {
    this.path = res.tempFilePath;
  }
  onTouchStart = () => {
    recorder.start(this.option);
  };
  onTouchEnd = async () => {
    recorder.stop({ success: (res) => console.log(res.tempFilePath, res.duration, this.path) });
    const { tempFilePath } = await recorder.start({});
    return tempFilePath;
  };
}

// RecorderManager's options beside the callbacks.
recorder.start({ duration: 5000, sampleRate: 44100, numberOfChannels: 1, encodeBitRate: 192000, format: 'mp3', frameSize: 50 });
recorder.configure({ format: 'mp3', onDenied: 'ask', onBackground: 'keep' });

// A guard around it.
recorder.getSetting({
  success(res) {
    if (!res.authSetting['scope.record'])
      recorder.authorize({ scope: 'scope.record', success: () => recorder.start(), fail: (res) => console.log(res.errMsg) });
  },
});
recorder.getSetting().then((res) => res.authSetting['scope.record']);

type Own = [RecorderStartOption, RecorderStartResult, RecorderStopOption, RecorderStopResult];
export const all: [Promise<unknown>, unknown, unknown, unknown, unknown, Page, Own | undefined] =
  [started, start, stop, manager, same, new Page(), undefined];
`;

const JS_APP = `
import { recorder } from './recorder';
export const promisified = ((f: (option: { success: (res: { tempFilePath: string }) => void }) => unknown) =>
  new Promise<string>((resolve) => f({ success: (res) => resolve(res.tempFilePath) })))(recorder.start);
`;

describe('types of recorder', () => {
  it.each(cases)('recorder: a copied file and old call sites type-check: $config, moduleResolution $name', ({
    options,
  }) => {
    expect(problems({ 'app.ts': APP, 'js.ts': JS_APP, 'recorder.ts': runtimeSource }, options)).toEqual([]);
  });

  it.each(cases)("recorder: the package's declarations type-check: $config, moduleResolution $name", ({
    options,
  }) => {
    expect(
      problems({ 'app.ts': APP, 'js.ts': JS_APP, 'recorder.d.ts': declarationsOf(runtimeSource) }, options),
    ).toEqual([]);
  });

  it('recorder: a wrong option is a type error', () => {
    const wrong =
      "import { recorder } from './recorder';\nrecorder.start({ format: 'ogg' });\nrecorder.configure({ onDenied: 1 });\n";
    const found = problems({ 'app.ts': wrong, 'recorder.ts': runtimeSource }, { ...strict, ...bundler });
    expect(found).toHaveLength(2);
  });
});
