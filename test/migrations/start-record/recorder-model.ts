/** Random lives of an app on a random host, with the invariants to check at their end. */
import * as fc from 'fast-check';
import { FakeHost, type Quirks, type RecorderEvent } from '../../support/fake-host';
import { loadRuntime } from '../../support/fake-host-app';
import { mostly } from '../../support/random';
import { microtasks, VirtualClock } from '../../support/virtual-clock';
import { broken, checkAnswers, type Heard, type Noted } from './recorder-oracle';

// --- What may happen ----------------------------------------------------------------------------------------------

type Reaction = 'nothing' | 'start' | 'stop' | 'throw' | 'manager.start' | 'manager.stop';
type Callbacks = 'all' | 'success' | 'none';

export type Step =
  | { do: 'start'; callbacks: Callbacks; react: Reaction; copy: number; duration?: number | undefined }
  | { do: 'stop'; callbacks: Callbacks; react: Reaction; copy: number }
  /** A whole recording. */
  | { do: 'record'; copy: number }
  | { do: 'manager'; call: 'start' | 'stop' | 'pause' | 'resume'; copy: number }
  | {
      do: 'host';
      event:
        | 'hide'
        | 'show'
        | 'interruptionBegin'
        | 'interruptionEnd'
        | 'endByItself'
        | 'repeatStop'
        | 'repeatOlderStop';
    }
  | { do: 'error'; message: string }
  | { do: 'prompt'; allow: boolean }
  | { do: 'modal'; confirm: boolean }
  | { do: 'wait'; ms: number }
  | { do: 'change'; quirks: Partial<Quirks> };

export interface Life {
  quirks: Partial<Quirks>;
  defaults: { onDenied?: 'ask' | 'fail'; onBackground?: 'stop' | 'keep' };
  global: 'object' | 'missing' | 'frozen';
  steps: Step[];
}

const BUSY = "operateRecorder:fail:audio is recording, don't start record again";

/** Mostly ordinary hosts, because combinations of many faults are rarer and find less. */
const changes = {
  startDelay: mostly(300, 0, 3500, 9000),
  stopDelay: mostly(50, 0, 1500, 6000, 9000),
  noOnStart: mostly(false, true),
  noOnStop: mostly(false, true),
  stopError: mostly<Quirks['stopError']>('none', 'before', 'instead'),
  startThrows: mostly(false, true),
  refuses: mostly<Quirks['refuses']>(
    undefined,
    { errMsg: 'operateRecorder:fail no microphone' },
    { errMsg: 'startRecorder:fail api scope is not declared in the privacy agreement', errno: 112 },
  ),
  refusalDelay: mostly(0, 20, 4000),
};

const quirks: fc.Arbitrary<Partial<Quirks>> = fc.record({
  ...changes,
  platform: fc.constantFrom('weapp', 'weapp', 'weapp', 'qq', 'tt', 'swan', 'jd', 'dd', 'alipay', 'rn'),
  listeners: fc.constantFrom<Quirks['listeners']>('single', 'single', 'accumulate', 'collect'),
  emptyResults: fc.boolean(),
  sameFile: mostly(false, true),
  earlyStop: fc.constantFrom('error', 'silent'),
  keepsLimit: mostly(true, false),
  ignoresStop: mostly(false, true),
  pausesInBackground: mostly(true, false),
  freezesInBackground: fc.boolean(),
  showFirst: fc.boolean(),
  grant: fc.constantFrom(true, true, undefined, false),
  prompt: fc.constantFrom('allow', 'deny', 'open'),
  promptHides: mostly(false, true),
  getSetting: mostly<Quirks['getSetting']>('ok', 'fails', 'missing', 'silent', 'never'),
  authorize: mostly<Quirks['authorize']>('ok', 'missing', 'withdrawn', 'warns'),
  authorizeError: mostly<Quirks['authorizeError']>(undefined, {
    errMsg: 'authorize:fail privacy permission is not authorized',
    errno: 104,
  }),
  refusal: mostly('operateRecorder:fail auth deny', 'operateRecorder:fail:auth denied', 'never'),
  nativePrompt: mostly(true, false),
  modal: mostly<Quirks['modal']>('confirm', 'cancel', 'open'),
  settings: fc.boolean(),
  settingsHide: fc.boolean(),
  settingsAnswer: mostly(true, false),
});

const reaction = mostly<Reaction>('nothing', 'start', 'stop', 'throw', 'manager.start', 'manager.stop');
const callbacks = fc.constantFrom<Callbacks>('all', 'all', 'success', 'none');
const copy = fc.nat(1);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('start' as const),
      callbacks,
      react: reaction,
      copy,
      duration: mostly<number | undefined>(undefined, 1000, 5000),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('stop' as const), callbacks, react: reaction, copy }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('record' as const), copy }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('manager' as const),
      call: fc.constantFrom('start' as const, 'stop' as const, 'pause' as const, 'resume' as const),
      copy,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('host' as const),
      event: fc.constantFrom(
        'hide' as const,
        'show' as const,
        'show' as const,
        'interruptionBegin' as const,
        'interruptionEnd' as const,
        'endByItself' as const,
        'repeatStop' as const,
        'repeatOlderStop' as const,
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('error' as const),
      message: fc.constantFrom(
        'operateRecorder:fail something broke',
        'operateRecorder:fail recorder not start',
        "operateRecorder:fail:audio is stop, don't stop record again",
        BUSY,
      ),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('prompt' as const), allow: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('modal' as const), confirm: fc.boolean() }) },
  {
    weight: 7,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.constantFrom(0, 1, 20, 60, 310, 400, 999, 1100, 2700, 3100, 5100, 9000, 62000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      quirks: fc.record(changes, { requiredKeys: [] }),
    }),
  },
);

export const lives: fc.Arbitrary<Life> = fc.record({
  quirks,
  defaults: fc.record({
    onDenied: mostly<'fail' | 'ask'>('fail', 'ask'),
    onBackground: mostly<'stop' | 'keep'>('stop', 'keep'),
  }),
  global: mostly<Life['global']>('object', 'missing', 'frozen'),
  steps: fc.array(step, { minLength: 1, maxLength: 14 }),
});

// --- What must hold -----------------------------------------------------------------------------------------------

const EVENTS: readonly RecorderEvent[] = ['Start', 'Stop', 'Error', 'Pause', 'Resume'];

/**
 * Lives one life and throws on a broken invariant.
 * @param copies number of copies of the runtime in the app
 * @param source of the runtime, for seeded faults
 */
export async function check(life: Life, copies: 1 | 2, source?: string): Promise<void> {
  const clock = new VirtualClock();
  const host = new FakeHost(life.quirks, clock);
  const reported: unknown[] = [];
  const global =
    life.global === 'object' ? host.global : life.global === 'frozen' ? Object.freeze({}) : undefined;
  const load = () =>
    loadRuntime(host, {
      global,
      reported,
      defaults: life.defaults,
      require: () => ({
        AppState: {
          addEventListener: (_type: string, listener: (state: string) => void) => {
            host.appListeners.hide.push(() => listener('background'));
            host.appListeners.show.push(() => listener('active'));
          },
        },
      }),
      ...(source === undefined ? {} : { source }),
    });
  const modules = [load(), copies === 2 ? load() : undefined];
  const runtime = (index: number) => modules[index] ?? modules[0]!;

  const calls: Noted[] = [];
  const heard: Heard[] = [];
  const stoppedByManager = new Set<string>();
  const startedAt: number[] = [];
  const stoppedAt: number[] = [];
  host.onCall = (name) => {
    if (name === 'start') startedAt[host.startOptions.length - 1] = host.awake;
    if (name === 'stop') stoppedAt.push(host.awake);
  };
  for (const event of EVENTS)
    (modules[0]!.getRecorderManager() as unknown as Record<string, (listener: unknown) => void>)[
      `on${event}`
    ]!((result: unknown) => {
      heard.push({ event, result, at: host.awake });
    });
  /** Limits the depth of callbacks that start again. */
  let reactions = 6;
  let starts = 0;

  const perform = (react: Reaction, index: number) => {
    if (react === 'nothing' || reactions-- <= 0) return;
    if (react === 'throw') throw new Error('thrown by the app');
    if (react === 'start') start('all', 'nothing', index);
    if (react === 'stop') stop('all', 'nothing', index);
    if (react === 'manager.start') manager('start', index);
    if (react === 'manager.stop') manager('stop', index);
  };

  const note = (kind: Noted['kind'], given: Callbacks, react: Reaction, index: number) => {
    const noted: Noted = {
      kind,
      tag: `${kind}-${calls.length}`,
      callbacks: given,
      at: host.awake,
      after: host.answers.length,
      success: 0,
      fail: 0,
      complete: 0,
      resolved: 0,
      rejected: 0,
      order: [],
    };
    calls.push(noted);
    const on = (name: 'success' | 'fail' | 'complete') => (result: unknown) => {
      noted[name] += 1;
      noted.order.push(name);
      if (name === 'success') noted.result = result as Noted['result'] & object;
      perform(react, index);
    };
    const option =
      given === 'all'
        ? { success: on('success'), fail: on('fail'), complete: on('complete') }
        : given === 'success'
          ? { success: on('success') }
          : undefined;
    const follow = (promise: Promise<unknown>) =>
      promise.then(
        (result) => {
          noted.resolved += 1;
          noted.settledAt = host.awake;
          noted.result = result as Noted['result'] & object;
          noted.order.push('resolved');
        },
        () => {
          noted.rejected += 1;
          noted.settledAt = host.awake;
          noted.order.push('rejected');
        },
      );
    return { option, follow, noted };
  };

  const start = (given: Callbacks, react: Reaction, index: number, duration?: number) => {
    starts += 1;
    const { option, follow, noted } = note('start', given, react, index);
    const all = { ...option, ...(duration !== undefined && { duration }), audioSource: noted.tag };
    follow(runtime(index).recorder.start(all as object));
    if (noted.order.length) broken('a start was answered before it returned', noted);
  };
  const stop = (given: Callbacks, react: Reaction, index: number) => {
    const { option, follow } = note('stop', given, react, index);
    follow(runtime(index).recorder.stop(option));
  };
  const manager = (call: 'start' | 'stop' | 'pause' | 'resume', index: number) => {
    const shared = runtime(index).getRecorderManager();
    if (call === 'start') {
      starts += 1;
      try {
        const result = shared.start({
          duration: 20000,
          audioSource: `manager-${starts}`,
        } as object) as unknown as Promise<unknown> | undefined;
        result?.then?.(undefined, () => {});
      } catch (_error) {
        // Native's own message, passed on.
      }
    } else {
      if (call === 'stop')
        for (const noted of calls) if (!noted.order.length) stoppedByManager.add(noted.tag);
      shared[call]();
    }
  };

  for (const one of life.steps) {
    // Code of a frozen app does not run.
    const asleep = host.hidden && host.quirks.freezesInBackground;
    if (one.do === 'start' && !asleep) start(one.callbacks, one.react, one.copy, one.duration);
    else if (one.do === 'stop' && !asleep) stop(one.callbacks, one.react, one.copy);
    else if (one.do === 'record' && !asleep) {
      start('all', 'nothing', one.copy);
      await clock.advance(400);
      stop('all', 'nothing', one.copy);
      await clock.advance(200);
    } else if (one.do === 'manager' && !asleep) manager(one.call, one.copy);
    else if (one.do === 'host') host[one.event]();
    else if (one.do === 'error') {
      // Native reports this to a start of other code, and only after it has reported a recording.
      const untrue = one.message === BUSY && !(host.recording && host.told);
      if (!untrue) host.error(one.message);
    } else if (one.do === 'prompt') host.answerPrompt(one.allow);
    else if (one.do === 'modal') host.answerModal(one.confirm);
    else if (one.do === 'wait') await clock.advance(one.ms);
    else if (one.do === 'change') Object.assign(host.quirks, one.quirks);
    await microtasks();
  }

  // The end: the user returns and answers prompts, and the app stops what it has started.
  reactions = 0;
  for (let i = 0; i < 3; i++) {
    host.show();
    host.interruptionEnd();
    host.answerPrompt(false);
    host.answerModal(false);
    await clock.advance(3000);
  }
  host.show();
  // A stop needs no second one, and our own recordings need no stop at all.
  await clock.advance(20000);
  const unanswered = (kind: Noted['kind']) => calls.find((call) => call.kind === kind && !call.order.length);
  if (unanswered('stop')) broken(`a stop was lost: ${JSON.stringify(unanswered('stop'))}`);
  if (!JSON.stringify(life).includes('manager')) {
    await clock.advance(62000);
    if (unanswered('start')) broken(`no limit: ${JSON.stringify(unanswered('start'))}`);
  }
  stop('all', 'nothing', 0);
  await clock.advance(20000);
  if (host.pendingTimers) broken(`${host.pendingTimers} timers left`);
  await clock.advance(700000);

  for (const call of calls) {
    const text = JSON.stringify(call);
    if (call.resolved + call.rejected !== 1) broken(`not settled exactly once: ${text}`);
    if (call.callbacks === 'all') {
      const last = call.resolved ? 'success' : 'fail';
      const order = [last, 'complete', call.resolved ? 'resolved' : 'rejected'];
      if (JSON.stringify(call.order) !== JSON.stringify(order)) broken(`callbacks: ${text}`);
    }
    if (call.callbacks === 'success' && call.success !== call.resolved) broken(`success callback: ${text}`);
    if (call.kind === 'stop' && call.rejected) broken(`a stop failed: ${text}`);
    if (call.kind === 'start' && call.resolved && !call.result?.tempFilePath)
      broken(`success without a file: ${text}`);
  }
  checkAnswers({ host, calls, heard, stoppedByManager, startedAt, stoppedAt });

  for (const offence of host.offences) broken(offence);
  const last = host.calls.filter((call) => call === 'start' || call === 'stop').at(-1);
  if (host.microphoneOn && last !== 'stop') broken(`the microphone is on, after ${last}`);
  if (host.pendingTimers) broken(`${host.pendingTimers} timers left`);
  for (const [event, listeners] of Object.entries(host.registered))
    if (listeners.length > 1 && host.quirks.listeners !== 'collect')
      broken(`${listeners.length} listeners for ${event}`);
  if (host.appListeners.hide.length !== 1) broken(`${host.appListeners.hide.length} listeners for app hide`);
  if (host.prompts > starts) broken(`${host.prompts} prompts for ${starts} starts`);

  // And the recorder still works.
  host.endByItselfSilently();
  Object.assign(host.quirks, {
    noOnStart: false,
    noOnStop: false,
    sameFile: false,
    refuses: undefined,
    startThrows: false,
    stopError: 'none',
    ignoresStop: false,
    startDelay: 300,
    stopDelay: 50,
    getSetting: 'ok',
    authorizeError: undefined,
  });
  host.grant = true;
  start('all', 'nothing', 0);
  await clock.advance(1500);
  const mine = host.recording?.path;
  stop('all', 'nothing', 1);
  await clock.advance(10000);
  const final = calls.find((call) => call.kind === 'start' && call === calls.at(-2));
  if (!mine || final?.result?.tempFilePath !== mine)
    broken(`the recorder no longer works: ${JSON.stringify(final)}`);
  if (host.pendingTimers) broken(`${host.pendingTimers} timers left after all`);
}
