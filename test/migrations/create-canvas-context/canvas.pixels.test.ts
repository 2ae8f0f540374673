/** What the runtime draws is, pixel by pixel, what 2D code draws. test/e2e/canvas-pixels.test.ts does the same in Chromium. */
import { createCanvas } from '@napi-rs/canvas';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { drawings } from '../../support/canvas-drawings';
import { compare } from '../../support/canvas-pixels';
import type { Bitmap } from '../../support/fake-canvas-page';
import { loadCanvas } from '../../support/load-canvas';

const make = (width: number, height: number) => createCanvas(width, height) as unknown as Bitmap;

beforeAll(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

describe.each([1, 2, 3])('at a pixel ratio of %i', (pixelRatio) => {
  test.each(drawings)('$name', async (drawing) => {
    const { different, drawn } = await compare(drawing, pixelRatio, make, loadCanvas);
    expect(drawn).toBeGreaterThan(0);
    expect(different).toBe(0);
  });
});
