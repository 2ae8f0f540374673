import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/messages/message';
import {
  catalogue,
  groupsOf,
  type MarkupRow,
  markupRows,
  migrations,
  type Row,
  sources,
  substitutesOf,
} from '../../src/migrations';
import { adviceOn } from '../../src/migrations/catalogue';
import typings from '../../src/migrations/catalogue/typings.json';

// To update the pages, run `UPDATE_DOCS=1 npx vitest run test/docs/deprecated-apis`.
const FILES = {
  en: join(import.meta.dirname, '../../docs/deprecated-apis.md'),
  zh: join(import.meta.dirname, '../../docs/zh-CN/deprecated-apis.md'),
} as const satisfies Record<Language, string>;
const MARK = '<!-- Below: written by test/docs/deprecated-apis.test.ts from the catalogue. -->';

interface Words {
  typings: readonly string[];
  columns: readonly string[];
  actions: Readonly<Record<Row['action'], string>>;
  levels: Readonly<Record<Row['level'], string>>;
  about(action: string, why: string): string;
  others: string;
  uncovered: string;
  nothing: string;
  sentence(summary: string): string;
  guide: string;
  list: string;
  components: {
    title: string;
    about: string;
    columns: readonly string[];
    kinds: Readonly<Record<MarkupRow['kind'], string>>;
  };
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    typings: ['Typings', 'Version', 'Deprecated APIs'],
    columns: ['API', 'Platform', 'Since', 'Replacement', 'Level', 'taro-modernize'],
    actions: {
      rewritten: 'rewritten',
      'opt-in': 'opt-in',
      reported: 'reported',
      'by-creator': 'reported where the object is created',
      listed: 'not reported',
    },
    levels: { required: 'required', advised: 'advised' },
    about: (action, why) => `${action}: ${why}`,
    others: 'Members of other objects',
    uncovered: 'No migration covers these.',
    nothing: 'marks nothing as deprecated',
    sentence: (summary) => `${summary}.`,
    guide: 'About this migration',
    list: ', ',
    components: {
      title: 'Components and attributes',
      about: `The migration \`deprecated-apis\` reads them in JSX, \`createElement\` calls, Vue templates, native templates and configurations.
[About components](migrations/deprecated-apis.md#components-and-attributes).
Those marked *opt-in* have [a migration of their own](migrations/native-attribute-names.md) for native templates.`,
      columns: ['Finding', 'Kind', 'Platform', 'Since', 'Replacement', 'Level', 'taro-modernize'],
      kinds: { component: 'component', attribute: 'attribute', event: 'event', key: 'key' },
    },
  },
  zh: {
    typings: ['类型声明', '版本', '已废弃的 API'],
    columns: ['API', '平台', '停止维护', '替代接口', '级别', 'taro-modernize'],
    actions: {
      rewritten: '改写',
      'opt-in': '需显式启用',
      reported: '报告',
      'by-creator': '在创建对象处报告',
      listed: '不报告',
    },
    levels: { required: '必须', advised: '建议' },
    about: (action, why) => `${action}：${why}`,
    others: '其他对象的成员',
    uncovered: '没有迁移规则处理这些成员。',
    nothing: '没有标记已废弃的 API',
    sentence: (summary) => `${summary}。`,
    guide: '关于这种迁移规则',
    list: '、',
    components: {
      title: '组件和属性',
      about: `由迁移规则 \`deprecated-apis\` 在 JSX、\`createElement\` 调用、Vue 模板、原生模板和配置文件中识别。
[关于组件](migrations/deprecated-apis.md#组件和属性)。
标为“需显式启用”的，在原生模板中有[单独的迁移规则](migrations/native-attribute-names.md)。`,
      columns: ['结果', '类型', '平台', '停止维护', '替代写法', '级别', 'taro-modernize'],
      kinds: { component: '组件', attribute: '属性', event: '事件', key: '配置项' },
    },
  },
};

function page(language: Language): string {
  const words = WORDS[language];
  const groups = groupsOf(migrations).map(({ migration, rows }) => {
    const heading = migration ? `\`${migration.name}\`` : words.others;
    const about = migration
      ? `${words.sentence(migration.summary[language])}\n[${words.guide}](migrations/${migration.guide}.md)`
      : words.uncovered;
    return [`## ${heading}`, about, tableOf(rows, language)].join('\n\n');
  });
  const packages = Object.entries(sources).map(([name, version]) => {
    const count = typings.apis.filter(({ platform }) => platform === PLATFORMS[name]).length;
    return `| \`${name}\` | ${version} | ${count === 0 ? words.nothing : count} |`;
  });
  const table = [...head(words.typings), ...packages].join('\n');
  const written = readFileSync(FILES[language], 'utf8').split('<!-- ')[0]!;
  const { title, about } = words.components;
  const components = [`## ${title}`, about, markupTable(language)].join('\n\n');
  return [written + MARK, table, ...groups, components].join('\n\n').concat('\n');
}

const PLATFORMS: Readonly<Record<string, string>> = {
  'miniprogram-api-typings': 'weapp',
  '@mini-types/my': 'alipay',
  '@douyin-microapp/typings': 'tt',
};

function head(columns: readonly string[]): string[] {
  return [`| ${columns.join(' | ')} |`, `|${columns.map(() => '---|').join('')}`];
}

function tableOf(rows: readonly Row[], language: Language): string {
  const { actions, levels, about, columns, list } = WORDS[language];
  const lines = rows.map((row) => {
    const { apis, page: link, platform, since = '', level, action } = row;
    const names = apis.map((api) => `\`${api}\``).join(list);
    const why = apis.length === 1 ? adviceOn({ ...row, api: apis[0]! })?.why[language] : undefined;
    const what = action === 'reported' && why ? about(actions[action], why) : actions[action];
    const replacement = substitutesOf(row)
      .map((one) => one.replaceAll('<', '\\<'))
      .join(list);
    return `| ${apis.length === 1 && link ? `[${names}](${link})` : names} | ${platform} | ${since} | ${replacement} | ${levels[level]} | ${what} |`;
  });
  return [...head(columns), ...lines].join('\n');
}

function markupTable(language: Language): string {
  const { actions, levels, about, components, list } = WORDS[language];
  const lines = markupRows(migrations).map((row) => {
    const { apis, kind, platforms, since = '', use = '', why, page: link, level, action } = row;
    const names = apis.map((api) => `\`${api}\``).join(list);
    const replacement = (typeof use === 'object' ? use[language] : use).replaceAll('<', '\\<');
    const what = about(actions[action], why[language]);
    return `| [${names}](${link}) | ${components.kinds[kind]} | ${platforms.join(list)} | ${since} | ${replacement} | ${levels[level]} | ${what} |`;
  });
  return [...head(components.columns), ...lines].join('\n');
}

describe.each(['en', 'zh'] as const)('the page of all deprecated APIs (%s)', (language) => {
  test(`deprecated-apis.md matches the catalogue (${language})`, () => {
    const made = page(language);
    const file = FILES[language];
    if (process.env.UPDATE_DOCS === '1') writeFileSync(file, made);
    expect(readFileSync(file, 'utf8'), 'UPDATE_DOCS=1 npx vitest run test/docs/deprecated-apis').toBe(made);
  });
});

test('docs/deprecated-apis.md lists every API of the catalogue once', () => {
  const names = groupsOf(migrations).flatMap(({ rows }) =>
    rows.flatMap(({ platform, apis }) => apis.map((api) => `${platform} ${api}`)),
  );
  expect([...names].sort()).toEqual(catalogue.map(({ platform, api }) => `${platform} ${api}`).sort());
});
