import { createRequire } from 'node:module';
import * as babelParser from '@babel/eslint-parser';
import * as typescriptParser from '@typescript-eslint/parser';
import type { Linter } from 'eslint';
import * as vueParser from 'vue-eslint-parser';

const espree = createRequire(createRequire(import.meta.url).resolve('eslint'))('espree') as Linter.Parser;

export type LanguageOptions = Linter.LanguageOptions & { parser: Linter.Parser };

/**
 * A parser that accepts any text. The rules of taro-modernize need no syntax tree, so even syntax that no
 * ESLint parser reads can be linted.
 */
const none: Linter.Parser = {
  meta: { name: 'none', version: '1.0.0' },
  parseForESLint(text: string) {
    const lines = text.split(/\r\n|[\r\n\u2028\u2029]/);
    const loc = { start: { line: 1, column: 0 }, end: { line: lines.length, column: lines.at(-1)!.length } };
    const range: [number, number] = [0, text.length];
    return {
      ast: { type: 'Program', sourceType: 'module', body: [], tokens: [], comments: [], loc, range },
    } as Linter.ESLintParseResult;
  },
};

const jsx = { ecmaFeatures: { jsx: true } };
const BABEL = {
  requireConfigFile: false,
  babelOptions: { parserOpts: { plugins: ['jsx', 'flow', 'decorators'] } },
};

const byExtension = (extension: string): LanguageOptions[] => {
  if (extension === 'vue')
    return [
      {
        parser: vueParser as unknown as Linter.Parser,
        parserOptions: { parser: { ts: typescriptParser, tsx: typescriptParser, js: 'espree' }, ...jsx },
      },
    ];
  if (/tsx?$/.test(extension))
    return [
      {
        parser: typescriptParser as unknown as Linter.Parser,
        parserOptions: extension === 'tsx' ? jsx : {},
      },
    ];
  return [
    { parser: espree, parserOptions: jsx },
    { parser: babelParser as unknown as Linter.Parser, parserOptions: BABEL },
  ];
};

/** The options of the first parser that reads a text, as projects configure it for the extension. */
export function languageOptions(text: string, extension: string): LanguageOptions {
  const reads = ({ parser, parserOptions }: LanguageOptions) => {
    try {
      const given = {
        ecmaVersion: 2026,
        sourceType: 'module',
        loc: true,
        range: true,
        tokens: true,
        comment: true,
        ...parserOptions,
      };
      if ('parseForESLint' in parser) parser.parseForESLint(text, given);
      else parser.parse(text, given);
      return true;
    } catch {
      return false;
    }
  };
  return byExtension(extension).find(reads) ?? { parser: none };
}

export const nameOfParser = ({ parser }: LanguageOptions): string =>
  parser === espree ? 'espree' : ((parser.meta as { name?: string } | undefined)?.name ?? 'unknown');
