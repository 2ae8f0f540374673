import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installByPnpm, type PnpmApp } from '../support/pnpm-app';
import { build } from '../support/taro-app';
import { lostPlaces, modulesWithCalls, recordersIn, scriptsOf } from './bundle';
import { addLibraryCall, LIBRARY, libraryCall, libraryFiles } from './library';
import { play, scenarios } from './pages';

/** Pages with their own methods, or a camera, of the same names as the deprecated APIs. */
const UNTOUCHED = ['pages/camera/index.tsx', 'pages/own-methods/index.tsx', 'pages/save-upload/index.tsx'];

// Taro 4.2.0 requires @tarojs/taro-loader without declaring it. Unless that package is hoisted, Taro builds
// in no pnpm workspace, with or without the plugin.
let app: PnpmApp;
beforeAll(() => {
  app = installByPnpm({ [LIBRARY]: libraryFiles }, [['taro-modernize', { include: [LIBRARY] }]]);
  addLibraryCall(app.folder);
});
afterAll(() => app?.remove());

test('pnpm installs a strict layout: the app and the package reach only their declared dependencies', () => {
  const library = realpathSync(join(app.folder, 'node_modules', LIBRARY, 'index.js'));
  expect(library).toContain('node_modules/.pnpm/');
  expect(() => createRequire(library).resolve('taro-modernize/package.json')).toThrow('Cannot find module');
  expect(() => createRequire(join(app.folder, 'package.json')).resolve('magic-string')).toThrow(
    'Cannot find module',
  );
});

test('pnpm workspace: pages and an included package share one runtime, and the app runs', async () => {
  const { folder, printed } = await build(app.folder, 'weapp', 'webpack5');
  expect(printed).not.toMatch(/Module not found|Can't resolve|prebundle/);
  const scripts = scriptsOf(folder, join(app.folder, 'src'));
  expect(modulesWithCalls(scripts)).toEqual(UNTOUCHED);
  expect(lostPlaces(scripts, join(app.folder, 'src'))).toEqual([]);
  expect(libraryCall(folder)).toBe('start');
  expect(recordersIn(folder)).toHaveLength(1);
  for (const name of Object.keys(scenarios)) await play(folder, name);
});
