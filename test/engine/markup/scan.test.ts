import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scanMarkup } from '../../../src/engine/markup/scan';
import { randomly } from '../../support/random';
import { template } from './random-templates';

function read(text: string) {
  return scanMarkup(text).tags.map(({ name, attributes }) => [
    name,
    ...attributes.map((one) => [one.name, one.value && text.slice(one.value.start, one.value.end)]),
  ]);
}

test('random templates: every tag and attribute is read, with the range of its name and value', () => {
  fc.assert(
    fc.property(template, ({ text, tags }) => {
      expect(read(text)).toEqual(tags);
      for (const tag of scanMarkup(text).tags) {
        expect(text.slice(tag.start, tag.end)).toBe(tag.name);
        for (const { name, start, end } of tag.attributes) expect(text.slice(start, end)).toBe(name);
      }
    }),
    randomly(1000),
  );
});

test('random templates: what is read of their beginning is read of the whole', () => {
  fc.assert(
    fc.property(template, ({ text }) => {
      const all = JSON.stringify(read(text)).slice(0, -1);
      for (let end = 0; end < text.length; end++) {
        const beginning = text.slice(0, end);
        // Without its end, an interpolation is text, in which a tag can begin.
        if (/\{\{(?!.*\}\})/s.test(beginning)) continue;
        expect(all.startsWith(JSON.stringify(read(beginning)).slice(0, -1)), beginning).toBe(true);
      }
    }),
    randomly(50),
  );
});

test('random characters: reading ends, and ranges follow each other', () => {
  const part = fc.constantFrom(
    ...'<>/="\'{}!-\\ \na:',
    '<!--',
    '-->',
    '{{',
    '}}',
    '<a ',
    '<wxs>',
    '</wxs',
    ' b=',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      const { tags, comments } = scanMarkup(text);
      const ranges = tags.flatMap(({ start, end, attributes }) => [
        { start, end },
        ...attributes.flatMap((one) => [
          { start: one.start, end: one.end },
          ...(one.value ? [one.value] : []),
        ]),
      ]);
      const offsets = ranges.flatMap(({ start, end }) => [start, end]);
      expect(offsets, text).toEqual([...offsets].sort((a, b) => a - b));
      for (const { start, end } of comments) expect(text.slice(start, end)).toMatch(/^<!--[\s\S]*-->$/);
    }),
    randomly(2000),
  );
});

test('long runs of one character are read in one go', () => {
  for (const part of ['{', '{{', '{{}', '<', '<a', '"', "<a b='{{", '</', '<!--', ' ', '{{ {{', '<wxs>'])
    expect(scanMarkup(part.repeat(200_000)).tags.length, part).toBeGreaterThanOrEqual(0);
});

test.each([
  ['a tag without its end', '<view /><audio src="a"', 8],
  ['a value without its end', '<view /><audio src="a>', 8],
  ['a quote behind a backslash', '<view /><audio src="\\"a" />', 8],
  ['a tag in a tag', '<view /><audio <view />', 8],
  ['a comment without its end', '<view /><!-- <audio />', 8],
])('nothing is read behind %s', (_, text, error) => {
  expect(read(text)).toEqual([['view']]);
  expect(scanMarkup(text).error).toBe(error);
});

test('an interpolation with one closing brace ends with the quote', () => {
  expect(read('<view a="{{x}" b="{{y}}" />')).toEqual([['view', ['a', '{{x}'], ['b', '{{y}}']]]);
});

test('an interpolation in a value may contain its quote', () => {
  expect(read('<view a="{{b ? "x" : "y"}}" c />')).toEqual([
    ['view', ['a', '{{b ? "x" : "y"}}'], ['c', undefined]],
  ]);
});

test('nothing is read in a script without its end', () => {
  const text = '<view /><wxs module="m"> 1 <view />';
  expect(read(text)).toEqual([['view'], ['wxs', ['module', 'm']]]);
  expect(scanMarkup(text).error).toBe(8);
});

test.each([
  ['<wxs src="a.wxs" module="m" /><view />', [['wxs', ['src', 'a.wxs'], ['module', 'm']], ['view']]],
  ['<wxs / module="m"><a></wxs><view />', [['wxs', ['module', 'm']], ['view']]],
  [
    '<image src=/a/b.png /><view a=b/>',
    [
      ['image', ['src', '/a/b.png']],
      ['view', ['a', 'b']],
    ],
  ],
  ['<!DOCTYPE a><?xml b?></c><view />', [['view']]],
])('%s', (text, tags) => {
  expect(read(text)).toEqual(tags);
  expect(scanMarkup(text).error).toBeUndefined();
});

test('a quote behind a backslash in the middle of a value is an error too', () => {
  const text = '<view a="x\\" b="y" />';
  expect(read(text)).toEqual([]);
  expect(scanMarkup(text).error).toBe(0);
});

test.each([
  ['a comment', '<!-- a -->', 6],
  ['a script', '<wxs></wxs>', 5],
  ['a closing tag', '</view>', 6],
  ['a tag', '<view a="b">', 11],
  ['a value', '<view a="b">', 10],
])('a part of a text with the beginning of %s', (_, text, end) => {
  expect(scanMarkup(text, 0, end).error).toBe(0);
});

test('an interpolation ends within its part of a text', () => {
  expect(scanMarkup('{{ <a> }}', 0, 8).tags).toHaveLength(1);
  expect(scanMarkup('{{ <a> }}', 0, 9).tags).toEqual([]);
});
