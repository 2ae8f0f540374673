import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { build, type Compiler, installExample, makeApp, run } from '../support/taro-app';
import { INCLUDING, LIBRARY_PAGE, openLibraryPages, WATER_FLOW } from './library-pages';

const PAGES = [LIBRARY_PAGE, WATER_FLOW];

let installed: string;
beforeAll(async () => {
  installed = await installExample();
});

/** @returns the app built for weapp, and the APIs that need manual changes */
async function built(app: string, compiler: Compiler) {
  const { folder, printed } = await build(app, 'weapp', compiler);
  return { folder, printed, manual: printed.match(/\w+(?= needs a manual change)/g) ?? [] };
}

test('weapp with webpack5: without any option, component libraries do not call deprecated functions', async () => {
  const app = makeApp(installed, 'libraries-webpack5', ['taro-modernize'], 'example', { libraries: true });
  const { folder, manual, printed } = await built(app, 'webpack5');
  expect(manual).toEqual([]);
  // The example does not use it, but NutUI imports it. Its variable for the platform has several values.
  expect(printed).toContain('might not be safe: @nutui/lottie-miniprogram (getSystemInfoSync). Set');
  const { shown, old, modern } = await openLibraryPages(folder, PAGES);
  expect(shown.join('\n')).toContain('倍速');
  expect(modern).toContain('getWindowInfo');
  expect(old).toEqual([]);
});

// The example has no page of the other libraries there, because Taro 4.2.0 cannot build them with Vite.
test("weapp with Vite: Taro's WaterFlow does not call deprecated functions", async () => {
  const app = makeApp(installed, 'libraries-vite', ['taro-modernize'], 'example', { libraries: true });
  const { folder, manual } = await built(app, 'vite');
  expect(manual).toEqual([]);
  const { old, modern } = await openLibraryPages(folder, [WATER_FLOW]);
  expect(modern).toContain('getWindowInfo');
  expect(old).toEqual([]);
});

test('weapp, migrated: component libraries show the same with the plugin, which removes their deprecated calls', async () => {
  const migrated = async (plugins: readonly unknown[]) => {
    const app = makeApp(installed, `libraries-migrated-${plugins.length}`, plugins, 'example', {
      libraries: true,
    });
    const bin = join(app, 'node_modules/taro-modernize/dist/cli/bin.js');
    const args = ['src', '--yes', '--allow-dirty'];
    expect((await run(process.execPath, [bin, ...args], { cwd: app })).status).toBe(0);
    const { folder, manual } = await built(app, 'webpack5');
    return { manual, ...(await openLibraryPages(folder, PAGES)) };
  };
  const without = await migrated([]);
  expect(without.old).toContain('getSystemInfo');
  expect(without.old).toContain('getSystemInfoSync');
  const { shown, old, manual } = await migrated(INCLUDING);
  // Listed packages are reported: vantui asks for the user's name and picture, which WeChat no longer provides.
  expect(manual).toEqual(expect.arrayContaining(['getUserProfile', 'getUserInfo']));
  expect(shown).toEqual(without.shown);
  expect(old).toEqual([]);
});
