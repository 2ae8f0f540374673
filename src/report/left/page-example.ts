import { extname } from 'node:path';
import type { Finding } from '../../engine/types';
import type { Pages } from '../finding-pages';
import { pageName } from '../pages';

export interface CodeBlock {
  language: string;
  code: string;
}

/** The pages with code for APIs and components that no migration rewrites. */
const BY_REPLACEMENT = ['120', '130'];

/** Whether the page of a finding has a part for each replacement. */
export function isAboutReplacement(finding: Finding): boolean {
  return BY_REPLACEMENT.includes(pageName(finding));
}

/**
 * The finished code on a finding's page, in the language of the file. For an API or a component that no migration
 * rewrites, only code with its replacement.
 * @param replacement the text that names the replacement
 */
export function pageExample(
  finding: Finding,
  path: string,
  text: string,
  replacement: string,
  pages: Pages,
): CodeBlock[] {
  const name = pageName(finding);
  const isReported = isAboutReplacement(finding);
  const names = isReported ? [name, ...BY_REPLACEMENT.filter((other) => other !== name)] : [name];
  const languages = languagesOf(path, text);
  const blocks = names.flatMap((one) => afterBlocks(pages[one]?.en ?? ''));
  const words = replacement.match(/[A-Za-z][\w-]{5,}|"2d"/g) ?? [];
  const fitting = blocks
    .filter(({ language }) => languages.includes(language))
    .map((block) => withScript(block, blocks));
  const hasWord = (block: CodeBlock) => words.some((word) => block.code.includes(word));
  return fitting.find((own) => own.some(hasWord)) ?? (isReported ? [] : (fitting[0] ?? []));
}

/** In a native mini program, the script follows its template. */
function withScript(block: CodeBlock, all: readonly CodeBlock[]): CodeBlock[] {
  const next = all[all.indexOf(block) + 1];
  return block.language === 'wxml' && next?.language === 'js' ? [block, next] : [block];
}

/** The languages of code blocks that fit a file, also its neighbors in a native mini program. */
function languagesOf(path: string, text: string): readonly string[] {
  const ending = extname(path);
  if (ending === '.vue') return ['vue', 'ts'];
  if (!/^\.[cm]?[jt]sx?$/.test(ending)) return ['wxml'];
  return /@tarojs\/|\bTaro\b|from ['"]react/.test(text) ? ['tsx', 'jsx', 'ts', 'js'] : ['wxml', 'js', 'ts'];
}

function afterBlocks(page: string): CodeBlock[] {
  const after = /^## After\n([\s\S]*?)(?=^## )/m.exec(page)?.[1] ?? '';
  return [...after.matchAll(/^```([jt]sx?|vue|wxml)\n([\s\S]*?)^```$/gm)].map(([, language, code]) => ({
    language: language!,
    code: code!.trimEnd(),
  }));
}
