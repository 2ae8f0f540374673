import { companionOptions, migrations } from '../migrations/index';
import { refuseUnknown } from './known-options';
import { createVitePlugin, type VitePlugin, type VitePluginOptions } from './vite-plugin';

export type { VitePlugin, VitePluginOptions } from './vite-plugin';

const OPTIONS = [
  'migrations',
  'taroVersion',
  'level',
  ...companionOptions(migrations),
  'sourceRoot',
  'include',
  'exclude',
  'onManual',
];

/** Vite plugin: rewrites the deprecated APIs before any other plugin has changed a module. */
export default function taroModernize(options: VitePluginOptions = {}): VitePlugin {
  refuseUnknown(options, OPTIONS);
  return createVitePlugin({ ...options, warnsOfUnmatched: true });
}
