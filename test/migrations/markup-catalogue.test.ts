import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isMentioned } from '../../src/integrations/module-mentions';
import { markupRows, migrations, selectMigrations } from '../../src/migrations';
import { markupCatalogue } from '../../src/migrations/catalogue/markup';
import { kebab, markupApis } from '../../src/migrations/markup';
import { REPORT_ONLY } from '../../src/migrations/report-only';
import { rewrite } from '../../src/project/rewrite';

const names = markupCatalogue.flatMap(({ tag, members }) => markupApis(tag, members));

describe('the catalogue of components and attributes', () => {
  test('a finding has one entry in the catalogue', () => {
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test.each(
    markupCatalogue.map((entry) => [markupApis(entry.tag, entry.members)[0]!, entry] as const),
  )('the entry %s has a page, names in kebab-case, and words in both languages', (_, {
    tag,
    members = [],
    unless = [],
    use,
    why,
    page,
  }) => {
    expect(page).toMatch(/^https:\/\/[\w.]+\/[^\s{}]+[^\s{}/]$/);
    for (const said of [why, ...(typeof use === 'object' ? [use] : [])]) {
      expect(said.zh).toMatch(/\p{Script=Han}/u);
      expect(said.en).not.toMatch(/\p{Script=Han}|\.$/u);
    }
    const attributes = members.flatMap((member) => ('attribute' in member ? member.attribute : []));
    for (const name of [tag, ...attributes, ...unless]) expect(name).toBe(kebab(name));
  });

  test('the catalogue has everything that a rule of a migration finds, so that its level is chosen', () => {
    const found = migrations.flatMap(({ markup = [] }) =>
      markup.flatMap(({ tag, members }) => markupApis(tag, members)),
    );
    const missing = [...new Set(found)].filter((name) => !names.includes(name)).sort();
    const todo = 'add an entry to src/migrations/catalogue/markup.ts';
    expect(missing, `${missing.join(', ')}: ${todo}`).toEqual([]);
  });

  test('the list has each finding once, with its kind and action', () => {
    const rows = markupRows(migrations);
    expect(rows.flatMap(({ apis }) => apis).sort()).toEqual([...names].sort());
    const row = (name: string) => rows.find(({ apis }) => apis.includes(name));
    expect(row('audio')).toMatchObject({ kind: 'component', since: '1.6.0', action: 'reported' });
    expect(row('wx:for-items')).toMatchObject({ kind: 'attribute', action: 'rewritten', use: 'wx:for' });
    expect(row('input.auto-focus')).toMatchObject({ action: 'opt-in', migration: { codePrefix: 'NAT' } });
    expect(row('button.getuserinfo')).toMatchObject({ kind: 'event', level: 'required' });
    expect(row('page.json/optionMenu')).toMatchObject({ kind: 'key', level: 'advised' });
    expect(row('open-data.type.userGender')!.apis).toHaveLength(7);
  });

  test('the list for an app omits what its hosts or its base library have not deprecated', () => {
    const listed = (hosts: Parameters<typeof selectMigrations>[1]) =>
      markupRows(selectMigrations([REPORT_ONLY], hosts)).flatMap(({ apis }) => apis);
    expect(listed({ platforms: ['tt'] })).toEqual([
      'progress.color',
      'slider.color',
      'slider.selected-color',
    ]);
    expect(listed({ platforms: ['qq'] })).toEqual(['button.share-type']);
    expect(listed({ platforms: ['alipay'] })).toEqual(['app.json/window.optionMenu', 'page.json/optionMenu']);
    expect(listed({ platforms: ['jd'] })).toEqual([]);
    expect(listed({ target: '2.8.0' })).not.toContain('canvas.canvas-id');
    expect(listed({ target: '2.9.0' })).toContain('canvas.canvas-id');
  });
});

describe('messages of components and attributes', () => {
  const hintOf = (wxml: string) => rewrite(wxml, { filename: 'a.wxml' }).findings.map(({ hint }) => hint);

  test('the hint names the replacement, or the attribute to remove', () => {
    expect(hintOf('<map covers="{{all}}" />')[0]).toMatch(/^Use markers: https:/);
    expect(hintOf('<live-player background-mute />')[0]).toMatch(/^Remove background-mute: https:/);
  });
});

test('a build looks into a script for whole keys, whatever else the script has', () => {
  expect(isMentioned("page.config = { 'optionMenu': {} }", { platforms: ['alipay'] })).toBe(true);
  expect(isMentioned('{ optionMenus: {} }', { platforms: ['alipay'] })).toBe(false);
  expect(isMentioned('{ optionMenu: {} }', { platforms: ['weapp'] })).toBe(false);
});

describe('the tags of Taro’s typings', () => {
  const FOLDER = join(import.meta.dirname, '../../node_modules/@tarojs/components/types');
  const DEPRECATED = /@deprecated.*\n(?:\s*\*(?!\/).*\n)*\s*\*\/\n\s*(\w+)(?:\?|\(|:| (\w+))/g;

  /** `input.auto-focus` for each property with a tag, `audio` for each component. */
  const tagged = readdirSync(FOLDER)
    .filter((file) => /^[A-Z]\w+\.d\.ts$/.test(file))
    .flatMap((file) => {
      const tag = kebab(file.replace('.d.ts', ''));
      const text = readFileSync(join(FOLDER, file), 'utf8').replace(/```[\s\S]*?```/g, '');
      const found = [...text.matchAll(DEPRECATED)];
      expect(found, `${file}: a tag is in a place that this test does not read`).toHaveLength(
        text.match(/@deprecated/g)?.length ?? 0,
      );
      return found.flatMap(([, name, declared]) => {
        if (name === 'interface') return [];
        return declared === undefined ? `${tag}.${kebab(name!)}` : tag;
      });
    });

  test('the typings have tags', () => {
    expect(tagged).toEqual(expect.arrayContaining(['audio', 'input.auto-focus', 'map.controls']));
  });

  test('the catalogue has every component and attribute with @deprecated', () => {
    // React takes `key` itself. Only Taro has given the attribute another name.
    const left = ['share-element.key'];
    expect(tagged, 'an exception that the typings no longer need').toEqual(expect.arrayContaining(left));
    const missing = tagged.filter((name) => ![...left, ...names].includes(name));
    expect(missing, 'add an entry to src/migrations/catalogue/markup.ts').toEqual([]);
  });
});
