import * as vueCompiler from '@vue/compiler-sfc';
import type { Language } from '../../src/messages/message';
import { migrations } from '../../src/migrations';
import type { Finding, RewriteOptions, RewriteResult } from '../../src/project/rewrite';
import { reportText } from '../../src/report/text';
import { rewriteFixture } from '../support/fixtures';
import type { Block } from './markdown';
import { type Code, HEADINGS, type Page, type Section } from './pages';

/** Runs a block of a finding page with the page's options. */
export function run(page: Page, { language, code }: Block): RewriteResult {
  const { types, vueCompiler: hasCompiler, ...options } = page.options;
  return rewriteFixture(code, {
    filename: `example.${language}`,
    ...options,
    ...(types && { decideMember: () => types }),
    ...(hasCompiler && { vueCompiler }),
  } as RewriteOptions);
}

/** Whether a code, such as `REC105`, belongs to a page. */
export function isOf({ page }: Code, code: string): boolean {
  return code === page || code.replace(/^[A-Z]+/, '') === page;
}

/** The finding that the first example of a page shows. */
export function shown(page: Page, code: Code): Finding | undefined {
  const [block] = page.blocks(code.verdict === 'ignored' ? 'example' : 'before');
  return block && run(page, block).findings.find((finding) => isOf(code, finding.code));
}

/**
 * A page with its generated parts: the codes below the title, the message in its language, and the code
 * blocks. The engine writes "After" of rewritten findings; all other code is that of the English page.
 */
export function filled(page: Page, code: Code, language: Language, english: Page): string {
  const [head, ...sections] = page.text.split(/^(?=## )/m) as [string, ...string[]];
  return [
    withCodes(head, code),
    ...sections.map((text) => {
      const section = sectionOf(text, language);
      if (section === 'happened') return withMessage(text, english, code, language);
      if (section === 'after' && code.verdict === 'rewritten') return withCode(text, outputs(english));
      if (section === 'before' || section === 'after' || section === 'example')
        return withCode(text, english.blocks(section));
      return text;
    }),
  ].join('');
}

function sectionOf(text: string, language: Language): Section | undefined {
  const heading = /^## (.+)$/m.exec(text)?.[1];
  const found = Object.entries(HEADINGS[language]).find(([, one]) => one === heading);
  return found?.[0] as Section | undefined;
}

/** The full codes, which a search of the repository finds. */
function withCodes(head: string, { page }: Code): string {
  const [title, ...rest] = head.trim().split('\n\n');
  const others = rest.filter((part) => !part.startsWith('`'));
  const line = migrations.map(({ codePrefix }) => `\`${codePrefix}${page}\``).join(' ');
  const codes = /^\d/.test(page) ? [line] : [];
  return `${[title, ...codes, ...others].join('\n\n')}\n\n`;
}

/** The message as the command prints it, without the location. */
function withMessage(text: string, english: Page, code: Code, language: Language): string {
  const finding = shown(english, code);
  if (!finding) return text;
  const words = reportText(language).finding(finding);
  // Example migrations that only tests know have another prefix.
  const isKnown = migrations.some(({ codePrefix }) => finding.code.startsWith(codePrefix));
  const number = isKnown ? finding.code : code.page;
  const lines = [`${finding.api}  ${words.reason} [${number}]`, ...(words.hint ? [`→ ${words.hint}`] : [])];
  const [heading] = text.split('\n') as [string];
  const prose = text.slice(heading.length).replace(/^\s*```text\n[\s\S]*?^```$/m, '');
  return `${heading}\n\n\`\`\`text\n${lines.join('\n')}\n\`\`\`\n\n${prose.trim()}\n\n`;
}

/** Replaces the code blocks of a section in order, or adds them all if it has none. */
function withCode(text: string, blocks: readonly Pick<Block, 'language' | 'code'>[]): string {
  const fenced = blocks.map(({ language, code }) => `\`\`\`${language}\n${code}\`\`\``);
  const count = text.match(/^```\w+$/gm)?.length ?? 0;
  if (count === 0) return `${text.trim()}\n\n${fenced.join('\n\n')}\n\n`;
  let next = 0;
  return text.replace(/^```\w+\n[\s\S]*?^```$/gm, (old) => fenced[next++] ?? old);
}

function outputs(page: Page): Pick<Block, 'language' | 'code'>[] {
  return page.blocks('before').map((block) => ({ language: block.language, code: run(page, block).code }));
}
