import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { build, installApp, makeApp } from '../support/taro-app';
import { lostLandmarks, lostPlaces, modulesWithCalls, rewrittenCalls, scriptsOf } from './bundle';
import { CANVAS_PAGES, expectCanvas2d, WITH_CANVAS_2D } from './canvas-pages';
import { play, scenarios } from './pages';

/** Pages with their own methods, or a camera, of the same names as the deprecated APIs. */
const UNTOUCHED = ['pages/camera/index.tsx', 'pages/own-methods/index.tsx', 'pages/save-upload/index.tsx'];

describe('Taro 3.6, React, webpack5: the example', () => {
  let installed: string;
  let app: string;
  let weapp: string;
  beforeAll(async () => {
    installed = await installApp('taro3');
    app = makeApp(installed, 'plugin', [WITH_CANVAS_2D], 'taro3', { minified: true });
  });

  test.each([
    'weapp',
    'h5',
  ] as const)('Taro 3.6, %s: sources are rewritten with exact positions', async (platform) => {
    const { folder } = await build(app, platform, 'webpack5');
    if (platform === 'weapp') weapp = folder;
    const sources = join(app, 'src');
    const scripts = scriptsOf(folder, sources);
    expect(rewrittenCalls(sources).length).toBeGreaterThan(12);
    expect(modulesWithCalls(scripts)).toEqual(UNTOUCHED);
    // Taro 3.6 itself loses source positions in weapp builds (see the next test). Only h5 builds contain the
    // recorder for browsers.
    const all = scripts.flatMap(({ lines }) => lines).join('\n');
    expect(all.includes("registerProcessor('recorder'")).toBe(platform === 'h5');
    if (platform === 'h5') expect(lostPlaces(scripts, sources)).toEqual([]);
  });

  test('Taro 3.6, weapp: source maps end at Babel’s output even without the plugin', async () => {
    const plain = makeApp(installed, 'plain', [], 'taro3');
    const { folder } = await build(plain, 'weapp', 'webpack5');
    const scripts = scriptsOf(folder, join(plain, 'src'));
    expect(lostLandmarks(scripts, join(plain, 'src')).length).toBeGreaterThan(12);
  });

  test.each(Object.keys(scenarios))('Taro 3.6, weapp: %s', (name) => play(weapp, name));

  test('Taro 3.6, weapp: the canvas pages draw on 2D canvases and export them', () =>
    expectCanvas2d(weapp, CANVAS_PAGES));
});
