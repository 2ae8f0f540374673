/**
 * The invariants of the voice runtime over random lives of an app (voice-model.ts), and the faults that these catch.
 *
 *   VOICE_MODEL_RUNS   sequences per suite; default 10000
 *   VOICE_MODEL_SEED   seed, to replay a failure; it is printed with it
 *   VOICE_MODEL_PATH   the shrunk case's path, printed too; with the seed it replays that case alone
 */
import * as fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { voiceSource } from '../../support/fake-audio-host';
import { checkVoice, voiceLives } from './voice-model';

const { VOICE_MODEL_RUNS, VOICE_MODEL_SEED, VOICE_MODEL_PATH } = process.env;
const numRuns = Number(VOICE_MODEL_RUNS || 10000);
const parameters = {
  numRuns,
  ...(VOICE_MODEL_SEED ? { seed: Number(VOICE_MODEL_SEED) } : {}),
  ...(VOICE_MODEL_PATH ? { path: VOICE_MODEL_PATH } : {}),
};
const timeout = Math.max(120_000, numRuns * 20);

describe('whatever the order of events', () => {
  it.each([1, 2] as const)(
    '%i copies of the runtime keep the invariants',
    async (copies) => {
      await fc.assert(
        fc.asyncProperty(voiceLives, (life) => checkVoice(life, copies)),
        parameters,
      );
    },
    timeout,
  );
});

/** What is dropped or changed: text of the runtime, and what stands there instead. */
const faults: Record<string, [from: string, to: string]> = {
  'a call settles twice': [
    'ended.forEach((call) => {',
    'ended.forEach((call) => {\n settle(call, "playVoice", error);',
  ],
  'complete is forgotten': ['invoke(option.complete, result);', ''],
  'contexts are not destroyed': ['own.destroy();', ''],
  'listeners stay': ["own['off' + event]!(react[event]);", ''],
  'late events count': ['if (player === own) heardOf(result);', 'heardOf(result);'],
  'the old voice plays on': ['attempt(silence, noop);', ''],
  'a pause does not pause': ['attempt(() => player!.pause(), noop);', ''],
  'a pause while loading is lost': ['if (paused) own.pause();', 'if (false) own.pause();'],
  'the limit runs on while paused': ['paused = true;\n        hold();', 'paused = true;'],
  'no limit': ['else finish();', 'else noop();'],
  'no limit for a load': ['finish(NO_ANSWER);\n    }, LOAD);', 'noop();\n    }, LOAD);'],
  'the timer is left behind': ['calls = [];\n    hold();', 'calls = [];'],
  'the first of two calls is lost': ['calls.push(call);', 'calls = [call];'],
  'an interrupted call is forgotten': ['answer(before, INTERRUPTED);', ''],
  'errors are not heard': ['finish(error || NO_ANSWER);', 'noop();'],
  'a stop from outside is not heard': ['Stop: halt,', 'Stop() {},'],
  'the host plays on': ['end = stopVoice;', 'end = noop;'],
  'no host is no failure': ['failed(NO_SILK);', ''],
  'each copy for itself': ['find<Voice>(key) || create()', 'create()'],
  'background plays on': ['watchApp(halt);', 'watchApp(noop);'],
  'onStop is not heeded': ["finish(onStop !== 'success' && STOPPED);", 'finish(STOPPED);'],
  'an interruption is not heard': ['else halt();', 'else noop();'],
  // Promptness.
  'the end is told late': [
    'Ended() {\n        finish();',
    'Ended() {\n        setTimeout(() => player === own && finish(), 150);',
  ],
  'an interrupted call is answered in a later task': [
    'if (call.isStarting) setTimeout',
    'if (calls[0]) setTimeout',
  ],
  'the limit counts from the load': ['}, LOAD);', '}, left);'],
  'a throwing callback escapes': ['console.error(thrown);', 'throw thrown;'],
};

describe('a seeded fault is caught by the model', () => {
  it.each(Object.entries(faults))(
    '%s',
    async (_name, [from, to]) => {
      expect(voiceSource, 'the text to change').toContain(from);
      const source = voiceSource.replace(from, () => to);
      expect(ts.transpileModule(source, { reportDiagnostics: true }).diagnostics).toEqual([]);
      const outcome = await fc.check(
        fc.asyncProperty(voiceLives, (life) => checkVoice(life, 2, source)),
        { numRuns: 20000, endOnFailure: true, seed: 1 },
      );
      expect(outcome.failed).toBe(true);
    },
    120_000,
  );
});
