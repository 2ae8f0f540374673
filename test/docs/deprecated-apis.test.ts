import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogue, groupsOf, migrations, type Row, sources, substitutesOf } from '../../src/migrations';
import { adviceOn } from '../../src/migrations/catalogue';
import typings from '../../src/migrations/catalogue/typings.json';

// To update the page, run `UPDATE_DOCS=1 npx vitest run test/docs/deprecated-apis`.
const FILE = join(import.meta.dirname, '../../docs/deprecated-apis.md');
const HEAD = readFileSync(FILE, 'utf8').split('<!-- ')[0]!;
const MARK = '<!-- Below: written by test/docs/deprecated-apis.test.ts from the catalogue. -->';

const ACTIONS: Readonly<Record<Row['action'], string>> = {
  rewritten: 'rewritten',
  'opt-in': 'opt-in',
  reported: 'reported',
  'by-creator': 'reported where the object is created',
  listed: 'not reported',
};

function page(): string {
  const groups = groupsOf(migrations).map(({ migration, rows }) => {
    const heading = migration ? `\`${migration.name}\`` : 'Members of other objects';
    const about = migration
      ? `${migration.summary.en}. [Documentation](${migration.docs})`
      : 'No migration covers these.';
    return [`## ${heading}`, about, tableOf(rows)].join('\n\n');
  });
  const packages = Object.entries(sources).map(([name, version]) => {
    const count = typings.apis.filter(({ platform }) => platform === PLATFORMS[name]).length;
    return `| \`${name}\` | ${version} | ${count === 0 ? 'marks nothing as deprecated' : count} |`;
  });
  const table = ['| Typings | Version | Deprecated APIs |', '|---|---|---|', ...packages].join('\n');
  return [HEAD + MARK, table, ...groups].join('\n\n').concat('\n');
}

const PLATFORMS: Readonly<Record<string, string>> = {
  'miniprogram-api-typings': 'weapp',
  '@mini-types/my': 'alipay',
  '@douyin-microapp/typings': 'tt',
};

function tableOf(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const { apis, page: link, platform, since = '', level, action } = row;
    const names = apis.map((api) => `\`${api}\``).join(', ');
    const why = apis.length === 1 ? adviceOn({ ...row, api: apis[0]! })?.why.en : undefined;
    const what = action === 'reported' && why ? `${ACTIONS[action]}: ${why}` : ACTIONS[action];
    const replacement = substitutesOf(row)
      .map((one) => one.replaceAll('<', '\\<'))
      .join(', ');
    return `| ${apis.length === 1 && link ? `[${names}](${link})` : names} | ${platform} | ${since} | ${replacement} | ${level} | ${what} |`;
  });
  return [
    '| API | Platform | Since | Replacement | Level | taro-modernize |',
    '|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}

test('docs/deprecated-apis.md matches the catalogue', () => {
  const made = page();
  if (process.env.UPDATE_DOCS === '1') writeFileSync(FILE, made);
  expect(readFileSync(FILE, 'utf8'), 'UPDATE_DOCS=1 npx vitest run test/docs/deprecated-apis').toBe(made);
});

test('docs/deprecated-apis.md lists every API of the catalogue once', () => {
  const names = groupsOf(migrations).flatMap(({ rows }) =>
    rows.flatMap(({ platform, apis }) => apis.map((api) => `${platform} ${api}`)),
  );
  expect([...names].sort()).toEqual(catalogue.map(({ platform, api }) => `${platform} ${api}`).sort());
});
