import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { VueCompiler } from '../engine/types';

const PACKAGES = [
  ['vue', 'vue/compiler-sfc'],
  ['@vue/compiler-sfc', '@vue/compiler-sfc'],
] as const;

/**
 * The compiler that the project itself builds with, if it has Vue 3: templates are read as its version reads them,
 * and nobody installs a compiler who has no Vue. Vue 2's gives no tree of the template.
 */
export function loadVueCompiler(root: string): VueCompiler | undefined {
  const require = createRequire(join(root, 'package.json'));
  for (const [name, entry] of PACKAGES) {
    try {
      const { version } = require(`${name}/package.json`) as { version: string };
      if (Number.parseInt(version, 10) >= 3) return require(entry) as VueCompiler;
    } catch {
      // Not installed, or not to be loaded: the next one, or none.
    }
  }
  return undefined;
}
