import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { BROWSERS } from '../support/browser';
import { ROOT } from './dist';
import { IMPORT, testInEveryBrowser } from './in-every-browser';
import { eventually, siteIn } from './site-page';

const axe = readFileSync(join(ROOT, 'site/node_modules/axe-core/axe.min.js'), 'utf8');

/** What breaks the accessibility of a page. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    type Axe = {
      run(
        options: object,
      ): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }>;
    };
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run({
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
    );
  });
}

/** The name of the focused element. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement;
    const name = element.ariaLabel ?? element.labels?.[0]?.firstChild?.textContent ?? element.textContent;
    return name!.trim();
  });

describe('the site in Chromium', () => {
  const site = siteIn(BROWSERS.find(({ name }) => name === 'Chromium')!);
  testInEveryBrowser(site);

  test('accessible in light and dark', async () => {
    const { page } = site;
    for (const path of ['', 'en/findings/105', 'en/playground']) {
      await site.goto(path);
      if (path === 'en/playground') {
        await eventually(() => site.status.textContent()).toMatch(/\d/);
        await page.locator('.options summary').click();
      }
      expect(await violations(page), path).toEqual([]);
      await page.locator('.VPNavBarAppearance button').click();
      expect(await page.locator('html.dark').count()).toBe(1);
      expect(await violations(page), `${path}, dark`).toEqual([]);
      await page.locator('.VPNavBarAppearance button').click();
    }
  });

  test('the Tab key reaches everything in the playground in the order on the screen, and leaves it', async () => {
    const { page } = site;
    await site.openPlayground();
    const order = [
      'index.tsx',
      '+ Add a file',
      'Open files…',
      'File name',
      'Language',
      'Options',
      'Code',
      'Result',
    ];
    order.push('Copy link', 'Copy patch', 'Report an issue', 'Copy as fixture');
    order.push('3:41', 'About SYS013', '6:8', 'About REC001');
    const walk = async (key: string, count: number) => {
      const names = [await focused(page)];
      while (names.length < count) {
        await page.keyboard.press(key);
        names.push(await focused(page));
      }
      return names;
    };
    await page.getByRole('tab', { name: 'index.tsx' }).focus();
    expect(await walk('Tab', order.length)).toEqual(order);
    expect(await walk('Shift+Tab', order.length)).toEqual(order.slice().reverse());
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement!.closest('.playground'))).toBeNull();
  });

  test('code that takes too long: the page stays usable, and the worker is replaced after 5 seconds', async () => {
    const { page } = site;
    await site.openPlayground();
    const [stuck] = page.workers();
    // The parser reads what may be a call with type arguments twice, so each level doubles the time.
    await site.type(`${IMPORT}Taro.startRecord(${'f<a>('.repeat(40)}`);
    await page.locator('.options summary').click();
    await page.getByLabel('choose-image-to-choose-media').check();
    expect(page.workers()).toContain(stuck);
    const message =
      'took longer than 5 seconds and was restarted. It leaves this file out until the file or the options change. Try a smaller file, or run the command.';
    await page.getByRole('alert').getByText(message).waitFor();
    expect(page.workers()).not.toContain(stuck);
    await site.type(`${IMPORT}Taro.chooseImage({})\n`);
    await site.shows('/taro-modernize/media');
    expect(await page.getByRole('alert').count()).toBe(0);
    await expect.poll(() => page.workers()).toHaveLength(1);
  });

  test('a megabyte of calls has a result or a message, and the next file has its result', async () => {
    const { page } = site;
    await site.openPlayground();
    const call = (index: number) =>
      `export const call${index} = () => Taro.startRecord({ success: console.log })\n`;
    const code = IMPORT + Array.from({ length: 14_000 }, (_, index) => call(index)).join('');
    expect(code.length).toBeGreaterThan(1_000_000);
    await site.drop({ name: 'large.ts', code });
    await page.getByText(/14000 locations rewritten|took longer than 5 seconds/).waitFor();
    await site.drop({ name: 'small.ts', code: `${IMPORT}Taro.stopRecord()\n` });
    await site.shows('recorder.stop(');
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});
