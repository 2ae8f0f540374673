import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BROWSERS } from '../support/browser';
import { fixtures } from '../support/fixtures';
import { DIST, ROOT } from './dist';
import { type SiteServer, serveSite } from './serve';

let server: SiteServer;
beforeAll(async () => {
  server = await serveSite(DIST);
});
afterAll(() => server.close());

/** Waits for what a machine with other work may take long for. */
const eventually = <T>(get: () => T) => expect.poll(get, { timeout: 20_000 });

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

describe.each(BROWSERS)('the site in $name', (kind) => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let errors: string[];
  beforeAll(async () => {
    browser = await kind.launch('missing');
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    await open({});
  });
  afterEach(async () => {
    await context.close();
    expect(errors).toEqual([]);
  });

  async function open(options: Parameters<Browser['newContext']>[0]): Promise<void> {
    await context?.close();
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    page = await context.newPage();
    errors = [];
    page.on('pageerror', ({ message }) => errors.push(message));
  }

  /** Waits until the page reacts. */
  const started = () => page.waitForFunction("'__vue_app__' in document.querySelector('#app')");

  const status = () => page.locator('.playground .status');
  /** Opens the playground and waits for the first result. */
  async function openPlayground(language: '' | 'en/' = 'en/', fragment = ''): Promise<void> {
    await page.goto(`${server.url}${language}playground${fragment}`);
    await eventually(() => status().textContent()).toMatch(/\d/);
  }
  const editor = () => page.locator('.cm-merge-a .cm-content');
  const result = () => page.locator('.cm-merge-b .cm-content');
  /** Replaces the code of the current file. */
  async function type(code: string): Promise<void> {
    await editor().click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(code);
  }
  /** Drops files on the editors, as from a file manager. */
  async function drop(files: { name: string; code: string }[]): Promise<void> {
    const transfer = await page.evaluateHandle((given) => {
      const transfer = new DataTransfer();
      for (const { name, code } of given) transfer.items.add(new File([code], name));
      return transfer;
    }, files);
    await page.locator('.cm-merge-a .cm-content').dispatchEvent('drop', { dataTransfer: transfer });
  }

  test('search finds words in both languages, also inside a Chinese sentence', async () => {
    for (const [language, query, page_] of [
      ['en/', 'startRecord', /\/en\//],
      ['', '基础库', /taro-modernize\/(?!en)/],
    ] as const) {
      await page.goto(server.url + language);
      await page.locator('#local-search button').first().click();
      await page.locator('#localsearch-input').fill(query);
      const first = page.locator('#localsearch-list a').first();
      await first.waitFor();
      expect(await first.getAttribute('href')).toMatch(page_);
      await first.click();
      await eventually(() => page.locator('.VPDoc').textContent()).toContain(query);
    }
  });

  test('the language changes on the same page', async () => {
    await page.goto(`${server.url}en/findings/105`);
    await page.locator('.VPNavBarTranslations button').hover();
    await page.locator('.VPNavBarTranslations a', { hasText: '简体中文' }).click();
    await eventually(() => page.url()).toBe(`${server.url}findings/105`);
    await eventually(() => page.locator('h1').textContent()).toContain('无法确定是不是平台的 API');
  });

  test('from the start page to an own file, its result and a link to it', async () => {
    await page.goto(`${server.url}en/`);
    await page.getByRole('link', { name: 'Try it on a file of yours' }).click();
    await eventually(() => status().textContent()).toContain('2 locations rewritten');
    await drop([
      { name: 'voice.ts', code: "import Taro from '@tarojs/taro'\nTaro.playVoice({ filePath: 'a.aac' })\n" },
    ]);
    await eventually(() => result().textContent()).toContain('voice.play(');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await eventually(() => page.url()).toContain('#code=');
    const shared = page.url();
    await open({});
    await page.goto(shared);
    await eventually(() => result().textContent()).toContain('voice.play(');
    expect(await page.getByRole('tab', { name: 'voice.ts' }).getAttribute('aria-selected')).toBe('true');
    // No server has seen the code.
    expect(server.requests.filter((request) => request.includes('code='))).toEqual([]);
  });

  test('the example of the start page is edited in place, and nothing is loaded for it before', async () => {
    const first = server.requests.length;
    await page.goto(server.url);
    await started();
    const before = server.requests.length;
    await page.getByRole('button', { name: '编辑这个示例' }).click();
    await eventually(() => status().textContent()).toContain('改写 2 处');
    const isEngine = (request: string) => request.includes('worker');
    expect(server.requests.slice(first, before).filter(isEngine)).toEqual([]);
    expect(server.requests.slice(before).filter(isEngine)).not.toEqual([]);
    await type("import Taro from '@tarojs/taro'\nTaro.stopRecord()\n");
    await eventually(() => result().textContent()).toContain('recorder.stop()');
  });

  test('typing, tabs and options', async () => {
    await openPlayground();
    await type("import Taro from '@tarojs/taro'\nTaro.saveFile({ tempFilePath })\nTaro.chooseImage({})\n");
    await eventually(() => result().textContent()).toContain('saveFile({ tempFilePath })Taro.chooseImage');
    expect(await result().textContent()).toContain("'../../taro-modernize/files'");
    await page.locator('.options summary').click();
    await page.getByLabel('choose-image-to-choose-media').check();
    await eventually(() => result().textContent()).toContain("'../../taro-modernize/media'");
    await page.getByRole('combobox', { name: 'Runtime' }).selectOption('package');
    await eventually(() => result().textContent()).toContain("'taro-modernize/runtime/media'");
    await page.getByRole('button', { name: '+ Add a file' }).click();
    await page.getByLabel('File name').selectText();
    await page.keyboard.insertText('package.json');
    await page.keyboard.press('Enter');
    await type('{ "dependencies": { "@tarojs/taro": "4.2.0" } }');
    await eventually(() => result().textContent()).toContain('"taro-modernize": "^');
    await page.getByRole('tab', { name: 'package.json' }).press('ArrowLeft');
    await eventually(() => editor().textContent()).toContain('chooseImage');
    await page.getByRole('combobox', { name: 'Language' }).selectOption('vue');
    expect(await page.getByLabel('File name').inputValue()).toBe('src/pages/index/index.vue');
  });

  test('a finding in the list leads to its place, and its card shows reason, page and edit', async () => {
    await openPlayground();
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
    await openPlayground();
    await type('const = Taro.startRecord(');
    await page.getByText('This file cannot be parsed').first().waitFor();
    await type(
      "import Taro from '@tarojs/taro'\nTaro.startRecord({ a: '</code><img src=x onerror=window.hacked=1>' })\n",
    );
    await eventually(() => result().textContent()).toContain('recorder.start(');
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    const line = 'export const one = () => Taro.startRecord({ success: console.log })\n';
    const large = `import Taro from '@tarojs/taro'\n${line.replace('one', 'first')}${'// nothing\n'.repeat(1_000_000 / 11)}`;
    await drop([{ name: 'large.ts', code: large }]);
    await eventually(() => result().textContent()).toContain('recorder.start(');
    await drop([{ name: 'small.ts', code: "import Taro from '@tarojs/taro'\nTaro.stopRecord()\n" }]);
    await eventually(() => result().textContent()).toContain('recorder.stop(');
  });

  test('the result is that of the command', async () => {
    const sample = fixtures().filter(
      ({ folder, extension, options }, index) =>
        index % 40 === 0 &&
        !options.migration &&
        /^([jt]sx?|vue)$/.test(extension) &&
        folder.startsWith('engine'),
    );
    expect(sample.length).toBeGreaterThan(3);
    const { toFragment } = await import('../../site/playground/link');
    for (const { name, extension, input, output, options } of sample) {
      const state = {
        files: [{ name: `${name}.${extension}`, code: input }],
        options: { ...options, evidence: false },
      };
      await page.goto('about:blank');
      await openPlayground('en/', await toFragment(state));
      const text = await page.evaluate(() => {
        const { cmTile, cmView } = document.querySelector('.cm-merge-b .cm-content') as unknown as Record<
          string,
          { view: { state: { doc: object } } }
        >;
        return String((cmTile ?? cmView)!.view.state.doc);
      });
      expect(text, name).toBe(output.replace(/\r\n?/g, '\n'));
    }
  });

  test('a phone shows one side at a time, without scrolling sideways', async () => {
    await open({ viewport: { width: 360, height: 740 } });
    for (const path of ['', 'en/', 'en/codemod', 'migrations/', 'en/playground', 'findings/105']) {
      await page.goto(server.url + path);
      await started();
      const [width, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(width, path).toBeLessThanOrEqual(room!);
    }
    await openPlayground();
    expect(await result().isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Result', exact: true }).click();
    expect(await result().isVisible()).toBe(true);
    expect(await result().textContent()).toContain('recorder.start(');
  });

  test.each(['light', 'dark'] as const)('accessible: %s', async (colorScheme) => {
    await open({});
    // Firefox does not let tests set the system's colors.
    await page.addInitScript(
      `if (location.protocol === 'http:') localStorage.setItem('vitepress-theme-appearance', '${colorScheme}')`,
    );
    for (const path of ['', 'en/', 'en/findings/105']) {
      await page.goto(server.url + path);
      expect(await violations(page), path).toEqual([]);
    }
    await openPlayground();
    await page.locator('.options summary').click();
    expect(await page.evaluate(() => document.documentElement.classList.contains('dark'))).toBe(
      colorScheme === 'dark',
    );
    expect(await violations(page)).toEqual([]);
  });
});
