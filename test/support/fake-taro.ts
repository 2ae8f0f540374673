import { join } from 'node:path';
import type { IPluginContext } from '@tarojs/service';
import { vi } from 'vitest';
import taroModernize, { type PluginOptions } from '../../src';

/**
 * Taro as a plugin sees it.
 * @param app absolute path of the app
 * @returns a function that calls the plugin's functions for a hook
 */
export function fakeTaro(app: string, platform: string, options: PluginOptions = {}, config: object = {}) {
  vi.stubEnv('TARO_ENV', platform);
  const hooks: Record<string, ((value: never) => unknown)[]> = {};
  const hook = (name: string) => (run: (value: never) => unknown) => {
    hooks[name] = [...(hooks[name] ?? []), run];
  };
  const names = ['addPluginOptsSchema', 'modifyWebpackChain', 'modifyViteConfig', 'onStart'];
  const ctx = {
    paths: { appPath: app, sourcePath: join(app, 'src') },
    initialConfig: config,
    registerCommand: vi.fn(),
    ...Object.fromEntries(
      [...names, 'onBuildStart', 'onBuildFinish', 'onBuildComplete'].map((name) => [name, hook(name)]),
    ),
  };
  taroModernize(ctx as unknown as IPluginContext, options);
  return (name: string, value?: unknown) => hooks[name]?.forEach((run) => void run(value as never));
}
