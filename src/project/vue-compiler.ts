import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { VueCompiler } from '../engine/types';

const PACKAGES = [
  ['vue', 'vue/compiler-sfc'],
  ['@vue/compiler-sfc', '@vue/compiler-sfc'],
] as const;

/**
 * The project's own Vue 3 compiler, if any. Templates are thus parsed as in its builds, and projects without
 * Vue need no compiler. Vue 2's compiler has no template tree.
 */
export function loadVueCompiler(root: string): VueCompiler | undefined {
  const require = createRequire(join(root, 'package.json'));
  for (const [name, entry] of PACKAGES) {
    try {
      const { version } = require(`${name}/package.json`) as { version: string };
      if (Number.parseInt(version, 10) >= 3) return require(entry) as VueCompiler;
    } catch {
      // Not installed or not loadable: try the next one.
    }
  }
  return undefined;
}
