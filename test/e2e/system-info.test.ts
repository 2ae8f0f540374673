import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { BROWSERS, serve } from '../support/browser';
import { build, filesOf, installExample, makeApp, type Platform } from '../support/taro-app';
import { openSystemPages, SHOWN, SYSTEM_PAGES } from './system-pages';

let installed: string;
beforeAll(() => {
  installed = installExample();
});

/** The built pages of the example that read system information. */
async function built(platform: Platform, plugins: readonly unknown[]): Promise<string> {
  const app = makeApp(installed, `system-${platform}-${plugins.length}`, plugins);
  const config = join(app, 'src/app.config.ts');
  const text = readFileSync(config, 'utf8');
  writeFileSync(config, text.replace(/pages: \[[^\]]*\]/, `pages: ['${SYSTEM_PAGES.join("', '")}']`));
  return (await build(app, platform, 'webpack5')).folder;
}

test('a weapp app without the plugin shows the same values by calling the deprecated functions', async () => {
  const { shown, old, modern } = await openSystemPages(await built('weapp', []), '3.7.0');
  expect(shown).toEqual(SHOWN);
  expect(old.length).toBeGreaterThan(6);
  expect(modern).toEqual([]);
});

/** The texts of the pages in Chromium after a click on every button. */
async function textsOnH5(plugins: readonly unknown[]): Promise<string[]> {
  const server = await serve(await built('h5', plugins));
  const browser = await BROWSERS[0]!.launch('allowed');
  try {
    const texts: string[] = [];
    for (const route of SYSTEM_PAGES) {
      const page = await browser.newPage({ viewport: { width: 412, height: 834 } });
      await page.goto(`${server.url}/#/${route}`);
      await page.locator('.status').filter({ hasText: /./ }).waitFor();
      for (const button of await page.locator('.btn').all()) await button.click();
      for (const name of ['.result', '.size', '.version'])
        for (const text of await page.locator(name).all()) await text.filter({ hasText: /./ }).waitFor();
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
  expect(await textsOnH5(['taro-modernize'])).toEqual(before);
});

test("the plugin does not change Alipay's bundle, except for module ids", async () => {
  const scripts = async (plugins: readonly unknown[]) =>
    withoutIds([...filesOf(await built('alipay', plugins))].filter(([file]) => file.endsWith('.js')));
  expect(await scripts(['taro-modernize'])).toEqual(await scripts([]));
});

/** webpack derives module ids from the loaders that processed the modules: each id becomes its position. */
function withoutIds(scripts: readonly (readonly [file: string, text: string])[]): [string, string][] {
  const declared = scripts.flatMap(([, text]) => [...text.matchAll(/[{,](\d+):(?=function\()/g)]);
  const ids = [...new Set(declared.map(([, id]) => id!))];
  expect(ids.length).toBeGreaterThan(10);
  return scripts.map(([file, text]) => [
    file,
    // A declaration, or `require(id)`.
    text.replace(/(?<=[{,])\d+(?=:function\()|(?<=\w\()\d+(?=[,)])/g, (id) =>
      ids.includes(id) ? `#${ids.indexOf(id)}` : id,
    ),
  ]);
}
