/**
 * The invariants of the voice runtime over random lives of an app (voice-model.ts), and the seeded faults
 * that must break them.
 */
import * as fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { voiceSource } from '../../support/fake-audio-host';
import { randomly } from '../../support/random';
import { allowUnhandledRejections } from '../../support/unhandled';
import { checkVoice, voiceLives } from './voice-model';

const parameters = randomly(2000);
const timeout = Math.max(120_000, parameters.numRuns * 20);

describe('random orders of voice events', () => {
  it.each([1, 2] as const)(
    'voice: %i copies of the runtime keep the invariants',
    async (copies) => {
      await fc.assert(
        fc.asyncProperty(voiceLives, (life) => checkVoice(life, copies)),
        parameters,
      );
    },
    timeout,
  );
});

/** The seeded faults: text of the runtime and its replacement. */
const faults: Record<string, [from: string, to: string]> = {
  'a call settles twice': [
    'ended.forEach((call) => {',
    'ended.forEach((call) => {\n settle(call, "playVoice", error);',
  ],
  'complete is not called': ['invoke(option.complete, result);', ''],
  'contexts are not destroyed': ['own.destroy();', ''],
  'listeners stay': ["own['off' + event]!(react[event]);", ''],
  'late events count': ['if (player === own) heardOf(result);', 'heardOf(result);'],
  'the previous voice continues': ['attempt(silence, noop);', ''],
  'a pause has no effect': ['attempt(() => player!.pause(), noop);', ''],
  'a pause while loading is ignored': ['if (paused) pausePlayer();', 'if (false) pausePlayer();'],
  'the limit continues while paused': ['paused = true;\n        hold();', 'paused = true;'],
  'no limit': ['else finish();', 'else noop();'],
  'no limit for loading': ['finish(NO_ANSWER);\n    }, LOAD);', 'noop();\n    }, LOAD);'],
  'the timer is not cleared': ['calls = [];\n    hold();', 'calls = [];'],
  'the first of two calls is ignored': ['calls.push(call);', 'calls = [call];'],
  'an interrupted call gets no answer': ['answer(before, INTERRUPTED);', ''],
  'errors are ignored': ['finish(error || NO_ANSWER);\n', 'noop();\n'],
  'a stop from outside is ignored': ['Stop: halt,', 'Stop() {},'],
  'the host continues to play': ['end = stopVoice;', 'end = noop;'],
  'an empty error is no failure': ['finish(error || NO_ANSWER);', 'finish(error);'],
  'an empty error of the host is no failure': ['over(error || NO_ANSWER);', 'over(error);'],
  'an error without a message is told as an object': ['|\\[obj.*', ''],
  'a missing host is no failure': ['failed(NO_SILK);', ''],
  'copies do not share a session': ['find<Voice>(key) || create()', 'create()'],
  'the voice continues in the background': ['watchApp(halt);', 'watchApp(noop);'],
  'the onStop option is ignored': ["finish(onStop !== 'success' && STOPPED);", 'finish(STOPPED);'],
  'an interruption is ignored': ['else halt();', 'else noop();'],
  // Timeliness.
  'the end is reported late': [
    'Ended() {\n        finish();',
    'Ended() {\n        setTimeout(() => player === own && finish(), 150);',
  ],
  'an interrupted call is answered in a later task': [
    'if (call.isStarting) setTimeout',
    'if (calls[0]) setTimeout',
  ],
  'the limit counts from loading': ['}, LOAD);', '}, left);'],
  'an exception in a callback escapes': ['console.error(thrown);', 'throw thrown;'],
};

describe('seeded faults in the voice runtime', () => {
  allowUnhandledRejections();

  it.each(Object.entries(faults))(
    'the voice model catches the fault: %s',
    async (_name, [from, to]) => {
      expect(voiceSource, 'the fault must match the source').toContain(from);
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
