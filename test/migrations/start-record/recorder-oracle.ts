/**
 * What the runtime owes an app: timely answers to its calls, and each event once and unchanged for its
 * listeners.
 */
import type { Answer, FakeHost, RecorderEvent } from '../../support/fake-host';

/** A call of `start` or `stop`. Times are in ms of the host's awake time. */
export interface Noted {
  kind: 'start' | 'stop';
  /** Found by native in the options: the index of this call's native start. */
  tag: string;
  callbacks: 'all' | 'success' | 'none';
  at: number;
  /** The number of answers from native by then. */
  after: number;
  settledAt?: number;
  success: number;
  fail: number;
  complete: number;
  resolved: number;
  rejected: number;
  result?: { tempFilePath?: string; errMsg: string };
  order: string[];
}

/** What a listener of the app on the manager received. */
export interface Heard {
  event: RecorderEvent;
  result: unknown;
  at: number;
}

/** Time limit in ms for a call to be answered after native's answer. */
const PROMPT = 100;
/** How long in ms the runtime waits for a file after an error. */
const AFTER_ERROR = 1000;
/** After how many ms a start without an answer counts as recording. */
const START_SILENCE = 3000;

export interface Lived {
  host: FakeHost;
  calls: readonly Noted[];
  heard: readonly Heard[];
  /** Tags of the calls that were pending when `manager.stop()` was called. */
  stoppedByManager: ReadonlySet<string>;
  /** When native was told to start, by the index of the start, and to stop. */
  startedAt: readonly number[];
  stoppedAt: readonly number[];
}

/** @throws Error naming what was late, lost, changed or received twice */
export function checkAnswers(lived: Lived): void {
  for (const [index, answer] of lived.host.answers.entries()) {
    // Answers carry no ids, so a late one may be attributed to the newest session.
    if (!answer.newest || isAmbiguous(answer, lived)) continue;
    checkPromptness(answer, index, lived);
    checkHearing(answer, lived);
  }
  checkFiles(lived);
  const once = new Set<unknown>();
  const { answers, repeats } = lived.host;
  const told = new Set([...answers, ...repeats].map(({ result }) => result));
  for (const { event, result } of lived.heard) {
    if (event === 'Stop' && !told.has(result))
      broken('a listener received a Stop that native did not send', result);
    if (result === undefined) continue;
    if (once.has(result)) broken(`a listener received the same ${event} twice`, result);
    once.add(result);
  }
  const empty = (event: RecorderEvent) =>
    lived.heard.filter((one) => one.event === event && one.result === undefined).length;
  const starts = lived.host.answers.filter(({ event, result }) => event === 'Start' && result === undefined);
  if (empty('Start') > starts.length)
    broken('a listener received more starts than there were', starts.length);
}

/** A start never gets the file of an earlier one, unless native repeats that after a `stop()` and is then silent. */
function checkFiles({ host, calls, startedAt, stoppedAt }: Lived): void {
  if (host.quirks.sameFile) return;
  const owners = new Set<string | undefined>();
  for (const call of calls) {
    if (call.kind !== 'start' || !call.resolved) continue;
    const file = call.result?.tempFilePath;
    const begun = startedAt[host.startOptions.findIndex(({ audioSource }) => audioSource === call.tag)]!;
    const isMistaken = host.repeats.some(
      ({ at }) => call.settledAt! >= at + PROMPT && stoppedAt.some((time) => time >= begun && time <= at),
    );
    if (owners.has(file) && !isMistaken) broken('one file for two starts', { file, call });
    owners.add(file);
  }
}

/** The end of a recording may come from an earlier one that was given up, or look like a repeated one. */
function isAmbiguous({ event, start, at }: Answer, lived: Lived): boolean {
  const { host, heard, startedAt, stoppedAt } = lived;
  const isRecent = (time: number) => time >= startedAt[start]! && time > at - AFTER_ERROR && time < at;
  /** Native is asked to stop first, and nothing is certain before it is silent in the foreground. */
  const looksRepeated =
    !stoppedAt.some(isRecent) ||
    heard.some((one) => one.event === 'Error' && one.at >= startedAt[start]! && one.at <= at) ||
    host.hiddenAt.some((time) => time >= startedAt[start]! && time <= at + PROMPT) ||
    host.repeats.some((repeat) => repeat.at >= at && repeat.at <= at + PROMPT);
  if (event !== 'Stop') return false;
  if (host.quirks.sameFile && looksRepeated) return true;
  const answered = (index: number, events: readonly string[]) =>
    host.answers.some((one) => one.start === index && one.at <= at && events.includes(one.event));
  // The answer for the other call has been attributed to this one.
  if (host.answers.some((one) => one.event === 'Stop' && one.start < start && one.at >= startedAt[start]!))
    return true;
  // As far as the app was told, this one has not begun.
  if (!answered(start, ['Start']) && at - startedAt[start]! <= START_SILENCE) return true;
  const isGivenUp = stoppedAt.some((time) => time >= startedAt[start]! && time <= at - AFTER_ERROR);
  return isGivenUp && startedAt.some((_, index) => index < start && !answered(index, ['Stop', 'Refusal']));
}

function checkPromptness(answer: Answer, index: number, lived: Lived): void {
  const { event, start, at } = answer;
  if (event === 'Start') return;
  const tag = lived.host.startOptions[start]!.audioSource;
  // After a stop(), an error may come before the file, for which the runtime waits in foreground time.
  const stopped = lived.stoppedAt.some((time) => time >= lived.startedAt[start]! && time <= at);
  if (event === 'Refusal' && stopped) return;
  for (const call of lived.calls) {
    const isWaiting = call.after <= index && (call.settledAt === undefined || call.settledAt > at + PROMPT);
    if (isWaiting && (call.kind === 'stop' || call.tag === tag))
      broken(`a ${call.kind} was answered late`, { answer, call });
  }
}

function checkHearing({ event, start, at, result }: Answer, lived: Lived): void {
  const { host, calls, heard, stoppedByManager } = lived;
  const tag = host.startOptions[start]!.audioSource as string;
  const call = calls.find((one) => one.tag === tag);
  // Given up by then, or after an error.
  const failed = heard.some(
    (one) => one.event === 'Error' && one.at >= lived.startedAt[start]! && one.at <= at,
  );
  if (event === 'Start' && (call || failed || at - lived.startedAt[start]! > START_SILENCE)) {
    if (call && result && heard.some((one) => one.result === result))
      broken("a listener received another session's Start", tag);
    return;
  }
  // React Native rejects instead.
  if (event === 'Refusal' && host.quirks.startPromise) return;
  const isDue = !call || (event === 'Stop' && stoppedByManager.has(tag));
  const name: RecorderEvent = event === 'Refusal' ? 'Error' : event;
  const times = heard.filter((one) =>
    result === undefined ? one.event === name && one.at === at : one.event === name && one.result === result,
  ).length;
  if (isDue ? times === 0 : times > 0)
    broken(`a listener received ${name} ${times} times, not ${isDue ? 'once' : 'never'}`, {
      tag,
      at,
      result,
    });
}

export function broken(text: string, what?: unknown): never {
  throw new Error(what === undefined ? text : `${text}: ${JSON.stringify(what)}`);
}
