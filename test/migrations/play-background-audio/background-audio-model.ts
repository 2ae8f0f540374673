/** Random lives of an app that plays background audio, with the invariants to check in them and at their end. */
import * as fc from 'fast-check';
import {
  type BackgroundAudioQuirks,
  FakeBackgroundAudio,
  loadBackgroundAudioModule,
} from '../../support/fake-background-audio';
import { microtasks, VirtualClock } from '../../support/virtual-clock';

type Reaction = 'nothing' | 'next' | 'throw';
/** What the app does in its own `onEnded`. */
type OwnReaction = 'nothing' | 'src' | 'throw';

export type Step =
  | { do: 'play'; src: string; copy: number }
  | { do: 'pause' | 'stop' | 'getState'; copy: number }
  | { do: 'src'; src: string; copy: number }
  | { do: 'manager'; call: 'play' | 'pause' | 'stop'; copy: number }
  | { do: 'press'; button: 'play' | 'pause' | 'stop' }
  | { do: 'wait'; ms: number };

export interface BackgroundAudioLife {
  quirks: Partial<BackgroundAudioQuirks>;
  onStop: Reaction;
  onEnded: OwnReaction;
  /** Whether the app's own listeners are registered first. */
  ownFirst: boolean;
  steps: Step[];
}

const A = 'a-60000.mp3';
const SHORT = 'b-3000.mp3';
const NEXT = 'next-90000.mp3';
const sources = fc.constantFrom(A, A, 'c-60000.mp3', SHORT, SHORT, 'broken.mp3');
const copy = fc.nat(1);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('play' as const), src: sources, copy }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('pause' as const, 'stop' as const, 'getState' as const),
      copy,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('src' as const), src: sources, copy }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('manager' as const),
      call: fc.constantFrom('play' as const, 'pause' as const, 'stop' as const),
      copy,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('press' as const),
      button: fc.constantFrom('play' as const, 'pause' as const, 'stop' as const),
    }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.constantFrom(0, 1, 15, 40, 210, 450, 1200, 3100, 6000),
    }),
  },
);

export const backgroundAudioLives: fc.Arbitrary<BackgroundAudioLife> = fc.record({
  quirks: fc.record({
    loadDelay: fc.constantFrom(200, 0, 20, 400),
    losesEarlyStop: fc.boolean(),
    stopsBefore: fc.constantFrom(undefined, 0, 10, 300),
    stopsAfterEnd: fc.constantFrom(undefined, 0, 1, 30),
    stopDelay: fc.constantFrom(0, 1, 30),
    pausesAtStop: fc.boolean(),
  }),
  onStop: fc.constantFrom<Reaction>('nothing', 'next', 'throw'),
  onEnded: fc.constantFrom<OwnReaction>('nothing', 'nothing', 'src', 'throw'),
  ownFirst: fc.boolean(),
  steps: fc.array(step, { minLength: 1, maxLength: 14 }),
});

interface Noted {
  name: string;
  order: string[];
}

/**
 * Lives one life and throws on a broken invariant.
 * @param copies number of copies of the runtime in the app
 * @param text source of the runtime, for seeded faults
 */
export async function checkBackgroundAudio(
  life: BackgroundAudioLife,
  copies: 1 | 2,
  text?: string,
): Promise<void> {
  const clock = new VirtualClock();
  const host = new FakeBackgroundAudio(life.quirks, clock);
  const reported: unknown[] = [];
  const eventCenter = {};
  const load = () =>
    loadBackgroundAudioModule(() => host.manager, {
      eventCenter,
      reported,
      clock,
      ...(text !== undefined && { text }),
    });
  const modules = copies === 2 ? [load(), load()] : [load()];
  const moduleOf = (index: number) => modules[index] ?? modules[0]!;
  const audioOf = (index: number) => moduleOf(index).backgroundAudio;
  const managerOf = (index: number) =>
    moduleOf(index).getBackgroundAudioManager() as unknown as Record<string, unknown> & {
      play(): void;
      pause(): void;
      stop(): void;
    };
  const broken = (what: string): never => {
    throw new Error(what);
  };

  // What the app hears.
  let stops = 0;
  const heard: string[] = [];
  let reactions = 5;
  const calls: Noted[] = [];
  /** The last wish of the app or the user, if it is certain. */
  let wish: 'silence' | { src: string } | undefined;

  const option = (name: string) => {
    const noted: Noted = { name, order: [] };
    calls.push(noted);
    const on = (kind: string) => () => void noted.order.push(kind);
    return { noted, option: { success: on('success'), fail: on('fail'), complete: on('complete') } };
  };
  const follow = ({ order }: Noted, promise: Promise<unknown>) => {
    promise.then(
      () => order.push('resolved'),
      () => order.push('rejected'),
    );
  };
  const play = (src: string, index: number) => {
    const { noted, option: given } = option(`play ${src}`);
    follow(noted, audioOf(index).play({ dataUrl: src, title: 't', ...given }));
    wish = { src };
  };
  const setSource = (src: string, index: number) => {
    const manager = managerOf(index);
    manager.title = 't';
    manager.src = src;
    wish = { src };
  };

  const listenOnManager = () => {
    const manager = managerOf(1) as Record<string, unknown>;
    for (const event of ['Play', 'Pause', 'Stop', 'Ended', 'Error', 'TimeUpdate'])
      (manager[`on${event}`] as (listener: () => void) => void)(() => {
        heard.push(event);
        if (event !== 'Ended' || life.onEnded === 'nothing') return;
        wish = undefined;
        if (reactions-- <= 0) return;
        if (life.onEnded === 'throw') throw new Error('thrown by the app');
        setSource(NEXT, 0);
      });
  };
  const listen = () => {
    audioOf(0).onStop(() => {
      stops++;
      const over = host.sounds.filter(({ isOver }) => isOver).length;
      if (stops > over && !host.isAmbiguous) broken(`${stops} ends were told of ${over} sounds`);
      if (life.onStop === 'nothing') return;
      wish = undefined;
      if (reactions-- <= 0) return;
      if (life.onStop === 'throw') throw new Error('thrown by the app');
      play(NEXT, 0);
    });
  };
  if (life.ownFirst) listenOnManager();
  listen();
  if (!life.ownFirst) listenOnManager();

  for (const one of life.steps) {
    const before = host.told.length;
    if (one.do === 'play') play(one.src, one.copy);
    else if (one.do === 'src') setSource(one.src, one.copy);
    else if (one.do === 'getState') {
      const { noted, option: given } = option('getState');
      follow(noted, audioOf(one.copy).getState(given));
    } else if (one.do === 'pause' || one.do === 'stop') {
      const { noted, option: given } = option(one.do);
      wish = 'silence';
      const sound = host.sounds.at(-1);
      if (sound && one.do === 'stop') sound.isOver = true;
      follow(noted, audioOf(one.copy)[one.do](given));
    } else if (one.do === 'manager') {
      wish = undefined;
      if (one.call === 'stop' && host.state !== 'playing') host.isAmbiguous = true;
      if (one.call === 'stop' && host.state === 'playing') host.sounds.at(-1)!.isOver = true;
      // It revokes a stop that native ignored.
      const sound = host.sounds.at(-1);
      if (one.call === 'play' && host.state !== 'idle' && sound?.isOver)
        host.sounds.push({ src: sound.src, isOver: false });
      managerOf(one.copy)[one.call]();
    } else if (one.do === 'press') {
      // While a file loads, its stop and a late stop of the file before are the same to the app.
      if (host.state === 'paused' || host.state === 'playing') {
        wish = undefined;
        if (host.state === 'paused') host.isAmbiguous = true;
        host.press(one.button);
      }
    } else if (one.do === 'wait') await clock.advance(one.ms);
    await microtasks();
    // The natural end of a file is told in its event.
    const ended = host.told.slice(before).filter((event) => event === 'Ended').length;
    if (ended > stops && stops < host.sounds.length) broken('an end was not told');
  }

  await clock.advance(2000);
  for (let i = 0; i < 8 && host.state === 'loading'; i++) await clock.advance(500);
  const tells = stops;
  const { state } = await settled(audioOf(0).getState(), clock);
  const isSounding = host.sounding !== undefined;
  if (wish === 'silence' && isSounding) broken(`plays after a pause or stop: ${host.sounding}`);
  if (
    wish &&
    wish !== 'silence' &&
    wish.src !== SHORT &&
    wish.src !== 'broken.mp3' &&
    host.sounding !== wish.src
  )
    broken(`does not play ${wish.src} but ${host.sounding}`);
  if (!host.isAmbiguous && (state.status === 1) !== isSounding)
    broken(`status ${state.status}, but ${host.state}`);
  if (state.status === 0 && !host.isAmbiguous && host.state !== 'paused')
    broken(`status 0, but ${host.state}`);

  // The end of the rest: the short files end by themselves.
  reactions = 0;
  await clock.advance(6000);
  if (host.state === 'playing' || host.state === 'paused') {
    const count = stops;
    host.press('stop');
    await clock.advance(1000);
    if (stops !== count + 1 && !host.isAmbiguous)
      broken(`${stops - count} stops were told of one on the media panel`);
  }
  if (tells > stops) broken('never');

  for (const { name, order } of calls) {
    const last = order[0] ?? 'nothing';
    const wanted = [last, 'complete', last === 'success' ? 'resolved' : 'rejected'];
    if (!/^(success|fail)$/.test(last) || JSON.stringify(order) !== JSON.stringify(wanted))
      broken(`${name} was answered ${JSON.stringify(order)}`);
  }
  // Each native event reaches the app's own listener once.
  if (JSON.stringify(heard) !== JSON.stringify(host.told))
    broken(`heard ${JSON.stringify(heard)} of ${JSON.stringify(host.told)}`);
  if (clock.pending > 0) broken(`${clock.pending} timers left`);
  for (const error of reported)
    if ((error as Error).message !== 'thrown by the app') broken(`reported ${error}`);
}

async function settled(
  promise: Promise<{ status: 0 | 1 | 2 }>,
  clock: VirtualClock,
): Promise<{ state: { status: 0 | 1 | 2 } }> {
  await clock.advance(0);
  return { state: await promise };
}
