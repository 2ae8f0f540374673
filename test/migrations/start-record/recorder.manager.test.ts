/** What the app's own listeners on the shared manager receive, and when its sessions end. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recordOnce, run, sharing, starts } from '../../support/recorder-app';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

type Off = Record<`off${string}`, (listener?: unknown) => void>;

describe('a manager session without onStop', () => {
  it('a manager session without onStop ends at its own deadline', async () => {
    for (const [option, limit] of [
      [{ duration: 20000 }, 20000],
      [{}, 60000],
      [undefined, 60000],
    ] as const) {
      const { manager, recorder, host, callbacks, results, only } = sharing({ noOnStop: true });
      manager.start(option as never);
      await run(limit);
      recorder.start(callbacks('early'));
      await run(1400);
      only('early.fail');
      host.quirks.noOnStop = false;
      recorder.start(callbacks());
      await run(1400);
      expect(host.microphoneOn).toBe(true);
      recorder.stop();
      await run(100);
      expect(only('start.success')).toMatchObject({ tempFilePath: 'file-2' });
      expect(results.onError).toBeUndefined();
      expect(host.pendingTimers).toBe(0);
    }
  });

  it('the deadline of a manager session is suspended while paused by anybody', async () => {
    for (const pauses of ['app', 'platform'] as const) {
      const { manager, recorder, host, callbacks, only } = sharing({ keepsLimit: false });
      manager.start({ duration: 20000 });
      await run(10300);
      if (pauses === 'app') manager.pause();
      else host.hide();
      await run(60000);
      if (pauses === 'platform') host.show();
      recorder.start(callbacks());
      await run(10);
      only('start.fail');
      manager.resume();
      await run(5000);
      manager.stop();
      await run(100);
      expect(only('onStop')).toMatchObject({ tempFilePath: 'file-1' });
    }
  });

  it('on platforms without a limit, a manager session continues until another start', async () => {
    const { manager, recorder, host, heard } = sharing({ keepsLimit: false });
    manager.start({ duration: 20000 });
    await run(100000);
    expect(host.microphoneOn).toBe(true);
    recorder.start();
    await run(100);
    expect(heard).toEqual(['onStart', 'onStop']);
    await run(400);
    expect(host.recording).toMatchObject({ path: 'file-2' });
  });
});

describe('off… of the shared manager', () => {
  it('off… removes the given listener, or any, but none of the runtime', async () => {
    for (const listeners of ['single', 'accumulate'] as const) {
      for (const given of [true, false]) {
        const my = sharing({ listeners });
        const off = my.manager as unknown as Off;
        const listener = my.note('own');
        my.manager.onStop(listener);
        off.offStop!(given ? listener : undefined);
        off.offStart!();
        my.manager.start({});
        await run(1300);
        my.manager.stop();
        await run(100);
        expect(my.heard).toEqual([]);
        await recordOnce(my);
      }
    }
  });

  it('off… with another listener changes nothing', async () => {
    const { manager, heard } = sharing();
    (manager as unknown as Off).offStop!(() => {});
    manager.start({});
    await run(1300);
    manager.stop();
    await run(100);
    expect(heard).toEqual(['onStart', 'onStop']);
  });
});

describe('events for the app’s listeners', () => {
  it('onStop of a recording stopped through the manager is received once, also when success starts again', async () => {
    const { manager, recorder, host, heard, only } = sharing();
    recorder.start({ success: () => recorder.start() });
    await run(1310);
    manager.stop();
    await run(500);
    expect(heard).toEqual(['onStop']);
    expect(only('onStop')).toMatchObject({ tempFilePath: 'file-1' });
    expect(starts(host)).toBe(2);
    host.endByItself();
    expect(heard).toHaveLength(1);
  });

  it('events are received once on hosts that accumulate listeners, with and without arguments', async () => {
    for (const emptyResults of [true, false]) {
      const my = sharing({ listeners: 'collect', emptyResults });
      await recordOnce(my);
      await recordOnce(my);
      my.manager.start({});
      await run(1300);
      my.manager.pause();
      await run(10);
      my.manager.resume();
      await run(10);
      my.manager.pause();
      await run(10);
      my.host.frame();
      my.host.error('operateRecorder:fail recorder not start');
      my.manager.stop();
      await run(100);
      expect(my.heard).toEqual([
        'onStart',
        'onPause',
        'onResume',
        'onPause',
        'onFrameRecorded',
        'onError',
        'onStop',
      ]);
    }
  });

  it('onError of a rejected start is received once, but not the answer to the stop() that follows', async () => {
    for (const listeners of ['single', 'collect'] as const) {
      const my = sharing({ listeners });
      await recordOnce(my);
      my.host.quirks.refuses = { errMsg: 'operateRecorder:fail no microphone' };
      my.manager.start({});
      await run(100);
      expect(my.heard).toEqual(['onError']);
      expect(my.only('onError')).toEqual({ errMsg: 'operateRecorder:fail no microphone' });
    }
  });

  it('the rejection of a start during a recording comes in a later task', async () => {
    const { manager, results } = sharing();
    manager.start({});
    let depth = 0;
    manager.onError(() => {
      depth += 1;
      if (depth < 50) manager.start({});
    });
    manager.start({});
    await Promise.resolve();
    expect(depth).toBe(0);
    await run(100);
    expect(depth).toBe(50);
    expect(results.onError).toBeUndefined();
  });

  it('a pause by the platform is received only in a session of the app’s own', async () => {
    const { manager, recorder, host, heard } = sharing({}, { defaults: { onBackground: 'keep' } });
    recorder.start();
    await run(1300);
    manager.pause();
    manager.resume();
    host.hide();
    host.show();
    await run(10);
    expect(host.paused).toBe(false);
    expect(heard).toEqual(['onPause', 'onResume']);
    recorder.stop();
    await run(100);
    manager.start({});
    await run(400);
    host.hide();
    expect(heard).toEqual(['onPause', 'onResume', 'onStart', 'onPause']);
  });
});
