import { createRequire } from 'node:module';
import type { VueCompiler } from '../engine/vue';

/**
 * Vue 3's compiler, as a file's own project has it.
 * @returns `undefined` where there is none, or only Vue 2's.
 */
export function loadVueCompiler(path: string): VueCompiler | undefined {
  const require = createRequire(path);
  for (const name of ['vue/compiler-sfc', '@vue/compiler-sfc']) {
    try {
      return require(name) as VueCompiler;
    } catch {
      // Not there, or not to be loaded: the next one may be.
    }
  }
  return undefined;
}
