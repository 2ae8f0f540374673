import * as vueCompiler from '@vue/compiler-sfc';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { rewrite } from '../../src/project/rewrite';
import { compileComponent, mountComponent } from '../support/fuzz/vue-component';
import { randomly } from '../support/random';
import { components } from './all-components';
import { hostOfAll } from './all-families';

const filename = '/app/src/a.vue';
const rewritten = (text: string) => rewrite(text, { filename, vueCompiler });

beforeEach(() => {
  vi.stubEnv('TARO_ENV', 'weapp');
  // Vue warns of programs that make little sense.
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

function isComponent(text: string): boolean {
  try {
    compileComponent(text, true);
    return true;
  } catch {
    return false;
  }
}

test('random Vue components render and do the same after the rewrite', async () => {
  await fc.assert(
    fc.asyncProperty(components.filter(isComponent), async (text) => {
      const { code, changed } = rewritten(text);
      expect(rewritten(code).code).toBe(code);
      if (!changed) return;
      for (const isInline of [true, false]) {
        const run = (component: string) =>
          mountComponent(compileComponent(component, isInline), (log) => hostOfAll('3.7.0', log));
        expect(await run(code), `${text}\n->\n${code}`).toEqual(await run(text));
      }
    }),
    randomly(100),
  );
}, 3_600_000);

test('the random components are rewritten and reported for each family', () => {
  const found = new Set<string>();
  for (const text of fc.sample(components, { numRuns: 300, seed: 1 }))
    if (isComponent(text))
      for (const { code, verdict } of rewritten(text).findings) found.add(`${code.slice(0, 3)} ${verdict}`);
  for (const family of ['REC', 'VOI', 'BGA', 'SYS', 'FIL']) expect(found).toContain(`${family} rewritten`);
});
