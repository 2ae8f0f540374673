import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scanMarkup } from '../../../src/engine/markup/scan';
import { randomly } from '../../support/random';

/** A template with the names and values of its tags, in order. */
interface Template {
  text: string;
  tags: [name: string, ...attributes: (readonly [name: string, value: string | undefined])[]][];
}

const NAMES = ['view', 'open-data', 'block', 'x-Item', 'Button', 'a:b'];
const ATTRIBUTES = [
  'wx:if',
  'bind:tap',
  'data-a',
  'openType',
  ':key',
  '@tap',
  'v-on:tap.stop',
  '#item',
  'catchtap',
];
const VALUES = [
  '',
  'a',
  'a > b',
  '{{a}}',
  "{{a ? 'x' : 'y'}}",
  'x {{ a < b }} y',
  '/a/b',
  'a=b',
  '<view a>',
  '{{ {a: 1} }}',
  'x}}',
];
const TEXTS = [
  'text',
  ' ',
  '\n',
  '{{ a <b }}',
  '{{ "<audio>" }}',
  'a < b',
  '}}',
  '1 <2',
  '<!-- <audio a="b"> -->',
  '&lt;',
];
const SPACES = [' ', '  ', '\n', '\t', '\r\n'];

const attribute = fc.tuple(
  fc.constantFrom(...SPACES),
  fc.constantFrom(...ATTRIBUTES),
  fc.option(fc.constantFrom(...VALUES), { nil: undefined }),
  fc.constantFrom('"', "'", ''),
  fc.constantFrom('=', ' = '),
);

const element = fc
  .tuple(
    fc.constantFrom(...TEXTS),
    fc.constantFrom(...NAMES),
    fc.array(attribute, { maxLength: 4 }),
    fc.constantFrom(' />', '>', ' >'),
    fc.boolean(),
  )
  .map(([before, name, attributes, end, isScript]): Template => {
    const written = attributes.map(([space, key, value, quote, equals]) => {
      if (value === undefined) return space + key;
      const isBare = quote === '' && /^[\w{}]+$/.test(value);
      const mark = isBare ? '' : value.includes("'") ? '"' : quote || '"';
      return `${space}${key}${equals}${mark}${value}${mark}`;
    });
    const script = '<wxs module="m">if (a <b) c = "<audio>"</wxs>';
    const closing = end === ' />' ? '' : `text</${name}>`;
    return {
      text: `${before}<${name}${written.join('')}${end}${closing}${isScript ? script : ''}`,
      tags: [
        [name, ...attributes.map(([, key, value]) => [key, value] as const)],
        ...(isScript ? [['wxs', ['module', 'm']] as Template['tags'][number]] : []),
      ],
    };
  });

const template = fc.array(element, { minLength: 1, maxLength: 8 }).map(
  (parts): Template => ({
    text: parts.map(({ text }) => text).join(''),
    tags: parts.flatMap(({ tags }) => tags),
  }),
);

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
