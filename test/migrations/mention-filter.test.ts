import { describe, expect, test } from 'vitest';
import { MentionFilter, type SearchedKind, selectMigrations } from '../../src/migrations';
import { markupNeedles } from '../../src/migrations/markup';

const migrations = selectMigrations();
const filter = new MentionFilter(migrations, ['startRecord']);
const found = (text: string, kind?: SearchedKind) => [
  filter.matches(text, kind),
  filter.matches(Buffer.from(text), kind),
];

describe('the search for deprecated components', () => {
  test.each<[string, SearchedKind, string]>([
    ['a component with its attribute', 'template', '<slider min="0"\n  color="#fff" />'],
    ['a name in camelCase', 'template', '<canvas canvasId="a" />'],
    ['an event', 'template', '<button bind:getuserinfo="onInfo">'],
    ['a list', 'template', '<view wx:for-items="{{items}}">'],
    ['JSX', 'script', "import { Canvas as C } from '@tarojs/components'; <C canvasId='a' />"],
    ['a query', 'script', "wx.canIUse('text.selectable')"],
    ['a tag of a Vue component', 'component', '<template><progress color="red" /></template>'],
    ['a deprecated function', 'script', 'wx.startRecord()'],
  ])('finds %s', (_, kind, text) => {
    expect(found(text, kind)).toEqual([true, true]);
    expect(filter.first[kind].matches(Buffer.from(text))).toBe(true);
  });

  test.each<[string, SearchedKind, string]>([
    ['an attribute that is a common word, without its component', 'template', '<van-icon color="#fff" />'],
    ['a component without the attribute', 'template', '<slider min="0" />'],
    ['components of another library', 'script', "import { Canvas } from './canvas'; <Canvas canvasId='a' />"],
    ['HTML in a script', 'script', "const html = '<template><audio></audio></template>'"],
  ])('passes over %s', (_, kind, text) => {
    expect(found(text, kind)).toEqual([false, false]);
  });

  test('the first words of a rule are long, because a search for long words is fast', () => {
    const rules = migrations.flatMap(({ markup = [] }) => markup);
    for (const word of rules.flatMap((rule) => markupNeedles(rule)[0]!))
      expect(word.length).toBeGreaterThan(4);
  });
});
