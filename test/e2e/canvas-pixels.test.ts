/** In Chromium, the runtime for canvases draws the same pixels as 2D code. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BROWSERS } from '../support/browser';
import type { compareAll } from '../support/canvas-browser';
import { drawings } from '../support/canvas-drawings';
import { compiled, sourceOf } from '../support/runtime-module';

declare const canvases: { compareAll: typeof compareAll };

let page: Page;
beforeAll(async () => {
  const bundle = await rolldown({ input: join(import.meta.dirname, '../support/canvas-browser.ts') });
  const { output } = await bundle.generate({ format: 'iife', name: 'canvases' });
  await bundle.close();
  const browser = await BROWSERS[0]!.launch('missing');
  page = await browser.newPage();
  await page.addScriptTag({ content: output[0].code });
});
afterAll(() => page.context().browser()!.close());

test.each([1, 2, 3])('all drawings at a pixel ratio of %i', async (pixelRatio) => {
  const runtime = compiled(sourceOf('canvas'));
  const results = await page.evaluate(([source, ratio]) => canvases.compareAll(source, ratio), [
    runtime,
    pixelRatio,
  ] as const);
  expect(results.map(({ name }) => name)).toEqual(drawings.map(({ name }) => name));
  expect(results.filter(({ different, drawn }) => different !== 0 || drawn === 0)).toEqual([]);
});
