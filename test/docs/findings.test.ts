import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/engine/parse/parse';
import type { Language } from '../../src/messages/message';
import { migrations } from '../../src/migrations';
import type { Finding } from '../../src/project/rewrite';
import { filled, isOf, run, shown } from './filled-page';
import type { Block } from './markdown';
import { type Code, codes, FINDINGS, HEADINGS, pageFile, pageNames, readPage, sectionsOf } from './pages';

// To update the generated parts of the pages (codes, messages, code blocks) and the index, run
// `UPDATE_DOCS=1 npx vitest run test/docs/findings` and read the diff. CONTRIBUTING.md describes a page.
const UPDATE = process.env.UPDATE_DOCS === '1';
const COMMAND = 'UPDATE_DOCS=1 npx vitest run test/docs/findings';
const LANGUAGES = ['en', 'zh'] as const;

const expected = codes();

describe.each(LANGUAGES)('the finding pages (%s)', (language) => {
  const existing = new Set(existsSync(FINDINGS[language]) ? pageNames(language) : []);

  test(`every finding code has a page (${language})`, () => {
    const headings = ({ verdict }: Code) => sectionsOf(verdict).map((one) => HEADINGS[language][one]);
    expect(
      expected
        .filter(({ page }) => !existing.has(page))
        .map(
          (code) => `add ${pageFile(code.page, language)} with the headings ${headings(code).join(' / ')}`,
        ),
    ).toEqual([]);
  });

  test(`every finding page belongs to a code (${language})`, () => {
    const known = new Set(expected.map(({ page }) => page));
    expect([...existing].filter((page) => !known.has(page))).toEqual([]);
  });

  test(`the findings index lists every page with its title (${language})`, () => {
    const file = join(FINDINGS[language], 'README.md');
    const made = index(readFileSync(file, 'utf8'), language);
    if (UPDATE) writeFileSync(file, made);
    expect(readFileSync(file, 'utf8'), `${COMMAND} writes it`).toBe(made);
  });

  describe.each(
    expected.filter(({ page }) => existing.has(page)).map((code) => [code.page, code] as const),
  )('%s', (name, code) => {
    test(`finding page ${name} (${language}): the title and the sections are complete`, () => {
      const page = readPage(name, language);
      expect(page.title).toMatch(new RegExp(`^${name} · \\S`));
      const sections = sectionsOf(code.verdict);
      expect(page.headings).toEqual(sections.map((one) => HEADINGS[language][one]));
      expect(sections.filter((one) => proseOf(page.section(one)) === '' && isProse(one))).toEqual([]);
    });

    test(`finding page ${name} (${language}): the codes, the message and the code blocks are current`, () => {
      const made = filled(readPage(name, language), code, language, readPage(name, 'en'));
      if (UPDATE) writeFileSync(pageFile(name, language), `${made.trim()}\n`);
      expect(readPage(name, language).text, `${COMMAND} writes them`).toBe(`${made.trim()}\n`);
    });

    if (code.verdict === 'manual') {
      test(`finding page ${name} (${language}): the next step has the suppression comment`, () => {
        expect(readPage(name, language).section('next')).toContain('taro-modernize-ignore ');
      });
    }
  });
});

describe.each(
  expected.map((code) => [code.page, code] as const),
)('the code of finding page %s', (name, code) => {
  const page = readPage(name, 'en');
  const befores = programs(page.blocks('before'));
  const afters = programs(page.blocks('after'));

  if (code.verdict === 'ignored') {
    test(`finding page ${name}: the example has the code, and its line stays unchanged`, () => {
      const [block] = page.blocks('example');
      const result = run(page, block!);
      const lines = block!.code.split('\n');
      const findings = result.findings.filter((finding) => isOf(code, finding.code));
      expect(findings).not.toEqual([]);
      for (const { line } of findings) expect(result.code.split('\n')).toContain(lines[line - 1]);
    });
  } else {
    test(`finding page ${name}: every "Before" has the code`, () => {
      expect(befores).not.toEqual([]);
      for (const block of befores) expect(pagesOf(run(page, block)), block.code).toContain(name);
    });
  }

  if (code.verdict === 'manual') {
    test(`finding page ${name}: no "After" has manual findings`, () => {
      expect(afters.length).toBeGreaterThanOrEqual(befores.length);
      for (const block of afters) {
        const { findings } = run(page, block);
        expect(findings.filter(({ verdict }) => verdict === 'manual')).toEqual([]);
      }
    });

    test(`finding page ${name}: the suppression comment of the next step suppresses the findings`, () => {
      const comment = /taro-modernize-ignore [A-Z]{2,}\d{3} [^`\n>]+/.exec(page.section('next'))?.[0];
      expect(comment, 'the next step has a comment with the code of the first example').toBeDefined();
      const { code: full } = shown(page, code)!;
      // Codes of example migrations differ from those on the page.
      const text = comment!.replace(/[A-Z]{2,}\d{3}/, (own) => (isOf(code, own) ? full : own));
      for (const block of befores) {
        const lines = linesOf(run(page, block), full);
        const suppresses = (syntax: (text: string) => string) => {
          const suppressed = { ...block, code: withLineAbove(block.code, lines, syntax(text)) };
          return parses(suppressed) && linesOf(run(page, suppressed), full).length === 0;
        };
        expect(COMMENTS.some(suppresses), `${text} in\n${block.code}`).toBe(true);
      }
    });
  }
});

/** The blocks that the engine reads. */
function programs(blocks: readonly Block[]): Block[] {
  return blocks.filter(({ language }) => /^([jt]sx?|vue|wxml)$/.test(language));
}

/** The lines of the findings with a code, 1-based. */
function linesOf({ findings }: { findings: readonly Finding[] }, code: string): number[] {
  return findings.filter((finding) => finding.code === code).map(({ line }) => line);
}

/** A comment in a script, between the children of a JSX element, and in a template. */
const COMMENTS: readonly ((text: string) => string)[] = [
  (text) => `// ${text}`,
  (text) => `{/* ${text} */}`,
  (text) => `<!-- ${text} -->`,
];

function withLineAbove(code: string, lines: readonly number[], above: string): string {
  return code
    .split('\n')
    .flatMap((line, index) => (lines.includes(index + 1) ? [above, line] : [line]))
    .join('\n');
}

function parses({ language, code }: Block): boolean {
  if (!/^[jt]sx?$/.test(language)) return true;
  try {
    parse(code, `example.${language}`);
    return true;
  } catch {
    return false;
  }
}

/** The page names for the findings of a run: both `REC101` and `101`. */
function pagesOf({ findings }: { findings: readonly { code: string }[] }): string[] {
  return findings.flatMap(({ code }) => [code, code.replace(/^[A-Z]+/, '')]);
}

const isProse = (section: string) => ['happened', 'why', 'next'].includes(section);

function proseOf(text: string): string {
  return text.replace(/^```[\s\S]*?^```$/gm, '').trim();
}

const VERDICTS = [
  ['rewritten', { en: 'Rewritten', zh: '已改写' }],
  ['manual', { en: 'Manual changes', zh: '需手动修改' }],
  ['ignored', { en: 'Ignored', zh: '忽略' }],
] as const;
const TABLE = {
  en: '| Prefix | Migration |',
  zh: '| 前缀 | 迁移规则 |',
} as const;

function index(current: string, language: Language): string {
  const lists = VERDICTS.map(([verdict, title]) => {
    const rows = expected
      .filter((code) => code.verdict === verdict)
      .map(({ page }) => `- [${readPage(page, language).title}](${page}.md)\n`);
    return `## ${title[language]}\n\n${rows.join('')}`;
  });
  const prefixes = migrations.map(({ name, codePrefix }) => `| \`${codePrefix}\` | \`${name}\` |\n`);
  const table = `${TABLE[language]}\n|---|---|\n${prefixes.join('')}`;
  const mark = '<!-- written by test/docs/findings.test.ts -->\n';
  return `${current.split(mark)[0]}${mark}\n${table}\n${lists.join('\n')}`;
}
