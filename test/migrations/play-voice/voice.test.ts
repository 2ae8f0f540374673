import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type AudioQuirks,
  FakeAudioHost,
  type LoadVoiceOptions,
  loadVoice,
} from '../../support/fake-audio-host';

/** An app on a host with these quirks, with what its callbacks received. */
function app(quirks: Partial<AudioQuirks> = {}, options: LoadVoiceOptions = {}) {
  const host = new FakeAudioHost(quirks);
  const reported: unknown[] = [];
  const { voice } = loadVoice(host, { reported, ...options });
  const heard: string[] = [];
  const callbacks = (name = 'play') => {
    const note = (kind: string) => (result: { errMsg: string }) => {
      heard.push(`${name}.${kind} ${result.errMsg}`);
    };
    return { success: note('success'), fail: note('fail'), complete: note('complete') };
  };
  /** Plays with all callbacks, and records the result of the promise. */
  const play = (filePath: string, name = 'play', more: object = {}) =>
    voice.play({ filePath, ...callbacks(name), ...more }).then(
      () => heard.push(`${name} resolved`),
      () => heard.push(`${name} rejected`),
    );
  return { host, voice, heard, callbacks, play, reported };
}

const run = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const ended = (name = 'play') => [
  `${name}.success playVoice:ok`,
  `${name}.complete playVoice:ok`,
  `${name} resolved`,
];
const failed = (why: string, name = 'play') => [
  `${name}.fail playVoice:fail ${why}`,
  `${name}.complete playVoice:fail ${why}`,
  `${name} rejected`,
];

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('voice to its end or limit', () => {
  it('play calls success and complete and resolves when the file has ended', async () => {
    const { host, heard, play } = app();
    play('a-3000.mp3');
    await run(3099);
    expect(host.sounding).toEqual(['a-3000.mp3']);
    expect(heard).toEqual([]);
    await run(1);
    expect(heard).toEqual(ended());
    expect(host.last.destroyed).toBe(true);
    expect(host.pendingTimers).toBe(0);
  });

  it('the limit of play is one minute from when the voice is audible', async () => {
    const { host, heard, play } = app({ loadDelay: 5000 });
    play('a-90000.mp3');
    await run(64_999);
    expect(heard).toEqual([]);
    await run(1);
    expect(heard).toEqual(ended());
    expect(host.sounding).toEqual([]);
  });

  it.each([
    [5, 5000],
    [0, 60_000],
    [-1, 60_000],
    [Number.NaN, 60_000],
    [Number.POSITIVE_INFINITY, 90_000],
    [9_999_999, 90_000],
  ])('play with duration %s (s)', async (duration, ms) => {
    const { heard, play } = app();
    play('a-90000.mp3', 'play', { duration });
    await run(ms + 99);
    expect(heard).toEqual([]);
    await run(1);
    expect(heard).toEqual(ended());
  });

  it('play does not change the silent switch setting of the platform', () => {
    const { host, play } = app();
    play('a.mp3');
    expect(host.last).not.toHaveProperty('obeyMuteSwitch');
  });

  it('voice functions do not need this', async () => {
    const { voice } = app();
    const { play, pause, stop } = voice;
    const played = play({ filePath: 'a-1000.mp3' });
    await run(2000);
    await expect(played).resolves.toEqual({ errMsg: 'playVoice:ok' });
    await expect(pause()).resolves.toEqual({ errMsg: 'pauseVoice:ok' });
    await expect(stop()).resolves.toEqual({ errMsg: 'stopVoice:ok' });
  });
});

describe('pause, then play', () => {
  it('play of the same path resumes; both calls succeed at the end, in order', async () => {
    const { host, heard, play, voice, callbacks } = app();
    play('a-3000.mp3', 'one');
    await run(1100);
    voice.pause(callbacks('pause') as object);
    await run(20_000);
    expect(host.sounding).toEqual([]);
    expect(heard.splice(0)).toEqual(['pause.success pauseVoice:ok', 'pause.complete pauseVoice:ok']);
    play('a-3000.mp3', 'two');
    await run(1999);
    expect(heard).toEqual([]);
    await run(1);
    expect(heard.filter((what) => what.includes('success'))).toEqual([
      'one.success playVoice:ok',
      'two.success playVoice:ok',
    ]);
    expect(heard).toHaveLength(6);
    expect(host.contexts).toHaveLength(1);
  });

  it('the limit is suspended while paused', async () => {
    const { heard, play, voice } = app();
    play('a-90000.mp3', 'one');
    await run(50_100);
    voice.pause();
    await run(100_000);
    play('a-90000.mp3', 'two');
    await run(9_999);
    expect(heard).toEqual([]);
    await run(1);
    expect(heard).toHaveLength(6);
  });

  it('play of another path while paused starts that one', async () => {
    const { host, heard, play, voice } = app();
    play('a-3000.mp3', 'one');
    await run(1100);
    voice.pause();
    play('b-1000.mp3', 'two');
    await run(2000);
    expect(heard).toEqual([...failed('interrupted', 'one'), ...ended('two')]);
    expect(host.contexts.every(({ destroyed }) => destroyed)).toBe(true);
  });

  it('a pause while the file is loading takes effect even if the platform ignores it', async () => {
    for (const pauseIsLost of [false, true]) {
      const { host, heard, play, voice } = app({ pauseIsLost });
      play('a-3000.mp3');
      voice.pause();
      await run(10_000);
      expect(host.sounding).toEqual([]);
      expect(heard).toEqual([]);
      play('a-3000.mp3', 'two');
      await run(4000);
      expect(heard).toHaveLength(6);
    }
  });

  it('a late pause event does not end the voice', async () => {
    const { heard, play, voice } = app({ eventDelay: 50 });
    play('a-3000.mp3');
    await run(1000);
    voice.pause();
    play('a-3000.mp3', 'two');
    await run(5000);
    expect(heard.filter((what) => what.includes('success'))).toHaveLength(2);
  });
});

describe('the limit of a voice', () => {
  it('the limit counts from onPlay, not from loading', async () => {
    const { heard, play } = app({ loadDelay: 5000 });
    play('a-90000.mp3', 'play', { duration: 2 });
    await run(6999);
    expect(heard).toEqual([]);
    await run(1);
    expect(heard).toEqual(ended());
  });

  it('the limit does not depend on the wall clock', async () => {
    for (const jump of [-86_400_000, 86_400_000]) {
      const { host, heard, play, voice } = app();
      play('a-90000.mp3', 'one');
      await run(30_100);
      host.clockError = jump;
      await run(5000);
      voice.pause();
      host.clockError = 0;
      await run(5000);
      play('a-90000.mp3', 'two');
      await run(23_900);
      expect(heard).toEqual([]);
      await run(2200);
      expect(heard).toHaveLength(6);
    }
  });

  it('the limit is exact for pauses at any time', async () => {
    const { heard, play, voice } = app();
    play('a-90000.mp3', 'one');
    await run(10_450);
    voice.pause();
    await run(3210);
    play('a-90000.mp3', 'two');
    await run(49_649);
    expect(heard).toEqual([]);
    await run(1);
    expect(heard).toHaveLength(6);
  });
});

describe('a quick tap', () => {
  it('a pause event after onPlay, or without it, does not end the voice', async () => {
    for (const noOnResume of [false, true]) {
      for (const pauseDelay of [0, 40, 300]) {
        const { host, heard, play, voice } = app({ pauseDelay, noOnResume, eventDelay: 20 });
        play('a-3000.mp3', 'one');
        await run(1000);
        voice.pause();
        play('a-3000.mp3', 'two');
        await run(2000);
        expect(host.sounding).toEqual(['a-3000.mp3']);
        await run(150);
        expect(heard.filter((what) => what.includes('success'))).toHaveLength(2);
        expect(host.pendingTimers).toBe(0);
      }
    }
  });

  it('the limit applies even without onPlay', async () => {
    const { heard, play, voice } = app({ noOnResume: true });
    play('a-90000.mp3', 'one', { duration: 5 });
    await run(2100);
    voice.pause();
    play('a-90000.mp3', 'two');
    await run(2999);
    expect(heard).toEqual([]);
    await run(1);
    expect(heard).toHaveLength(6);
  });
});

describe('play of another path', () => {
  it('the previous call fails before the new play returns', () => {
    const { voice, callbacks, heard } = app();
    let playing = -1;
    const playAt = (index: number) => {
      voice.play({
        filePath: `${index}-3000.mp3`,
        fail: () => (playing = -1),
        ...(!index && callbacks('one')),
      });
      playing = index;
    };
    playAt(0);
    playAt(1);
    playAt(2);
    expect(playing).toBe(2);
    expect(heard).toEqual(failed('interrupted', 'one').slice(0, 2));
  });

  it('a play in that fail callback wins, and the outer call fails in a later task', async () => {
    const { host, voice, heard, callbacks, play } = app();
    voice.play({ filePath: 'a-3000.mp3', fail: () => void play('c-1000.mp3', 'inner') });
    await run(1000);
    voice.play({ filePath: 'b-3000.mp3', ...callbacks('outer') });
    await Promise.resolve();
    expect(heard).toEqual([]);
    await run();
    expect(heard).toEqual(failed('interrupted', 'outer').slice(0, 2));
    await run(100);
    expect(host.sounding).toEqual(['c-1000.mp3']);
    expect(host.contexts.map(({ src }) => src)).toEqual(['a-3000.mp3', 'c-1000.mp3']);
    await run(1000);
    expect(heard.slice(2)).toEqual(ended('inner'));
  });

  it('a stop or pause in that fail callback counts', async () => {
    for (const action of ['stop', 'pause'] as const) {
      const { host, voice, heard, play } = app();
      voice.play({ filePath: 'a-3000.mp3', fail: () => void voice[action]() });
      await run(1000);
      play('b-3000.mp3', 'outer');
      await run(5000);
      expect(host.sounding).toEqual([]);
      if (action === 'stop') expect(heard).toEqual(failed('stopped', 'outer'));
      else {
        expect(heard).toEqual([]);
        play('b-3000.mp3', 'again');
        await run(3200);
        expect(heard.filter((what) => what.includes('success'))).toHaveLength(2);
      }
      expect(host.pendingTimers).toBe(0);
    }
  });

  it('the previous call fails, and only one voice plays', async () => {
    const { host, heard, play } = app();
    play('a-3000.mp3', 'one');
    await run(1000);
    play('b-1000.mp3', 'two');
    await run(100);
    expect(host.sounding).toEqual(['b-1000.mp3']);
    expect(heard).toEqual(failed('interrupted', 'one'));
    await run(1000);
    expect(heard).toEqual([...failed('interrupted', 'one'), ...ended('two')]);
    expect(host.offences).toEqual([]);
  });

  it('play of the playing path starts over', async () => {
    const { host, heard, play } = app();
    play('a-3000.mp3', 'one');
    await run(2000);
    play('a-3000.mp3', 'two');
    await run(3099);
    expect(heard).toEqual(failed('interrupted', 'one'));
    expect(host.contexts).toHaveLength(2);
    await run(1);
    expect(heard).toEqual([...failed('interrupted', 'one'), ...ended('two')]);
  });

  it('two calls that play again in every callback do not hang the app', async () => {
    const { host, voice } = app();
    let plays = 0;
    const again = () => {
      if (plays++ < 50) voice.play({ filePath: `a${plays}.mp3`, complete: again });
    };
    again();
    again();
    await run(200_000);
    expect(plays).toBeGreaterThan(50);
    expect(host.offences).toEqual([]);
    expect(host.sounding).toEqual([]);
  });
});

describe('stop or background', () => {
  it('stop fails the pending call, then succeeds; the next play starts over', async () => {
    const { host, heard, play, voice, callbacks } = app();
    play('a-3000.mp3');
    await run(1000);
    voice.stop(callbacks('stop') as object);
    await run();
    expect(heard).toEqual([
      ...failed('stopped').slice(0, 2),
      'stop.success stopVoice:ok',
      'stop.complete stopVoice:ok',
      'play rejected',
    ]);
    heard.length = 0;
    play('a-3000.mp3');
    await run(3100);
    expect(heard).toEqual(ended());
    expect(host.contexts).toHaveLength(2);
  });

  it('leaving the app ends a playing or paused voice', async () => {
    for (const platform of ['weapp', 'h5', 'rn', 'tt', 'alipay']) {
      const { host, heard, play, voice } = app({ platform });
      play('a-3000.mp3');
      await run(1000);
      host.hide();
      await run();
      expect(heard.splice(0)).toEqual(failed('stopped'));
      play('a-3000.mp3');
      await run(1000);
      voice.pause();
      host.hide();
      await run();
      expect(heard).toEqual(failed('stopped'));
      expect(host.contexts.every(({ destroyed }) => destroyed)).toBe(true);
    }
  });

  it("configure({ onStop: 'success' }) and the plugin's option make a stopped call succeed", async () => {
    for (const options of [undefined, { onStop: 'success' } as const]) {
      const { host, heard, play, voice } = app({}, options && { options });
      if (!options) voice.configure({ onStop: 'success' });
      voice.configure({});
      play('a-3000.mp3');
      await run(1000);
      voice.stop();
      await run();
      expect(heard.splice(0)).toEqual(ended());
      play('a-3000.mp3');
      host.hide();
      await run();
      expect(heard.splice(0)).toEqual(ended());
      play('a-3000.mp3', 'one');
      play('b-3000.mp3', 'two');
      await run();
      expect(heard).toEqual(failed('interrupted', 'one'));
    }
  });

  it('an interruption by the system stops the voice after a second', async () => {
    const { host, heard, play } = app();
    play('a-3000.mp3');
    await run(1000);
    host.last.interrupt();
    await run(999);
    expect(heard).toEqual([]);
    await run(1);
    expect(heard).toEqual(failed('stopped'));
  });

  it('the platform stops the voice (Taro on h5, on a page change)', async () => {
    const { host, heard, play } = app({ platform: 'h5' });
    play('a-3000.mp3');
    await run(1000);
    host.last.stop();
    await run();
    expect(heard).toEqual(failed('stopped'));
  });

  it('a browser that pauses at the end has ended the voice', async () => {
    const { heard, play } = app({ platform: 'h5', pausesAtEnd: true });
    play('a-3000.mp3');
    await run(3100);
    expect(heard).toEqual(ended());
  });

  it('pause and stop succeed while idle', async () => {
    const { heard, voice, callbacks, host } = app();
    await voice.pause(callbacks('pause') as object);
    await voice.stop(callbacks('stop') as object);
    expect(heard.filter((what) => what.includes('success'))).toEqual([
      'pause.success pauseVoice:ok',
      'stop.success stopVoice:ok',
    ]);
    expect(host.contexts).toEqual([]);
    expect(host.calls).toEqual([]);
  });

  it("a rejection by the app's own stop is not reported as unhandled", async () => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    const { voice } = app();
    voice.play({ filePath: 'a.mp3' });
    voice.stop();
    voice.play({ filePath: 'missing.mp3', success() {} });
    await run(5000);
    vi.useRealTimers();
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });
});

describe('silk', () => {
  it.each([
    'a-3000.silk',
    'A-3000.SILK',
    'old-3000.aac',
  ])("%s is played with the host's playVoice", async (path) => {
    const { host, heard, play } = app();
    play(path);
    await run(200);
    expect(host.sounding).toEqual([path]);
    expect(host.contexts.every(({ destroyed }) => destroyed)).toBe(true);
    await run(3000);
    expect(heard).toEqual(ended());
    expect(host.calls).toEqual([`playVoice ${path}`]);
    expect(host.pendingTimers).toBe(0);
  });

  it('a silk voice can be paused, resumed, stopped and interrupted', async () => {
    const { host, heard, play, voice } = app();
    play('a-3000.silk', 'one');
    await run(1000);
    voice.pause();
    await run(5000);
    play('a-3000.silk', 'two');
    await run(1999);
    expect(heard).toEqual([]);
    await run(1);
    expect(heard).toHaveLength(6);
    heard.length = 0;
    play('a-3000.silk');
    await run(1000);
    voice.stop();
    await run();
    expect(host.sounding).toEqual([]);
    expect(heard.splice(0)).toEqual(failed('stopped'));
    play('a-3000.silk', 'one');
    play('b-1000.mp3', 'two');
    await run(2000);
    expect(heard).toEqual([...failed('interrupted', 'one'), ...ended('two')]);
    expect(host.offences).toEqual([]);
  });

  it('a paused voice that turns out to be silk begins when resumed', async () => {
    const { host, heard, play, voice } = app({ pauseIsLost: true });
    play('old-3000.aac', 'one');
    voice.pause();
    await run(500);
    expect(host.sounding).toEqual([]);
    play('old-3000.aac', 'two');
    await run(3000);
    expect(heard.filter((what) => what.includes('success'))).toHaveLength(2);
    expect(host.calls).toEqual(['playVoice old-3000.aac']);
  });

  it('whichever call of the host is told the end, the voice ends', async () => {
    for (const tells of ['first', 'last', 'all'] as const) {
      const { heard, play, voice } = app({ tells, failsOnResume: true });
      play('a-3000.silk', 'one');
      await run(1000);
      voice.pause();
      play('a-3000.silk', 'two');
      await run(2100);
      expect(
        heard.filter((what) => what.includes('success')),
        tells,
      ).toHaveLength(2);
    }
  });

  it('without playVoice in the host, the failure of silk says what to do', async () => {
    const why = 'silk is not supported, convert it on the server';
    for (const quirks of [{ playVoice: 'missing' as const }, { platform: 'h5' }, { platform: 'harmony' }]) {
      for (const path of ['a.silk', 'old.aac']) {
        const { host, heard, play } = app(quirks);
        play(path);
        await run(500);
        expect(heard).toEqual(failed(why));
        expect(host.calls).toEqual([]);
        expect(host.pendingTimers).toBe(0);
      }
    }
  });

  it("the host's own playVoice failure is passed on", async () => {
    const { heard, play } = app({ playVoice: 'fails' });
    play('a.silk');
    await run(500);
    expect(heard).toEqual(failed('no such file'));
  });

  it('a format error of an already audible voice is an error', async () => {
    const { host, heard, play } = app();
    play('a-3000.mp3');
    await run(1000);
    host.last.emit('Error', { errMsg: 'format error', errCode: 10004 });
    await run();
    expect(heard).toEqual(failed('format error'));
    expect(host.calls).toEqual([]);
  });
});

describe('missing path and playback errors', () => {
  it('play without filePath fails, and an event object is not an option', async () => {
    const { host, heard, voice, callbacks } = app();
    for (const option of [undefined, {}, { filePath: '' }, { type: 'tap', detail: {} }])
      await expect(voice.play(option as never)).rejects.toEqual({ errMsg: 'playVoice:fail no filePath' });
    voice.play({ ...callbacks() } as never);
    expect(heard).toHaveLength(2);
    expect(host.contexts).toEqual([]);
  });

  it('a missing file fails with the code of the platform', async () => {
    const { host, voice } = app();
    const played = voice.play({ filePath: 'missing.mp3' });
    const caught = expect(played).rejects.toEqual({
      errMsg: 'playVoice:fail errCode:10003, file error',
      errCode: 10003,
    });
    await run(200);
    await caught;
    expect(host.last.destroyed).toBe(true);
  });

  it('play fails without a context, when play throws and on an error without a message', async () => {
    for (const throws of ['create', 'play'] as const) {
      const { heard, play, host } = app({ throws });
      play('a.mp3');
      await run();
      expect(heard[0]).toMatch(/^play\.fail playVoice:fail Error: /);
      expect(host.pendingTimers).toBe(0);
    }
    const { heard, play, host } = app();
    play('a.mp3');
    await run(500);
    host.last.emit('Error');
    await run();
    expect(heard).toEqual(failed('no answer'));
  });

  it('a file that never begins fails at the limit', async () => {
    const { heard, play } = app({ loadDelay: 1e9 });
    play('a.mp3');
    await run(60_000);
    expect(heard).toEqual(failed('no answer'));
  });

  it('a file whose end is never reported succeeds at the limit', async () => {
    const { heard, play, host } = app({ noOnEnded: true });
    play('a-3000.mp3');
    await run(60_100);
    expect(heard).toEqual(ended());
    expect(host.last.destroyed).toBe(true);
  });

  it('h5: play fails when the browser rejects it, and on an empty error event', async () => {
    const refused = app({ platform: 'h5', refuses: true });
    refused.play('a.mp3');
    await run();
    expect(refused.heard).toEqual(failed('NotAllowedError: play() was refused'));
    const { heard, play, host } = app({ platform: 'h5' });
    play('a.mp3');
    host.last.emit('Error', { type: 'error', isTrusted: true });
    await run();
    expect(heard).toEqual(failed('cannot be played'));
  });

  it('a callback that throws is reported and has no other effect', async () => {
    const { host, voice, reported } = app();
    const completed = vi.fn();
    const played = voice.play({
      filePath: 'a-1000.mp3',
      success() {
        throw new Error('thrown by the app');
      },
      complete: completed,
    });
    await run(1100);
    await expect(played).resolves.toEqual({ errMsg: 'playVoice:ok' });
    expect(completed).toHaveBeenCalledTimes(1);
    expect(reported).toHaveLength(1);
    expect(host.pendingTimers).toBe(0);
  });
});

describe('audio contexts', () => {
  it('contexts are destroyed when done, without listeners; later events are ignored', async () => {
    for (const quirks of [{}, { noOff: true }, { eventDelay: 20, lateEvents: true }]) {
      const { host, heard, play, voice } = app(quirks);
      play('a-3000.mp3', 'one');
      await run(500);
      voice.stop();
      await run(100);
      expect(host.last.calls.at(-1)).toBe('destroy');
      if (!('noOff' in quirks)) expect(Object.values(host.last.listeners).flat()).toEqual([]);
      for (const event of ['Play', 'Pause', 'Ended', 'Stop', 'Error'] as const) host.last.emit(event, {});
      await run(5000);
      expect(heard).toEqual(failed('stopped', 'one'));
      expect(host.pendingTimers).toBe(0);
    }
  });

  it('rn: a context destroyed while loading is silenced when it begins to play', async () => {
    const { host, play, voice } = app({ platform: 'rn', destroyIsLost: true });
    play('a-3000.mp3');
    voice.stop();
    play('b-3000.mp3');
    await run(1000);
    expect(host.sounding).toEqual(['b-3000.mp3']);
  });
});

describe('play while recording', () => {
  it('a voice can be played while recording', async () => {
    const { host, play } = app();
    const stop = vi.fn();
    host.global.__taro_modernize_recorder_1 = { isBusy: () => true, stop };
    play('a.mp3');
    await run(200);
    expect(host.sounding).toEqual(['a.mp3']);
    expect(stop).not.toHaveBeenCalled();
  });

  it('rn: play ends the recording first', async () => {
    const { host, play } = app({ platform: 'rn' });
    let done = () => {};
    const stop = vi.fn(() => new Promise<void>((resolve) => (done = resolve)));
    host.global.__taro_modernize_recorder_1 = { isBusy: () => true, stop };
    play('a-3000.mp3');
    await run(1000);
    expect(stop).toHaveBeenCalledTimes(1);
    expect(host.contexts).toEqual([]);
    done();
    await run(100);
    expect(host.sounding).toEqual(['a-3000.mp3']);
  });

  it('rn: a voice can be stopped, paused or replaced while the recording ends', async () => {
    const { host, heard, play, voice } = app({ platform: 'rn' });
    let done = () => {};
    const stop = () => new Promise<void>((resolve) => (done = resolve));
    host.global.__taro_modernize_recorder_1 = { isBusy: () => true, stop };
    play('a-3000.mp3', 'one');
    voice.stop();
    done();
    await run(500);
    expect(host.contexts).toEqual([]);
    play('a-3000.mp3', 'two');
    voice.pause();
    done();
    await run(500);
    expect(host.sounding).toEqual([]);
    play('a-3000.mp3', 'three');
    await run(3200);
    expect(heard.filter((what) => what.includes('success'))).toHaveLength(2);
  });

  it('rn: an idle recorder keeps the file that no stop has delivered yet', async () => {
    const { host, play } = app({ platform: 'rn' });
    const stop = vi.fn();
    host.global.__taro_modernize_recorder_1 = { isBusy: () => false, stop };
    play('a.mp3');
    await run(200);
    expect(host.sounding).toEqual(['a.mp3']);
    expect(stop).not.toHaveBeenCalled();
  });
});

describe('voice.supported', () => {
  it('voice.supported is true if the host plays audio, and leaves no context open', () => {
    const { host, voice } = app();
    expect(voice.supported).toBe(true);
    expect(voice.supported).toBe(true);
    expect(host.contexts.map(({ calls }) => calls)).toEqual([['destroy']]);
  });

  it('voice.supported is false without createInnerAudioContext, and for a stub of Taro', async () => {
    const stubs = [
      undefined,
      () => undefined,
      () => Promise.reject(new Error('not supported')),
      () => Promise.resolve({ errMsg: 'createInnerAudioContext:ok' }),
    ];
    for (const createInnerAudioContext of stubs) {
      const host = new FakeAudioHost();
      Object.assign(host.taro, { createInnerAudioContext });
      expect(loadVoice(host).voice.supported).toBe(false);
    }
  });
});

it('all copies of the runtime in an app share one voice', async () => {
  for (const global of [undefined, Object.freeze({}), {}]) {
    const host = new FakeAudioHost();
    const [one, two] = [loadVoice(host, { global }), loadVoice(host, { global })];
    expect(two.voice).toBe(one.voice);
    expect(host.hideListeners).toHaveLength(1);
  }
});
