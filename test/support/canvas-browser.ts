/** The comparison of all drawings in a browser, for which test/e2e/canvas-pixels.test.ts bundles this file. */
import { drawings } from './canvas-drawings';
import { type CanvasModule, compare } from './canvas-pixels';
import type { Bitmap, FakeCanvasHost } from './fake-canvas-page';

const make = (width: number, height: number) =>
  Object.assign(document.createElement('canvas'), { width, height }) as unknown as Bitmap;

/**
 * @param runtime a CommonJS module
 * @returns for each drawing, the number of bytes that differ, and of those that are not empty
 */
export async function compareAll(runtime: string, pixelRatio: number) {
  const evaluate = new Function('exports', 'require', 'process', 'getCurrentPages', runtime);
  const load = (host: FakeCanvasHost) => {
    const exports = {};
    evaluate(
      exports,
      () => host.taro,
      { env: { TARO_ENV: 'weapp' } },
      () => host.pages.slice(),
    );
    return exports as CanvasModule;
  };
  const results: { name: string; different: number; drawn: number }[] = [];
  for (const drawing of drawings)
    results.push({ name: drawing.name, ...(await compare(drawing, pixelRatio, make, load)) });
  return results;
}
