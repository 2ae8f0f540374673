/** Random scripts and Vue components have the findings of a model that resolves names by scopes alone. */
import * as vueCompiler from '@vue/compiler-sfc';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RewriteOptions, rewrite } from '../../../src/project/rewrite';
import { randomly } from '../../support/random';
import { script } from './random-scripts';
import { component } from './random-vue';

const COMPONENT = /^(?:audio|canvas|progress|text|button)\b/;

function found(text: string, filename: string, options: Partial<RewriteOptions> = {}): string[] {
  return rewrite(text, { ...options, filename })
    .findings.filter(({ api }) => COMPONENT.test(api))
    .map(({ line, api, code }) => `${line} ${api} ${code}`);
}

test('random scripts: components are told by their binding', () => {
  fc.assert(
    fc.property(script, fc.constantFrom('a.jsx', 'a.tsx'), ({ text, findings }, filename) => {
      expect(found(text, filename), text).toEqual(findings);
    }),
    randomly(1000),
  );
});

test.each([
  ['Vue 3', vueCompiler],
  ['Vue 2, whose compiler has no tree of a template', undefined],
])('random templates of %s: components are told by the script', (_, compiler) => {
  fc.assert(
    fc.property(component, ({ text, findings }) => {
      expect(found(text, 'a.vue', compiler && { vueCompiler: compiler }), text).toEqual(findings);
    }),
    randomly(300),
  );
});
