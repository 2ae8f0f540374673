/** The canvas runtime over random drawings (random-drawings.ts) and random lives of an app (canvas-lives.ts). */
import * as fc from 'fast-check';
import { beforeAll, describe, it, vi } from 'vitest';
import { randomly } from '../../support/random';
import { canvasLives, checkCanvas } from './canvas-lives';
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

it(
  'canvas: over random lives of an app, each draw is shown and told once',
  async () => {
    await fc.assert(
      fc.asyncProperty(canvasLives, (life) => checkCanvas(life)),
      parameters,
    );
  },
  timeout,
);
