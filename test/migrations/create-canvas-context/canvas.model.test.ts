/** The canvas runtime over random calls of the old context (random-drawings.ts). */
import * as fc from 'fast-check';
import { beforeAll, describe, it, vi } from 'vitest';
import { randomly } from '../../support/random';
import { checkDrawing, checkOldContext, drawings } from './random-drawings';

const parameters = randomly(2000);
const timeout = Math.max(120_000, parameters.numRuns * 20);

beforeAll(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

describe('random drawings', () => {
  it.each([
    ['on Canvas 2D', checkDrawing],
    ['on an old context', checkOldContext],
  ])(
    'canvas: %s, they look as the model says',
    async (_, check) => {
      await fc.assert(
        fc.asyncProperty(drawings, (drawing) => check(drawing)),
        parameters,
      );
    },
    timeout,
  );
});
