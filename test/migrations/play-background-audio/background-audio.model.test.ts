/**
 * The invariants of the background audio runtime over random lives of an app (background-audio-model.ts), and the seeded
 * faults that must break them.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomly } from '../../support/random';
import { sourceOf } from '../../support/runtime-module';
import { backgroundAudioLives, checkBackgroundAudio } from './background-audio-model';

const parameters = randomly(2000);
const timeout = Math.max(120_000, parameters.numRuns * 20);

describe('random orders of background audio events', () => {
  it.each([1, 2] as const)(
    'background audio: %i copies of the runtime keep the invariants',
    async (copies) => {
      await fc.assert(
        fc.asyncProperty(backgroundAudioLives, (life) => checkBackgroundAudio(life, copies)),
        parameters,
      );
    },
    timeout,
  );
});

/** The seeded faults: text of the runtime and its replacement. */
const faults: Record<string, [from: string, to: string]> = {
  'an end is told twice': ['isNews = !isTold;', 'isNews = true;'],
  'a replaced file ends the next one': ['Date.now() < settled && (isStarting || isPlaying)', 'false'],
  'complete is not called': ['invoke(option.complete, result);', ''],
  'an ignored stop is lost': ['missed = isStopping ? ', 'missed = true ? undefined : isStopping ? '],
  'the listeners of the app are lost': ['invoke(listener, result as never);', ''],
  'a play that another one replaces is never answered': ['if (call) later(call);', ''],
  'the app plays and the runtime does not know': ["if (name === 'src') begin();", ''],
};

describe('seeded faults of background audio', () => {
  it.each(Object.entries(faults))('%s', async (_, [from, to]) => {
    const source = sourceOf('background-audio');
    const text = source.split(from).join(to);
    expect(text).not.toBe(source);
    const result = await fc.check(
      fc.asyncProperty(backgroundAudioLives, (life) => checkBackgroundAudio(life, 1, text)),
      { ...parameters, numRuns: 2000, endOnFailure: true },
    );
    expect(result.failed).toBe(true);
  });
});
