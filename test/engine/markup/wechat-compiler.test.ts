/** WeChat's compiler makes the same of a template and of the rewritten one, without the deprecated attribute. */
import fc from 'fast-check';
import { TmplGroup } from 'glass-easel-template-compiler';
import { describe, expect, test } from 'vitest';
import { isMarkupFile } from '../../../src/engine/markup/markup-file';
import { rewrite } from '../../../src/project/rewrite';
import { fixtures } from '../../support/fixtures';
import { randomly } from '../../support/random';

const DEPRECATED = 'this attribute is deprecated';

function compile(text: string) {
  const group = new TmplGroup();
  const warnings = group
    .addTmpl('page', text)
    .map(({ message, startLine }: { message: string; startLine: number }) => `${startLine} ${message}`);
  const code = sortedNames(group.getTmplGenObject('page'));
  group.free();
  return { warnings: warnings.sort() as string[], code };
}

/** The compiler writes the names of a template's data in a random order. */
function sortedNames(code: string): string {
  return code.replace(/A=A\|\|\{(.*?)\};/g, (_, names: string) => `A=A||{${names.split(',').sort()}};`);
}

const isDeprecation = (warning: string) => warning.endsWith(DEPRECATED);

/** Whether only the warnings of renamed attributes are gone. */
function expectSame(before: string, after: string, renamed: number) {
  const [old, now] = [compile(before), compile(after)];
  expect(now.code, after).toBe(old.code);
  const rest = (warnings: string[]) => warnings.filter((warning) => !isDeprecation(warning));
  expect(rest(now.warnings), after).toEqual(rest(old.warnings));
  const deprecations = ({ warnings }: typeof old) => warnings.filter(isDeprecation).length;
  expect(deprecations(old) - deprecations(now), after).toBe(renamed);
}

const rename = (text: string) => {
  const { code, findings } = rewrite(text, { filename: 'page.wxml' });
  return { code, renamed: findings.filter(({ verdict }) => verdict === 'rewritten').length };
};

describe('fixtures', () => {
  const rewritten = fixtures().filter(
    ({ extension, input }) => isMarkupFile(`a.${extension}`) && rename(input).renamed > 0,
  );

  test('some templates are rewritten', () => {
    expect(rewritten).not.toEqual([]);
  });

  test.each(rewritten.map(({ name, input }) => [name, input]))('%s', (_, input) => {
    const { code, renamed } = rename(input);
    expectSame(input, code, renamed);
  });
});

const LISTS = [
  'wx:for-items="{{list}}"',
  "wx:for-items='{{ [1, 2] }}'",
  'wx:for-items="{{ a <b ? list : [] }}"',
  'wx:for-items="abc"',
  'wx:for-items',
  'wx:for="{{list}}"',
  // WeChat does not know this name.
  'wx:forItems="{{list}}"',
];
const OTHERS = [
  'wx:for-item="one"',
  'wx:for-index="at"',
  'wx:key="id"',
  'wx:if="{{a}}"',
  'wx:else',
  'is="x"',
  'name="x"',
  'src="x"',
  'data-for-items="{{item}}"',
  'for-items="{{item}}"',
  'bindtap="tap"',
];

const { element } = fc.letrec<{ element: string; children: string[] }>((tie) => ({
  element: fc
    .tuple(
      fc.constantFrom('view', 'block', 'x-item', 'template', 'slot', 'include', 'text', 'import'),
      fc.subarray(OTHERS),
      fc.array(fc.constantFrom(...LISTS), { maxLength: 1 }),
      fc.subarray(OTHERS),
      fc.constantFrom(' ', '\n', '  '),
      tie('children'),
    )
    .map(([tag, before, list, after, space, children]) => {
      const start = ['<', tag, ...[...before, ...list, ...after].map((one) => space + one)].join('');
      return children.length === 0 ? `${start} />` : `${start}>${children.join('')}</${tag}>`;
    }),
  children: fc.array(fc.oneof(fc.constantFrom('{{item}}', 'text', '<!-- wx:for-items -->'), tie('element')), {
    maxLength: 3,
    depthIdentifier: 'markup',
  }),
}));

test('random templates: each wx:for-items becomes wx:for', () => {
  fc.assert(
    fc.property(fc.array(element, { minLength: 1, maxLength: 4 }), (elements) => {
      const text = elements.join('\n');
      const { code, renamed } = rename(text);
      expectSame(text, code, renamed);
      expect(compile(code).warnings.filter(isDeprecation), code).toEqual([]);
    }),
    randomly(500),
  );
});

test.each([
  ['<view wx:for="{{a}}" wx:for-items="{{b}}" />', 0],
  ['<view wx:for-items="{{a}}" wx:for="{{b}}" />', 0],
  ['<view wx:for-items="{{a}}" wx:for-items="{{b}}" />', 1],
])('two lists: %s', (text, expected) => {
  const { code, renamed } = rename(text);
  expect(renamed).toBe(expected);
  expectSame(text, code, renamed);
});
