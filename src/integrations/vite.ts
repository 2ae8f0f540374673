import { refuseUnknown } from './options';
import { createVitePlugin, type VitePlugin, type VitePluginOptions } from './vite-plugin';

export type { VitePlugin, VitePluginOptions } from './vite-plugin';

/** Vite plugin: rewrites the deprecated APIs before any other plugin has changed a module. */
export default function taroModernize(options: VitePluginOptions = {}): VitePlugin {
  refuseUnknown(options, 'vite');
  return createVitePlugin({ ...options, warnsOfUnmatched: true });
}
