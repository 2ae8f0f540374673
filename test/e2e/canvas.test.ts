import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, serve } from '../support/browser';
import { openContext } from '../support/recording-page';
import { build, builtExample, installExample, makeApp, type Platform, run } from '../support/taro-app';
import { replaceIn } from './library';
import { playing, scenarios } from './pages';

const POSTER = 'poster: a card with a shadow, and at night a glowing wave';
const PAGE = 'src/pages/poster/index.tsx';

/** The setters that stay: for a gradient, which Taro's types do not allow, and those without a property. */
const KEPT = new Set(['setFillStyle', 'setFontSize', 'setTextAlign']);

let installed: string;
beforeAll(async () => {
  installed = await installExample();
});

/** An app for weapp and h5 only, as its user says. It builds only the page with the canvas. */
async function migrated(): Promise<string> {
  const app = makeApp(installed, 'canvas-migrated', []);
  replaceIn(join(app, 'src/app.config.ts'), /pages: \[[^\]]*\]/, "pages: ['pages/poster/index']");
  const bin = join(app, 'node_modules/taro-modernize/dist/cli/bin.js');
  const args = ['src/pages/poster', '--platform', 'weapp,h5', '--yes', '--allow-dirty'];
  const page = () => readFileSync(join(app, PAGE), 'utf8');
  expect((await run(process.execPath, [bin, ...args], { cwd: app })).status).toBe(0);
  const once = page();
  expect(once.match(/\.set\w+/g)).toEqual(['.setFillStyle', '.setFontSize', '.setTextAlign']);
  expect(once).toContain('    if (dark) {\n      ctx.shadowOffsetX = 0\n');
  expect((await run(process.execPath, [bin, ...args], { cwd: app })).status).toBe(0);
  expect(page()).toBe(once);
  const tsc = join(app, 'node_modules/typescript/bin/tsc');
  const { printed } = await run(process.execPath, [tsc, '--noEmit'], { cwd: app });
  expect(printed).toBe('');
  return app;
}

let migratedApp: string;
const KINDS: readonly [string, (platform: Platform) => Promise<{ folder: string }>][] = [
  ['without the plugin', (platform) => builtExample('plain', platform)],
  ['with the plugin', (platform) => builtExample('plugin', platform)],
  [
    'migrated for weapp and h5',
    async (platform) => {
      migratedApp ??= await migrated();
      return build(migratedApp, platform, 'webpack5');
    },
  ],
];

/** The pictures of the canvas in Chromium, by the button that draws them. */
const pictures = new Map<string, string[]>();

describe.each(KINDS)('a canvas page %s', (kind, built) => {
  test('weapp: draws the same, with properties in place of setters', async () => {
    const { folder } = await built('weapp');
    await playing(folder, async (open, client, weapp) => {
      await scenarios[POSTER]!(open, client, weapp);
      const called = new Set(client.canvas.setters);
      if (kind === 'without the plugin') expect(called).toContain('setShadow');
      else expect(called).toEqual(KEPT);
    });
  });

  test('h5 in Chromium: draws the same pixels', async () => {
    const { folder } = await built('h5');
    const chromium = BROWSERS[0]!;
    const server = await serve(folder);
    const browser = await chromium.launch('missing');
    try {
      const page = await (await openContext(browser, chromium)).newPage();
      await page.goto(`${server.url}/#/pages/poster/index`);
      const drawn: string[] = [];
      for (const button of ['生成海报', '生成夜间海报']) {
        await page.getByText(button, { exact: true }).click();
        await page
          .locator('.tip')
          .getByText(`${button.slice(2)}已生成`, { exact: true })
          .waitFor();
        drawn.push(await page.evaluate(() => document.querySelector('canvas')!.toDataURL()));
        /** Below the card, where only its shadow is. */
        const below = await page.evaluate(() => {
          const context = document.querySelector('canvas')!.getContext('2d')!;
          return [...context.getImageData(150, 186, 1, 1).data, ...context.getImageData(5, 186, 1, 1).data];
        });
        expect(below[0]! + below[1]! + below[2]!).toBeLessThan(below[4]! + below[5]! + below[6]!);
      }
      expect(drawn[0]).not.toBe(drawn[1]);
      pictures.set(kind, drawn);
      expect(drawn).toEqual(pictures.get('without the plugin'));
    } finally {
      await browser.close();
      await server.close();
    }
  });
});
