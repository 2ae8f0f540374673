import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AppServer, BrowserKind } from '../support/browser';
import { listen, openApp, openContext, type Watched } from '../support/recording-page';

/** Drives the example's voice message page in a browser, as a user would. */
export function testVoiceMessages(kind: BrowserKind, server: () => AppServer): void {
  describe('the voice message page', () => {
    let browser: Browser;
    let context: BrowserContext;
    let page: Page;
    beforeAll(async () => {
      browser = await kind.launch('allowed');
    });
    afterAll(() => browser?.close());
    beforeEach(async () => {
      context = await openContext(browser, kind);
      page = await openApp(context, server(), '/#/pages/voice-message/index');
      return () => context.close();
    });

    const click = (name: string) => page.getByText(name, { exact: true }).click();
    const path = () => page.locator('.result').innerText();
    const status = (text: string) => page.locator('.status').getByText(text, { exact: true }).waitFor();
    /** Waits for an event of an audio element, such as `playing blob:…`. */
    const heard = (what: string) =>
      page.waitForFunction((line) => (globalThis as unknown as Watched).heard.includes(line), what);
    const lines = () => page.evaluate('heard') as Promise<string[]>;

    /** Records with the page's buttons; continues once the browser records. */
    async function start(): Promise<void> {
      const recording = page.evaluate(() =>
        new Promise((resolve) => addEventListener('recording', resolve, { once: true })).then(() => true),
      );
      await click('录音');
      await status('录音中');
      await recording;
    }

    async function message(ms: number): Promise<string> {
      await start();
      await listen(page, ms);
      await click('录完');
      await status('已录好');
      return path();
    }

    test('a voice message is recorded, played with a pause to its end, and sent byte for byte', async () => {
      const file = await message(2000);
      expect(file).toMatch(/^blob:/);
      await click('试听');
      await heard(`playing ${file}`);
      await click('暂停');
      await status('已暂停');
      await heard(`pause ${file}`);
      expect(await lines()).not.toContain(`ended ${file}`);
      await click('试听');
      await status('播放完');
      expect((await lines()).filter((line) => line === `ended ${file}`)).toHaveLength(1);

      const bytes = await page.evaluate(
        async (url) => [...new Uint8Array(await (await fetch(url)).arrayBuffer())],
        file,
      );
      const before = server().uploads.length;
      await click('发送');
      await page.locator('.url').getByText('ok').waitFor();
      expect(server().uploads).toHaveLength(before + 1);
      const sent = server().uploads.at(-1)!;
      expect(sent.path).toBe('/voice/upload');
      expect(sent.file!.head).toMatch(/name="file"; filename="file-\d+\.(m4a|webm)"/);
      expect(sent.file!.content.equals(Buffer.from(bytes))).toBe(true);
    });

    test('stopRecord and playVoice on consecutive lines play the previous voice to its end', async () => {
      const first = await message(1500);
      await start();
      await listen(page, 500);
      await click('听上一段');
      await heard(`playing ${first}`);
      await status('已录好');
      const second = await path();
      expect(second).toMatch(/^blob:/);
      expect(second).not.toBe(first);
      await heard(`ended ${first}`);
      expect((await lines()).filter((line) => line.includes(second))).toEqual([]);
    });
  });
}
