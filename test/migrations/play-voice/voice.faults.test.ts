/** Hosts that throw, answer nothing or without a message, and an app that uses contexts of its own. */
import { describe, expect, it, vi } from 'vitest';
import { FakeAudioHost, loadVoice } from '../../support/fake-audio-host';
import { refuseUnhandledRejections } from '../../support/unhandled';

refuseUnhandledRejections();

type Loose = Record<string, unknown>;
type Change = (context: Loose) => void;

/** @param change what the host does to each context that it creates */
function app(change: Change = () => {}, quirks: ConstructorParameters<typeof FakeAudioHost>[0] = {}) {
  const host = new FakeAudioHost(quirks);
  const create = host.taro.createInnerAudioContext as () => Loose;
  host.taro.createInnerAudioContext = () => {
    const context = create();
    change(context);
    return context;
  };
  const reported: unknown[] = [];
  const load = () => loadVoice(host, { reported }).voice;
  const heard: string[] = [];
  const hear = (name: string) => (result: { errMsg: string }) => void heard.push(`${name} ${result.errMsg}`);
  const option = { success: hear('success'), fail: hear('fail'), complete: hear('complete') };
  const voice = load();
  const play = (filePath: string) => voice.play({ filePath, ...option });
  return { host, voice, load, play, heard, reported };
}

const run = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const boom = () => {
  throw new Error('boom');
};
const succeeded = ['success playVoice:ok', 'complete playVoice:ok'];
const thrown = 'Error: boom';
const failed = (text: string) => [`fail playVoice:fail ${text}`, `complete playVoice:fail ${text}`];

describe('a host that throws', () => {
  const listening = ['onPlay', 'onPause', 'onEnded', 'onStop', 'onError'];
  it.each(['play', ...listening])('in %s fails the call, and leaves no context', async (name) => {
    const { host, play, heard } = app((context) => {
      context[name] = boom;
    });
    play('a-3000.mp3');
    await run(70_000);
    expect(heard).toEqual(failed(thrown));
    expect(host.contexts.map(({ destroyed }) => destroyed)).toEqual([true]);
    expect(host.pendingTimers).toBe(0);
  });

  it('at the address fails the call', async () => {
    const { host, play, heard } = app((context) => {
      Object.defineProperty(context, 'src', { set: boom });
    });
    play('a-3000.mp3');
    expect(heard).toEqual(failed(thrown));
    expect(host.contexts.map(({ destroyed }) => destroyed)).toEqual([true]);
  });

  const ending = ['stop', 'destroy', 'offPlay', 'offPause', 'offEnded', 'offStop', 'offError'];
  it.each(ending)('in %s ends the voice as usual, and the next one plays', async (name) => {
    const { host, voice, play, heard } = app((context) => {
      const own = context[name] as (...given: unknown[]) => unknown;
      context[name] = (...given: unknown[]) => {
        own.apply(context, given);
        boom();
      };
    });
    play('a-3000.mp3');
    await run(1000);
    play('b-3000.mp3');
    expect(heard.splice(0)).toEqual(failed('interrupted'));
    await run(3100);
    expect(heard.splice(0)).toEqual(succeeded);
    play('c-3000.mp3');
    await run(1000);
    voice.stop();
    expect(heard).toEqual(failed('stopped'));
    expect(host.sounding).toEqual([]);
    expect(host.pendingTimers).toBe(0);
  });

  it('in pause keeps the call pending, and the voice can be stopped', async () => {
    const { voice, play, heard } = app((context) => {
      context.pause = boom;
    });
    play('a-3000.mp3');
    await run(1000);
    await expect(voice.pause()).resolves.toEqual({ errMsg: 'pauseVoice:ok' });
    expect(heard).toEqual([]);
    voice.stop();
    expect(heard).toEqual(failed('stopped'));
  });

  it.each(['pauseVoice', 'stopVoice'])('in its own %s has no other effect', async (name) => {
    const { host, voice, play, heard } = app();
    host.taro[name] = boom;
    play('a-3000.silk');
    await run(1000);
    voice.pause();
    voice.stop();
    expect(heard).toEqual(failed('stopped'));
  });

  it('in its own playVoice says what to do', async () => {
    const { host, play, heard } = app();
    host.taro.playVoice = boom;
    play('a-3000.silk');
    expect(heard).toEqual(failed('silk is not supported, convert it on the server'));
  });
});

describe('a host that answers nothing', () => {
  it('instead of a context: the call fails', async () => {
    const { host, voice, play, heard } = app();
    host.taro.createInnerAudioContext = () => undefined;
    play('a-3000.mp3');
    expect(heard).toEqual(failed('no audio player'));
    expect(voice.supported).toBe(false);
    expect(host.pendingTimers).toBe(0);
  });

  it.each([
    ['undefined', undefined],
    ['null', null],
    ['an empty object', {}],
    ['an empty message', { errMsg: '' }],
    ['only the name of the API', { errMsg: 'playVoice:fail' }],
    ['an empty text', ''],
  ])('an error that is %s fails the call with a message', async (_, error) => {
    const { host, play, heard } = app();
    play('a-3000.mp3');
    await run(1000);
    host.last.emit('Error', error);
    expect(heard.splice(0)).toEqual(failed('no answer'));
    host.taro.playVoice = ({ fail }: { fail: (error: unknown) => void }) => setTimeout(() => fail(error), 10);
    play('a-3000.silk');
    await run(20);
    expect(heard).toEqual(failed('no answer'));
    expect(host.pendingTimers).toBe(0);
  });

  it.each([
    ['broken', 'broken'],
    [new Error('broken'), 'Error: broken'],
    [{ errMsg: 'playVoice:fail broken' }, 'broken'],
  ])('the error %s fails the call with its text', async (error, text) => {
    const { host, play, heard } = app();
    play('a-3000.mp3');
    await run(1000);
    host.last.emit('Error', error);
    expect(heard).toEqual(failed(text));
  });

  it.each([undefined, null, {}])('its own playVoice succeeds with %s', async (result) => {
    const { host, play, heard } = app();
    host.taro.playVoice = ({ success }: { success: (result: unknown) => void }) =>
      setTimeout(() => success(result), 10);
    play('a-3000.silk');
    await run(20);
    expect(heard).toEqual(succeeded);
  });
});

describe('the contexts of the app', () => {
  it('play on while voices play and stop, and keep their listeners', async () => {
    const { host, voice, play, heard } = app();
    const own = host.taro.createInnerAudioContext as () => Loose & { play(): void; calls: string[] };
    const music = own();
    const events: string[] = [];
    for (const event of ['Play', 'Pause', 'Ended', 'Stop', 'Error'])
      (music[`on${event}`] as (listener: () => void) => void)(() => void events.push(event));
    music.src = 'music-60000.mp3';
    music.play();
    await run(200);
    play('a-3000.mp3');
    await run(200);
    voice.pause();
    play('a-3000.mp3');
    await run(200);
    voice.stop();
    host.offences.length = 0;
    expect(voice.supported).toBe(true);
    expect(heard).toEqual([...failed('stopped'), ...failed('stopped')]);
    expect(music.calls).toEqual(['play']);
    expect(host.sounding).toEqual(['music-60000.mp3']);
    expect(events).toEqual(['Play']);
  });

  it('the app’s own playVoice of the host is not stopped by a stop while nothing plays', () => {
    const { host, voice } = app();
    (host.taro.playVoice as (option: object) => void)({ filePath: 'a-3000.silk' });
    voice.stop();
    voice.pause();
    expect(host.sounding).toEqual(['a-3000.silk']);
  });
});

it('a second copy stops the voice of the first one, and a callback that throws does not keep it', async () => {
  const { host, load, voice, reported } = app();
  const copy = load();
  const boomed = voice.play({ filePath: 'a-3000.mp3', fail: boom });
  boomed.catch(() => {});
  await run(500);
  copy.stop();
  expect(host.sounding).toEqual([]);
  expect(reported).toEqual([new Error('boom')]);
  await expect(boomed).rejects.toEqual({ errMsg: 'playVoice:fail stopped' });
});
