import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bars, stackedBars } from '../bars.mjs';
import { checksOf, countsOf, totalsOf, verdictOf } from './totals.mjs';

const WORDS = {
  en: {
    checks: {
      columns: ['Check', 'Result'],
      projects: 'projects',
      scanned: 'files searched',
      changed: 'files changed, some of them only by TODO comments',
      errors: 'files that do not parse before the run, which stay unchanged',
      syntaxErrors: 'new syntax errors, by the parsers of TypeScript and Vue',
      secondRun: 'files that a second run changes',
      tscProjects: 'projects whose TypeScript files were compared with `tsc`',
      tscFiles: 'rewritten TypeScript files in these projects',
      tscBefore: 'type errors in these files before',
      tscAdded: 'new type errors',
    },
    migrations: ['Migration', 'Codes', 'Projects', 'Rewritten', 'Manual changes', 'Ignored', 'Chart'],
    manual: ['Finding code', 'Locations', 'Projects', 'Chart'],
    system: {
      columns: ['What the code uses', 'Finding code', 'Locations', 'Chart'],
      SYS001: 'fields of one new function',
      SYS013: 'fields of several new functions',
      SYS016: 'fields in callbacks, after `.then()` or after `await`',
      SYS014: 'the whole object',
      SYS002: 'the function, which it passes on',
    },
    project: 'Project',
    kind: 'Built with',
    files: 'Files',
    types: 'New type errors',
    native: 'native',
    total: 'Total',
  },
  zh: {
    checks: {
      columns: ['检查', '结果'],
      projects: '项目',
      scanned: '搜索的文件',
      changed: '改动的文件（包括只添加 TODO 注释的）',
      errors: '运行前就无法解析的文件（保持不变）',
      syntaxErrors: '新增的语法错误（由 TypeScript 和 Vue 的解析器检查）',
      secondRun: '再次运行时改动的文件',
      tscProjects: '用 `tsc` 对比过 TypeScript 文件的项目',
      tscFiles: '这些项目中改写的 TypeScript 文件',
      tscBefore: '这些文件改写前的类型错误',
      tscAdded: '新增的类型错误',
    },
    migrations: ['迁移规则', '编号', '项目', '自动改写', '需手动修改', '忽略', '图'],
    manual: ['结果编号', '位置', '项目', '图'],
    system: {
      columns: ['代码用到的', '结果编号', '位置', '图'],
      SYS001: '一个新接口的字段',
      SYS013: '多个新接口的字段',
      SYS016: '回调、`.then()` 或 `await` 中的字段',
      SYS014: '整个对象',
      SYS002: '函数本身，传到别处',
    },
    project: '项目',
    kind: '技术栈',
    files: '文件',
    types: '新增类型错误',
    native: '原生',
    total: '合计',
  },
};

/** @returns {string} a page of docs/ with its tables written from the results, between their markers */
export function filledPage(text, data, language) {
  return Object.entries(TABLES).reduce((page, [name, table]) => {
    const marked = new RegExp(`(<!-- evidence: ${name} -->\n)[\\s\\S]*?(<!-- end -->)`);
    return page.replace(marked, (_, start, end) => `${start}\n${table(data, language)}\n\n${end}`);
  }, text);
}

const TABLES = { checks, migrations, manual, system, projects };

function checks({ repositories }, language) {
  const { columns, ...words } = WORDS[language].checks;
  const results = checksOf(repositories);
  return tableOf(
    columns,
    Object.entries(words).map(([name, word]) => [word, figure(results[name])]),
  );
}

function migrations({ repositories, migrations }, language) {
  const totals = Object.entries(migrations)
    .map(([prefix, name]) => ({ prefix, name, ...totalsOf(repositories, [prefix]) }))
    .sort((one, other) => other.rewritten - one.rewritten);
  const charts = stackedBars(totals.map(({ rewritten, manual, ignored }) => [rewritten, manual, ignored]));
  const rows = totals.map(({ prefix, name, projects, rewritten, manual, ignored }, at) => [
    `\`${name}\``,
    prefix,
    ...[projects, rewritten, manual, ignored].map(figure),
    charts[at],
  ]);
  return tableOf(WORDS[language].migrations, rows);
}

function manual({ repositories }, language) {
  const counts = new Map();
  for (const { findings } of repositories) {
    for (const [code, count] of Object.entries(findings).filter(([one]) => verdictOf(one) === 'manual')) {
      const { locations, projects } = counts.get(code) ?? { locations: 0, projects: 0 };
      counts.set(code, { locations: locations + count, projects: projects + 1 });
    }
  }
  const sorted = [...counts].sort(([, one], [, other]) => other.locations - one.locations);
  const charts = bars(sorted.map(([, { locations }]) => locations));
  const rows = sorted.map(([code, { locations, projects }], at) => [
    link(code),
    ...[locations, projects].map(figure),
    charts[at],
  ]);
  return tableOf(WORDS[language].manual, rows);
}

function system({ repositories }, language) {
  const { columns, ...forms } = WORDS[language].system;
  const counts = Object.keys(forms).map((code) =>
    repositories.reduce((sum, { findings }) => sum + (findings[code] ?? 0), 0),
  );
  const charts = bars(counts);
  const rows = Object.entries(forms).map(([code, form], at) => [
    form,
    link(code),
    figure(counts[at]),
    charts[at],
  ]);
  return tableOf(columns, rows);
}

/** A link to the finding page of a code, which is of its own or shared by all migrations. */
function link(code) {
  const own = new URL(`../../docs/findings/${code}.md`, import.meta.url);
  return `[${code}](findings/${existsSync(fileURLToPath(own)) ? code : code.slice(3)}.md)`;
}

function projects({ repositories, migrations }, language) {
  const { project, kind, files, types, native, total } = WORDS[language];
  const prefixes = Object.keys(migrations);
  const cell = ({ rewritten, manual, ignored }) =>
    rewritten + manual + ignored > 0 ? [rewritten, manual, ignored].join('/') : '';
  const rows = repositories.map(({ repository, commit, kind, changed, findings, tsc }) => [
    `${repository} ([\`${commit.slice(0, 7)}\`](https://github.com/${repository}/tree/${commit}))`,
    kind || native,
    figure(changed),
    ...prefixes.map((prefix) => cell(countsOf(findings, [prefix]))),
    tsc ? figure(tsc.added) : '',
  ]);
  const { changed, tscAdded } = checksOf(repositories);
  const totals = prefixes.map((prefix) => cell(totalsOf(repositories, [prefix])));
  const bold = [total, '', figure(changed), ...totals, figure(tscAdded)].map((text) => text && `**${text}**`);
  return tableOf([project, kind, files, ...prefixes, types], [...rows, bold]);
}

function tableOf(columns, rows) {
  const isFigure = columns.map((_, at) => rows.every((row) => /^\**[\d,/]*\**$/.test(row[at])));
  const rule = isFigure.map((right) => (right ? '---:' : '---'));
  return [columns, rule, ...rows].map((row) => `| ${row.join(' | ')} |`.replace(/ +/g, ' ')).join('\n');
}

const figure = (number) => number.toLocaleString('en');
