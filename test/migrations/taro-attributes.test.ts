/** Renames of attributes in JSX and Vue, compared with the attributes that Taro passes to the host. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { migrations } from '../../src/migrations';
import { type MarkupRule, SYNTAXES } from '../../src/migrations/markup';
import { tree } from '../cli/support/tree';
import { type TaroRename, taroProblems } from '../support/taro-attributes';

const ROOT = join(import.meta.dirname, '../..');

/** The renames of a rule in JSX, calls and Vue templates. */
function taroRenames({ tag, members = [], to, syntaxes = SYNTAXES, only }: MarkupRule): TaroRename[] {
  const isInTaro = syntaxes.some((one) => one === 'jsx' || one === 'call' || one === 'vue');
  if (to === undefined || !isInTaro) return [];
  return members.flatMap((member) =>
    'attribute' in member ? [{ tag, from: member.attribute, to, platforms: only?.platforms ?? [] }] : [],
  );
}

const PROGRESS: MarkupRule = {
  tag: 'progress',
  members: [{ attribute: 'color' }],
  to: 'active-color',
  only: { platforms: ['weapp'], globals: ['wx'] },
  decide: () => undefined,
};

describe('renames in Taro', () => {
  test('each platform of a rename gets both names from Taro', () => {
    const renames = migrations.flatMap(({ markup = [] }) => markup.flatMap(taroRenames));
    expect(renames.filter(({ platforms }) => platforms.length === 0)).toEqual([]);
    expect(renames.flatMap((rename) => taroProblems(rename, ROOT))).toEqual([]);
  });

  test('a rule counts if it renames in a syntax of Taro', () => {
    const rename = { tag: 'progress', from: 'color', to: 'active-color', platforms: ['weapp'] };
    const { to: _, ...reported } = PROGRESS;
    expect(taroRenames(PROGRESS)).toEqual([rename]);
    expect(taroRenames({ ...PROGRESS, syntaxes: ['wxml', 'vue'] })).toEqual([rename]);
    expect(taroRenames({ ...PROGRESS, syntaxes: ['wxml'] })).toEqual([]);
    expect(taroRenames(reported)).toEqual([]);
  });

  test('the lists of Taro and of a platform decide, and a platform that is not installed is a problem', () => {
    const plugin = (platform: string) => `node_modules/@tarojs/plugin-platform-${platform}/dist/runtime.js`;
    const runtime = (components: string) =>
      `import { mergeReconciler, mergeInternalComponents } from '@tarojs/shared';\n
const components = ${components};
mergeReconciler({ initNativeApi: (taro) => wx(taro) });
mergeInternalComponents(components);
export { components };
`;
    const root = tree({
      [plugin('weapp')]: runtime("{ Text: { 'user-select': '!1' } }"),
      [plugin('tt')]: runtime('{}'),
    });
    const problems = (tag: string, from: string, to: string, platforms = ['weapp']) =>
      taroProblems({ tag, from, to, platforms }, root);
    expect(problems('progress', 'color', 'active-color', ['weapp', 'tt'])).toEqual([]);
    expect(problems('input', 'auto-focus', 'focus')).toEqual([
      '@tarojs/plugin-platform-weapp drops auto-focus of <input>',
    ]);
    expect(problems('text', 'selectable', 'user-select', ['weapp', 'tt', 'qq'])).toEqual([
      '@tarojs/plugin-platform-tt drops user-select of <text>',
      'install @tarojs/plugin-platform-qq to read its attributes',
    ]);
  });
});
