/** Renamed attributes are written as the syntax writes them: read again, the element has the new one. */
import * as vueCompiler from '@vue/compiler-sfc';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalize, rewrite as rewriteWith } from '../../../src/engine';
import { readBackMarkup } from '../../../src/engine/markup/rewrite-markup';
import { rewritten } from '../../../src/messages/reasons';
import type { MarkupChange, MarkupReference, MarkupRule } from '../../../src/migrations/markup';
import { defineMigration } from '../../../src/migrations/migration';
import { randomly } from '../../support/random';
import { attributes, type Syntax } from './random-elements';

const KEYS = [
  'canvas-id',
  'chart-id',
  'type',
  'color',
  'active-color',
  'selectable',
  'user-select',
  'open-type',
  'lang',
];

/** A migration that makes changes to each canvas with an attribute, and keeps what it has seen. */
function migrationOf(attribute: string, changes: MarkupChange[], seen: unknown[]) {
  const decide = ({ attributeOf, isOpen }: MarkupReference) => {
    seen.push([isOpen, ...KEYS.map((key) => attributeOf(key)?.constant ?? attributeOf(key)?.key)]);
    return { reason: rewritten.attribute(''), changes };
  };
  return migrationWith({ tag: 'canvas', members: [{ attribute }], decide });
}

const migrationWith = (rule: MarkupRule) =>
  defineMigration({
    name: 'fake',
    summary: { en: '', zh: '' },
    docs: '',
    guide: '',
    codePrefix: 'REC',
    apis: {},
    markup: [rule],
  });

function run(text: string, filename: string, attribute: string, changes: MarkupChange[] = []) {
  const seen: unknown[] = [];
  const options = normalize({ filename, vueCompiler }, [migrationOf(attribute, changes, seen)]);
  return { code: rewriteWith(text, options).code, seen };
}

const SYNTAXES: [Syntax, string, (written: string) => string][] = [
  ['jsx', 'a.jsx', (written) => `import { Canvas } from '@tarojs/components'\nuse(<Canvas ${written} />)`],
  ['call', 'a.js', (written) => `import { Canvas } from '@tarojs/components'\nh(Canvas, ${written})`],
  ['vue', 'a.vue', (written) => `<template><canvas ${written}></canvas></template>`],
  ['wxml', 'a.wxml', (written) => `<canvas ${written} />`],
];
const withCanvasId = attributes.filter(({ parts }) => parts.includes('canvasId'));

test.each(SYNTAXES)('%s: a renamed attribute keeps its value', (syntax, filename, write) => {
  fc.assert(
    fc.property(withCanvasId, (given) => {
      const text = write(given.write(syntax));
      const before = run(text, filename, 'canvas-id', [{ kind: 'rename-attribute', to: 'chart-id' }]);
      const after = run(before.code, filename, 'chart-id');
      const renamed = JSON.stringify(before.seen).replace(/(\[\w+),([^,]+),null/, '$1,null,$2');
      expect(JSON.stringify(after.seen).replace('chart-id', 'canvas-id'), before.code).toBe(renamed);
      expect(run(before.code, filename, 'canvas-id').seen).toEqual([]);
    }),
    randomly(300),
  );
});

test.each([
  ['a.js', "h(Canvas, { ['canvasId']: id })", "h(Canvas, { ['chartId']: id })"],
  ['a.js', "h(Canvas, { 'canvas-id': id })", "h(Canvas, { 'chart-id': id })"],
  ['a.js', 'h(Canvas, { canvasId /* the id */ : id })', 'h(Canvas, { chartId /* the id */ : id })'],
  ['a.js', 'h(Canvas, { canvasId })', 'h(Canvas, { chartId: canvasId })'],
  ['a.jsx', 'use(<Canvas canvasId />)', 'use(<Canvas chartId />)'],
])('%s: %s', (filename, text, expected) => {
  const start = "import { Canvas } from '@tarojs/components'\n";
  const { code } = run(start + text, filename, 'canvas-id', [{ kind: 'rename-attribute', to: 'chart-id' }]);
  expect(code).toBe(start + expected);
});

const INPUT = '<view a="1" b="2"><text /></view>';

test.each([
  '<view c="1" d="2"><text /></view>',
  '<view a="1" c="3" b="2" d><text e="4" /></view>',
])('read back: %s', (output) => {
  expect(() => readBackMarkup(output, INPUT, 'a.wxml')).not.toThrow();
});

test.each([
  '<view a="1" b="3"><text /></view>',
  '<view b="2" a="1"><text /></view>',
  '<view a="1"><text /></view>',
  '<x-view a="1" b="2"><text /></view>',
  '<view a="1" b="2"></view>',
  '<view a="1" b="2"><text /><text /></view>',
  '<view a="1" b="2"><text /></view><!--',
])('not read back: %s', (output) => {
  expect(() => readBackMarkup(output, INPUT, 'a.wxml')).toThrow(
    'a tag or a value of an attribute has changed',
  );
});

const IMPORT = "import { Canvas } from '@tarojs/components'\n";

test.each<[string, string, boolean, 'unknown'?]>([
  ['a.jsx', `${IMPORT}use(<Canvas canvasId="a" />)`, true],
  ['a.jsx', `${IMPORT}const A = Canvas\nuse(<A canvasId="a" />)`, true],
  ['a.jsx', `${IMPORT}const A = styled(Canvas)\`\`\nuse(<A canvasId="a" />)`, false],
  ['a.jsx', `${IMPORT}const A = connect(map)(Canvas)\nuse(<A canvasId="a" />)`, false],
  ['a.wxml', '<canvas canvas-id="a" />', true],
  ['a.wxml', '<canvas canvas-id="a" />', false, 'unknown'],
])('%s: whether an element is certainly a component of the host: %s', (filename, text, isCertain, component) => {
  const certain: boolean[] = [];
  const decide = (reference: MarkupReference) => void certain.push(reference.isCertain);
  const migration = migrationWith({ tag: 'canvas', decide });
  rewriteWith(text, normalize({ filename, componentOf: () => component }, [migration]));
  expect(certain).toEqual([isCertain]);
});

test.each<[string, string, boolean]>([
  ['a.jsx', `${IMPORT}use(<Canvas canvasId="a" />)`, false],
  ['a.jsx', `${IMPORT}use(<Canvas canvasId="a" {...rest} />)`, true],
  ['a.js', `${IMPORT}h(Canvas, { canvasId: 'a', onTap() {} })`, false],
  ['a.js', `${IMPORT}h(Canvas, { canvasId: 'a', ...rest })`, true],
  ['a.js', `${IMPORT}h(Canvas, { canvasId: 'a', [key]: 1 })`, true],
  ['a.js', `${IMPORT}h(Canvas, null)`, false],
  ['a.js', `${IMPORT}h(Canvas)`, false],
  ['a.js', `${IMPORT}h(Canvas, rest)`, true],
])('%s: whether an element may have other attributes: %s', (filename, text, isOpen) => {
  const open: boolean[] = [];
  const decide = (reference: MarkupReference) => void open.push(reference.isOpen);
  rewriteWith(text, normalize({ filename }, [migrationWith({ tag: 'canvas', decide })]));
  expect(open).toEqual([isOpen]);
});
