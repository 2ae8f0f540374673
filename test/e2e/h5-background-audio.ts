import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AppServer, BrowserKind } from '../support/browser';
import { openApp, openContext } from '../support/recording-page';

/** Path → seconds. */
const PROGRAMS = { 'programs/morning.wav': 3, 'programs/evening.wav': 60 };

/** Makes the radio page play files of the app itself, by relative URLs. */
export function playOwnPrograms(app: string): void {
  const page = join(app, 'src/pages/radio/index.tsx');
  const list = Object.keys(PROGRAMS).map((path) => `'${path}'`);
  const text = readFileSync(page, 'utf8').replace(/(?<=const programs = )\[.*\]/, `[${list.join(', ')}]`);
  writeFileSync(page, text);
}

/** Adds the files to a built app. */
export function addPrograms(built: string): void {
  for (const [path, seconds] of Object.entries(PROGRAMS)) {
    mkdirSync(dirname(join(built, path)), { recursive: true });
    writeFileSync(join(built, path), sound(seconds));
  }
}

/** Drives the example's radio page in a browser, as a user would. */
export function testBackgroundAudio(kind: BrowserKind, server: () => AppServer): void {
  describe('the radio page', () => {
    let browser: Browser;
    let context: BrowserContext;
    let page: Page;
    beforeAll(async () => {
      browser = await kind.launch('allowed');
    });
    afterAll(() => browser?.close());
    beforeEach(async () => {
      context = await openContext(browser, kind);
      page = await openApp(context, server(), '/#/pages/radio/index');
      await page.locator('.tip').evaluate((tip) => {
        const tips: string[] = [];
        Object.assign(globalThis, { tips });
        new MutationObserver(() => tips.push(tip.textContent!)).observe(tip, {
          characterData: true,
          childList: true,
          subtree: true,
        });
      });
      return () => context.close();
    });

    const click = (name: string) => page.getByText(name, { exact: true }).click();
    const tip = (text: string) => page.locator('.tip').getByText(text, { exact: true }).waitFor();
    /** @returns the played seconds */
    async function position(): Promise<number> {
      await click('进度');
      const shown = page.locator('.tip').getByText(/^\d+ \/ 60 秒$/);
      await shown.waitFor();
      return Number.parseInt(await shown.innerText(), 10);
    }

    test('programs play one after the other, keep their position during a pause, and end with a stop', async () => {
      await click('播放');
      await tip('第 1 个节目');
      await click('暂停');
      await tip('已暂停');
      await click('播放');
      await tip('第 2 个节目');
      expect(await page.evaluate('tips')).toEqual([
        '第 1 个节目',
        '已暂停',
        '第 1 个节目',
        '已停止',
        '第 2 个节目',
      ]);

      await click('跳到 30 秒');
      expect(await position()).toBeGreaterThanOrEqual(30);
      await click('暂停');
      await tip('已暂停');
      const paused = await position();
      expect(paused).toBeGreaterThanOrEqual(30);
      await click('播放');
      await tip('第 2 个节目');
      expect(await position()).toBeGreaterThanOrEqual(paused);
      await click('停止');
      await tip('已停止');
      await click('进度');
      await tip('没有节目');
    });

    test('a file that is missing is named as not playable', async () => {
      const path = '/programs/morning.wav';
      server().missing.add(path);
      try {
        await click('播放');
        await page.getByText('playBackgroundAudio:fail cannot be played').waitFor();
      } finally {
        server().missing.delete(path);
      }
    });
  });
}

/** A WAV file with a quiet tone: 8 bits, mono. */
function sound(seconds: number): Buffer {
  const rate = 8000;
  const samples = Buffer.from(Array.from({ length: rate * seconds }, (_, at) => 128 + 10 * Math.sin(at / 3)));
  const head = Buffer.from('RIFF....WAVEfmt ....................data....', 'latin1');
  head.writeUInt32LE(head.length - 8 + samples.length, 4);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}
