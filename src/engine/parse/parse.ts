import { parse as babelParse, type ParserPlugin } from '@babel/parser';
import type { File } from '@babel/types';
import { SourceError } from '../errors';
import type { RewriteOptions } from '../types';

const COMMON: ParserPlugin[] = [
  'decoratorAutoAccessors',
  'deferredImportEvaluation',
  'deprecatedImportAssert',
  'doExpressions',
  'exportDefaultFrom',
  'explicitResourceManagement',
  'functionBind',
  'throwExpressions',
];

/**
 * Decorators: first the legacy ones of TypeScript and Taro, then the standard ones, which allow other
 * positions.
 */
const DECORATORS: ParserPlugin[] = ['decorators-legacy', ['decorators', { allowCallParenthesized: true }]];

const BY_PARSER: Readonly<Record<string, ParserPlugin[][]>> = {
  flow: [['jsx', ['flow', { all: true }]]],
  ts: [['typescript']],
  tsx: [['typescript', 'jsx']],
};

/**
 * The dialects to try, in order. The extension decides and wider dialects are only fallbacks, because those
 * read some valid programs differently (`<T>x` in TSX, `f<T>(x)` in Flow).
 */
function dialects(filename: string, parser: RewriteOptions['parser']): ParserPlugin[][] {
  if (parser && parser in BY_PARSER) return [...BY_PARSER[parser]!, ...dialects(filename, undefined)];
  const extension = /\.[^./\\]*$/.exec(filename)?.[0].toLowerCase() ?? '';
  switch (extension) {
    case '.tsx':
      return [['typescript', 'jsx']];
    case '.ts':
    case '.mts':
    case '.cts':
      return [['typescript']];
    default:
      return [['jsx'], ['jsx', 'flow'], ['jsx', ['flow', { all: true }]]];
  }
}

interface ParseFailure {
  message: string;
  loc?: { line: number; column: number };
}

/** A parsed file with the dialect in which it parsed. */
export interface Parsed {
  ast: File;
  dialect: ParserPlugin[];
}

/**
 * Parses a file in the dialect of its extension, or first in that of the given parser.
 * @throws {SourceError} with the 1-based position of the first error when no dialect fits
 */
export function parseFile(source: string, filename: string, parser?: RewriteOptions['parser']): Parsed {
  let first: unknown;
  for (const wanted of dialects(filename, parser)) {
    for (const decorators of DECORATORS) {
      const dialect = [...wanted, decorators, ...COMMON];
      try {
        const ast = parseIn(dialect, source);
        return { ast, dialect };
      } catch (error) {
        // Only a syntax error rules a dialect out. Other errors, such as a stack overflow, do not.
        if (!(error instanceof SyntaxError)) throw error;
        first ??= error;
      }
    }
  }
  throw sourceError(first, filename);
}

/** Whether a text parses as a module, which is strict. */
export function isModule(source: string, filename: string, parser?: RewriteOptions['parser']): boolean {
  return dialects(filename, parser).some((wanted) =>
    DECORATORS.some((decorators) => {
      try {
        parseIn([...wanted, decorators, ...COMMON], source, 'module');
        return true;
      } catch {
        return false;
      }
    }),
  );
}

/** The AST of `parseFile`. */
export function parse(source: string, filename: string, parser?: RewriteOptions['parser']): File {
  return parseFile(source, filename, parser).ast;
}

/** Parses a text in exactly one dialect. @throws Babel's own error when the text does not parse */
export function parseIn(
  dialect: ParserPlugin[],
  source: string,
  sourceType: 'unambiguous' | 'module' = 'unambiguous',
): File {
  return babelParse(source, {
    sourceType,
    allowReturnOutsideFunction: true,
    allowNewTargetOutsideFunction: true,
    allowSuperOutsideMethod: true,
    allowUndeclaredExports: true,
    // Comments are read from the list of all comments instead.
    attachComment: false,
    plugins: dialect,
  });
}

/** Babel's error with the 1-based position in fields. */
export function sourceError(error: unknown, filename: string): SourceError {
  const { message, loc } = error as ParseFailure;
  // Babel appends "(line:column)" with a 0-based column. Here the position is in separate fields.
  const text = message.replace(/\s*\(\d+:\d+\)\s*$/, '');
  return new SourceError(text, filename, loc?.line ?? 1, (loc?.column ?? 0) + 1);
}
