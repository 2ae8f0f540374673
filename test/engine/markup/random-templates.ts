import fc from 'fast-check';

/** A template with the names and values of its tags, in order. */
export interface Template {
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
  'a < b',
  '}}',
  '{{ a }}',
  '<!-- <audio a="b"> -->',
  '<!---->',
  '&lt;',
  '中',
];
/** Texts that only templates have: HTML has a tag in them. */
const OWN_TEXTS = ['{{ a <b }}', '{{ "<audio>" }}', '1 <2'];
const SCRIPT = '<wxs module="m">if (a <b) c = "<audio>"</wxs>';
const SPACES = [' ', '  ', '\n', '\t', '\r\n'];

const attribute = fc.tuple(
  fc.constantFrom(...SPACES),
  fc.constantFrom(...ATTRIBUTES),
  fc.option(fc.constantFrom(...VALUES), { nil: undefined }),
  fc.constantFrom('"', "'", ''),
  fc.constantFrom('=', ' = '),
);

const element = (texts: string[], script: fc.Arbitrary<boolean>) =>
  fc
    .tuple(
      fc.constantFrom(...texts),
      fc.constantFrom(...NAMES),
      fc.array(attribute, { maxLength: 4 }),
      fc.constantFrom(' />', '>', ' >'),
      script,
    )
    .map(([before, name, attributes, end, isScript]): Template => {
      const written = attributes.map(([space, key, value, quote, equals]) => {
        if (value === undefined) return space + key;
        const isBare = quote === '' && /^[\w{}]+$/.test(value);
        const mark = isBare ? '' : value.includes("'") ? '"' : quote || '"';
        return `${space}${key}${equals}${mark}${value}${mark}`;
      });
      const closing = end === ' />' ? '' : `text</${name}>`;
      return {
        text: `${before}<${name}${written.join('')}${end}${closing}${isScript ? SCRIPT : ''}`,
        tags: [
          [name, ...attributes.map(([, key, value]) => [key, value] as const)],
          ...(isScript ? [['wxs', ['module', 'm']] as Template['tags'][number]] : []),
        ],
      };
    });

const templateOf = (texts: string[], script: fc.Arbitrary<boolean>) =>
  fc.array(element(texts, script), { minLength: 1, maxLength: 8 }).map(
    (parts): Template => ({
      text: parts.map(({ text }) => text).join(''),
      tags: parts.flatMap(({ tags }) => tags),
    }),
  );

export const template = templateOf([...TEXTS, ...OWN_TEXTS], fc.boolean());

/** Templates in which HTML has the same tags. */
export const plainTemplate = templateOf(TEXTS, fc.constant(false));
