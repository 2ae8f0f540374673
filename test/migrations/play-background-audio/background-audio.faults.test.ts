/** Hosts that throw or fail without a message. Every call is answered once, and nothing is thrown. */
import { describe, expect, it, vi } from 'vitest';
import { FakeBackgroundAudio, loadBackgroundAudioModule } from '../../support/fake-background-audio';
import { refuseUnhandledRejections } from '../../support/unhandled';

const A = 'a-60000.mp3';
const boom = () => {
  throw new Error('boom');
};

refuseUnhandledRejections();

/** An app that uses every function on a host with this manager, with what its calls were answered. */
async function live(change: (manager: object) => unknown) {
  const host = new FakeBackgroundAudio({ losesEarlyStop: true });
  const manager = change(host.manager) as typeof host.manager;
  const { backgroundAudio: audio } = loadBackgroundAudioModule(() => manager, { reported: [] });
  const orders: Record<string, string[]> = {};
  const run = async (name: string, call: (option: object) => Promise<unknown>, ms: number) => {
    const order: string[] = [];
    orders[name] = order;
    const note = (kind: string) => (result: { errMsg: string }) =>
      void order.push(`${kind} ${result.errMsg}`);
    call({ success: note('success'), fail: note('fail'), complete: note('complete') }).then(
      () => order.push('resolved'),
      () => order.push('rejected'),
    );
    await vi.advanceTimersByTimeAsync(ms);
  };
  audio.onPlay(() => {});
  audio.onPause(() => {});
  audio.onStop(() => {});
  await run('play', (option) => audio.play({ dataUrl: A, ...option }), 300);
  await run('pause', (option) => audio.pause(option), 300);
  await run('resume', (option) => audio.play({ dataUrl: A, ...option }), 300);
  await run('seek', (option) => audio.seek({ position: 3, ...option }), 100);
  await run('getState', (option) => audio.getState(option), 100);
  await run('stop', (option) => audio.stop(option), 300);
  await run('other', (option) => audio.play({ dataUrl: 'b-60000.mp3', ...option }), 0);
  // While it loads.
  await run('early', (option) => audio.stop(option), 6000);
  // To the end of whatever the host still plays.
  await vi.advanceTimersByTimeAsync(100_000);
  expect(vi.getTimerCount()).toBe(0);
  for (const [name, order] of Object.entries(orders)) {
    expect(order, name).toHaveLength(3);
    expect(order.map((one) => one.split(' ')[0]).join(), name).toMatch(
      /^(success,complete,resolved|fail,complete,rejected)$/,
    );
    expect(order[0], name).toMatch(/:ok$|:fail (boom|error|not supported|stopped|interrupted|.*play.*)$/);
  }
  return orders;
}

describe('a host that throws', () => {
  it.each(['play', 'pause', 'stop', 'seek'])('in %s', async (name) => {
    await live((manager) => Object.defineProperty(manager, name, { value: boom }));
  });

  it.each(['onPlay', 'onPause', 'onStop', 'onEnded', 'onError'])('in %s', async (name) => {
    await live((manager) => Object.defineProperty(manager, name, { value: boom }));
  });

  it.each(['src', 'title', 'coverImgUrl'])('when %s is set', async (name) => {
    await live(
      (manager) =>
        new Proxy(manager, {
          set: (of, key, value) => (key === name ? boom() : Reflect.set(of, key, value)),
        }),
    );
  });

  it.each(['paused', 'duration', 'currentTime', 'buffered'])('when %s is read', async (name) => {
    await live(
      (manager) => new Proxy(manager, { get: (of, key) => (key === name ? boom() : Reflect.get(of, key)) }),
    );
  });
});

it.each([
  undefined,
  null,
  {},
  { errMsg: '' },
  '',
])('an error that is %j fails the play with a message', async (error) => {
  const { manager } = new FakeBackgroundAudio();
  const { onError } = manager as { onError(listener: () => void): void };
  manager.onError = (listener: (error: unknown) => void) => onError(() => listener(error));
  const { backgroundAudio } = loadBackgroundAudioModule(() => manager);
  const played = backgroundAudio.play({ dataUrl: 'broken.mp3' });
  await vi.advanceTimersByTimeAsync(1000);
  await expect(played).rejects.toEqual({ errMsg: 'playBackgroundAudio:fail error' });
  expect(vi.getTimerCount()).toBe(0);
});
