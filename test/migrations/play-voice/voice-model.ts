/** Random lives of an app that plays voices on a random host, with the invariants to check at their end. */
import * as fc from 'fast-check';
import { type AudioQuirks, FakeAudioHost, loadVoice, type VoiceModule } from '../../support/fake-audio-host';
import { mostly } from '../../support/random';
import { microtasks, VirtualClock } from '../../support/virtual-clock';

type Reaction = 'nothing' | 'play' | 'stop' | 'throw';

export type Step =
  | { do: 'play'; path: string; react: Reaction; copy: number; duration?: number | undefined }
  | { do: 'pause'; copy: number }
  | { do: 'stop'; copy: number }
  | { do: 'hide' }
  | { do: 'interrupt' }
  | { do: 'stopFromOutside' }
  | { do: 'error'; error: { errMsg?: string; errCode?: number } | null | undefined }
  | { do: 'clock'; ms: number }
  | { do: 'wait'; ms: number };

export interface VoiceLife {
  quirks: Partial<AudioQuirks>;
  onStop: 'fail' | 'success';
  global: 'object' | 'missing' | 'frozen';
  steps: Step[];
}

const quirks: fc.Arbitrary<Partial<AudioQuirks>> = fc
  .record({
    platform: fc.constantFrom('weapp', 'weapp', 'weapp', 'tt', 'alipay', 'h5', 'rn'),
    loadDelay: mostly(100, 0, 3500, 90_000),
    eventDelay: mostly(0, 30),
    lateEvents: mostly(false, true),
    noOff: mostly(false, true),
    pauseIsLost: mostly(false, true),
    pausesAtEnd: mostly(false, true),
    noOnPlay: mostly(false, true),
    noOnResume: mostly(false, true),
    pauseDelay: mostly(0, 20, 400),
    noOnEnded: mostly(false, true),
    throws: mostly<AudioQuirks['throws']>('nothing', 'create', 'play', 'pause', 'stop', 'destroy', 'off'),
    createsNothing: mostly(false, true),
    refuses: mostly(false, true),
    playVoice: mostly<AudioQuirks['playVoice']>('plays', 'missing', 'fails', 'fails silently'),
    tells: fc.constantFrom<AudioQuirks['tells']>('all', 'first', 'last'),
    failsOnResume: fc.boolean(),
  })
  // The runtime can recover what native ignored only where native reports playing, and does so immediately.
  .map((some) => {
    const isTold = !some.noOnPlay && some.eventDelay === 0;
    const { pauseIsLost, platform } = some;
    return { ...some, pauseIsLost: pauseIsLost && isTold, destroyIsLost: platform === 'rn' && isTold };
  });

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('play' as const),
      path: fc.constantFrom(
        'a-3000.mp3',
        'a-3000.mp3',
        'b-90000.mp3',
        'c-2000.silk',
        'old-2000.aac',
        'missing.mp3',
        '',
      ),
      react: mostly<Reaction>('nothing', 'play', 'stop', 'throw'),
      copy: fc.nat(1),
      duration: mostly<number | undefined>(undefined, 1, 5),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('pause' as const, 'pause' as const, 'stop' as const),
      copy: fc.nat(1),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('hide' as const, 'interrupt' as const, 'stopFromOutside' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('error' as const),
      error: fc.constantFrom(
        { errMsg: 'broke', errCode: 10001 },
        { errMsg: 'broke', errCode: 10004 },
        { errCode: 10001 },
        {},
        null,
        undefined,
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('clock' as const), ms: fc.constantFrom(-86_400_000, 86_400_000) }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.constantFrom(0, 1, 20, 50, 110, 400, 999, 1100, 2950, 3100, 5100, 62_000),
    }),
  },
);

export const voiceLives: fc.Arbitrary<VoiceLife> = fc.record({
  quirks,
  onStop: mostly<'fail' | 'success'>('fail', 'success'),
  global: mostly<VoiceLife['global']>('object', 'missing', 'frozen'),
  steps: fc.array(step, { minLength: 1, maxLength: 14 }),
});

/** Time limit in ms for a call to be answered after native's answer. */
const PROMPT = 100;
/** Time limit in ms for a file to begin. */
const LOAD = 60_000;

interface Noted {
  path: string;
  /** Seconds, as given. */
  duration: number | undefined;
  at: number;
  /** The number of voices that native had ended by then. */
  after: number;
  settledAt?: number;
  order: string[];
  errMsg?: string;
}

function last({ order }: Noted): string | undefined {
  return order[0];
}

/**
 * Lives one life and throws on a broken invariant.
 * @param copies number of copies of the runtime in the app
 * @param source of the runtime, for seeded faults
 */
export async function checkVoice(life: VoiceLife, copies: 1 | 2, source?: string): Promise<void> {
  const clock = new VirtualClock();
  const host = new FakeAudioHost(life.quirks, clock);
  const reported: unknown[] = [];
  const global =
    life.global === 'object' ? host.global : life.global === 'frozen' ? Object.freeze({}) : undefined;
  const load = () => loadVoice(host, { global, reported, ...(source !== undefined && { source }) });
  const modules: VoiceModule[] = copies === 2 ? [load(), load()] : [load()];
  const voice = (copy: number) => (modules[copy] ?? modules[0]!).voice;
  voice(0).configure({ onStop: life.onStop });

  const broken = (text: string): never => {
    throw new Error(text);
  };
  const calls: Noted[] = [];
  /** The call whose voice the app has paused. */
  let held: Noted | undefined;
  /** Limits the depth of callbacks that play again. */
  let reactions = 6;

  /**
   * Calls of `play` that have not returned, and those interrupted earlier, which are answered in a later
   * task.
   */
  const open = new Set<Noted>();
  const outer = new Set<Noted>();

  const play = (path: string, react: Reaction, copy: number, duration?: number) => {
    const noted: Noted = { path, duration, at: clock.now(), after: host.ends.length, order: [] };
    const before = calls.filter(({ order }) => order.length === 0);
    calls.push(noted);
    for (const one of open) outer.add(one);
    const on = (name: string) => (result: { errMsg: string }) => {
      noted.order.push(name);
      noted.errMsg = result.errMsg;
      noted.settledAt ??= clock.now();
      if (react === 'nothing' || reactions-- <= 0) return;
      if (react === 'throw') throw new Error('thrown by the app');
      if (react === 'play') play('b-90000.mp3', 'nothing', copy);
      if (react === 'stop') other('stop', copy);
    };
    const option = { filePath: path, success: on('success'), fail: on('fail'), complete: on('complete') };
    open.add(noted);
    const promise = voice(copy).play(duration === undefined ? option : { ...option, duration });
    open.delete(noted);
    promise.then(
      () => noted.order.push('resolved'),
      () => noted.order.push('rejected'),
    );
    const late = before.find((one) => one.order.length === 0 && one.path !== path && !outer.has(one));
    if (path && late)
      broken(`not answered before the call that interrupts it returns: ${JSON.stringify(late)}`);
  };
  const other = (what: 'pause' | 'stop', copy: number) => {
    let heard = '';
    for (const one of open) outer.add(one);
    voice(copy)[what]({ success: (result) => (heard = result.errMsg) });
    if (heard !== `${what}Voice:ok`) broken(`${what} did not answer at once: ${heard}`);
    if (what === 'stop' && host.sounding.length > 0 && reactions === 6)
      broken(`plays after a stop: ${host.sounding}`);
  };

  for (const one of life.steps) {
    const sounding = host.contexts.filter(({ isSounding }) => isSounding).at(-1);
    const soundedBefore = host.sounding.length > 0;
    if (one.do === 'play') play(one.path, one.react, one.copy, one.duration);
    else if (one.do === 'pause') {
      other('pause', one.copy);
      if (host.sounding.length > 0) broken(`plays after a pause: ${host.sounding}`);
    } else if (one.do === 'stop') other('stop', one.copy);
    else if (one.do === 'hide') host.hide();
    else if (one.do === 'interrupt') sounding?.interrupt();
    else if (one.do === 'stopFromOutside') sounding?.stopFromOutside();
    else if (one.do === 'error') sounding?.emit('Error', one.error);
    else if (one.do === 'clock') host.clockError += one.ms;
    else if (one.do === 'wait') await clock.advance(one.ms);
    await microtasks();
    // The newest call owns the voice, unless a callback of the app has done something.
    const newest = reactions === 6 ? calls.at(-1) : undefined;
    const ends =
      one.do === 'hide' ||
      (one.do === 'stopFromOutside' && sounding && !host.quirks.eventDelay) ||
      (one.do === 'error' && sounding && one.error?.errCode !== 10004 && !host.quirks.eventDelay) ||
      (one.do === 'play' &&
        /silk$/.test(one.path) &&
        (host.quirks.playVoice === 'missing' || life.quirks.platform === 'h5'));
    if (ends && newest && !newest.order.length) broken(`not ended by ${JSON.stringify(one)}`);
    // A pending error or end may still arrive.
    const hasEnded = host.ends.some(({ event, at }) => event === 'Ended' && at === held?.settledAt);
    if (one.do === 'wait' && held && !hasEnded && newest === held && /:ok$|no answer/.test(held.errMsg ?? ''))
      broken(`answered while it was paused: ${JSON.stringify(held)}`);
    if (one.do === 'pause' && soundedBefore && newest && !newest.order.length) held = newest;
    else if (one.do !== 'wait') held = undefined;
    const live = host.contexts.filter(({ destroyed }) => !destroyed);
    if (live.length > 1) broken(`${live.length} contexts at a time`);
  }

  // The end: playing voices reach their end or limit, and the app stops paused ones.
  reactions = 0;
  const unpaused = !life.steps.some((one) => one.do === 'pause');
  await clock.advance(200_000);
  if (unpaused && calls.some(({ order }) => order.length === 0)) broken('no limit');
  other('stop', 0);
  await clock.advance(200_000);

  for (const noted of calls) {
    const last = noted.order[0] ?? 'nothing';
    const order = [last, 'complete', last === 'success' ? 'resolved' : 'rejected'];
    const text = JSON.stringify(noted);
    if (!/^(success|fail)$/.test(last)) broken(`not settled: ${text}`);
    if (JSON.stringify(noted.order) !== JSON.stringify(order)) broken(`not exactly once, in order: ${text}`);
    const says = last === 'success' ? /^playVoice:ok$/ : /^playVoice:fail [^ [u]/;
    if (!says.test(noted.errMsg ?? '')) broken(`its message: ${text}`);
    if (noted.path === '' && last === 'success') broken(`success without a file: ${text}`);
    if (life.onStop === 'success' && /stopped/.test(noted.errMsg ?? '')) broken(`onStop: ${text}`);
  }
  // Timeliness: what native ends is answered immediately, and the limit counts from when the voice is
  // audible.
  for (const [index, { event, at }] of host.ends.entries()) {
    const late = calls.find((call) => call.after <= index && !(call.settledAt! <= at + PROMPT));
    if (event === 'Ended' && late) broken(`answered late after ${event} at ${at}: ${JSON.stringify(late)}`);
  }
  const isLeftAlone = !life.steps.some(
    (one) => /pause|stop|hide|interrupt/i.test(one.do) || ('react' in one && one.react === 'stop'),
  );
  for (const call of calls) {
    const text = JSON.stringify(call);
    if (/no answer/.test(call.errMsg ?? '') && call.settledAt! - call.at < LOAD && unpaused && isLeftAlone)
      if (!life.steps.some((one) => one.do === 'error') && host.quirks.playVoice !== 'fails silently')
        broken(`answered without waiting for the end: ${text}`);
    // A pause at the end without an end event is the system's.
    const pausesInstead = life.quirks.pausesAtEnd && life.quirks.noOnEnded;
    if (isLeftAlone && !pausesInstead && /stopped/.test(call.errMsg ?? ''))
      broken(`stopped without a cause: ${text}`);
    if (
      isLeftAlone &&
      /silk$/.test(call.path) &&
      host.quirks.playVoice !== 'plays' &&
      !call.order.includes('fail')
    )
      broken(`success although the host failed: ${text}`);
    const begin = host.begins.find(
      ({ src, at }) => src === call.path && at >= call.at && at <= call.settledAt!,
    );
    const limit = (call.duration ?? 60) * 1000;
    if (isLeftAlone && begin && call.settledAt! > begin.at + limit + PROMPT)
      broken(`longer than its limit: ${text}`);
    const length = Number(/-(\d+)\./.exec(call.path)?.[1] ?? 3000);
    if (
      isLeftAlone &&
      begin &&
      last(call) === 'success' &&
      call.settledAt! < begin.at + Math.min(limit, length) - 50
    )
      broken(`shorter than its limit: ${text}`);
  }

  for (const offence of host.offences) broken(offence);
  for (const context of host.contexts) {
    if (!context.destroyed) broken('a context was not destroyed');
    const left = Object.entries(context.listeners).filter(
      ([event]) => !(life.quirks.platform === 'rn' && event === 'Play'),
    );
    const canRemove = !host.quirks.noOff && life.quirks.throws !== 'off';
    if (canRemove && left.some(([, listeners]) => listeners.length > 0)) broken('a listener was not removed');
  }
  if (host.sounding.length > 0) broken(`still plays at the end: ${host.sounding}`);
  if (host.pendingTimers) broken(`${host.pendingTimers} timers left`);
  if (host.hideListeners.length !== 1) broken(`${host.hideListeners.length} listeners for app hide`);

  // And the voice still works.
  Object.assign(host.quirks, {
    loadDelay: 100,
    eventDelay: 0,
    noOnPlay: false,
    pauseDelay: 0,
    noOnEnded: false,
    throws: 'nothing',
    createsNothing: false,
    refuses: false,
  });
  play('z-1000.mp3', 'nothing', 1);
  await clock.advance(1050);
  if (host.sounding.join() !== 'z-1000.mp3') broken('play no longer works');
  await clock.advance(1050);
  if (calls.at(-1)!.order[0] !== 'success')
    broken(`the end no longer works: ${JSON.stringify(calls.at(-1))}`);
}
