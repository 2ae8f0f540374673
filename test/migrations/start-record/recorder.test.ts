import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeHost, type Quirks } from '../../support/fake-host';
import { type LoadOptions, loadRuntime } from '../../support/fake-host-app';
import { app, BUSY, recordOnce, run, sharing, starts, stops } from '../../support/recorder-app';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('start with permission', () => {
  it('start calls the manager with a duration of one minute', async () => {
    const { host, recorder } = app();
    recorder.start();
    await run(400);
    expect(host.startOptions).toEqual([{ duration: 60000 }]);
    expect(host.microphoneOn).toBe(true);
  });

  it('start merges the defaults and the options of the call', async () => {
    const { host, recorder } = app({}, { defaults: { format: 'mp3', duration: 30000 } });
    recorder.configure({ sampleRate: 16000 });
    recorder.start({ duration: 5000, numberOfChannels: 1 });
    await run(400);
    expect(host.startOptions).toEqual([
      { duration: 5000, numberOfChannels: 1, format: 'mp3', sampleRate: 16000, encodeBitRate: 48000 },
    ]);
  });

  it('start calls the manager synchronously when the grant is known', async () => {
    const my = app();
    await recordOnce(my);
    my.recorder.start();
    expect(my.host.calls).toEqual(['start']);
  });

  it('recorder functions do not need this', async () => {
    const { host, recorder } = app();
    const { start, stop, configure } = recorder;
    configure({ format: 'wav' });
    const started = start();
    await run(400);
    stop();
    await run(100);
    expect(await started).toMatchObject({ tempFilePath: 'file-1' });
    expect(host.startOptions[0]).toMatchObject({ format: 'wav' });
  });
});

describe('recorder options', () => {
  const passed = async (option: unknown, quirks: Partial<Quirks> = {}, options: LoadOptions = {}) => {
    const my = app(quirks, options);
    my.recorder.start(option as object);
    await run(400);
    return my.host.startOptions[0];
  };

  it('only options that native knows are passed; an event object is not an option', async () => {
    const event = { type: 'tap', timeStamp: 1, detail: {}, target: {}, mpEvent: {}, format: undefined };
    expect(await passed(event)).toEqual({ duration: 60000 });
    const all = { frameSize: 5, audioSource: 'auto', format: 'mp3', numberOfChannels: 1 };
    expect(await passed({ ...all, success() {} })).toEqual({ duration: 60000, ...all });
  });

  it('only own properties of options are passed', async () => {
    expect(await passed(Object.create({ format: 'mp3' }))).toEqual({ duration: 60000 });
  });

  it('a duration that is not a positive number is replaced by the default', async () => {
    for (const duration of [0, -1, Number.NaN, null, '5000'])
      expect(await passed({ duration })).toEqual({ duration: 60000 });
    expect(await passed({ duration: 0 }, {}, { defaults: { duration: 7000 } })).toEqual({ duration: 7000 });
  });

  it("a duration above the platform's maximum is reduced", async () => {
    const caps = { weapp: 600000, tt: 60000, alipay: 180000 };
    for (const [platform, cap] of Object.entries(caps))
      expect(await passed({ duration: 1e9 }, { platform })).toMatchObject({ duration: cap });
    expect(await passed({ duration: Number.POSITIVE_INFINITY })).toEqual({ duration: 600000 });
  });

  it('a sample rate without a bit rate gets the valid one nearest to 48000', async () => {
    expect(await passed({ sampleRate: 44100 })).toMatchObject({ encodeBitRate: 64000 });
    expect(await passed({ sampleRate: 8000 })).toMatchObject({ encodeBitRate: 48000 });
    expect(await passed({ sampleRate: 16000 }, {}, { defaults: { encodeBitRate: 320000 } })).toMatchObject({
      encodeBitRate: 96000,
    });
  });

  it('start fails with the valid range when sample rate and bit rate do not fit (weapp, qq)', async () => {
    for (const platform of ['weapp', 'qq']) {
      const { host, recorder, callbacks, only } = app({ platform });
      recorder.start({ sampleRate: 44100, encodeBitRate: 16000, ...callbacks() });
      await run();
      expect(only('start.fail')).toEqual({
        errMsg: 'startRecord:fail encodeBitRate must be 64000-320000',
      });
      expect(host.calls).toEqual([]);
    }
    expect(
      await passed({ sampleRate: 44100, encodeBitRate: 16000 }, { platform: 'swan', throwsOnBadRate: false }),
    ).toMatchObject({ encodeBitRate: 16000 });
  });
});

describe('ends of a recording (stop, limit, background, interruption)', () => {
  const file = (duration: number, tempFilePath = 'file-1') => ({
    tempFilePath,
    duration,
    fileSize: 100 + duration,
    errMsg: 'startRecord:ok',
  });

  it('stop ends a recording: success, complete, then the promise', async () => {
    const { recorder, heard, callbacks, only } = app();
    recorder.start(callbacks()).then((result) => heard.push(`resolved ${result.tempFilePath}`));
    await run(1310);
    recorder.stop();
    await run(100);
    expect(heard).toEqual(['start.success', 'start.complete', 'resolved file-1']);
    expect(only('start.success')).toEqual(file(1000));
    expect(only('start.complete')).toEqual(file(1000));
  });

  it('the limit of one minute ends a recording', async () => {
    const { host, recorder, callbacks, only } = app();
    recorder.start(callbacks());
    await run(60309);
    expect(host.microphoneOn).toBe(true);
    await run(1);
    expect(only('start.success')).toEqual(file(60000));
    expect(stops(host)).toBe(0);
    expect(host.pendingTimers).toBe(0);
  });

  it('leaving the app ends a recording with a partial file', async () => {
    const { host, recorder, callbacks, only } = app();
    recorder.start(callbacks());
    await run(2310);
    host.hide();
    await run(100);
    expect(only('start.success')).toEqual(file(2000));
    expect(host.microphoneOn).toBe(false);
  });

  it('an interruption ends a recording with a partial file', async () => {
    const { host, recorder, callbacks, only } = app();
    recorder.start(callbacks());
    await run(2310);
    host.interruptionBegin();
    await run(100);
    expect(only('start.success')).toEqual(file(2000));
    expect(stops(host)).toBe(1);
  });

  it('start never succeeds without a file', async () => {
    const { host, recorder, callbacks, only, heard } = app();
    recorder.start(callbacks());
    await run(400);
    host.emit('Stop', { duration: 5, fileSize: 0 });
    expect(heard).toEqual(['start.fail', 'start.complete']);
    expect(only('start.fail')).toEqual({ errMsg: 'startRecord:fail no file' });
  });

  it('duration is in ms even if native returns seconds (Alipay, DingTalk on iOS), and stays in ms elsewhere', async () => {
    for (const [platform, durationUnit] of [
      ['alipay', 's'],
      ['dd', 's'],
      ['dd', 'ms'],
    ] as const) {
      const { recorder } = app({ platform, durationUnit });
      const started = recorder.start();
      await run(2810);
      recorder.stop();
      await run(100);
      expect((await started).duration).toBe(2500);
    }
  });
});

describe('failed starts', () => {
  it('a failed start calls fail and complete and rejects, with the messages of startRecord', async () => {
    const { host, recorder, callbacks, heard, only } = app();
    const started = recorder.start(callbacks());
    await run(400);
    host.quirks.noOnStop = true;
    host.error('operateRecorder:fail something broke', { errno: 7, errCode: 8 });
    await run(1000);
    const error = { errMsg: 'startRecord:fail something broke', errno: 7, errCode: 8 };
    await expect(started).rejects.toEqual(error);
    expect(heard).toEqual(['start.fail', 'start.complete']);
    expect(only('start.fail')).toEqual(error);
    expect(only('start.complete')).toEqual(error);
    // The recording could continue, and nobody would stop it.
    expect(host.calls.at(-1)).toBe('stop');
    expect(host.microphoneOn).toBe(false);
    await run(100);
    expect(heard).toHaveLength(2);
  });

  it('a failed start is no unhandled rejection, with or without callbacks', async () => {
    const unhandled: unknown[] = [];
    const note = (error: unknown) => unhandled.push(error);
    process.on('unhandledRejection', note);
    try {
      vi.useRealTimers();
      const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
      const failing = () => app({ startThrows: true, platform: 'tt' }).recorder;
      for (const callback of ['success', 'fail', 'complete']) failing().start({ [callback]() {} });
      failing().start();
      // As from onClick={recorder.start}.
      failing().start({ type: 'tap', detail: {} } as object);
      // Canceled by the app's own stop.
      const cancelled = app({ grant: undefined });
      cancelled.recorder.start();
      cancelled.recorder.stop();
      await settled();
      expect(unhandled).toEqual([]);
      // It still rejects for code that chains on it.
      await expect(failing().start()).rejects.toEqual({ errMsg: 'startRecord:fail start threw' });
      failing()
        .start()
        .then(() => {});
      await settled();
      expect(unhandled).toHaveLength(1);
    } finally {
      process.off('unhandledRejection', note);
    }
  });
});

describe('start while one is starting, recording or stopping', () => {
  it('a second start fails in the next task without affecting the first one', async () => {
    const { host, recorder, callbacks, results, heard } = app({ grant: undefined });
    recorder.start(callbacks('first'));
    const second = async () => {
      results['second.fail'] = [];
      recorder.start(callbacks('second'));
      expect(results['second.fail']).toEqual([]);
      await run();
      expect(results['second.fail']).toEqual([{ errMsg: BUSY }]);
    };
    await second(); // authorizing
    await run(100);
    await second(); // prompt open
    await run(1000);
    await second(); // starting
    await run(300);
    await second(); // recording
    recorder.stop();
    await second(); // stopping
    await run(100);
    expect(heard.filter((one) => one.startsWith('first'))).toEqual(['first.success', 'first.complete']);
    expect(starts(host)).toBe(1);
    expect(host.prompts).toBe(1);
  });
});

describe('starting again in success, fail or complete', () => {
  it.each(['success', 'complete'])('start works in %s', async (callback) => {
    const my = app();
    await recordOnce(my);
    const { recorder, host, callbacks, only } = my;
    recorder.start({ [callback]: () => recorder.start(callbacks('second')) });
    await run(400);
    recorder.stop();
    await run(50);
    expect(starts(host)).toBe(2);
    await run(400);
    recorder.stop();
    await run(100);
    expect(only('second.success')).toMatchObject({ tempFilePath: 'file-3' });
  });

  it('start works in fail', async () => {
    const { recorder, callbacks, only, host } = app({ prompt: 'deny', grant: undefined });
    recorder.start({
      fail: () => {
        host.grant = true;
        recorder.start(callbacks('second'));
      },
    });
    await run(2000);
    recorder.stop();
    await run(100);
    expect(only('second.success')).toMatchObject({ tempFilePath: 'file-1' });
  });

  it("stop in start's complete is a stop while idle", async () => {
    const { recorder, callbacks, only } = app();
    recorder.start({ complete: () => recorder.stop(callbacks('stop')) });
    await run(61000);
    expect(only('stop.success')).toMatchObject({ errMsg: 'stopRecord:ok', tempFilePath: 'file-1' });
  });
});

describe('start in the background', () => {
  it('start fails in the background and records nothing', async () => {
    const { host, recorder, callbacks, only } = app();
    host.hide();
    recorder.start(callbacks());
    await run();
    expect(only('start.fail')).toEqual({ errMsg: 'startRecord:fail app is in background' });
    await run(1000);
    expect(host.calls).toEqual([]);
    host.show();
    recorder.start();
    await run(400);
    expect(host.microphoneOn).toBe(true);
  });
});

describe('recording permission', () => {
  it('with a grant in getSetting, authorize is not called', async () => {
    const { host, recorder } = app({ grant: true });
    recorder.start();
    await run(400);
    expect(host.calls).toEqual(['getSetting', 'start']);
  });

  it('without a grant in getSetting, authorize decides', async () => {
    for (const getSetting of ['ok', 'fails', 'missing', 'silent'] as const) {
      const { host, recorder } = app({ grant: undefined, getSetting });
      recorder.start();
      await run(1500);
      expect(host.calls.filter((call) => call !== 'getSetting')).toEqual(['authorize', 'start']);
      expect(host.prompts).toBe(1);
      expect(host.microphoneOn).toBe(true);
    }
  });

  it('a denial fails with auth deny, whatever its message', async () => {
    for (const denial of ['authorize:fail auth deny', 'authorize:fail:auth denied', 'authorize:denied']) {
      const { host, recorder, callbacks, only } = app({ grant: undefined, prompt: 'deny', denial });
      recorder.start(callbacks());
      await run(2000);
      expect(only('start.fail')).toEqual({ errMsg: 'startRecord:fail auth deny' });
      expect(starts(host)).toBe(0);
      expect(host.prompts).toBe(1);
    }
  });

  it('the grant is forgotten when a start is denied', async () => {
    const my = app();
    await recordOnce(my);
    my.host.grant = false;
    my.recorder.start(my.callbacks());
    await run(400);
    expect(my.only('start.fail')).toEqual({ errMsg: 'startRecord:fail auth deny' });
    my.host.grant = undefined;
    my.host.calls.length = 0;
    my.recorder.start();
    await run(1500);
    expect(my.host.calls).toEqual(['getSetting', 'authorize', 'start']);
  });

  it('errno 104 and 112 fail with their message and number', async () => {
    for (const [errno, text] of [
      [104, 'privacy permission is not authorized'],
      [112, 'api scope is not declared in the privacy agreement'],
    ] as const) {
      const { host, recorder, callbacks, only } = app({
        grant: undefined,
        authorizeError: { errMsg: `authorize:fail ${text}`, errno },
      });
      recorder.start(callbacks());
      await run(1000);
      expect(only('start.fail')).toEqual({ errMsg: `startRecord:fail ${text}`, errno });
      expect(starts(host)).toBe(0);
    }
  });

  it('after any other failure, or without authorize, the manager prompts or reports', async () => {
    for (const authorize of ['missing', 'withdrawn', 'warns'] as const) {
      const { host, recorder } = app({ grant: undefined, authorize });
      recorder.start();
      await run(1500);
      expect(host.microphoneOn).toBe(true);
      expect(host.prompts).toBe(1);
    }
  });

  it('tt: the manager is called without authorize', async () => {
    const { host, recorder } = app({ platform: 'tt', grant: undefined });
    recorder.start();
    expect(host.calls).toEqual(['start']);
    await run(1500);
    expect(host.microphoneOn).toBe(true);
  });

  it('rn: a setting of false is not a denial', async () => {
    const { host, recorder } = app({ platform: 'rn', grant: undefined }, { require: reactNative().require });
    recorder.start();
    await run(1500);
    expect(host.microphoneOn).toBe(true);
  });

  it('alipay: scope, keys and codes are its own', async () => {
    for (const keys of ['audioRecord', 'scope.audioRecord'] as const) {
      const granted = app({ platform: 'alipay', keys, grant: true });
      granted.recorder.start();
      await run(400);
      expect(granted.host.calls).toContain('start');
      expect(granted.host.calls).not.toContain('authorize');
    }
    const asked = app({ platform: 'alipay', grant: undefined });
    asked.recorder.start();
    await run(1500);
    expect(asked.host.microphoneOn).toBe(true);
    const denied = app({ platform: 'alipay', grant: undefined, prompt: 'deny' });
    denied.recorder.start(denied.callbacks());
    await run(1500);
    expect(denied.only('start.fail')).toEqual({ errMsg: 'startRecord:fail auth deny', errCode: 2001 });
  });

  it("a denial by the manager is recognized by its message or Alipay's code", async () => {
    const { recorder, callbacks, only } = app({
      platform: 'tt',
      grant: false,
      refusal: 'operateRecorder:fail:auth denied',
    });
    recorder.start(callbacks());
    await run(10);
    expect(only('start.fail')).toEqual({ errMsg: 'startRecord:fail auth deny' });
    const alipay = app({ platform: 'alipay' });
    alipay.recorder.start(alipay.callbacks());
    await run(100);
    alipay.host.emit('Error', { error: 10, errorMessage: '无权限' });
    expect(alipay.only('start.fail')).toEqual({ errMsg: 'startRecord:fail auth deny', errCode: 10 });
  });

  it('a denial that native never reports does not hang', async () => {
    const { host, recorder, heard, callbacks } = app({ platform: 'tt', grant: false, refusal: 'never' });
    recorder.start(callbacks());
    await run(4000);
    recorder.stop(callbacks('stop'));
    await run(6000);
    expect(heard).toEqual(['start.fail', 'start.complete', 'stop.success', 'stop.complete']);
    expect(host.pendingTimers).toBe(0);
  });
});

describe("onDenied: 'ask'", () => {
  const asking = (quirks: Partial<Quirks> = {}) => {
    const my = app({ grant: false, ...quirks }, { defaults: { onDenied: 'ask' } });
    my.recorder.start(my.callbacks());
    return my;
  };

  it("onDenied 'ask' shows a modal, opens the settings in its success, and starts once granted", async () => {
    const { host, heard } = asking();
    await run(3000);
    expect(host.calls).toEqual(['getSetting', 'authorize', 'showModal', 'openSetting', 'start']);
    expect(host.microphoneOn).toBe(true);
    expect(heard).toEqual([]);
  });

  it("onDenied 'ask' shows the app's text, in Chinese by default", async () => {
    const askText = 'Allow the microphone in the settings';
    for (const [text, shown] of [
      [undefined, '请在设置中允许使用麦克风'],
      [askText, askText],
    ]) {
      const my = app({ grant: false }, { defaults: { onDenied: 'ask', askText: text } });
      my.recorder.start(my.callbacks());
      await run(1000);
      expect(my.host.modalText).toBe(shown);
    }
  });

  it("onDenied 'ask' fails when the user cancels the modal or does not grant", async () => {
    for (const quirks of [{ modal: 'cancel' }, { settings: false }] as const) {
      const { host, only } = asking(quirks);
      await run(5000);
      expect(only('start.fail')).toEqual({ errMsg: 'startRecord:fail auth deny' });
      expect(starts(host)).toBe(0);
    }
  });

  it("onDenied 'ask' does not ask after a prompt that the user has just denied", async () => {
    const { host, only } = asking({ grant: undefined, prompt: 'deny' });
    await run(5000);
    only('start.fail');
    expect(host.modals).toBe(0);
  });

  it('without onDenied, no modal is shown', async () => {
    const { host, recorder, callbacks, only } = app({ grant: false });
    recorder.start(callbacks());
    await run(5000);
    only('start.fail');
    expect(host.modals).toBe(0);
  });

  it("alipay: onDenied 'ask' asks only when the denial is final", async () => {
    const { host } = asking({ platform: 'alipay' });
    await run(3500);
    expect(host.calls).toContain('openSetting');
    expect(host.microphoneOn).toBe(true);
  });

  it("onDenied 'ask': a stop while the modal is open prevents the settings", async () => {
    const { host, recorder, only } = asking({ modal: 'open' });
    await run(1000);
    recorder.stop();
    expect(only('start.fail')).toEqual({ errMsg: 'startRecord:fail stopped before recording began' });
    host.answerModal(true);
    await run(5000);
    expect(host.calls).not.toContain('openSetting');
    expect(starts(host)).toBe(0);
  });

  it('hiding and showing the app during prompt and settings does not cancel the start', async () => {
    const { host, recorder } = app({ grant: undefined, promptHides: true });
    recorder.start();
    await run(1500);
    expect(host.microphoneOn).toBe(true);
    for (const freezesInBackground of [false, true]) {
      const asked = asking({ freezesInBackground });
      await run(3500);
      expect(asked.host.microphoneOn).toBe(true);
    }
  });
});

describe('guard for getSetting and authorize', () => {
  const media = (state: string, error?: Error) => {
    const stopped = vi.fn();
    return {
      stopped,
      navigator: {
        permissions: { query: () => Promise.resolve({ state }) },
        mediaDevices: {
          getUserMedia: () =>
            error ? Promise.reject(error) : Promise.resolve({ getTracks: () => [{ stop: stopped }] }),
        },
      },
    };
  };

  it("guard on h5: getSetting returns the browser's permission in WeChat's shape", async () => {
    const settings = { granted: { 'scope.record': true }, denied: { 'scope.record': false }, prompt: {} };
    for (const [state, authSetting] of Object.entries(settings)) {
      const { recorder, callbacks, heard } = app({ platform: 'h5' }, media(state));
      const expected = { errMsg: 'getSetting:ok', authSetting };
      expect(await recorder.getSetting(callbacks('get'))).toEqual(expected);
      expect(heard).toEqual(['get.success', 'get.complete']);
    }
    const unknowing = app({ platform: 'h5' }, { navigator: {} });
    expect(await unknowing.recorder.getSetting()).toEqual({ errMsg: 'getSetting:ok', authSetting: {} });
  });

  it('guard on h5: authorize asks for the microphone and releases it', async () => {
    const { stopped, navigator } = media('prompt');
    const { recorder } = app({ platform: 'h5' }, { navigator });
    expect(await recorder.authorize({ scope: 'scope.record' })).toEqual({ errMsg: 'authorize:ok' });
    expect(stopped).toHaveBeenCalledTimes(1);
    const refusal = Object.assign(new Error('The request is not allowed'), { name: 'NotAllowedError' });
    const denied = app({ platform: 'h5' }, media('prompt', refusal));
    await expect(denied.recorder.authorize({ scope: 'scope.record' })).rejects.toEqual({
      errMsg: 'authorize:fail auth deny',
    });
  });

  it('guard on alipay: scope and keys are mapped, results have the shape of WeChat', async () => {
    const granted = app({ platform: 'alipay', grant: true });
    const get = granted.recorder.getSetting();
    await run(100);
    expect(await get).toEqual({
      errMsg: 'getSetting:ok',
      authSetting: { audioRecord: true, 'scope.record': true },
    });
    const asked = app({ platform: 'alipay', grant: undefined, prompt: 'deny' });
    const failed = asked.recorder.authorize({ scope: 'scope.record', ...asked.callbacks('ask') });
    await run(1500);
    await expect(failed).rejects.toEqual({ errMsg: 'authorize:fail auth deny', errCode: 2001 });
    expect(asked.heard).toEqual(['ask.fail', 'ask.complete']);
  });

  it("guard on other platforms and for other scopes: Taro's functions are called", async () => {
    const { recorder, host, callbacks, heard } = app({ grant: true });
    recorder.getSetting(callbacks('get'));
    recorder.authorize({ scope: 'scope.record', ...callbacks('ask') });
    await run(100);
    expect(host.calls).toEqual(['getSetting', 'authorize']);
    expect(heard).toEqual(['get.success', 'ask.success']);
  });
});

describe('stop during the permission prompt', () => {
  it('a stop during the prompt prevents the recording', async () => {
    const { host, recorder, callbacks, heard, only } = app({ grant: undefined, prompt: 'open' });
    recorder.start(callbacks());
    await run(100);
    recorder.stop(callbacks('stop'));
    expect(only('start.fail')).toEqual({ errMsg: 'startRecord:fail stopped before recording began' });
    await run();
    expect(heard).toEqual(['start.fail', 'start.complete', 'stop.success', 'stop.complete']);
    expect(only('stop.success')).toEqual({ errMsg: 'stopRecord:ok' });
    host.answerPrompt(true);
    await run(1000);
    expect(starts(host)).toBe(0);
  });

  it('a stop before getSetting answers prevents the prompt', async () => {
    const { host, recorder } = app({ grant: undefined });
    recorder.start();
    recorder.stop();
    await run(2000);
    expect(host.prompts).toBe(0);
  });
});

describe('stop between start() and onStart', () => {
  it('an early stop is carried out at onStart', async () => {
    for (const earlyStop of ['error', 'silent'] as const) {
      const my = app({ earlyStop });
      await recordOnce(my);
      my.recorder.start(my.callbacks());
      my.recorder.stop(my.callbacks('stop'));
      await run(299);
      expect(my.host.calls).toEqual(['start']);
      await run(100);
      expect(my.host.calls).toEqual(['start', 'stop']);
      expect(my.host.microphoneOn).toBe(false);
      expect(my.heard).toEqual(['start.success', 'start.complete', 'stop.success', 'stop.complete']);
    }
  });
});

describe('any stop', () => {
  it("stop answers with the file after start's callbacks, promise and continuations", async () => {
    const { recorder, callbacks, heard, only } = app();
    (async () => {
      await recorder.start(callbacks());
      heard.push('start resolved');
      for (let i = 0; i < 50; i++) await null;
      heard.push('start continued');
    })();
    await run(1310);
    recorder.stop(callbacks('stop')).then(() => heard.push('stop resolved'));
    await run(100);
    expect(heard).toEqual([
      'start.success',
      'start.complete',
      'start resolved',
      'start continued',
      'stop.success',
      'stop.complete',
      'stop resolved',
    ]);
    expect(only('stop.success')).toEqual({
      errMsg: 'stopRecord:ok',
      tempFilePath: 'file-1',
      duration: 1000,
      fileSize: 1100,
    });
  });

  it('stop succeeds without a file when the recording failed', async () => {
    const { host, recorder, callbacks, only, heard } = app({ noOnStop: true });
    recorder.start(callbacks());
    await run(400);
    recorder.stop(callbacks('stop'));
    await run(6000);
    expect(heard).toEqual(['start.fail', 'start.complete', 'stop.success', 'stop.complete']);
    expect(only('stop.success')).toEqual({ errMsg: 'stopRecord:ok' });
    expect(host.pendingTimers).toBe(0);
  });

  it('several stops are all answered with one native stop', async () => {
    const { host, recorder, results, callbacks } = app();
    recorder.start();
    await run(400);
    for (let i = 0; i < 3; i++) recorder.stop(callbacks('stop'));
    await run(100);
    expect(results['stop.success']).toHaveLength(3);
    expect(stops(host)).toBe(1);
  });
});

describe('stop while idle', () => {
  it('stop while idle succeeds in the next task', async () => {
    const { host, recorder, callbacks, heard, only } = app();
    const stopped = recorder.stop(callbacks('stop'));
    expect(heard).toEqual([]);
    await run();
    expect(only('stop.success')).toEqual({ errMsg: 'stopRecord:ok' });
    expect(await stopped).toEqual({ errMsg: 'stopRecord:ok' });
    expect(host.calls).toEqual([]);
  });

  /** The result of a stop while idle. */
  const stopped = async ({ recorder }: ReturnType<typeof app>) => {
    const stop = recorder.stop();
    await run();
    return stop;
  };

  it('stop while idle answers once with the file of a recording that ended by itself', async () => {
    const ends: [string, (host: FakeHost) => void][] = [
      ['limit', () => {}],
      ['background', (host) => host.hide()],
      ['interruption', (host) => host.interruptionBegin()],
    ];
    for (const [, end] of ends) {
      const my = app();
      my.recorder.start();
      await run(400);
      end(my.host);
      await run(60000);
      expect(await stopped(my)).toMatchObject({ errMsg: 'stopRecord:ok', tempFilePath: 'file-1' });
      expect(await stopped(my)).toEqual({ errMsg: 'stopRecord:ok' });
    }
  });

  it('stop while idle has no file after another stop or start', async () => {
    const my = app();
    await recordOnce(my);
    expect(await stopped(my)).toEqual({ errMsg: 'stopRecord:ok' });
    my.recorder.start();
    await run(60400);
    my.recorder.start({ fail() {} });
    my.host.error('operateRecorder:fail broken');
    await run();
    expect(await stopped(my)).toEqual({ errMsg: 'stopRecord:ok' });
  });
});

describe('recording limit', () => {
  it('the runtime enforces the limit if native ignores it', async () => {
    const { host, recorder, callbacks, only } = app({ keepsLimit: false });
    recorder.start({ duration: 10000, ...callbacks() });
    await run(11309);
    expect(host.microphoneOn).toBe(true);
    await run(60);
    expect(host.microphoneOn).toBe(false);
    expect(only('start.success')).toMatchObject({ duration: 11000 });
  });

  it('the limit is kept while the app is in the background', async () => {
    for (const showFirst of [true, false]) {
      const { host, recorder, callbacks, only } = app(
        { keepsLimit: false, freezesInBackground: true, showFirst },
        { defaults: { onBackground: 'keep' } },
      );
      recorder.start({ duration: 10000, ...callbacks() });
      await run(1000);
      host.hide();
      await run(60000);
      expect(host.microphoneOn).toBe(true);
      host.show();
      await run(100);
      expect(host.microphoneOn).toBe(false);
      only('start.success');
    }
  });
});

describe('native stop()', () => {
  it('native stop() is called once per recording', async () => {
    const { host, recorder } = app();
    recorder.start();
    await run(400);
    recorder.stop();
    recorder.stop();
    host.hide();
    recorder.manager.stop();
    await run(1000);
    expect(stops(host)).toBe(1);
  });

  it('after an onError in response to stop(), the runtime waits 1 s for onStop', async () => {
    const { recorder, callbacks, only } = app({ stopError: 'before', stopDelay: 900 });
    recorder.start(callbacks());
    await run(400);
    recorder.stop();
    await run(1000);
    expect(only('start.success')).toMatchObject({ tempFilePath: 'file-1' });
  });

  it('after that wait, the recording fails', async () => {
    const { recorder, callbacks, only, heard } = app({ stopError: 'instead' });
    recorder.start(callbacks());
    await run(400);
    recorder.stop();
    await run(999);
    expect(heard).toEqual([]);
    await run(1);
    expect(only('start.fail')).toEqual({ errMsg: 'startRecord:fail something went wrong' });
  });

  it('an answer to a stop that is not pending is dropped', async () => {
    for (const message of [
      'operateRecorder:fail recorder not start',
      "operateRecorder:fail:audio is stop, don't stop record again",
    ]) {
      const my = app();
      await recordOnce(my);
      my.recorder.start(my.callbacks());
      my.host.error(message);
      await run(400);
      my.host.error(message);
      my.recorder.stop();
      await run(100);
      my.only('start.success');
    }
  });
});

describe('native does not answer', () => {
  it('after 3 s without onStart, the start counts as recording and a waiting stop is sent', async () => {
    const my = app({ noOnStart: true });
    my.recorder.start(my.callbacks());
    await run(500);
    my.recorder.stop(my.callbacks('stop'));
    await run(2509);
    expect(stops(my.host)).toBe(0);
    await run(2);
    expect(stops(my.host)).toBe(1);
    await run(100);
    expect(my.heard).toEqual(['start.success', 'start.complete', 'stop.success', 'stop.complete']);
  });

  it('after 5 s without onStop, the recording fails and the next start works', async () => {
    const { host, recorder, callbacks, only, heard } = app({ noOnStop: true });
    recorder.start(callbacks());
    await run(400);
    recorder.stop();
    await run(4999);
    expect(heard).toEqual([]);
    await run(1);
    expect(only('start.fail')).toEqual({ errMsg: 'startRecord:fail no answer' });
    host.quirks.noOnStop = false;
    recorder.start(callbacks('second'));
    await run(1400);
    recorder.stop();
    await run(2000);
    expect(only('second.success')).toMatchObject({ tempFilePath: 'file-2' });
  });

  it('waiting counts only foreground time since the last app show', async () => {
    for (const freezesInBackground of [false, true]) {
      const { host, recorder, callbacks, heard } = app({ noOnStop: true, freezesInBackground });
      recorder.start(callbacks());
      await run(400);
      recorder.stop();
      await run(4000);
      host.hide();
      await run(60000);
      host.show();
      await run(4999);
      expect(heard).toEqual([]);
      await run(1);
      expect(heard).toEqual(['start.fail', 'start.complete']);
    }
  });

  it('waiting counts from the end of an interruption', async () => {
    const { host, recorder, callbacks, heard } = app({ noOnStop: true });
    recorder.start(callbacks());
    await run(400);
    host.interruptionBegin();
    await run(60000);
    host.interruptionEnd();
    await run(4999);
    expect(heard).toEqual([]);
    await run(1);
    expect(heard).toEqual(['start.fail', 'start.complete']);
  });

  it('a lost end of an interruption does not block the recorder forever', async () => {
    const { host, recorder, callbacks, heard } = app({ noOnStop: true });
    recorder.start(callbacks());
    await run(400);
    host.interruptionBegin();
    await run(660000);
    expect(heard).toEqual(['start.fail', 'start.complete']);
  });

  it('a late onStart of an abandoned session gets a stop()', async () => {
    const { host, recorder, heard, callbacks } = app({ startDelay: 20000 });
    recorder.start(callbacks());
    await run(1000);
    recorder.stop();
    await run(8000);
    expect(heard).toEqual(['start.fail', 'start.complete']);
    await run(20000);
    expect(host.microphoneOn).toBe(false);
    expect(host.calls.at(-1)).toBe('stop');
    expect(heard).toHaveLength(2);
  });

  it('a stop() lost before a late onStart is repeated', async () => {
    const { host, recorder, heard, callbacks } = app({ startDelay: 6000, earlyStop: 'silent' });
    recorder.start(callbacks());
    await run(1000);
    recorder.stop();
    await run(6000);
    expect(host.microphoneOn).toBe(false);
    expect(heard).toEqual(['start.success', 'start.complete']);
  });

  it('a late onStop of an abandoned session does not end a session that has not begun', async () => {
    const { host, recorder, callbacks, only, heard } = app({ stopDelay: 6000 });
    recorder.start(callbacks('first'));
    await run(400);
    recorder.stop();
    await run(5700);
    only('first.fail');
    host.quirks.stopDelay = 50;
    recorder.start(callbacks('second'));
    await run(1600);
    expect(heard).toEqual(['first.fail', 'first.complete']);
    expect(host.microphoneOn).toBe(true);
    recorder.stop();
    await run(100);
    expect(only('second.success')).toMatchObject({ tempFilePath: 'file-2' });
  });

  it('a late onStop does not end a session shorter than its file', async () => {
    const { host, recorder, callbacks, only, heard } = app({ stopDelay: 7000 });
    recorder.start(callbacks('first'));
    await run(4310);
    recorder.stop();
    await run(5500);
    host.quirks.stopDelay = 50;
    recorder.start(callbacks('second'));
    await run(1600);
    expect(heard).toEqual(['first.fail', 'first.complete']);
    expect(host.microphoneOn).toBe(true);
    recorder.stop();
    await run(100);
    expect(only('second.success')).toMatchObject({ tempFilePath: 'file-2' });
  });

  it('an ambiguous onStop ends the newest session, and the microphone goes off', async () => {
    const { host, recorder, callbacks, only } = app({ stopDelay: 7000 });
    recorder.start(callbacks('first'));
    await run(400);
    recorder.stop();
    await run(5500);
    host.quirks.stopDelay = 50;
    recorder.start(callbacks('second'));
    await run(1600);
    expect(only('second.success')).toMatchObject({ tempFilePath: 'file-1' });
    await run(100);
    expect(host.microphoneOn).toBe(false);
    recorder.start(callbacks('third'));
    await run(1600);
    recorder.stop();
    await run(100);
    expect(only('third.success')).toMatchObject({ tempFilePath: 'file-3' });
  });

  it('a late rejection of a stop() does not affect the next session', async () => {
    const { host, recorder, callbacks, only } = app({ noOnStop: true });
    recorder.start(callbacks('first'));
    await run(400);
    recorder.stop();
    await run(5000);
    only('first.fail');
    host.quirks.noOnStop = false;
    recorder.start(callbacks('second'));
    await run(100);
    host.error("operateRecorder:fail:audio is stop, don't stop record again");
    await run(500);
    recorder.stop();
    await run(100);
    expect(only('second.success')).toMatchObject({ tempFilePath: 'file-2' });
  });
});

describe('manager.start throws or its promise rejects', () => {
  it('an exception in manager.start is an ordinary failure', async () => {
    const { host, recorder, callbacks, only } = app({ startThrows: true });
    recorder.start(callbacks());
    await run(100);
    expect(only('start.fail')).toEqual({ errMsg: 'startRecord:fail start threw' });
    expect(host.pendingTimers).toBe(0);
    host.quirks.startThrows = false;
    recorder.start();
    await run(400);
    expect(host.microphoneOn).toBe(true);
  });

  it('a rejection of manager.start (React Native) is an ordinary failure', async () => {
    const { host, recorder, callbacks, only } = app(
      { platform: 'rn', grant: true },
      { require: reactNative().require },
    );
    host.grant = false;
    host.quirks.authorize = 'withdrawn';
    recorder.start(callbacks());
    await run(100);
    expect(only('start.fail')).toEqual({ errMsg: 'startRecord:fail auth deny' });
    expect(host.pendingTimers).toBe(0);
  });
});

describe('exceptions in callbacks', () => {
  it('a callback that throws is reported and has no other effect', async () => {
    const { recorder, reported, heard } = app();
    const oops = new Error('oops');
    const started = recorder.start({
      success: () => {
        throw oops;
      },
      complete: () => {
        heard.push('complete');
        throw oops;
      },
    });
    await run(400);
    const stopped = recorder.stop({
      success: () => {
        throw oops;
      },
    });
    await run(100);
    expect(await started).toMatchObject({ tempFilePath: 'file-1' });
    expect(await stopped).toMatchObject({ tempFilePath: 'file-1' });
    expect(heard).toEqual(['complete']);
    expect(reported).toEqual([oops, oops, oops]);
  });
});

describe('recording in the background', () => {
  it("onBackground 'keep' accepts the platform's pause, resumes on show, and the deadline continues", async () => {
    for (const freezesInBackground of [false, true]) {
      for (const showFirst of [false, true]) {
        const { host, recorder, callbacks, only, heard } = app(
          { freezesInBackground, showFirst },
          { defaults: { onBackground: 'keep' } },
        );
        recorder.start(callbacks());
        await run(1310);
        host.hide();
        await run(5000);
        expect(stops(host)).toBe(0);
        host.show();
        await run(10);
        expect(host.calls).toContain('resume');
        expect(host.paused).toBe(false);
        expect(heard).toEqual([]);
        await run(55000);
        only('start.success');
      }
    }
  });

  it("onBackground 'keep' resumes only after the interruption", async () => {
    const { host, recorder, heard } = app({}, { defaults: { onBackground: 'keep' } });
    recorder.start();
    await run(1310);
    host.interruptionBegin();
    await run(1000);
    host.hide();
    host.show();
    await run(1000);
    expect(host.paused).toBe(true);
    host.interruptionEnd();
    await run(10);
    expect(host.paused).toBe(false);
    expect(heard).toEqual([]);
  });

  it('an unexpected pause stops the recording', async () => {
    const { host, recorder, callbacks, only } = app();
    recorder.start(callbacks());
    await run(400);
    host.emit('Pause', {});
    await run(100);
    only('start.success');
  });

  it('a pause through the manager suspends the deadline', async () => {
    const { host, recorder, callbacks, only, heard } = app({ keepsLimit: false });
    recorder.start({ duration: 10000, ...callbacks() });
    await run(5310);
    recorder.manager.pause();
    await run(100000);
    expect(heard).toEqual([]);
    recorder.manager.resume();
    await run(5999);
    expect(heard).toEqual([]);
    await run(100);
    only('start.success');
    expect(host.pendingTimers).toBe(0);
  });

  it('if the app is hidden while native starts, the recording stops once begun', async () => {
    const my = app();
    await recordOnce(my);
    my.recorder.start(my.callbacks());
    my.host.hide();
    await run(1000);
    expect(my.host.microphoneOn).toBe(false);
    my.only('start.success');
  });

  it('rn: background is detected with AppState', async () => {
    const native = reactNative();
    const { recorder, callbacks, only } = app({ platform: 'rn' }, { require: native.require });
    recorder.start(callbacks());
    await run(1310);
    native.change('inactive');
    await run(100);
    native.change('background');
    await run(100);
    expect(only('start.success')).toMatchObject({ duration: 1100 });
    recorder.start(callbacks('second'));
    await run();
    only('second.fail');
    native.change('active');
    recorder.start();
  });
});

/** React Native's AppState. */
function reactNative() {
  const listeners: ((state: string) => void)[] = [];
  return {
    change(state: string) {
      for (const listener of listeners) listener(state);
    },
    require(name: string) {
      expect(name).toBe('react-native');
      return {
        AppState: {
          addEventListener: (_type: string, listener: (state: string) => void) => listeners.push(listener),
        },
      };
    },
  };
}

describe('shared manager', () => {
  it('the shared manager is one object', () => {
    const { recorder, module } = app();
    expect(recorder.manager).toBe(recorder.manager);
    expect(module.getRecorderManager()).toBe(recorder.manager);
  });

  it('sessions of the app get their events with unchanged values, also in seconds', async () => {
    const { manager, host, heard, only } = sharing({ platform: 'alipay' });
    manager.start({ duration: 20000, format: 'aac' });
    expect(host.calls).toEqual(['start']);
    expect(host.startOptions).toEqual([{ duration: 20000, format: 'aac' }]);
    await run(1300);
    host.frame();
    manager.pause();
    manager.resume();
    manager.stop();
    await run(100);
    expect(heard).toEqual(['onStart', 'onFrameRecorded', 'onPause', 'onResume', 'onStop']);
    expect(only('onStop')).toEqual({ tempFilePath: 'file-1', duration: 1, fileSize: 1100 });
  });

  it("events of recorder.start stay private, and the app's listeners survive it", async () => {
    const { manager, recorder, heard } = sharing();
    recorder.start();
    await run(400);
    recorder.stop();
    await run(100);
    expect(heard).toEqual([]);
    manager.start({});
    await run(400);
    manager.stop();
    await run(100);
    expect(heard).toEqual(['onStart', 'onStop']);
  });

  it('a recorder.start stopped through the manager reports to both; pause and resume too when requested', async () => {
    const { manager, recorder, heard, callbacks, only } = sharing();
    recorder.start(callbacks());
    await run(1300);
    manager.pause();
    manager.resume();
    manager.stop();
    await run(100);
    expect(heard).toEqual(['onPause', 'onResume', 'start.success', 'start.complete', 'onStop']);
    expect(only('onStop')).toMatchObject({ tempFilePath: 'file-1' });
  });

  it('recorder.stop ends a recording of manager.start and returns its file', async () => {
    const { manager, recorder, host, heard, callbacks, only } = sharing();
    manager.start({});
    await run(400);
    recorder.stop(callbacks('stop'));
    await run(100);
    expect(host.microphoneOn).toBe(false);
    expect(heard).toEqual(['onStart', 'onStop', 'stop.success', 'stop.complete']);
    expect(only('stop.success')).toMatchObject({ tempFilePath: 'file-1' });
  });

  it('recorder.start fails during a manager session, and vice versa', async () => {
    const { manager, recorder, host, only, callbacks } = sharing();
    manager.start({});
    recorder.start(callbacks());
    await run(400);
    expect(only('start.fail')).toEqual({ errMsg: BUSY });
    manager.stop();
    await run(100);
    recorder.start();
    manager.start({});
    await run(400);
    expect(only('onError')).toEqual({
      errMsg: "operateRecorder:fail:audio is recording, don't start record again",
    });
    expect(host.offences).toEqual([]);
  });

  it('an early stop works in manager sessions', async () => {
    const { manager, host, heard } = sharing();
    manager.start({});
    manager.stop();
    await run(1000);
    expect(host.microphoneOn).toBe(false);
    expect(heard).toEqual(['onStart', 'onStop']);
  });

  it('missing answers are handled in manager sessions', async () => {
    const { manager, recorder, host, callbacks, only } = sharing({ noOnStop: true });
    manager.start({});
    await run(400);
    recorder.stop(callbacks('stop'));
    await run(5001);
    expect(only('stop.success')).toEqual({ errMsg: 'stopRecord:ok' });
    expect(host.pendingTimers).toBe(0);
    host.quirks.noOnStop = false;
    recorder.start();
    await run(400);
    expect(host.microphoneOn).toBe(true);
  });

  it('an exception in manager.start is passed on, and the session is over', async () => {
    const { manager, recorder, host } = sharing({ startThrows: true });
    expect(() => manager.start({})).toThrow('start threw');
    expect(host.pendingTimers).toBe(0);
    host.quirks.startThrows = false;
    recorder.start();
    await run(400);
    expect(host.microphoneOn).toBe(true);
  });

  it('an error in a manager session reaches the app and blocks nothing', async () => {
    const { manager, recorder, host, only, callbacks } = sharing();
    manager.start({});
    await run(400);
    host.endByItselfSilently();
    host.error('operateRecorder:fail broken');
    expect(only('onError')).toEqual({ errMsg: 'operateRecorder:fail broken' });
    recorder.start(callbacks());
    await run(400);
    recorder.stop();
    await run(2000);
    expect(only('start.success')).toMatchObject({ tempFilePath: 'file-2' });
  });

  it('manager.stop while idle is answered by native', async () => {
    const { manager, only } = sharing();
    manager.onStart(() => {});
    manager.start({});
    await run(400);
    manager.stop();
    await run(100);
    manager.stop();
    expect(only('onError')).toMatchObject({ errMsg: expect.stringContaining('audio is stop') });
  });

  it('the app can start again in its onStop', async () => {
    const { manager, recorder, host } = sharing();
    manager.onStop(() => {
      recorder.start();
    });
    manager.start({});
    await run(400);
    manager.stop();
    await run(500);
    expect(starts(host)).toBe(2);
    expect(host.microphoneOn).toBe(true);
  });

  it("unknown manager members are passed through with native's this", () => {
    const { manager, host } = sharing({ platform: 'alipay' });
    const extended = manager as unknown as { onDecibelChange(): void; kind: string };
    extended.onDecibelChange();
    expect(host.calls).toEqual(['onDecibelChange']);
    expect(extended.kind).toBe('native');
  });

  it('if native listeners accumulate, the runtime binds its own once', async () => {
    const my = app({ listeners: 'accumulate' });
    await recordOnce(my);
    await recordOnce(my);
    for (const listeners of Object.values(my.host.registered)) expect(listeners).toHaveLength(1);
  });

  it('a duplicate event is ignored', async () => {
    const my = app({ listeners: 'accumulate' });
    await recordOnce(my);
    const { host, recorder, callbacks, only, heard } = my;
    // Other code made native call us twice.
    for (const event of Object.keys(host.registered))
      host.registered[event]!.push(...host.registered[event]!);
    recorder.start({ complete: () => recorder.start(callbacks('second')) });
    await run(400);
    recorder.stop();
    await run(400);
    expect(heard).toEqual([]);
    recorder.stop();
    await run(100);
    expect(only('second.success')).toMatchObject({ tempFilePath: 'file-3' });
  });

  it('the next start registers listeners again that other code has replaced', async () => {
    const my = app();
    await recordOnce(my);
    for (const event of ['Start', 'Stop', 'Error']) my.host.registered[event] = [() => {}];
    await recordOnce(my);
    expect(my.host.offences).toEqual([]);
  });

  it("a rejection of another code's recording does not affect the session", async () => {
    const { host, recorder, callbacks, only } = app();
    (host.manager as { start(options: object): void }).start({});
    await run(400);
    recorder.start(callbacks());
    await run(400);
    expect(only('start.fail')).toEqual({ errMsg: BUSY });
    expect(host.microphoneOn).toBe(true);
  });
});

describe('platform without a recorder', () => {
  it.each([
    'h5',
    'harmony',
    'harmony-hybrid',
    'ks',
    'xhs',
    'quickapp',
  ])('%s: the error names the platform without a recorder', async (platform) => {
    const { host, recorder, module, callbacks, only } = app({ platform });
    const started = recorder.start(callbacks());
    await run();
    await expect(started).rejects.toEqual({ errMsg: `startRecord:fail no recorder on ${platform}` });
    only('start.fail');
    const stopped = recorder.stop();
    await run();
    expect(await stopped).toEqual({ errMsg: 'stopRecord:ok' });
    const errors: unknown[] = [];
    const manager = module.getRecorderManager();
    manager.onError((error) => errors.push(error));
    manager.start({});
    manager.stop();
    await run();
    expect(errors).toEqual([{ errMsg: `operateRecorder:fail no recorder on ${platform}` }]);
    expect(host.calls).toEqual([]);
  });

  it('start fails in an old base library without getRecorderManager', async () => {
    const host = new FakeHost();
    for (const missing of [undefined, () => undefined]) {
      host.taro.getRecorderManager = missing;
      const { recorder } = loadRuntime(host, { global: {} });
      const started = recorder.start();
      await run();
      await expect(started).rejects.toEqual({ errMsg: 'startRecord:fail no recorder on weapp' });
      host.taro.eventCenter = {};
    }
  });
});

describe('recorder.supported', () => {
  it('recorder.supported is true if the host has a recorder, without asking for permission', () => {
    for (const platform of ['weapp', 'qq', 'tt', 'alipay', 'dd', 'rn']) {
      const { recorder, host } = app({ platform });
      expect(recorder.supported, platform).toBe(true);
      expect(host.calls).toEqual([]);
    }
  });

  it('recorder.supported is false on platforms without a recorder', () => {
    for (const platform of ['harmony', 'harmony-hybrid', 'harmony_cpp', 'ks', 'xhs', 'quickapp'])
      expect(app({ platform }).recorder.supported, platform).toBe(false);
  });

  it('recorder.supported is false in a base library without getRecorderManager', () => {
    for (const missing of [undefined, () => undefined]) {
      const host = new FakeHost();
      host.taro.getRecorderManager = missing;
      expect(loadRuntime(host).recorder.supported).toBe(false);
    }
  });

  it('h5: recorder.supported is true if recorder-h5 serves the app', () => {
    const { host, recorder } = app({ platform: 'h5' });
    expect(recorder.supported).toBe(false);
    host.global.__taro_modernize_web_1 = () => host.manager;
    expect(recorder.supported).toBe(true);
  });
});

describe('several copies of the runtime', () => {
  const globals: [string, () => unknown][] = [
    ['on globalThis', () => ({})],
    ['without globalThis', () => undefined],
    ['with a frozen globalThis', () => Object.freeze({})],
  ];
  it.each(globals)('two copies of the runtime share one recorder %s', async (_name, makeGlobal) => {
    const host = new FakeHost();
    const global = makeGlobal();
    const one = loadRuntime(host, { global });
    const two = loadRuntime(host, { global });
    expect(two.recorder.manager).toBe(one.recorder.manager);
    const started = one.recorder.start();
    const second = two.recorder.start();
    await run(400);
    await expect(second).rejects.toEqual({ errMsg: BUSY });
    const stopped = two.recorder.stop();
    await run(100);
    expect(await started).toMatchObject({ tempFilePath: 'file-1' });
    expect(await stopped).toMatchObject({ tempFilePath: 'file-1' });
    expect(host.appListeners.hide).toHaveLength(1);
  });

  it('two copies of the runtime share one recorder even if Taro exists twice', async () => {
    const host = new FakeHost();
    const one = loadRuntime(host);
    host.taro.eventCenter = {};
    expect(loadRuntime(host).recorder).toBe(one.recorder);
  });
});

describe('cleanup after a session', () => {
  it('no timer or listener remains after a session', async () => {
    const my = app();
    await recordOnce(my);
    const { host } = my;
    const count = () => Object.values(host.registered).flat().length + host.appListeners.hide.length;
    const before = count();
    await recordOnce(my);
    expect(count()).toBe(before);
    expect(host.pendingTimers).toBe(0);
  });
});

it('rn: the voice runtime is told whether a recording must end first', async () => {
  const { recorder } = app({ platform: 'rn' });
  const { isBusy } = recorder as unknown as { isBusy(): boolean };
  expect(isBusy()).toBe(false);
  recorder.start();
  await run(2000);
  expect(isBusy()).toBe(true);
  recorder.stop();
  await run(2000);
  expect(isBusy()).toBe(false);
  expect(app().recorder).not.toHaveProperty('isBusy');
});
