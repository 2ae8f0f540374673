import { expect, test } from 'vitest';
import { toFragment } from '../../site/playground/link';
import { fixtures } from '../support/fixtures';
import { eventually, type SitePage } from './site-page';

/** The first line of code that uses Taro. */
export const IMPORT = "import Taro from '@tarojs/taro'\n";

/** Declares the tests that run in every browser. */
export function testInEveryBrowser(site: SitePage): void {
  test('search finds words in both languages, also inside a Chinese sentence', async () => {
    const { page } = site;
    for (const [language, query, address] of [
      ['en/', 'startRecord', /\/en\//],
      ['', '基础库', /taro-modernize\/(?!en)/],
    ] as const) {
      await site.goto(language);
      await page.locator('#local-search button').first().click();
      await page.locator('#localsearch-input').fill(query);
      const first = page.locator('#localsearch-list a').first();
      await first.waitFor();
      expect(await first.getAttribute('href')).toMatch(address);
      await first.click();
      await eventually(() => page.locator('.VPDoc').textContent()).toContain(query);
    }
  });

  test('the language changes on the same page', async () => {
    const { page, server } = site;
    await site.goto('en/findings/105');
    await page.locator('.VPNavBarTranslations button').hover();
    await page.locator('.VPNavBarTranslations a', { hasText: '简体中文' }).click();
    await eventually(() => page.url()).toBe(`${server.url}findings/105`);
    await eventually(() => page.locator('h1').textContent()).toContain('无法确定是不是平台的 API');
  });

  test('from the start page to an own file, its result and a link to it', async () => {
    const { page, server } = site;
    await site.goto('en/');
    await page.getByRole('link', { name: 'Try it on a file of yours' }).click();
    await eventually(() => site.status.textContent()).toContain('2 locations rewritten');
    await site.drop({ name: 'voice.ts', code: `${IMPORT}Taro.playVoice({ filePath: 'a.aac' })\n` });
    await site.shows('voice.play(');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await eventually(() => page.url()).toContain('#code=');
    const shared = page.url();
    await page.goto('about:blank');
    await page.goto(shared);
    await site.shows('voice.play(');
    expect(await page.getByRole('tab', { name: 'voice.ts' }).getAttribute('aria-selected')).toBe('true');
    // No server has seen the code.
    expect(server.requests.filter((request) => request.includes('code='))).toEqual([]);
  });

  test("the start page's example becomes an editor when the Tab key reaches it, and loads nothing before", async () => {
    const { page, server } = site;
    const first = server.requests.length;
    await site.goto('en/');
    const before = server.requests.length;
    await page.getByRole('link', { name: 'Try it on a file of yours' }).focus();
    // The button that copies the code, and the code.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await eventually(() => site.status.textContent()).toContain('2 locations rewritten');
    const isEngine = (request: string) => request.includes('worker');
    expect(server.requests.slice(first, before).filter(isEngine)).toEqual([]);
    expect(server.requests.slice(before).filter(isEngine)).not.toEqual([]);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(`${IMPORT}Taro.stopRecord()\n`);
    await site.shows('recorder.stop()');
    // The focus can leave the editor in both directions.
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toBe('Try it on a file of yours');
    for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Tab');
    expect(await focused()).toBe('Copy link');
  });

  test('typing, tabs and options', async () => {
    const { page } = site;
    await site.openPlayground();
    await site.type(`${IMPORT}Taro.saveFile({ tempFilePath })\nTaro.chooseImage({})\n`);
    await site.shows('saveFile({ tempFilePath })Taro.chooseImage');
    expect(await site.result.textContent()).toContain("'../../taro-modernize/files'");
    await page.locator('.options summary').click();
    await page.getByLabel('choose-image-to-choose-media').check();
    await site.shows("'../../taro-modernize/media'");
    await page.getByRole('combobox', { name: 'Runtime' }).selectOption('package');
    await site.shows("'taro-modernize/runtime/media'");
    await page.getByRole('button', { name: '+ Add a file' }).click();
    await page.getByLabel('File name').selectText();
    await page.keyboard.insertText('package.json');
    await page.keyboard.press('Enter');
    await site.type('{ "dependencies": { "@tarojs/taro": "4.2.0" } }');
    await site.shows('"taro-modernize": "^');
    await page.getByRole('tab', { name: 'package.json' }).press('ArrowLeft');
    await eventually(() => site.editor.textContent()).toContain('chooseImage');
    await page.getByRole('combobox', { name: 'Language' }).selectOption('vue');
    expect(await page.getByLabel('File name').inputValue()).toBe('src/pages/index/index.vue');
  });

  test('a finding in the list leads to its place, and its card shows reason, page and edit', async () => {
    const { page } = site;
    await site.openPlayground();
    await page.locator('.findings li button').nth(1).click();
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('cm-content');
    await page.locator('.cm-lint-marker').first().hover();
    const card = page.locator('.finding-card').first();
    await eventually(() => card.textContent()).toContain('Its edit');
    expect(await card.locator('a').getAttribute('href')).toBe('/taro-modernize/en/findings/013');
    expect(await card.locator('ins').allTextContents()).toContain(
      "import { getDeviceInfo, getWindowInfo } from '../../taro-modernize/system'",
    );
  });

  test('a syntax error, hostile text and a megabyte leave the page usable', async () => {
    const { page } = site;
    await site.openPlayground();
    await site.type('const = Taro.startRecord(');
    await page.getByText('This file cannot be parsed').first().waitFor();
    await site.type(`${IMPORT}Taro.startRecord({ a: '</code><img src=x onerror=window.hacked=1>' })\n`);
    await site.shows('recorder.start(');
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    const call = 'export const first = () => Taro.startRecord({ success: console.log })\n';
    await site.drop({ name: 'large.ts', code: `${IMPORT}${call}${'// nothing\n'.repeat(1_000_000 / 11)}` });
    // A busy machine may need more than the 5 seconds.
    await page.getByText(/^1 location rewritten|took longer than 5 seconds/).waitFor();
    await site.drop({ name: 'small.ts', code: `${IMPORT}Taro.stopRecord()\n` });
    await site.shows('recorder.stop(');
  });

  test('the result is that of the command', async () => {
    const { page } = site;
    const sample = fixtures().filter(
      ({ folder, extension, input, output, options }, index) =>
        index % 20 === 0 &&
        !options.migration &&
        /^([jt]sx?|vue)$/.test(extension) &&
        folder.startsWith('engine') &&
        input !== output,
    );
    expect(sample.length).toBeGreaterThan(3);
    await site.openPlayground();
    for (const { name, extension, input, output, options } of sample) {
      const file = { name: `${name}.${extension}`, code: input };
      const fragment = await toFragment({ files: [file], options: { ...options, evidence: false } });
      await page.evaluate((shared) => {
        location.hash = shared;
      }, fragment);
      const shown = () =>
        page.evaluate(() => {
          const { cmTile, cmView } = document.querySelector('.cm-merge-b .cm-content') as unknown as Record<
            string,
            { view: { state: { doc: object } } }
          >;
          return String((cmTile ?? cmView)!.view.state.doc);
        });
      await expect.poll(shown, { timeout: 60_000, message: name }).toBe(output.replace(/\r\n?/g, '\n'));
    }
  });

  test('a phone shows one side at a time, without scrolling sideways', async () => {
    const { page } = site;
    await page.setViewportSize({ width: 360, height: 740 });
    const fits = async (path: string) => {
      const [width, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(width, path).toBeLessThanOrEqual(room!);
    };
    for (const path of ['', 'en/codemod', 'migrations/', 'findings/105']) {
      await site.goto(path);
      await fits(path);
    }
    await site.openPlayground();
    await fits('playground');
    expect(await site.result.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Result', exact: true }).click();
    expect(await site.result.isVisible()).toBe(true);
    expect(await site.result.textContent()).toContain('recorder.start(');
  });

  test('the switch makes the playground dark', async () => {
    const { page } = site;
    await site.openPlayground();
    const background = () =>
      page.locator('.playground .main').evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await background();
    await page.locator('.VPNavBarAppearance button').click();
    await eventually(background).not.toBe(light);
    await page.locator('.VPNavBarAppearance button').click();
    await eventually(background).toBe(light);
  });
}
