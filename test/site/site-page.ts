import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { BrowserKind } from '../support/browser';
import { DIST } from './dist';
import { type SiteServer, serveSite } from './serve';

const DESKTOP = { width: 1280, height: 900 };

/** Waits for what a machine with other work may take long for. */
export const eventually = <T>(get: () => T) => expect.poll(get, { timeout: 60_000 });

/** The built site in a page of a browser, which all tests of a file share: a page costs more than most tests. */
export class SitePage {
  server!: SiteServer;
  page!: Page;
  readonly errors: string[] = [];
  #browser: Browser | undefined;

  async open(kind: BrowserKind): Promise<void> {
    this.server = await serveSite(DIST);
    this.#browser = await kind.launch('missing');
    this.page = await this.#browser.newPage({ viewport: DESKTOP });
    this.page.setDefaultTimeout(60_000);
    this.page.on('pageerror', ({ message }) => this.errors.push(message));
  }

  async reset(): Promise<void> {
    this.errors.length = 0;
    await this.page.setViewportSize(DESKTOP);
    // The next address may differ in its fragment only.
    await this.page.goto('about:blank');
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    await this.server?.close();
  }

  /** Opens a page, and waits until it reacts. */
  async goto(path: string): Promise<void> {
    await this.page.goto(this.server.url + path);
    await this.page.waitForFunction("'__vue_app__' in document.querySelector('#app')");
  }

  /** Opens the playground, and waits for the first result. */
  async openPlayground(): Promise<void> {
    await this.goto('en/playground');
    await eventually(() => this.status.textContent()).toMatch(/\d/);
  }

  get status(): Locator {
    return this.page.locator('.playground .status');
  }

  get editor(): Locator {
    return this.page.locator('.cm-merge-a .cm-content');
  }

  get result(): Locator {
    return this.page.locator('.cm-merge-b .cm-content');
  }

  /** Waits until the result contains a text. */
  async shows(text: string): Promise<void> {
    await eventually(() => this.result.textContent()).toContain(text);
  }

  /** Replaces the code of the current file. */
  async type(code: string): Promise<void> {
    await this.editor.click();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.insertText(code);
  }

  /** Drops files on the editors, as from a file manager. */
  async drop(...files: { name: string; code: string }[]): Promise<void> {
    const transfer = await this.page.evaluateHandle((given) => {
      const transfer = new DataTransfer();
      for (const { name, code } of given) transfer.items.add(new File([code], name));
      return transfer;
    }, files);
    await this.editor.dispatchEvent('drop', { dataTransfer: transfer });
  }
}

/** The site for the tests of a file. None of them may cause an error in the page. */
export function siteIn(kind: BrowserKind): SitePage {
  const site = new SitePage();
  beforeAll(() => site.open(kind));
  afterAll(() => site.close());
  beforeEach(() => site.reset());
  afterEach(() => expect(site.errors).toEqual([]));
  return site;
}
