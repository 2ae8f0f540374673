/** When calls are answered, and by which of native's answers, if some are late, lost or duplicated. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { app, BUSY, recordOnce, run, sharing, starts, stops } from '../../support/recorder-app';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const PRIVACY = {
  errMsg: 'startRecorder:fail api scope is not declared in the privacy agreement',
  errno: 112,
};

describe('a start that native rejects', () => {
  it('a rejected start fails immediately each time, with its own message and errno', async () => {
    for (const earlyStop of ['error', 'silent'] as const) {
      for (const refusalDelay of [0, 20]) {
        const { host, recorder, callbacks, only } = app({ refuses: PRIVACY, refusalDelay, earlyStop });
        const attempt = async (name: string) => {
          recorder.start(callbacks(name));
          await run(50);
          return only(`${name}.fail`);
        };
        const privacy = {
          errMsg: 'startRecord:fail api scope is not declared in the privacy agreement',
          errno: 112,
        };
        expect(await attempt('first')).toEqual(privacy);
        host.quirks.refuses = { errMsg: 'operateRecorder:fail no microphone' };
        expect(await attempt('second')).toEqual({ errMsg: 'startRecord:fail no microphone' });
        host.quirks.refuses = PRIVACY;
        expect(await attempt('third')).toEqual(privacy);
        host.quirks.refuses = undefined;
        recorder.start(callbacks('fourth'));
        await run(1310);
        recorder.stop();
        await run(100);
        expect(only('fourth.success')).toMatchObject({ tempFilePath: 'file-1' });
        expect(host.pendingTimers).toBe(0);
      }
    }
  });

  it('a rejected start fails immediately even if native was slow and a stop is waiting', async () => {
    const { recorder, heard, callbacks } = app({ refuses: PRIVACY, refusalDelay: 2900 });
    recorder.start(callbacks());
    await run(500);
    recorder.stop(callbacks('stop'));
    await run(2450);
    expect(heard).toEqual(['start.fail', 'start.complete', 'stop.success', 'stop.complete']);
  });

  it('a rejected start that begins anyway gets a stop()', async () => {
    const { host, recorder, only, callbacks } = app();
    recorder.start(callbacks());
    await run(100);
    host.error('operateRecorder:fail something broke');
    expect(only('start.fail')).toEqual({ errMsg: 'startRecord:fail something broke' });
    await run(1000);
    expect(host.microphoneOn).toBe(false);
  });

  it('a rejected start that begins after the late onStop of the previous recording gets a stop(), also after another rejected start', async () => {
    const { host, recorder, only, callbacks } = app({ keepsLimit: false });
    recorder.manager.start({ duration: 1000 });
    await run(2400);
    recorder.start(callbacks());
    host.error('operateRecorder:fail something broke');
    expect(only('start.fail')).toEqual({ errMsg: 'startRecord:fail something broke' });
    await run(60);
    recorder.manager.start({});
    await run(1000);
    expect(host.microphoneOn).toBe(false);
  });

  it('a fail callback that starts again does not nest', async () => {
    const { recorder, host } = app({ refuses: PRIVACY, platform: 'tt' });
    let depth = 0;
    let deepest = 0;
    let retries = 0;
    const retry = () => {
      if (retries++ >= 3000) return;
      depth += 1;
      deepest = Math.max(deepest, depth);
      recorder.start({ fail: retry });
      depth -= 1;
    };
    retry();
    await run(10000);
    expect(retries).toBeGreaterThan(3000);
    expect(deepest).toBe(1);
    expect(host.pendingTimers).toBe(0);
  });
});

describe('a failure known while start runs', () => {
  it('a failure known while start runs is reported in a later task, and the recorder is free meanwhile', async () => {
    const my = app();
    await recordOnce(my);
    const { host, recorder, heard, callbacks } = my;
    host.quirks.startThrows = true;
    recorder.start(callbacks('thrown'));
    host.quirks.startThrows = false;
    recorder.start(callbacks('next'));
    recorder.start(callbacks('busy'));
    await Promise.resolve();
    expect(heard).toEqual([]);
    await run();
    expect(heard).toEqual(['thrown.fail', 'thrown.complete', 'busy.fail', 'busy.complete']);
    await run(100);
    expect(my.results['busy.fail']).toEqual([{ errMsg: BUSY }]);
    await run(400);
    expect(host.microphoneOn).toBe(true);
  });

  it('all other callbacks run in the task of native’s answer', async () => {
    const { host, recorder, heard, callbacks } = app();
    recorder.start(callbacks());
    await run(400);
    host.endByItself();
    expect(heard).toEqual(['start.success', 'start.complete']);
  });
});

describe('after a lost onStop', () => {
  const afterLostStop = async (my: ReturnType<typeof app>) => {
    my.host.quirks.noOnStop = true;
    my.recorder.start();
    await run(400);
    my.recorder.stop();
    await run(5100);
    my.host.quirks.noOnStop = false;
  };

  it('after a lost onStop, the next stop is answered when native answers', async () => {
    const my = app();
    await afterLostStop(my);
    my.recorder.start(my.callbacks());
    await run(1310);
    my.recorder.stop(my.callbacks('stop'));
    await run(60);
    expect(my.heard).toEqual(['start.success', 'start.complete', 'stop.success', 'stop.complete']);
    expect(my.only('stop.success')).toMatchObject({ tempFilePath: 'file-2' });
  });

  it('after a lost onStop, a recording that native ends early is reported immediately', async () => {
    const my = app();
    await afterLostStop(my);
    my.recorder.start(my.callbacks());
    await run(1310);
    my.host.endByItself();
    expect(my.only('start.success')).toMatchObject({ tempFilePath: 'file-2' });
  });

  it('a session of the app’s own manager receives its onStop, also after an error', async () => {
    for (const breakIt of ['lost', 'error'] as const) {
      const my = sharing();
      if (breakIt === 'lost') await afterLostStop(my);
      else {
        my.host.quirks.stopError = 'instead';
        my.recorder.start();
        await run(400);
        my.recorder.stop();
        await run(1100);
        my.host.quirks.stopError = 'none';
      }
      my.manager.start({});
      await run(1300);
      my.manager.stop();
      await run(100);
      expect(my.heard).toEqual(['onStart', 'onStop']);
      expect(my.only('onStop')).toEqual({ tempFilePath: 'file-2', duration: 1000, fileSize: 1100 });
    }
  });

  it('a late onStop of the app’s own session is reported once', async () => {
    const { manager, host, heard, only } = sharing({ stopDelay: 7000 });
    manager.start({});
    await run(1300);
    manager.stop();
    await run(8000);
    expect(heard).toEqual(['onStart', 'onStop']);
    expect(only('onStop')).toMatchObject({ tempFilePath: 'file-1' });
    host.repeatStop();
    expect(heard).toHaveLength(2);
  });
});

describe('an error during a recording', () => {
  it('after an error the runtime calls stop() and waits for the file', async () => {
    const { host, recorder, callbacks, only, heard } = app();
    recorder.start(callbacks());
    await run(1310);
    host.error('operateRecorder:fail pause failed');
    await run(40);
    expect(heard).toEqual([]);
    await run(10);
    expect(only('start.success')).toMatchObject({ tempFilePath: 'file-1', duration: 1000 });
    expect(stops(host)).toBe(1);
  });

  it('without a file, the call fails 1 s after the error, with the message of the error and not of the answer to stop()', async () => {
    const { host, recorder, callbacks, only, heard } = app();
    recorder.start(callbacks());
    await run(1310);
    host.endByItselfSilently();
    host.error('operateRecorder:fail the device is gone', { errCode: 7 });
    await run(999);
    expect(heard).toEqual([]);
    await run(1);
    expect(only('start.fail')).toEqual({ errMsg: 'startRecord:fail the device is gone', errCode: 7 });
  });

  it('an error before onStart fails immediately', async () => {
    const { host, recorder, callbacks, only } = app({ noOnStart: true });
    recorder.start(callbacks());
    await run(3500);
    host.error('operateRecorder:fail the device is gone');
    expect(only('start.fail')).toEqual({ errMsg: 'startRecord:fail the device is gone' });
    await run(100);
    expect(host.microphoneOn).toBe(false);
  });
});

describe('onStop with an already delivered file', () => {
  const repeats = ['repeatStop', 'repeatOlderStop'] as const;
  const recordTwice = async () => {
    const my = app();
    await recordOnce(my);
    await recordOnce(my);
    return my;
  };

  it.each(repeats)('%s before onStart has no effect', async (repeat) => {
    const { host, recorder, callbacks, heard } = await recordTwice();
    host[repeat]();
    recorder.start(callbacks());
    host[repeat]();
    await run(1300);
    expect(heard).toEqual([]);
    expect(host.microphoneOn).toBe(true);
    expect(stops(host)).toBe(0);
  });

  it.each(repeats)('%s while recording is answered with stop(), whose file is returned', async (repeat) => {
    const { host, recorder, callbacks, heard, only } = await recordTwice();
    recorder.start(callbacks());
    await run(1310);
    host[repeat]();
    expect(heard).toEqual([]);
    expect(stops(host)).toBe(1);
    await run(50);
    expect(only('start.success')).toMatchObject({ tempFilePath: 'file-3' });
    expect(host.microphoneOn).toBe(false);
    expect(host.pendingTimers).toBe(0);
  });

  it.each(repeats)('%s after stop() gives way to another onStop within 100 ms', async (repeat) => {
    const { host, recorder, callbacks, only, heard } = await recordTwice();
    host.quirks.stopDelay = 90;
    recorder.start(callbacks());
    await run(1310);
    recorder.stop(callbacks('stop'));
    host[repeat]();
    await run(80);
    host[repeat]();
    expect(heard).toEqual([]);
    await run(10);
    expect(only('start.success')).toMatchObject({ tempFilePath: 'file-3' });
    await run(1);
    expect(only('stop.success')).toMatchObject({ tempFilePath: 'file-3' });
    expect(host.pendingTimers).toBe(0);
  });

  it('without another onStop within 100 ms after stop(), it belongs to the recording', async () => {
    const { host, recorder, callbacks, only, heard } = app({ sameFile: true });
    for (const name of ['first', 'second', 'third']) {
      recorder.start(callbacks(name));
      await run(1310);
      recorder.stop(callbacks(`${name} stop`));
      await run(151);
      for (const key of [`${name}.success`, `${name} stop.success`])
        expect(only(key)).toMatchObject({ tempFilePath: 'file' });
    }
    expect(heard).toHaveLength(12);
    expect(host.pendingTimers).toBe(0);
  });

  it('the app’s own session also gets the file of an earlier path', async () => {
    const { host, manager, heard } = sharing({ sameFile: true });
    for (let i = 0; i < 2; i++) {
      manager.start({});
      await run(1310);
      manager.stop();
      await run(150);
    }
    expect(heard).toEqual(['onStart', 'onStop', 'onStart', 'onStop']);
    expect(host.pendingTimers).toBe(0);
  });

  it('an error does not take the file away that repeats a path', async () => {
    const my = app({ sameFile: true });
    await recordOnce(my);
    const { host, recorder, callbacks, only } = my;
    recorder.start(callbacks());
    await run(1310);
    recorder.stop();
    await run(60);
    host.error('operateRecorder:fail something broke');
    await run(90);
    expect(only('start.success')).toMatchObject({ tempFilePath: 'file' });
  });

  it('an onStop with a reused path but another file size is delivered', async () => {
    const my = app();
    await recordOnce(my);
    const { host, recorder, callbacks, only } = my;
    recorder.start(callbacks());
    await run(1310);
    host.endByItselfSilently();
    host.emit('Stop', { tempFilePath: 'file-1', duration: 1010, fileSize: 1110 });
    expect(only('start.success')).toMatchObject({ tempFilePath: 'file-1', fileSize: 1110 });
  });
});

describe('answers that may never come', () => {
  it('after a silent denial, the next start asks again', async () => {
    const my = app({ refusal: 'never' });
    await recordOnce(my);
    const { host, recorder, callbacks, only } = my;
    host.grant = false;
    recorder.start(callbacks());
    await run(3500);
    recorder.stop();
    await run(6000);
    only('start.fail');
    host.grant = undefined;
    host.calls.length = 0;
    recorder.start();
    await run(1500);
    expect(host.calls).toEqual(['getSetting', 'authorize', 'start']);
  });

  it('a start continues without getSetting after 3 s', async () => {
    const { host, recorder, callbacks, only } = app({ getSetting: 'never' });
    recorder.start(callbacks());
    await run(3500);
    expect(host.calls).toEqual(['getSetting', 'authorize', 'start']);
    recorder.stop();
    await run(400);
    only('start.success');
    expect(host.pendingTimers).toBe(0);
  });

  it('an answer of getSetting after its time limit has no effect', async () => {
    const { host, recorder } = app({ grant: undefined, prompt: 'open' });
    let answer = (_: unknown) => {};
    host.taro.getSetting = () => new Promise((resolve) => (answer = resolve));
    recorder.start();
    await run(3500);
    answer({ authSetting: { 'scope.record': true } });
    await run(1000);
    expect(starts(host)).toBe(0);
    host.answerPrompt(true);
    await run(1000);
    expect(starts(host)).toBe(1);
  });

  it('a start fails 30 s after the app is shown if openSetting does not answer', async () => {
    for (const settingsHide of [false, true]) {
      const { recorder, callbacks, heard, only, host } = app(
        { grant: false, settingsAnswer: false, settings: false, settingsHide },
        { defaults: { onDenied: 'ask' } },
      );
      recorder.start(callbacks());
      await run(600);
      expect(host.calls).toContain('openSetting');
      await run(29000);
      expect(heard).toEqual([]);
      await run(5000);
      expect(only('start.fail')).toEqual({ errMsg: 'startRecord:fail auth deny' });
      expect(host.pendingTimers).toBe(0);
    }
  });

  it('waiting for a phone call ends when the app is shown', async () => {
    const { host, recorder, callbacks, heard } = app({ noOnStop: true });
    recorder.start(callbacks());
    await run(400);
    host.interruptionBegin();
    host.hide();
    await run(60000);
    host.show();
    await run(5100);
    expect(heard).toEqual(['start.fail', 'start.complete']);
  });

  it('if the end of a phone call is lost, the recorder is free after two minutes', async () => {
    const { host, recorder, callbacks, heard } = app({ noOnStop: true });
    recorder.start(callbacks());
    await run(400);
    host.interruptionBegin();
    await run(120000);
    expect(heard).toEqual([]);
    await run(5100);
    expect(heard).toEqual(['start.fail', 'start.complete']);
  });
});

describe('duration of a recording', () => {
  const recorded = async (platform: string, duration: number, option: object = {}, events = {}) => {
    const { host, recorder, callbacks, only } = app({ platform, ...events });
    recorder.start({ ...callbacks(), ...option });
    await run(1310);
    host.endByItselfSilently();
    host.emit('Stop', { tempFilePath: 'a', duration, fileSize: 1 });
    return (only('start.success') as { duration: number }).duration;
  };

  it('duration is in ms, whatever the unit of the platform', async () => {
    expect(await recorded('dd', 3000)).toBe(3000);
    expect(await recorded('dd', 3)).toBe(3000);
    expect(await recorded('dd', 59.8)).toBe(59800);
    expect(await recorded('alipay', 2.5)).toBe(2500);
    expect(await recorded('alipay', 3000)).toBe(3000);
    expect(await recorded('weapp', 3000)).toBe(3000);
  });

  it('duration never exceeds the limit of the call on alipay and dd', async () => {
    expect(await recorded('alipay', 60.4)).toBe(60000);
    expect(await recorded('alipay', 6, { duration: 5000 })).toBe(5000);
    expect(await recorded('dd', 5.4, { duration: 5000 })).toBe(5000);
    expect(await recorded('dd', 5400, { duration: 5000 })).toBe(5000);
  });

  it('duration does not depend on onStart or the clock', async () => {
    for (const platform of ['alipay', 'dd']) {
      expect(await recorded(platform, 3, {}, { startDelay: 2000 })).toBe(3000);
      vi.setSystemTime(Date.now() - 86400000);
      expect(await recorded(platform, 3)).toBe(3000);
      const my = app({ platform });
      my.recorder.start(my.callbacks());
      await run(1310);
      vi.setSystemTime(Date.now() + 86400000);
      my.host.emit('Stop', { tempFilePath: 'a', duration: platform === 'dd' ? 3000 : 3, fileSize: 1 });
      expect(my.only('start.success')).toMatchObject({ duration: 3000 });
    }
  });

  it('duration of a stop is the same, also for a session of the app’s own', async () => {
    const { manager, recorder, only, callbacks } = sharing({ platform: 'alipay' });
    manager.start({});
    await run(2800);
    recorder.stop(callbacks('stop'));
    await run(100);
    expect(only('stop.success')).toMatchObject({ duration: 2500 });
    expect(only('onStop')).toMatchObject({ duration: 2.5 });
  });
});
