import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/engine/types';
import type { Language } from '../../src/messages/message';
import { migrations } from '../../src/migrations';
import { rewrite } from '../../src/project/rewrite';
import { HOME } from '../../src/report/home';
import { toHtml } from '../../src/report/html';
import { toMarkdown } from '../../src/report/markdown';
import { findingPage, migrationPage } from '../../src/report/pages';
import { type Report, totalsOf } from '../../src/report/result';
import { toSarif } from '../../src/report/sarif';
import { reportText } from '../../src/report/text';
import { inProcess } from '../cli/support/in-process';
import { codes } from '../docs/pages';
import { inRepository } from '../docs/user-pages';

const ROOT = join(import.meta.dirname, '../..');

const findings = rewrite(
  `import Taro from '@tarojs/taro'
Taro.startRecord({})
Taro.getUserProfile({})
console.log('startRecord')
export default Taro
`,
  { filename: 'a.js' },
).findings;
const files = [{ path: '/w/a.js', shown: 'a.js', changed: true, findings }];
const report = { files, totals: totalsOf(files, 1), cwd: '/w', version: '1.0.0' } as unknown as Report;

/** The pages of this repository that a text links to. */
function pagesIn(text: string): string[] {
  const links = text.match(new RegExp(`${HOME}/blob/main/[\\w./-]+`, 'g')) ?? [];
  return [...new Set(links)].map((link) => inRepository('.', link)!);
}

function expectPages(text: string, language: Language, count: number): void {
  const pages = pagesIn(text);
  expect(pages.length).toBeGreaterThanOrEqual(count);
  expect(pages.filter((page) => !existsSync(join(ROOT, page)))).toEqual([]);
  expect(pages.filter((page) => page.startsWith('docs/zh-CN/') !== (language === 'zh'))).toEqual([]);
}

describe.each(['en', 'zh'] as const)('links to pages in %s', (language) => {
  const text = reportText(language);

  it(`every finding code and every migration has a page to link to (${language})`, () => {
    const links = [
      ...migrations.map((migration) => migrationPage(migration, language)),
      ...codes().map(({ page }) => {
        const migration = migrations.find(({ codePrefix }) => page.startsWith(codePrefix)) ?? migrations[0]!;
        const code = /^\d/.test(page) ? migration.codePrefix + page : page;
        return findingPage({ code, migration: migration.name } as Finding, language);
      }),
    ];
    expectPages(links.join('\n'), language, codes().length + migrations.length);
  });

  it(`a Markdown report links the code of each finding (${language})`, () => {
    expectPages(toMarkdown(report, text), language, 4);
  });

  it(`an HTML report links the code of each finding that it lists (${language})`, async () => {
    // Rewritten findings are shown as a diff.
    expectPages([...(await toHtml(report, text))].join(''), language, 3);
  });

  it(`a SARIF report links the code and the migration of each rule (${language})`, () => {
    expectPages([...toSarif(report, language)].join(''), language, 6);
  });

  it(`list links the page of each migration (${language})`, async () => {
    const { stdout } = await inProcess('/', ['list', '--lang', language]);
    expectPages(stdout, language, migrations.length);
  });
});
