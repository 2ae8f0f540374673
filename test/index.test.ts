import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IPluginContext } from '@tarojs/service';
import { afterEach, beforeEach, expect, test } from 'vitest';
import taroModernize from '../src/index';

let appPath: string;
beforeEach(() => {
  appPath = mkdtempSync(join(tmpdir(), 'plugin-'));
});
afterEach(() => rmSync(appPath, { recursive: true, force: true }));

/** The part of Taro's context that every version has. */
function context(more: Partial<IPluginContext> = {}): IPluginContext {
  return {
    paths: { appPath, sourcePath: join(appPath, 'src') },
    addPluginOptsSchema: () => {},
    modifyWebpackChain: () => {},
    ...more,
  } as unknown as IPluginContext;
}

test('the plugin loads in Taro 3, which has no hook for Vite', () => {
  expect(() => taroModernize(context())).not.toThrow();
});

test('the Vite configuration is changed in place and at once, because Taro does not wait for the hook', () => {
  const viteConfig: { plugins?: { name: string }[] } = {};
  const modifyViteConfig = ((change: (args: object) => void) => {
    change({ viteConfig });
  }) as unknown as IPluginContext['modifyViteConfig'];
  taroModernize(context({ modifyViteConfig }));
  expect(viteConfig.plugins?.map(({ name }) => name)).toEqual(['taro-modernize']);
});
