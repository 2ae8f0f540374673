import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { BROWSERS, serve } from '../support/browser';
import { build, builtExample, filesOf, installExample, makeApp, type Platform } from '../support/taro-app';
import { replaceIn } from './library';
import { INCLUDING, LIBRARY_PAGE, WATER_FLOW } from './library-pages';
import { openSystemPages, SHOWN, SYSTEM_PAGES } from './system-pages';

let installed: string;
beforeAll(async () => {
  installed = await installExample();
});

/** The built pages of the example that read system information. With `libraries`, also those whose libraries do. */
async function built(platform: Platform, plugins: readonly unknown[], libraries = false): Promise<string> {
  const app = makeApp(installed, `system-${platform}-${plugins.length}`, plugins, 'example', { libraries });
  replaceIn(join(app, 'src/app.config.ts'), /pages: \[[^\]]*\]/, `pages: ['${SYSTEM_PAGES.join("', '")}']`);
  // The default ids depend on the loaders that process the modules.
  const chain = 'function webpackChain(chain) {';
  replaceIn(join(app, 'config/index.ts'), chain, `${chain}\n  chain.optimization.set('moduleIds', 'named')`);
  return (await build(app, platform, 'webpack5')).folder;
}

test('a weapp app without the plugin shows the same values by calling the deprecated functions', async () => {
  const { shown, old, modern } = await openSystemPages(
    (await builtExample('plain', 'weapp')).folder,
    '3.7.0',
  );
  expect(shown).toEqual(SHOWN);
  expect(old.length).toBeGreaterThan(6);
  expect(modern).toEqual([]);
});

/** Whether the text has not changed since the last call: components render again when they have measured. */
function isSettled(selector: string): boolean {
  const memory = globalThis as { lastText?: string };
  const text = document.querySelector<HTMLElement>(selector)?.innerText;
  const isSame = text !== undefined && text === memory.lastText;
  if (text !== undefined) memory.lastText = text;
  return isSame;
}

/** The texts of the pages in Chromium after a click on every button. */
async function textsOnH5(plugins: readonly unknown[]): Promise<string[]> {
  const server = await serve(await built('h5', plugins, true));
  const browser = await BROWSERS[0]!.launch('allowed');
  try {
    const texts: string[] = [];
    for (const route of [...SYSTEM_PAGES, LIBRARY_PAGE, WATER_FLOW]) {
      const page = await browser.newPage({ viewport: { width: 412, height: 834 } });
      await page.goto(`${server.url}/#/${route}`);
      await page.locator('.status').filter({ hasText: /./ }).waitFor();
      for (const button of await page.locator('.btn').all()) await button.click();
      for (const name of ['.result', '.size', '.version'])
        for (const text of await page.locator(name).all()) await text.filter({ hasText: /./ }).waitFor();
      if (route === WATER_FLOW) await page.getByText('海浪').waitFor();
      await page.waitForFunction(isSettled, '.page', { polling: 500 });
      texts.push(await page.locator('.page').innerText());
      await page.close();
    }
    return texts;
  } finally {
    await browser.close();
    await server.close();
  }
}

test('an h5 app in Chromium shows the same values with and without the plugin', async () => {
  const before = await textsOnH5([]);
  expect(before.join('\n')).toContain('412x834');
  expect(before.join('\n')).toContain('倍速');
  expect(await textsOnH5(INCLUDING)).toEqual(before);
});

/** The scripts of the built app by path. */
async function scriptsOnAlipay(plugins: readonly unknown[], libraries: boolean): Promise<[string, string][]> {
  const files = filesOf(await built('alipay', plugins, libraries));
  return [...files].filter(([file]) => file.endsWith('.js'));
}

test("the plugin does not change Alipay's bundle", async () => {
  expect(await scriptsOnAlipay(['taro-modernize'], false)).toEqual(await scriptsOnAlipay([], false));
});

test("the plugin does not change Alipay's modules, not even those of included libraries", async () => {
  const modules = async (plugins: readonly unknown[]) =>
    (await scriptsOnAlipay(plugins, true)).map(([file, text]) => [file, contentOf(text)]);
  expect(await modules(INCLUDING)).toEqual(await modules([]));
});

type Chunk = [ids: unknown, modules: Record<string, () => void>, run?: () => void];

/**
 * The modules of a script by name, because webpack also orders them by the loaders that processed them. Where
 * they are strict depends on the order.
 */
function contentOf(script: string): unknown {
  if (!script.includes('webpackJsonp"] || []).push(')) return script;
  const my: { webpackJsonp?: Chunk[] } = {};
  new Function('my', 'require', script)(my, () => {});
  return my.webpackJsonp!.map(([ids, modules, run]) => {
    const texts = Object.entries(modules).map(([name, module]) => [
      name,
      String(module).replaceAll('"use strict";', ''),
    ]);
    return { ids, modules: Object.fromEntries(texts), run: String(run) };
  });
}
