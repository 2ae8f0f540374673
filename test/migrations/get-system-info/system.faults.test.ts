/** Hosts that throw or answer nothing, callbacks that throw, and random orders of them. */
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSystem, loadSystem, SYSTEM_FIELDS, type SystemRuntime } from '../../support/fake-system';
import { randomly } from '../../support/random';

type Info = Record<string, unknown>;
type Part = () => Info;
type Ask = (...given: unknown[]) => Promise<Info>;

const PARTS = Object.keys(SYSTEM_FIELDS);
const ALL = ['getSystemInfo', 'getSystemInfoAsync', 'pickSystemInfo', 'pickSystemInfoAsync'] as const;

function app(options: ConstructorParameters<typeof FakeSystem>[0] = {}) {
  const host = new FakeSystem(options);
  const system = loadSystem(host) as unknown as Record<string, Ask & Part>;
  const heard: string[] = [];
  const tell = (name: string) => (result: { errMsg: string }) => {
    heard.push(`${name} ${result.errMsg}`);
  };
  const option = { success: tell('success'), fail: tell('fail'), complete: tell('complete') };
  /** The arguments of one of the four functions with callbacks. */
  const ask = (name: (typeof ALL)[number], given: object = option, parts = PARTS) =>
    name.startsWith('pick')
      ? system[name]!(
          parts.map((part) => system[part]),
          given,
        )
      : system[name]!(given);
  return { host, system, heard, ask };
}

const reported = vi.spyOn(console, 'error').mockImplementation(() => {});
const unhandled = vi.fn();
beforeEach(() => {
  reported.mockClear();
  unhandled.mockReset();
  process.on('unhandledRejection', unhandled);
});
afterEach(() => {
  process.off('unhandledRejection', unhandled);
});
const turn = () => new Promise(setImmediate);
const nameOf = (name: string) => name.replace('pick', 'get');

describe.each(ALL)('%s', (name) => {
  it('a host that throws fails the call, which does not throw', async () => {
    const { host, heard, ask } = app();
    host.apis.getWindowInfo = () => {
      throw new Error('boom');
    };
    const promise = ask(name);
    const text = `${nameOf(name)}:fail boom`;
    await expect(promise).rejects.toEqual({ errMsg: text });
    expect(heard).toEqual([`fail ${text}`, `complete ${text}`]);
    ask(name);
    await turn();
    expect(unhandled).not.toHaveBeenCalled();
  });

  it('a callback that throws is reported, and the others are called', async () => {
    const { heard, ask } = app();
    const boom = new Error('boom');
    const throwing = () => {
      throw boom;
    };
    const given = { success: throwing, complete: () => heard.push('complete') };
    await expect(ask(name, given)).rejects.toBe(boom);
    expect(heard).toEqual(['complete']);
    expect(reported.mock.calls).toEqual([[boom]]);
  });

  it('on base libraries without the functions, makes one old call', async () => {
    const { host, ask } = app({ library: '2.10.0' });
    const result = await ask(name, {});
    expect(result).toMatchObject({ windowWidth: 391, brand: 'iPhone', fontSizeSetting: 17 });
    expect(host.calls).toEqual(['getSystemInfoSync']);
  });

  it('below 2.23.4, makes one old call for the font size', async () => {
    // The whole object reads it when the app does.
    if (!name.startsWith('pick')) return;
    const { host, ask } = app({ library: '2.20.1' });
    expect(await ask(name, {})).toMatchObject({ fontSizeSetting: 17 });
    expect(host.calls.filter((one) => one === 'getSystemInfoSync')).toHaveLength(1);
  });

  it('a later call reads the values again', async () => {
    const { host, ask } = app({ library: '2.10.0' });
    await ask(name, {});
    host.set({ windowWidth: 500 });
    expect(await ask(name, {})).toMatchObject({ windowWidth: 500 });
  });
});

it('an empty answer about the device is not kept', () => {
  const { host, system } = app();
  const own = host.apis.getDeviceInfo!;
  host.apis.getDeviceInfo = () => ({});
  expect(system.getDeviceInfo!()).toEqual({});
  host.apis.getDeviceInfo = own;
  expect(system.getDeviceInfo!()).toMatchObject({ platform: 'ios' });
});

it.each(PARTS)('%s of a host that answers undefined has the fields of the old call', (part) => {
  const { host, system } = app();
  host.apis[part] = () => undefined;
  expect(system[part]!()).toMatchObject({ windowWidth: 391, brand: 'iPhone' });
});

type Mood = 'answers' | 'throws' | 'empty' | 'undefined';
const step = fc.record({
  name: fc.constantFrom(...ALL),
  parts: fc.subarray(PARTS, { minLength: 1 }),
  moods: fc.dictionary(
    fc.constantFrom(...PARTS),
    fc.constantFrom<Mood>('answers', 'throws', 'empty', 'undefined'),
  ),
  reaction: fc.constantFrom('none', 'note', 'throw', 'again'),
  width: fc.integer({ min: 1, max: 999 }),
  copy: fc.nat(1),
});

it('system: random lives with two copies settle each call once, with the values of its turn', async () => {
  const lives = fc.record({
    library: fc.constantFrom('2.10.0' as const, '2.20.1' as const, '2.23.4' as const, '3.7.0' as const),
    steps: fc.array(step, { minLength: 1, maxLength: 8 }),
  });
  await fc.assert(
    fc.asyncProperty(lives, async ({ library, steps }) => {
      const { host } = app({ library });
      const own = { ...host.apis };
      const copies = [loadSystem(host), loadSystem(host)] as SystemRuntime[];
      const calls: { order: string[]; result?: Info; width: number; isFailing: boolean }[] = [];
      for (const { name, parts, moods, reaction, width, copy } of steps) {
        host.set({ windowWidth: width });
        const isOld = library === '2.10.0';
        for (const part of PARTS)
          if (own[part])
            host.apis[part] = () => {
              const mood = moods[part] ?? 'answers';
              if (mood === 'throws') throw new Error('boom');
              return mood === 'answers' ? own[part]!() : mood === 'empty' ? {} : undefined;
            };
        const system = copies[copy] as unknown as Record<string, Ask>;
        const call = { order: [] as string[], width, isFailing: false };
        const used = name.startsWith('pick') ? parts : PARTS;
        // The device may be known already.
        const can = used.filter((part) => moods[part] === 'throws');
        calls.push(call);
        const on = (kind: string) => () => {
          call.order.push(kind);
          if (reaction === 'throw') throw new Error('thrown by the app');
          if (reaction === 'again') void system.getSystemInfo!({});
        };
        const given =
          reaction === 'none'
            ? undefined
            : { success: on('success'), fail: on('fail'), complete: on('complete') };
        const promise = name.startsWith('pick')
          ? system[name]!(
              parts.map((part) => system[part]),
              given,
            )
          : system[name]!(given);
        const [settled] = await Promise.allSettled([promise]);
        const error = settled!.status === 'rejected' && settled!.reason;
        const isFailed = !!error && !(error instanceof Error);
        if (error && !isFailed) expect(error.message).toBe('thrown by the app');
        else if (isFailed) expect(can.length > 0 && !isOld).toBe(true);
        else if (
          used.includes('getWindowInfo') &&
          (isOld || (moods.getWindowInfo ?? 'answers') === 'answers')
        )
          expect((settled as PromiseFulfilledResult<Info>).value.windowWidth).toBe(width);
        if (reaction !== 'none') expect(call.order).toEqual([isFailed ? 'fail' : 'success', 'complete']);
      }
      expect(unhandled).not.toHaveBeenCalled();
    }),
    randomly(500),
  );
}, 600_000);
