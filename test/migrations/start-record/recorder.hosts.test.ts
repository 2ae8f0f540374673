/** Hosts that throw, answer nothing or without a message. The app's calls are answered, and nothing is thrown. */
import { describe, expect, it } from 'vitest';
import { app, run, stops } from '../../support/recorder-app';
import { refuseUnhandledRejections } from '../../support/unhandled';

refuseUnhandledRejections();

type App = ReturnType<typeof app>;
const boom = () => {
  throw new Error('boom');
};

/** Gives the host's manager another function. */
function replace({ host }: App, name: string, value: unknown): void {
  Object.defineProperty(host.manager, name, { value });
}

/** One start and, after a while, one stop: what they are answered. */
async function record({ recorder, heard, host, callbacks }: App) {
  recorder.start(callbacks());
  await run(5000);
  recorder.stop(callbacks('stop'));
  await run(7000);
  expect(host.pendingTimers).toBe(0);
  return heard.splice(0);
}

const RECORDED = ['start.success', 'start.complete', 'stop.success', 'stop.complete'];
const FAILED = ['start.fail', 'start.complete', 'stop.success', 'stop.complete'];
const ANSWERS = [undefined, null, {}, { errMsg: '' }, ''];

describe('a host that throws', () => {
  it.each(['getSetting', 'authorize', 'getRecorderManager'])('in %s', async (name) => {
    const my = app({ grant: undefined });
    my.host.taro[name] = boom;
    expect(await record(my)).toEqual(name === 'getRecorderManager' ? FAILED : RECORDED);
    if (name === 'getRecorderManager')
      expect(my.only('start.fail')).toEqual({ errMsg: 'startRecord:fail no recorder on weapp' });
  });

  it.each(['showModal', 'openSetting'])('in %s: the permission stays denied', async (name) => {
    const my = app({ grant: false }, { defaults: { onDenied: 'ask' } });
    my.host.taro[name] = boom;
    expect(await record(my)).toEqual(FAILED);
    expect(my.only('start.fail')).toEqual({ errMsg: 'startRecord:fail auth deny' });
  });

  it.each([
    'Start',
    'Stop',
    'Error',
    'Pause',
    'Resume',
    'FrameRecorded',
    'InterruptionBegin',
  ])('in on%s: the start fails with its message, and the next one too', async (event) => {
    const my = app();
    replace(my, `on${event}`, boom);
    for (let i = 0; i < 2; i++) {
      expect(await record(my)).toEqual(FAILED);
      expect(my.results['start.fail']![i]).toEqual({ errMsg: 'startRecord:fail boom' });
    }
    expect(my.host.microphoneOn).toBe(false);
  });

  it('in start and stop', async () => {
    const starting = app();
    replace(starting, 'start', boom);
    expect(await record(starting)).toEqual(FAILED);
    const stopping = app();
    replace(stopping, 'stop', boom);
    expect(await record(stopping)).toEqual(FAILED);
    expect(stopping.only('start.fail')).toEqual({ errMsg: 'startRecord:fail no answer' });
  });

  it.each(['pause', 'resume'] as const)('in %s: the recording goes on', async (name) => {
    const my = app();
    replace(my, name, boom);
    my.recorder.start(my.callbacks());
    await run(1000);
    my.module.getRecorderManager()[name]();
    my.recorder.stop();
    await run(1000);
    expect(my.heard).toEqual(['start.success', 'start.complete']);
  });

  it.each([
    'offStart',
    'offStop',
    'offError',
  ])('in %s: a later start fails with its message', async (name) => {
    const my = app({ listeners: 'accumulate' });
    expect(await record(my)).toEqual(RECORDED);
    replace(my, name, boom);
    expect(await record(my)).toEqual(FAILED);
  });
});

describe('a host that answers nothing, or without a message', () => {
  it('no manager', async () => {
    const my = app();
    my.host.taro.getRecorderManager = () => undefined;
    expect(my.recorder.supported).toBe(false);
    expect(await record(my)).toEqual(FAILED);
  });

  it.each(ANSWERS)('getSetting resolves with %j', async (answer) => {
    const my = app({ grant: undefined });
    my.host.taro.getSetting = () => Promise.resolve(answer);
    expect(await record(my)).toEqual(RECORDED);
  });

  it.each(ANSWERS)('getSetting and authorize fail with %j: recording itself asks', async (answer) => {
    const my = app({ grant: undefined });
    my.host.taro.getSetting = my.host.taro.authorize = () => Promise.reject(answer);
    expect(await record(my)).toEqual(RECORDED);
  });

  it.each(ANSWERS)('authorize resolves with %j', async (answer) => {
    const my = app({ grant: undefined });
    my.host.taro.authorize = () => Promise.resolve(answer);
    expect(await record(my)).toEqual(RECORDED);
  });

  it.each(ANSWERS)('showModal and openSetting answer %j: the permission stays denied', async (answer) => {
    for (const name of ['showModal', 'openSetting']) {
      const my = app({ grant: false }, { defaults: { onDenied: 'ask' } });
      my.host.taro[name] = ({ success }: { success: (result: unknown) => void }) => success(answer);
      expect(await record(my)).toEqual(FAILED);
      expect(my.only('start.fail')).toEqual({ errMsg: 'startRecord:fail auth deny' });
    }
  });

  it.each(ANSWERS)('onStart with %j', async (answer) => {
    const my = app({ noOnStart: true });
    my.recorder.start(my.callbacks());
    await run(400);
    my.host.emit('Start', answer);
    my.recorder.stop();
    await run(100);
    expect(my.heard).toEqual(['start.success', 'start.complete']);
  });

  it.each(ANSWERS)('onStop with %j: no file', async (answer) => {
    const my = app();
    for (let i = 0; i < 3; i++) {
      my.recorder.start(my.callbacks());
      await run(1400);
      my.host.endByItselfSilently();
      my.host.emit('Stop', answer);
      expect(my.heard.splice(0)).toEqual(['start.fail', 'start.complete']);
      expect(my.results['start.fail']![i]).toEqual({ errMsg: 'startRecord:fail no file' });
    }
    expect(my.host.pendingTimers).toBe(0);
  });

  it.each(ANSWERS)('onError with %j: the start fails with a message', async (answer) => {
    const my = app({ noOnStart: true });
    my.recorder.start(my.callbacks());
    await run(400);
    my.host.emit('Error', answer);
    await run(100);
    expect(my.only('start.fail')).toEqual({ errMsg: 'startRecord:fail no answer' });
    expect(stops(my.host)).toBe(1);
  });

  it.each(ANSWERS)('a start whose promise rejects with %j fails with a message', async (answer) => {
    const my = app({ platform: 'rn', grant: true });
    replace(my, 'start', () => Promise.reject(answer));
    expect(await record(my)).toEqual(FAILED);
    expect(my.only('start.fail')).toEqual({ errMsg: 'startRecord:fail no answer' });
  });
});
