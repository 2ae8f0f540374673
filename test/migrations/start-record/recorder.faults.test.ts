/**
 * Checks that the model-based tests catch faults: each fault is seeded into the runtime, one at a time.
 * RECORDER_MODEL_VERBOSE prints when each fault is caught.
 */
import * as fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { runtimeSource } from '../../support/fake-host-app';
import { allowUnhandledRejections } from '../../support/unhandled';
import { check, lives } from './recorder-model';

/** The seeded faults: text of the runtime and its replacement. */
const faults: Record<string, [from: string, to: string]> = {
  'an early stop is dropped': ['session.stops.length || session.byManager', 'session.byManager'],
  'the late onStart of an abandoned session is forgotten': ['if (!session.started) owedStart = session;', ''],
  'the late onStop of an abandoned session is forgotten': [
    'owedStop = owedError = session;',
    'owedError = session;',
  ],
  'a stop lost before onStart is not repeated': [
    'if (phase === STOPPING) halt();\n    else recording();',
    'if (phase !== STOPPING) recording();',
  ],
  'start settles twice': ['if (call) {', 'if (call) {\n    settle(call, error, result);'],
  'callbacks before idle': [
    'if (unsure) giveUp();',
    'if (call && !file) settle(call, failure(error));\n  if (unsure) giveUp();',
  ],
  'the timer of the limit is not cleared': ['wait(0);\n  clearTimeout(limitTimer!);', 'wait(0);'],
  'the silence timer is not cleared': [
    'wait(0);\n  clearTimeout(limitTimer!);',
    'clearTimeout(limitTimer!);',
  ],
  'a stop during the prompt does not cancel': ['session === mine && phase === AUTHORIZING', 'true'],
  'starts during another recording': ['const refusal = obstacle() ||', 'const refusal ='],
  'the manager starts during another recording': ['const refusal = obstacle();', "const refusal = '';"],
  'no wait for onStop': ["awaitFile();\n  tell('stop');", "tell('stop');"],
  'no wait for onStart': ['wait(START_SILENCE, recording);', ''],
  'waits count only in the background': ['if (waitMs && !hidden)', 'if (waitMs && hidden)'],
  'waits are not resumed on show': [
    'goOnWaiting();\n  watchLimit();\n  background();',
    'watchLimit();\n  background();',
  ],
  'stops are not answered when the recording failed': ['if (stops.length)', 'if (stops.length && result)'],
  'an exception in a callback escapes': ['console.error(error);', 'throw error;'],
  'no deadline of the runtime': ['if (session.call) halt();', 'if (session.call) noop();'],
  'copies do not share a session': ['found || create()', 'create()'],
  'success without a file': [
    'file && file.tempFilePath ? inMs(file, over) : undefined',
    '(file || {}) as NativeResult',
  ],
  'an abandoned recording may continue': ["if (before < STOPPING) tell('stop');", ''],
  'listeners are added at each start': ["if (bound && native!['off' + event])", 'if (false)'],
  'no time limit for getSetting': ['wait(START_SILENCE, resolve as () => void);', ''],
  'no time limit for the settings': ['wait(SETTINGS, refuse);', ''],
  'a file is delivered twice': ['if (delivered[key]) {', 'if (false) {'],
  'a file is delivered twice, if there is another one between': [
    'delivered[key] = tempFilePath;',
    'for (const one in delivered) delete delivered[one];\n    delivered[key] = tempFilePath;',
  ],
  'a repeated path after stop() does not count': ['else if (phase === STOPPING)\n', 'else if (false)\n'],
  'a repeated path after stop() counts at once': ['wait(REPEATED, () => {', 'wait(1, () => {'],
  'a repeated path counts without stop()': [
    'if (phase === RECORDING) halt();\n      else if (phase === STOPPING)',
    'if (phase >= RECORDING)',
  ],
  'a failure is reported while start runs': ['if (inStart) nextTask(tellApp);', 'if (false) noop();'],
  // Timeliness.
  'stops are answered late': [
    'answerStops(stops, result);\n}',
    'setTimeout(() => answerStops(stops, result), 150);\n}',
  ],
  'an onStop that may belong to another session is withheld': [
    "} else end('no file', late && phase < STOPPING, result);",
    "} else if (late) wait(AFTER_ERROR, () => end('no file', false, result));\n    else end('no file', false, result);",
  ],
  'after an error, the next refusal is taken for the answer to a stop()': [
    'phase <= AUTHORIZING || (phase === STARTING && isIdle)',
    'phase <= AUTHORIZING || (phase === STARTING && (isIdle || owedError))',
  ],
  // Events for the app's own listeners.
  'the app does not receive the onStop of a recording that it stopped': [
    'of && (!of.call || of.byManager)',
    'of && !of.call',
  ],
  'the app does not receive the onStop after a lost one': [
    'of && (!of.call || of.byManager)',
    'of && !late && (!of.call || of.byManager)',
  ],
  "the app receives another session's onStart": [
    'recording();\n    return !mine.call;',
    'recording();\n    return true;',
  ],
  'the app receives an onStart twice': [
    'if (mine.started) return false;',
    'if (mine.started) return !mine.call;',
  ],
  'the app receives a copy': [
    'invoke(listeners[event], result)',
    'invoke(listeners[event], assign({}, result))',
  ],
  'the app does not receive a rejection': [
    '    return !mine.call;\n  },\n\n  Pause',
    '    return false;\n  },\n\n  Pause',
  ],
};

describe('seeded faults in the recorder', () => {
  allowUnhandledRejections();

  it.each(Object.entries(faults))(
    'the recorder model catches the fault: %s',
    async (name, [from, to]) => {
      expect(runtimeSource, 'the fault must match the source').toContain(from);
      const source = runtimeSource.replace(from, () => to);
      expect(ts.transpileModule(source, { reportDiagnostics: true }).diagnostics).toEqual([]);
      const outcome = await fc.check(
        fc.asyncProperty(lives, (life) => check(life, 2, source)),
        // A fixed seed, because some faults appear once in ten thousand lives and the result must not depend on luck.
        { numRuns: 50000, endOnFailure: true, seed: 1 },
      );
      expect(outcome.failed).toBe(true);
      if (process.env.RECORDER_MODEL_VERBOSE)
        console.info(`${name}: after ${outcome.numRuns}: ${String(outcome.errorInstance).slice(0, 70)}`);
    },
    120_000,
  );
});
