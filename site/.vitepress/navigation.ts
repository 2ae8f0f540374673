import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DefaultTheme } from 'vitepress';
import { slug } from './markdown/slug';
import { type Language, pageOf, ROOT, sources } from './pages';

/** A text in both languages. */
type Both = Readonly<Record<Language, string>>;
type Item = readonly [text: Both, page: string];

const both = (en: string, zh: string): Both => ({ en, zh });

const GUIDE: readonly Item[] = [
  [both('Start', '开始'), 'start'],
  [both('Choose how to use it', '选择使用方式'), 'start#choose'],
  [both('Codemod', 'Codemod'), 'codemod'],
  [both('Taro plugin', 'Taro 插件'), 'plugin'],
  [both('ESLint', 'ESLint'), 'eslint'],
  [both('CI', 'CI'), 'codemod#ci'],
  [both('Undo', '撤销'), 'codemod#undo'],
  [both('With a coding agent', '配合编程助手'), 'coding-agent'],
  [both('Many repositories', '批量迁移多个仓库'), 'many-repositories'],
  [both('Questions', '常见问题'), 'troubleshooting#questions'],
  [both('Troubleshooting', '疑难解答'), 'troubleshooting'],
];

const REFERENCE: readonly Item[] = [
  [both('Options of the command', '命令行选项'), 'codemod#options'],
  [both('Options of the plugin', '插件选项'), 'plugin#options'],
  [both('Runtime: recorder', '运行时：录音'), 'recorder'],
  [both('Copied runtime', '运行时副本'), 'codemod#copies'],
  [both('Deprecated APIs', '已废弃的 API'), 'deprecated-apis'],
  [both('JSON and scripts', 'JSON 和脚本'), 'many-repositories#scripts'],
];

const TRUST: readonly Item[] = [
  [both('Evidence', '验证结果'), 'evidence'],
  [both('What is rewritten', '改写规则'), 'rewriting'],
  [both('Platform behavior', '平台行为'), 'semantics'],
  [both('Size and speed', '体积和速度'), 'performance'],
];

const CONTRIBUTING: readonly Item[] = [
  [both('Contributing', '参与贡献'), 'contributing'],
  [both('Architecture', '架构'), 'architecture'],
  [both('Adding a migration', '新增迁移规则'), 'adding-a-migration'],
  [both('API surface', 'API 列表'), 'api-surface'],
];

/** Sections that the navigation links to, by the heading in each language. */
const SECTIONS: Readonly<Record<string, Both>> = {
  'start#choose': both('Choose how to use it', '选择使用方式'),
  'codemod#ci': both('CI before the migration is finished', '迁移未完成时的 CI'),
  'codemod#undo': both('Undoing a run', '撤销'),
  'codemod#options': both('Options and exit codes', '选项和退出码'),
  'codemod#copies': both('The copied runtime', '复制到项目中的运行时'),
  'plugin#options': both('Options', '选项'),
  'troubleshooting#questions': both('Questions', '常见问题'),
  'many-repositories#scripts': both('Stable interfaces for scripts', '脚本可以依赖的接口'),
};

/** The bar at the top and the list beside the pages. */
export function navigation(language: Language): Pick<DefaultTheme.Config, 'nav' | 'sidebar'> {
  const root = language === 'zh' ? '/' : '/en/';
  const items = (list: readonly Item[]) =>
    list.map(([text, page]) => ({ text: text[language], link: root + addressOf(page, language) }));
  const group = (text: Both, list: readonly Item[], more: DefaultTheme.SidebarItem[] = []) => ({
    text: text[language],
    items: [...items(list), ...more],
  });
  const findings = titles('findings', language);
  return {
    nav: [
      { text: both('Guide', '指南')[language], link: `${root}start` },
      { text: both('Migrations', '迁移规则')[language], link: `${root}migrations/` },
      { text: both('Playground', '在线试用')[language], link: `${root}playground` },
    ],
    sidebar: [
      group(both('Guide', '指南'), GUIDE),
      group(
        both('Migrations', '迁移规则'),
        [[both('Overview', '一览'), 'migrations/']],
        titles('migrations', language),
      ),
      group(both('Reference', '参考'), REFERENCE, [
        {
          text: both('Finding codes', '结果编号')[language],
          link: `${root}findings/`,
          collapsed: true,
          items: findings,
        },
      ]),
      group(both('Trust', '为什么可信'), TRUST),
      group(both('Contributing', '参与贡献'), CONTRIBUTING),
    ],
  };
}

function addressOf(page: string, language: Language): string {
  const heading = SECTIONS[page]?.[language];
  return heading === undefined ? page : `${page.split('#')[0]}#${slug(heading)}`;
}

/** The pages of a folder with their titles. */
function titles(folder: string, language: Language): DefaultTheme.SidebarItem[] {
  const start = `${language === 'zh' ? 'docs/zh-CN' : 'docs'}/${folder}/`;
  return sources()
    .filter((file) => file.startsWith(start) && !file.endsWith('README.md'))
    .map((file) => ({
      text: /^# (.+)$/m.exec(readFileSync(join(ROOT, file), 'utf8'))?.[1]?.replace(/`/g, '') ?? file,
      link: `/${pageOf(file)!.replace(/\.md$/, '')}`,
    }));
}
