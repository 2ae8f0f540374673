import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vueCompiler from '@vue/compiler-sfc';
import { describe, expect, test } from 'vitest';
import { migrations } from '../../src/migrations';
import type { RewriteOptions } from '../../src/project/rewrite';
import { rewriteFixture } from '../support/fixtures';
import { type Code, codes, FINDINGS, type Page, pageNames, readPage } from './pages';

// To update the index and the "After" blocks of rewritten findings from the engine's output, run
// `UPDATE_DOCS=1 npx vitest run test/docs/findings` and read the diff.
const UPDATE = process.env.UPDATE_DOCS === '1';

const expected = codes();
const existing = new Set(pageNames());
const HEADINGS = {
  rewritten: ['What', 'Why', 'What to do', 'Before', 'After'],
  manual: ['What', 'Why', 'What to do', 'Before', 'After (manual)'],
  ignored: ['What', 'Why', 'What to do', 'Ignored'],
};

test('every finding code has a page', () => {
  const missing = expected.filter(({ page }) => !existing.has(page));
  expect(
    missing.map(
      ({ page, verdict }) =>
        `add docs/findings/${page}.md with the headings ${HEADINGS[verdict].join(' / ')} (see the other pages)`,
    ),
  ).toEqual([]);
});

test('every finding page belongs to a code', () => {
  const known = new Set(expected.map(({ page }) => page));
  expect(
    [...existing]
      .filter((page) => !known.has(page))
      .map((page) => `docs/findings/${page}.md: no finding has this code`),
  ).toEqual([]);
});

test('the findings index lists every page with its title', () => {
  const file = join(FINDINGS, 'README.md');
  const made = index(readFileSync(file, 'utf8'));
  if (UPDATE) writeFileSync(file, made);
  expect(readFileSync(file, 'utf8'), 'UPDATE_DOCS=1 npx vitest run test/docs/findings writes it').toBe(made);
});

describe.each(
  expected.filter(({ page }) => existing.has(page)).map((code) => [code.page, code] as const),
)('docs/findings/%s.md', (name, code) => {
  const page = readPage(name);

  test('finding page: the title and sections are complete', () => {
    expect(page.title).toMatch(new RegExp(`^${name} · \\S`));
    expect(page.headings).toEqual(HEADINGS[code.verdict]);
  });

  if (code.verdict === 'rewritten') {
    test('finding page: "Before" has the code and is rewritten to "After"', () => {
      const before = page.block('Before')!;
      const result = run(page, before);
      if (UPDATE) update(name, page, result.code);
      expect(numbers(result)).toContain(code.page);
      expect(readPage(name).block('After')).toEqual({ language: before.language, code: result.code });
    });
  } else if (code.verdict === 'manual') {
    test('finding page: the first block has the code, and the last one has no manual findings', () => {
      expect(numbers(run(page, page.block('Before')!))).toContain(code.page);
      const after = run(page, page.block('After (manual)')!);
      expect(after.findings.filter(({ verdict }) => verdict === 'manual')).toEqual([]);
    });
  } else {
    test('finding page: the example has the code, and its lines stay unchanged', () => {
      const block = page.block('Ignored')!;
      const result = run(page, block);
      expect(numbers(result)).toContain(code.page);
      const lines = block.code.split('\n');
      for (const finding of result.findings.filter((one) => isOf(code, one.code))) {
        expect(result.code.split('\n')).toContain(lines[finding.line - 1]);
      }
    });
  }
});

function run(page: Page, { language, code }: { language: string; code: string }) {
  const { types, vueCompiler: hasCompiler, ...options } = page.options;
  return rewriteFixture(code, {
    filename: `example.${language}`,
    ...options,
    ...(types && { decideMember: () => types }),
    ...(hasCompiler && { vueCompiler }),
  } as RewriteOptions);
}

/** The page names for the findings of a run: both `REC101` and `101`. */
function numbers({ findings }: { findings: readonly { code: string }[] }): string[] {
  return findings.flatMap(({ code }) => [code, code.replace(/^[A-Z]+/, '')]);
}

function isOf({ page }: Code, code: string): boolean {
  return code === page || code.replace(/^[A-Z]+/, '') === page;
}

function update(name: string, page: Page, code: string): void {
  const { language } = page.block('Before')!;
  const head = page.text.split(/^## After$/m)[0]!;
  writeFileSync(join(FINDINGS, `${name}.md`), `${head}## After\n\n\`\`\`${language}\n${code}\`\`\`\n`);
}

function index(current: string): string {
  const families = [
    ['rewritten', 'Rewritten'],
    ['manual', 'Manual'],
    ['ignored', 'Ignored'],
  ] as const;
  const lists = families.map(([verdict, title]) => {
    const rows = expected
      .filter((code) => code.verdict === verdict && existing.has(code.page))
      .sort((a, b) => (order(a.page) < order(b.page) ? -1 : 1))
      .map(({ page }) => `- [${readPage(page).title}](${page}.md)\n`);
    return `## ${title}\n\n${rows.join('')}`;
  });
  const prefixes = migrations.map(({ name, codePrefix }) => `| \`${codePrefix}\` | \`${name}\` |\n`);
  const table = `| Prefix | Migration |\n|---|---|\n${prefixes.join('')}`;
  const mark = '<!-- written by test/docs/findings.test.ts -->\n';
  return `${current.split(mark)[0]}${mark}\n${table}\n${lists.join('\n')}`;
}

/** Sorts by number, with a migration's own pages beside the shared ones of the same hundred. */
function order(page: string): string {
  return page.replace(/^([A-Z]+)(\d+)$/, '$2$1');
}
