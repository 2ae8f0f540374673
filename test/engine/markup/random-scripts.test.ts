/** Random scripts and Vue components have the findings of a model that resolves names by scopes alone. */
import * as vueCompiler from '@vue/compiler-sfc';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RewriteOptions, rewrite } from '../../../src/project/rewrite';
import { randomly } from '../../support/random';
import { attributes, COMPONENTS, findingOn, type Syntax } from './random-elements';
import { script } from './random-scripts';
import { component } from './random-vue';

const IMPORTS = `import { ${COMPONENTS.join(', ')} } from '@tarojs/components'\n`;
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

test.each<[Syntax, string, (tag: string, written: string) => string]>([
  ['jsx', 'a.jsx', (tag, written) => `${IMPORTS}use(<${tag} ${written} />)`],
  ['call', 'a.js', (tag, written) => `${IMPORTS}h(${tag}, ${written})`],
  ['vue', 'a.vue', (tag, written) => `<template><${tag.toLowerCase()} ${written} /></template>`],
  ['wxml', 'a.wxml', (tag, written) => `<${tag.toLowerCase()} ${written} />`],
])('random elements in %s: a rule has the same finding in each syntax', (syntax, filename, write) => {
  fc.assert(
    fc.property(fc.constantFrom(...COMPONENTS), attributes, (tag, given) => {
      const text = write(tag, given.write(syntax));
      const api = findingOn(tag.toLowerCase(), given);
      expect(found(text, filename), text).toEqual(api ? [expect.stringMatching(` ${api} DEP130$`)] : []);
    }),
    randomly(500),
  );
});

test('a template outside a Taro project has the elements of HTML', () => {
  const text = '<template><audio /></template>';
  expect(found(text, 'a.vue', { project: 'native' })).toEqual([]);
  expect(found(text, 'a.vue', { project: 'taro' })).toHaveLength(1);
});

test('JSX reads a name in lower case as an element of the host, whatever it is in the script', () => {
  const script = `${IMPORTS}const chart = Canvas\n`;
  expect(found(`${script}use(<chart canvasId="a" />)`, 'a.jsx')).toEqual([]);
  expect(found(`${script}h(chart, { canvasId: 'a' })`, 'a.jsx')).toHaveLength(1);
});
