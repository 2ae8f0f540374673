/**
 * Is the model-based suite worth its name? Faults seeded into the runtime, one at a time, must be caught by it.
 * RECORDER_MODEL_SEED replays a run, as in recorder.model.test.ts; RECORDER_MODEL_VERBOSE tells when each was caught.
 */
import * as fc from 'fast-check';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runtimeSource } from '../../support/fake-host-app';
import { check, lives } from './recorder-model';

/** Fixed: some faults show once in ten thousand lives, and whether they are caught must not be luck. */
const seed = Number(process.env.RECORDER_MODEL_SEED || 1);

/** What is dropped or changed: text of the runtime, and what stands there instead. */
const faults: Record<string, [from: string, to: string]> = {
  'the early-stop queue is dropped': ['session.stops.length || session.byManager', 'session.byManager'],
  'a given-up session’s late onStart is forgotten': ['if (!session.started) owedStart = session;', ''],
  'a given-up session’s late onStop is forgotten': [
    'owedStop = owedError = session;',
    'owedError = session;',
  ],
  'a stop that was lost before onStart is not sent again': [
    'if (phase === STOPPING) halt();\n      else recording();',
    'if (phase !== STOPPING) recording();',
  ],
  'start settles twice': ['if (call) {', 'if (call) {\n      settle(call, error, result);'],
  'callbacks before idle': [
    'if (unsure) giveUp();',
    'if (call && !file) settle(call, failure(error));\n    if (unsure) giveUp();',
  ],
  'the limit’s timer is left behind': ['wait(0);\n    clearTimeout(limitTimer);', 'wait(0);'],
  'the silence timer is left behind': [
    'wait(0);\n    clearTimeout(limitTimer);',
    'clearTimeout(limitTimer);',
  ],
  'a stop while the prompt is open does not cancel': ['session === mine && phase === AUTHORIZING', 'true'],
  'starts although one is under way': ['const refusal = obstacle() ||', 'const refusal ='],
  'the manager starts although one is under way': ['const refusal = obstacle();', "const refusal = '';"],
  'no wait for onStop': ["awaitFile();\n    tell('stop');", "tell('stop');"],
  'no wait for onStart': ['wait(START_SILENCE, recording);', ''],
  'waits run on in the background only': ['if (waitMs && !hidden)', 'if (waitMs && hidden)'],
  'waiting is not taken up on show': [
    'goOnWaiting();\n    watchLimit();\n    background();',
    'watchLimit();\n    background();',
  ],
  'stops are not answered when the recording failed': ['if (stops.length)', 'if (stops.length && result)'],
  'a throwing callback escapes': ['console.error(error);', 'throw error;'],
  'no own deadline': ['if (session.call) halt();', 'if (session.call) noop();'],
  'each copy for itself': ['found || create()', 'create()'],
  'success without a file': [
    'file && file.tempFilePath ? inMs(file, over) : undefined',
    '(file || {}) as NativeResult',
  ],
  'what is given up may record on': ["if (before < STOPPING) tell('stop');", ''],
  'listeners are added at each start': ["if (bound && native!['off' + event])", 'if (false)'],
  'getSetting is waited for without end': ['wait(START_SILENCE, resolve as () => void);', ''],
  'the settings are waited for without end': ['wait(SETTINGS, refuse);', ''],
  'a file is delivered again': ['tempFilePath === last.tempFilePath', 'false'],
  'a failure is told while start runs': ['if (inStart) nextTask(tellApp);', 'if (false) noop();'],
  // Promptness.
  'stops are answered late': [
    'answerStops(stops, result);\n  }',
    'setTimeout(() => answerStops(stops, result), 150);\n  }',
  ],
  'an onStop that may be another session’s is held': [
    "} else end('no file', late && phase < STOPPING, result);",
    "} else if (late) wait(AFTER_ERROR, () => end('no file', false, result));\n      else end('no file', false, result);",
  ],
  'after an error, the next refusal is taken for the answer to a stop()': [
    'phase <= AUTHORIZING || (phase === STARTING && isIdle)',
    'phase <= AUTHORIZING || (phase === STARTING && (isIdle || owedError))',
  ],
  // What the app's own listeners hear.
  'the app does not hear the onStop of a recording that it stopped': [
    'of && (!of.call || of.byManager)',
    'of && !of.call',
  ],
  'the app does not hear the onStop after a lost one': [
    'of && (!of.call || of.byManager)',
    'of && !late && (!of.call || of.byManager)',
  ],
  'the app hears a foreign onStart': [
    'recording();\n      return !mine.call;',
    'recording();\n      return true;',
  ],
  'the app hears an onStart twice': [
    'if (mine.started) return false;',
    'if (mine.started) return !mine.call;',
  ],
  'the app hears a copy': [
    'invoke(listeners[event], result)',
    'invoke(listeners[event], assign({}, result))',
  ],
  'the app does not hear a refusal': [
    '      return !mine.call;\n    },\n\n    Pause',
    '      return false;\n    },\n\n    Pause',
  ],
};

// A faulty runtime also leaves rejections that nobody handles: they are no news here.
let listeners: NodeJS.UnhandledRejectionListener[];
beforeAll(() => {
  listeners = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', () => {});
});
afterAll(async () => {
  await new Promise((resolve) => setImmediate(resolve));
  process.removeAllListeners('unhandledRejection');
  for (const listener of listeners) process.on('unhandledRejection', listener);
});

describe('a seeded fault is caught by the model', () => {
  it.each(Object.entries(faults))(
    '%s',
    async (name, [from, to]) => {
      expect(runtimeSource, 'the text to change').toContain(from);
      const source = runtimeSource.replace(from, () => to);
      expect(ts.transpileModule(source, { reportDiagnostics: true }).diagnostics).toEqual([]);
      const outcome = await fc.check(
        fc.asyncProperty(lives, (life) => check(life, 2, source)),
        { numRuns: 50000, endOnFailure: true, seed },
      );
      expect(outcome.failed).toBe(true);
      if (process.env.RECORDER_MODEL_VERBOSE)
        console.info(`${name}: after ${outcome.numRuns}: ${String(outcome.errorInstance).slice(0, 70)}`);
    },
    120_000,
  );
});
