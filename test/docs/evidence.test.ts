import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { type Migration, migrations } from '../../src/migrations';
import { type Data, loadEvidence, type Project } from './evidence';

// To update the tables, run `UPDATE_DOCS=1 npx vitest run test/docs/evidence`.
const ROOT = join(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');
const data = JSON.parse(read('docs/evidence.json')) as Data;
const {
  filledPage,
  totalsOf,
  checksOf,
  bars,
  stackedBars,
  syntaxErrorsIn,
  newTypeErrors,
  checkoutOf,
  resultOf,
} = await loadEvidence();

describe.each([
  ['en', 'docs/evidence.md', 'README.md', 'docs/migrations/get-system-info.md'],
  ['zh', 'docs/zh-CN/evidence.md', 'README.zh-CN.md', 'docs/zh-CN/migrations/get-system-info.md'],
] as const)('the figures of the public projects (%s)', (language, page, readme, guide) => {
  test(`${page}: the tables have the results of docs/evidence.json`, () => {
    const filled = filledPage(read(page), data, language);
    if (process.env.UPDATE_DOCS) writeFileSync(join(ROOT, page), filled);
    expect(read(page)).toBe(filled);
    expect(filled).not.toMatch(/<!-- evidence: .* -->\n<!-- end -->/);
  });

  test(`${readme}: the figures are those of docs/evidence.json`, () => {
    const rows = [...read(readme).matchAll(/^\| ([^|]+) \| (\d+) \| ([\d,]+) \| (\d+) \|$/gm)];
    const figures = rows.map(([, , ...cells]) => cells.map((cell) => Number(cell!.replace(',', ''))));
    const families = [['SYS'], ['FIL', 'MED'], ['BGA'], ['CAN'], ['REC', 'VOI']];
    const totals = families.map((prefixes) => totalsOf(data.repositories, prefixes));
    expect(figures).toEqual(totals.map(({ projects, rewritten, manual }) => [projects, rewritten, manual]));

    const { projects, tscProjects } = checksOf(data.repositories);
    expect(read(readme)).toMatch(new RegExp(`\\b${projects} (public projects|个公开项目)`));
    const clean = data.repositories.filter(({ tsc }) => tsc?.added === 0).length;
    const sentence =
      language === 'en' ? `In ${clean} of the ${tscProjects} ` : `在 ${tscProjects} 个.*有 ${clean} 个`;
    expect(read(readme)).toMatch(new RegExp(sentence));
  });

  test(`${page} and ${guide}: the share of getSystemInfo is that of docs/evidence.json`, () => {
    const count = (codes: readonly string[]) =>
      data.repositories.reduce(
        (sum, { findings }) => sum + codes.reduce((all, code) => all + (findings[code] ?? 0), 0),
        0,
      );
    const fields = count(['SYS001', 'SYS013', 'SYS016']);
    const share = `${Math.round((100 * fields) / (fields + count(['SYS014', 'SYS002'])))}%`;
    expect(read(page)).toContain(share);
    expect(read(guide)).toContain(share);
    expect(read(guide)).toMatch(new RegExp(`\\[${totalsOf(data.repositories, ['SYS']).projects} `));
  });
});

test('docs/evidence.json names every migration with its prefix', () => {
  const expected = (all: readonly Migration[]) => all.map(({ codePrefix, name }) => [codePrefix, name]);
  expect(Object.entries(data.migrations).sort()).toEqual(expected(migrations).sort());
});

test('docs/evidence.json: each project is named once, with a full commit and its results', () => {
  const names = data.repositories.map(({ repository }) => repository);
  expect(new Set(names).size).toBe(names.length);
  for (const { repository, commit, findings } of data.repositories) {
    expect(commit, repository).toMatch(/^[0-9a-f]{40}$/);
    expect(findings, repository).toBeDefined();
  }
});

test('docs/evidence.json: no run broke the syntax of a file, and no second run changed one', () => {
  expect(checksOf(data.repositories)).toMatchObject({ syntaxErrors: 0, secondRun: 0 });
});

test('totals count verdicts by the code, and projects with something to do', () => {
  const repositories: Pick<Project, 'findings'>[] = [
    { findings: { SYS001: 2, SYS105: 1, SYS203: 4, REC001: 8 } },
    { findings: { SYS203: 1 } },
  ];
  expect(totalsOf(repositories, ['SYS'])).toEqual({ projects: 1, rewritten: 2, manual: 1, ignored: 5 });
});

test('bars are in proportion, to an eighth of a character, and figures above 0 are visible', () => {
  expect(bars([24, 12, 1.5, 0.01, 0])).toEqual(['█'.repeat(24), '█'.repeat(12), '█▌', '▏', '']);
});

test('stacked bars have a shade for each figure', () => {
  const rows = [
    [12, 6, 6],
    [3, 0.1, 0],
  ];
  expect(stackedBars(rows)).toEqual(['████████████▒▒▒▒▒▒░░░░░░', '███▒']);
});

test.each([
  ['page.js', 'const page = 1', 0],
  ['page.js', 'const page = <View />', 0],
  ['page.ts', 'const page = <Page>host', 0],
  ['page.tsx', 'const = 1', 2],
  ['page.vue', '<script setup lang="ts">const page: Page = 1</script>', 0],
  ['page.vue', '<script>const = 1</script>', 2],
])('the check of changed files finds syntax errors: %s, %s', (file, text, count) => {
  expect(syntaxErrorsIn(file, text)).toBe(count);
});

/** A folder with files, removed after the test. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

test('type errors are compared without lines, in changed files and in the copies that they import', () => {
  const types = folderWith({ 'node_modules/wx/index.d.ts': 'export const size: number;' });
  const app = folderWith({
    'tsconfig.json': '{ "compilerOptions": { "strict": true, "composite": true } }',
    'src/page.ts': "import { size } from 'wx';\nexport const title: string = size;\n",
  });
  const comparison = newTypeErrors(app, ['src/page.ts', 'src/page.js'], types)!;
  const page = "import { size } from 'wx';\nimport { two } from './taro-modernize/two';\n";
  writeFileSync(
    join(app, 'src/page.ts'),
    `${page}export const title: string = size;\nexport const one: two = 1;\n`,
  );
  mkdirSync(join(app, 'src/taro-modernize'));
  writeFileSync(join(app, 'src/taro-modernize/two.ts'), 'export type two = Missing;\n');
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => printed.mockRestore());
  expect(comparison.after()).toEqual({ files: 1, before: 1, added: 1 });
  expect(printed.mock.lastCall![0]).toContain("src/taro-modernize/two.ts TS2304 Cannot find name 'Missing'.");
});

test('a run on an app counts its findings, and a second run changes nothing', () => {
  const app = folderWith({
    'package.json': '{ "dependencies": { "@tarojs/taro": "4.2.0", "react": "18" } }',
    'config/index.js': "module.exports = { sourceRoot: 'src' }\n",
    'src/page.js': "import Taro from '@tarojs/taro'\nTaro.chooseImage({})\nTaro.getUserProfile()\n",
    'src/user.js': "import Taro from '@tarojs/taro'\nTaro.getUserProfile()\n",
    'src/broken.js': 'wx.startRecord({\n',
  });
  expect(resultOf(app, undefined)).toEqual({
    kind: 'Taro 4, React',
    scanned: 4,
    changed: 2,
    errors: 1,
    findings: { DEP120: 2, MED001: 1 },
    syntaxErrors: 0,
    secondRun: 0,
  });
});

test('a missing project is cloned from GitHub, and one that is missing there or is at another commit is an error', () => {
  const folder = folderWith({ 'github/owner/app.git/page.js': 'wx.startRecord()' });
  const origin = join(folder, 'github/owner/app.git');
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      cwd: origin,
      encoding: 'utf8',
    }).trim();
  git('init', '--quiet');
  git('add', '-A');
  git('commit', '--quiet', '--message', 'first');
  const commit = git('rev-parse', 'HEAD');
  vi.stubEnv('GIT_CONFIG_COUNT', '1');
  vi.stubEnv('GIT_CONFIG_KEY_0', `url.${pathToFileURL(join(folder, 'github'))}/.insteadOf`);
  vi.stubEnv('GIT_CONFIG_VALUE_0', 'https://github.com/');
  onTestFinished(() => void vi.unstubAllEnvs());

  const checkout = checkoutOf(folder, 'owner/app', commit);
  expect(checkout).toBe(join(folder, 'owner+app'));
  expect(readFileSync(join(checkout, 'page.js'), 'utf8')).toBe('wx.startRecord()');
  expect(() => checkoutOf(folder, 'owner/app', '0'.repeat(40))).toThrow(`is at ${commit}`);

  expect(() => checkoutOf(folder, 'owner/none', commit)).toThrow('owner/none.git');
  expect(existsSync(join(folder, 'owner+none'))).toBe(false);
});
