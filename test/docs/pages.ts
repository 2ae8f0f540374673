import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../src/messages/message';
import * as verdicts from '../../src/messages/reasons';
import { migrations } from '../../src/migrations';
import { type Block, blocksOf } from './markdown';

/** The folder of the finding pages in each language. */
export const FINDINGS: Readonly<Record<Language, string>> = {
  en: join(import.meta.dirname, '../../docs/findings'),
  zh: join(import.meta.dirname, '../../docs/zh-CN/findings'),
};

/** The headings of a finding page. An ignored finding has an example, any other has code before and after. */
export const HEADINGS = {
  en: {
    happened: 'What happened',
    why: 'Why',
    before: 'Before',
    after: 'After',
    example: 'Example',
    next: 'Next step',
  },
  zh: {
    happened: '发生了什么',
    why: '原因',
    before: '修改前',
    after: '修改后',
    example: '示例',
    next: '下一步',
  },
} as const satisfies Record<Language, Record<string, string>>;

export type Section = keyof (typeof HEADINGS)['en'];

/** A finding code that needs a page in each language. */
export interface Code {
  /** The page name without `.md`: `101` if only the prefix differs between migrations, otherwise `REC151`. */
  page: string;
  verdict: 'rewritten' | 'manual' | 'ignored';
}

/** The sections of a page with this verdict, in order. */
export function sectionsOf(verdict: Code['verdict']): Section[] {
  return verdict === 'ignored'
    ? ['happened', 'why', 'example', 'next']
    : ['happened', 'why', 'before', 'after', 'next'];
}

/** Every code that a finding can have, from the engine's verdicts and the migrations' checks. */
export function codes(): Code[] {
  type Make = (...args: string[]) => { number: string; verdict: Code['verdict'] };
  const shared = Object.values(verdicts).flatMap((family) =>
    Object.values(family as unknown as Record<string, Make>).map((make): Code => {
      const { number, verdict } = make('', '', '', '');
      return { page: number, verdict };
    }),
  );
  const own = migrations.flatMap(({ codePrefix, checks = [] }) =>
    checks.map(({ number, verdict }): Code => ({ page: codePrefix + number, verdict })),
  );
  const byPage = new Map([...shared, ...own].map((code) => [code.page, code]));
  return [...byPage.values()].sort((one, other) => (order(one.page) < order(other.page) ? -1 : 1));
}

/** Sorts by number, with a migration's own pages after the shared ones of the same number. */
function order(page: string): string {
  return page.replace(/^([A-Z]+)(\d+)$/, '$2$1');
}

/** The names of the existing pages, without `.md` and without the index. */
export function pageNames(language: Language): string[] {
  return readdirSync(FINDINGS[language])
    .filter((file) => file !== 'README.md')
    .map((file) => file.replace(/\.md$/, ''));
}

export interface Page {
  readonly text: string;
  /** The title line, such as `101 · what it says`. */
  readonly title: string;
  readonly headings: readonly string[];
  /** Fixture options from `<!-- options: {…} -->`. `types` stands for TypeScript's answer. */
  readonly options: Record<string, unknown> & { types?: 'platform' | 'foreign'; vueCompiler?: boolean };
  /** The text below a heading. */
  section(section: Section): string;
  /** The code blocks below a heading, except quoted messages. */
  blocks(section: Section): Block[];
}

export function pageFile(name: string, language: Language): string {
  return join(FINDINGS[language], `${name}.md`);
}

export function readPage(name: string, language: Language): Page {
  return pageOf(readFileSync(pageFile(name, language), 'utf8'), language);
}

export function pageOf(text: string, language: Language): Page {
  const options = /<!-- options: (.+) -->/.exec(text)?.[1];
  const section = (one: Section) => {
    const heading = HEADINGS[language][one];
    const part = text.split(/^## /m).find((other) => other.startsWith(`${heading}\n`));
    return part?.slice(heading.length) ?? '';
  };
  return {
    text,
    title: /^# (.+)$/m.exec(text)?.[1] ?? '',
    headings: [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading!),
    options: options ? JSON.parse(options) : {},
    section,
    blocks: (one) => blocksOf(section(one)).filter(({ language: kind }) => kind !== 'text'),
  };
}
