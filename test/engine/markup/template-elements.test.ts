import { expect, test } from 'vitest';
import { scanMarkup } from '../../../src/engine/markup/scan';
import { vueElements, wxmlElements } from '../../../src/engine/markup/template-elements';

const wxml = (attribute: string) => {
  const text = `<view ${attribute} />`;
  return wxmlElements(
    scanMarkup(text),
    text,
    () => true,
    () => undefined,
  )[0]!;
};
const vue = (attribute: string) => {
  const text = `<view ${attribute} />`;
  return vueElements(text, { start: 0, end: text.length }, () => undefined)[0]!;
};

test.each([
  ['type', 'type', true],
  ['type=""', 'type', ''],
  ['type="a"', 'type', 'a'],
  ['type="{{true}}"', 'type', true],
  ['type="{{ false }}"', 'type', false],
  ['type="{{null}}"', 'type', null],
  ['type="{{-1.5}}"', 'type', -1.5],
  ['type="{{1 + 1}}"', 'type', undefined],
  ['type="{{ \'a\' }}"', 'type', 'a'],
  ["type=\"{{ 'a' + 'b' }}\"", 'type', undefined],
  ['type="{{ `a` }}"', 'type', 'a'],
  ['type="{{a}}"', 'type', undefined],
  ['type="a{{b}}"', 'type', undefined],
  ['openType="a"', 'open-type', 'a'],
  ['wx:forItems="a"', 'wx:forItems', 'a'],
  ['bind="a"', 'bind', 'a'],
])('an attribute of WXML: %s', (written, key, constant) => {
  expect(wxml(written).attributes).toMatchObject([{ key, isEvent: false }]);
  expect(wxml(written).attributes[0]!.constant).toBe(constant);
});

test.each([
  'bindopen="a"',
  'bind:open="a"',
  'catchopen="a"',
  'mut-bind:open="a"',
  'capture-bind:open="a"',
  'capture-catch:Open="a"',
])('an event of WXML: %s', (written) => {
  const [{ key, isEvent, name }] = wxml(written).attributes as [
    ReturnType<typeof wxml>['attributes'][number],
  ];
  expect({ key, isEvent }).toEqual({ key: 'open', isEvent: true });
  expect(`<view ${written} />`.slice(name.start, name.end).toLowerCase()).toBe('open');
});

test.each([
  ['type', true],
  ['type=""', ''],
  ['type="a"', 'a'],
  ['type="{{a}}"', '{{a}}'],
  [':type="\'a\'"', 'a'],
  ['v-bind:type.camel="2"', 2],
  ['.type="true"', true],
  [':type', undefined],
  [':type=""', undefined],
  [':type="a"', undefined],
])('an attribute of Vue: %s', (written, constant) => {
  const [attribute] = vue(written).attributes;
  expect(attribute).toMatchObject({ key: 'type', isEvent: false });
  expect(attribute!.constant).toBe(constant);
});

test.each([
  'v-if="a"',
  'v-model="a"',
  '#type',
  '#type="a"',
  'v-slot:type',
  ':[type]="a"',
  '@[type]="a"',
  'v-bind="a"',
])('Vue sets no known attribute: %s', (written) => {
  expect(vue(written).attributes).toEqual([]);
});

test.each([
  ['v-bind="a"', true],
  ['v-on="a"', true],
  [':[type]="a"', true],
  ['@[type]="a"', true],
  [':type="a"', false],
  ['v-if="a"', false],
])('whether an element may have other attributes: %s', (written, isOpen) => {
  expect(vue(written).isOpen).toBe(isOpen);
});
