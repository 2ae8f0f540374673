import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, serve } from '../support/browser';
import type { FakeCanvasHost } from '../support/fake-canvas-page';
import {
  type AppName,
  build,
  builtExample,
  filesOf,
  installApp,
  makeApp,
  type Platform,
  run,
} from '../support/taro-app';
import {
  CANVAS_2D,
  CANVAS_PAGES,
  expectCanvas2d,
  playCanvases,
  signOnH5,
  VUE_CANVAS_PAGES,
} from './canvas-pages';
import { replaceIn } from './library';

// example.test.ts, taro3.test.ts and vue3.test.ts drive these pages in the apps that they build with the plugin.

/** An app that has only these pages. */
async function makeCanvasApp(
  name: string,
  plugins: readonly unknown[],
  pages = CANVAS_PAGES,
  from: AppName = 'example',
): Promise<string> {
  const app = makeApp(await installApp(from), `canvas-2d-${name}`, plugins, from);
  replaceIn(join(app, 'src/app.config.ts'), /pages: \[[^\]]*\]/, `pages: ['${pages.join("', '")}']`);
  if (from !== 'example') return app;
  // Users do not get source maps, so they are not compared.
  writeFileSync(join(app, 'config/prod.ts'), 'export default {}\n');
  // The default ids depend on the loaders that process the modules.
  const chain = 'function webpackChain(chain) {';
  const named = "chain.optimization.set('moduleIds', 'named').set('chunkIds', 'named')";
  replaceIn(join(app, 'config/index.ts'), chain, `${chain}\n  ${named}`);
  return app;
}

/** Migrates an app, and expects a second run to change nothing. */
async function migrate(app: string, migrations: string): Promise<void> {
  const bin = join(app, 'node_modules/taro-modernize/dist/cli/bin.js');
  const args = ['src', '--only', migrations, '--yes', '--allow-dirty'];
  expect((await run(process.execPath, [bin, ...args], { cwd: app })).status).toBe(0);
  const once = filesOf(join(app, 'src'));
  expect((await run(process.execPath, [bin, ...args], { cwd: app })).status).toBe(0);
  expect(filesOf(join(app, 'src'))).toEqual(once);
}

/** On h5, webpack orders the modules of a file by the loaders that processed them. */
function withSortedLines(files: Map<string, string>): Map<string, string> {
  const sorted = (text: string) => text.replaceAll('/***/ }),', '/***/ })').split('\n').sort().join('\n');
  return new Map([...files].map(([file, text]) => [file, sorted(text)]));
}

type Old = FakeCanvasHost['old'];

/** The runtime begins a path for each thing that it draws, also for a rectangle. */
function withPaths(draws: Old): Old {
  return draws.map((draw) => ({
    ...draw,
    calls: draw.calls.flatMap(([name, ...given]): Old[number]['calls'] => {
      if (name === 'beginPath') return [];
      if (name === 'fillRect') return [['rect', ...given], ['fill']];
      return [name === 'setFontSize' ? [name, given[0]] : [name, ...given]];
    }),
  }));
}

const apps = new Map<string, string>();
const folders = new Map<string, string>();

/** The built pages of the example: without the plugin, with it, or after the command. */
async function built(form: 'plain' | 'plugin' | 'migrated', platform: Platform): Promise<string> {
  const key = `${form} ${platform}`;
  if (!folders.has(key)) folders.set(key, (await build(apps.get(form)!, platform, 'webpack5')).folder);
  return folders.get(key)!;
}

beforeAll(async () => {
  apps.set('plain', await makeCanvasApp('plain', []));
  // The default migrations also change the setters on h5.
  apps.set('plugin', await makeCanvasApp('plugin', [['taro-modernize', { migrations: [CANVAS_2D] }]]));
  apps.set('migrated', await makeCanvasApp('migrated', []));
  await migrate(apps.get('migrated')!, CANVAS_2D);
});

describe('migrated by the command', () => {
  test('Taro 4, React: the pages pass the type check', async () => {
    const app = apps.get('migrated')!;
    expect(readFileSync(join(app, 'src/pages/signature/index.tsx'), 'utf8')).toContain('type={canvasType}');
    const tsc = join(app, 'node_modules/typescript/bin/tsc');
    expect((await run(process.execPath, [tsc, '--noEmit'], { cwd: app })).printed).toBe('');
  });

  test('Taro 4, React, weapp: the pages draw on 2D canvases and export them', async () => {
    await expectCanvas2d(await built('migrated', 'weapp'), CANVAS_PAGES);
  });

  test('Taro 4, React, weapp: a base library below 2.25.3 draws the same with the old context', async () => {
    const { folder } = await builtExample('plain', 'weapp');
    const before = await playCanvases(folder, CANVAS_PAGES);
    const after = await playCanvases(await built('migrated', 'weapp'), CANVAS_PAGES, 'wx', '2.23.4');
    expect(before.host.old.length).toBeGreaterThan(2);
    expect(withPaths(after.host.old)).toEqual(withPaths(before.host.old));
    expect(after.host.exports).toEqual(before.host.exports);
    expect(after.texts).toEqual(before.texts);
  });

  test.each<[string, AppName, string[]]>([
    ['Taro 3.6, React', 'taro3', CANVAS_PAGES],
    ['Taro 3.6, Vue 3', 'taro3Vue3', VUE_CANVAS_PAGES],
    ['Taro 4, Vue 3', 'vue3', VUE_CANVAS_PAGES],
  ])('%s, weapp: the pages draw on 2D canvases and export them', async (_, from, pages) => {
    const app = await makeCanvasApp(from, [], pages, from);
    await migrate(app, `default,${CANVAS_2D}`);
    await expectCanvas2d((await build(app, 'weapp', 'webpack5')).folder, pages);
  });
});

describe.each(['alipay', 'tt', 'h5'] as const)('%s', (platform) => {
  test('the plugin does not change a byte of the built app', async () => {
    const files = async (form: 'plain' | 'plugin') => {
      const all = filesOf(await built(form, platform));
      return platform === 'h5' ? withSortedLines(all) : all;
    };
    expect(await files('plugin')).toEqual(await files('plain'));
  });

  if (platform !== 'h5') {
    test('the migrated pages make the same calls', async () => {
      const host = platform === 'alipay' ? 'my' : 'tt';
      const before = await playCanvases(await built('plain', platform), CANVAS_PAGES, host);
      const after = await playCanvases(await built('migrated', platform), CANVAS_PAGES, host);
      expect(before.contexts.length).toBe(2);
      expect(after.contexts).toEqual(before.contexts);
      expect(after.host.old).toEqual(before.host.old);
      expect(after.host.exports).toEqual(before.host.exports);
      expect(after.texts).toEqual(before.texts);
      for (const { type } of after.attributes) expect(type).toBe('');
    });
  } else {
    test('the migrated pages draw and export the same pixels in Chromium', async () => {
      const pictures: string[][] = [];
      const browser = await BROWSERS[0]!.launch('missing');
      try {
        for (const form of ['plain', 'migrated'] as const) {
          const server = await serve(await built(form, 'h5'));
          pictures.push(await signOnH5(browser, server.url));
          await server.close();
        }
      } finally {
        await browser.close();
      }
      expect(pictures[1]).toEqual(pictures[0]);
    });
  }
});
