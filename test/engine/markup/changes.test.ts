/** Changes of attributes: random elements, written in each syntax, compared with a model. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalize, rewrite } from '../../../src/engine';
import { camel } from '../../../src/migrations/markup';
import { fakeMigrations } from '../../support/fake-migrations';
import { rewriteFixture } from '../../support/fixtures';
import { randomly } from '../../support/random';

/** An attribute, or a spread of the object `rest`. */
type Attribute = { name: string; value: 'const' | 'other' | 'name' | 'call' | 'runtime' } | 'spread';

const CODE = { name: 'own', call: 'next()', runtime: 'canvasType' } as const;
const TEXT = { const: 'a', other: 'b' } as const;

const isText = (value: string): value is keyof typeof TEXT => Object.hasOwn(TEXT, value);

/** How each syntax writes an element. */
const WRITERS = {
  jsx: (attributes: readonly Attribute[]) =>
    `<Canvas${attributes
      .map((one) => {
        if (one === 'spread') return ' {...rest}';
        const { name, value } = one;
        return ` ${camel(name)}=${isText(value) ? `"${TEXT[value]}"` : `{${CODE[value]}}`}`;
      })
      .join('')} />`,
  call: (attributes: readonly Attribute[]) =>
    `h(Canvas, { ${attributes
      .map((one) => {
        if (one === 'spread') return '...rest';
        const { name, value } = one;
        return `${camel(name)}: ${isText(value) ? `"${TEXT[value]}"` : CODE[value]}`;
      })
      .join(', ')} })`,
  vue: (attributes: readonly Attribute[]) =>
    `<canvas${attributes
      .map((one) => {
        if (one === 'spread') return ' v-bind="rest"';
        const { name, value } = one;
        return isText(value) ? ` ${name}="${TEXT[value]}"` : ` :${name}="${CODE[value]}"`;
      })
      .join('')} />`,
};

const script = (element: string) =>
  `import { Canvas } from '@tarojs/components'\nimport { h } from 'react'\nexport default (own, rest, next) => ${element}\n`;
const FILES: Readonly<Record<keyof typeof WRITERS, (element: string) => [name: string, text: string]>> = {
  jsx: (element) => ['a.jsx', script(element)],
  call: (element) => ['a.js', script(element)],
  vue: (element) => [
    'a.vue',
    `<template>\n${element}\n</template>\n<script setup>\nconst own = 1, rest = {}, next = () => 2\n</script>\n`,
  ],
};

/** What the fake migration makes of an element: its new attributes, or the number of a finding's code. */
function expected(attributes: readonly Attribute[]): { number?: string; attributes: readonly Attribute[] } {
  const named = (wanted: string) =>
    attributes.find((one): one is Exclude<Attribute, 'spread'> => one !== 'spread' && one.name === wanted);
  const [found, id] = [named('canvas-id'), named('id')];
  if (!found || named('type')) return { attributes };
  const isSame = id !== undefined && isText(id.value) && id.value === found.value;
  if ((id && !isSame) || found.value === 'call') return { number: '130', attributes };
  const added: Attribute[] = [
    ...(isSame ? [] : [{ name: 'id', value: found.value }]),
    { name: 'type', value: 'runtime' },
  ];
  return {
    number: '017',
    attributes: attributes.flatMap((one) => (one === found ? [one, ...added] : [one])),
  };
}

const attributes: fc.Arbitrary<Attribute[]> = fc.uniqueArray(
  fc.oneof(
    fc.record({
      name: fc.constantFrom('canvas-id', 'canvas-id', 'id', 'type', 'disable-scroll'),
      value: fc.constantFrom('const', 'other', 'name', 'call'),
    }),
    fc.constant('spread' as const),
  ),
  { selector: (one) => (one === 'spread' ? one : one.name), minLength: 1, maxLength: 5 },
);

test.each(
  Object.keys(WRITERS) as (keyof typeof WRITERS)[],
)('random attributes in %s: the new ones stand behind the found one, and a second run changes nothing', (syntax) => {
  const run = (filename: string, text: string) =>
    rewrite(text, normalize({ filename }, [fakeMigrations.markup]));
  fc.assert(
    fc.property(attributes, (given) => {
      const element = WRITERS[syntax](given);
      const [filename, text] = FILES[syntax](element);
      const made = run(filename, text);
      const wanted = expected(given);
      const [, rest] = FILES[syntax](WRITERS[syntax](wanted.attributes));
      const withoutImport = made.code.replace(/^import \{ canvasType \} from .*\n{1,2}/m, '');
      expect(withoutImport).toBe(rest);
      expect(made.changed).toBe(wanted.number === '017');
      expect(made.findings.map(({ code }) => code)).toEqual(wanted.number ? [`FAK${wanted.number}`] : []);
      expect(run(filename, made.code).code).toBe(made.code);
    }),
    randomly(300),
  );
});

test('a build of a Vue component, which has no compiler, writes the same', () => {
  const folder = join(import.meta.dirname, '../../../__testfixtures__/engine/markup');
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  for (const name of ['changes', 'changes-options']) {
    const { code } = rewriteFixture(read(`${name}.input.vue`), {
      filename: `${name}.vue`,
      migration: 'markup',
    });
    expect(code).toBe(read(`${name}.output.vue`));
  }
});

test('an element whose file has no place for a runtime stays', () => {
  const [filename, text] = FILES.jsx('<Canvas canvasId="a" />');
  const codesOf = (options: object) =>
    rewrite(text, normalize({ filename, ...options }, [fakeMigrations.markup])).findings.map(
      ({ code, messageId }) => `${code} ${messageId}`,
    );
  expect(codesOf({ project: 'neither' })).toEqual(['FAK113 manual/no-platform']);
  expect(codesOf({ publishedFolders: ['lib'] })).toEqual(['FAK124 manual/unpublished']);
  const sloppy = "const { Canvas } = require('@tarojs/components')\nreturn <Canvas canvasId='a' />\n";
  const { findings } = rewrite(sloppy, normalize({ filename }, [fakeMigrations.markup]));
  expect(findings.map(({ verdict }) => verdict)).toEqual(['rewritten']);
});
