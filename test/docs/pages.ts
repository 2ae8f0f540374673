import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as verdicts from '../../src/messages/reasons';
import { migrations } from '../../src/migrations';

export const FINDINGS = join(import.meta.dirname, '../../docs/findings');

/** A finding code that needs a page, with its subject. */
export interface Code {
  /** The page name without `.md`: `101` if only the prefix differs between migrations, otherwise `REC151`. */
  page: string;
  verdict: 'rewritten' | 'manual' | 'ignored';
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
  return [...byPage.values()];
}

/** The names of the existing pages, without `.md` and without the index. */
export function pageNames(): string[] {
  return readdirSync(FINDINGS)
    .filter((file) => file !== 'README.md')
    .map((file) => file.replace(/\.md$/, ''));
}

export interface Page {
  text: string;
  /** The title line, such as `101 · what it says`. */
  title: string;
  headings: string[];
  /** Fixture options from `<!-- options: {…} -->`. `types` stands for TypeScript's answer. */
  options: Record<string, unknown> & { types?: 'platform' | 'foreign'; vueCompiler?: boolean };
  /** The first code block under a heading, with its language. */
  block(heading: string): { language: string; code: string } | undefined;
}

export function readPage(name: string): Page {
  const text = readFileSync(join(FINDINGS, `${name}.md`), 'utf8');
  const options = /<!-- options: (.+) -->/.exec(text)?.[1];
  return {
    text,
    title: /^# (.+)$/m.exec(text)?.[1] ?? '',
    headings: [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading!),
    options: options ? JSON.parse(options) : {},
    block(heading) {
      const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
      const block = /^```(\w+)\n([\s\S]*?)^```$/m.exec(section ?? '');
      return block ? { language: block[1]!, code: block[2]! } : undefined;
    },
  };
}
