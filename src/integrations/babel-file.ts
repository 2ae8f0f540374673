import type * as babelCore from '@babel/core';
import type { File, Node } from '@babel/types';
import { parseFile } from '../engine/parse/parse';
import type { HostRewrite, HostText } from '../engine/rewrite-host';
import type { Finding } from '../engine/types';
import { lineStarts, movePositionsBack, type Place, placesIn } from './babel-positions';

/** What Babel passes to plugins. */
export type Babel = typeof babelCore;

type BabelFile = babelCore.BabelFile;

/** The text that a file's AST stands for. */
interface Source extends HostText {
  /** The position in the original file for an offset in the text. */
  placeOf(offset: number): Place | undefined;
}

/**
 * Rewrites a file that Babel is about to transform. Its AST becomes that of the new text, with the positions
 * of the original one, so the file's text and input map, code frames and source maps stay right.
 */
export function rewriteFile(
  file: BabelFile,
  babel: Babel,
  rewrite: (source: HostText) => HostRewrite,
): Finding[] {
  const source = sourceOf(file, babel);
  const { findings, edits, ast } = rewrite(source);
  if (ast) {
    movePositionsBack(ast, edits, source.placeOf);
    // In place, because other plugins may hold the program, its path and its scope.
    Object.assign(file.ast, ast, { program: Object.assign(file.ast.program, ast.program) });
    file.scope.crawl();
  }
  return findings.map((finding) => inOriginal(finding, source));
}

/** The text of a file if its AST is what that text parses to, otherwise the printed AST. */
function sourceOf(file: BabelFile, babel: Babel): Source {
  const { code, ast } = file;
  const parsed = code === '' ? undefined : parsedText(file, code, babel);
  if (parsed && isSame(ast.program, parsed.ast.program)) return { ...parsed, placeOf: placesIn(code) };
  // An earlier plugin has changed the AST, or the caller has passed one with another text or with none.
  const { code: text, rawMappings } = print(file, babel);
  const printed = parsedText(file, text, babel);
  if (!printed) throw new Error('the AST does not parse after it was printed');
  const place = placesIn(text);
  const lines = code === '' ? [] : lineStarts(code);
  const mappings: Mapping[][] = [];
  for (const mapping of rawMappings) {
    mappings[mapping.generated.line] ??= [];
    mappings[mapping.generated.line]!.push(mapping);
  }
  return {
    ...printed,
    placeOf: (offset) => {
      const { line, column } = place(offset);
      const before = mappings[line]?.filter(({ generated }) => generated.column <= column).at(-1);
      if (!before?.original) return undefined;
      const { original, generated } = before;
      const moved = { line: original.line, column: original.column + column - generated.column };
      const start = lines[moved.line - 1];
      return { ...moved, index: start === undefined ? undefined : start + moved.column };
    },
  };
}

interface Mapping {
  generated: { line: number; column: number };
  original?: { line: number; column: number };
}

interface Printed {
  code: string;
  rawMappings: Mapping[];
}

function print({ ast }: BabelFile, { transformFromAstSync }: Babel): Printed {
  let printed: Printed;
  transformFromAstSync(ast, '', {
    configFile: false,
    babelrc: false,
    sourceMaps: true,
    plugins: [
      {
        // Babel has no other access to its printer and the positions in what it prints.
        generatorOverride: (tree: File, options: object, text: string, generate: Generate) => {
          printed = generate(tree, options, text);
          return printed;
        },
      } as object,
    ],
  });
  return printed!;
}

type Generate = (ast: File, options: object, text: string) => Printed;

/** Undefined if the text does not parse. */
function parsedText(file: BabelFile, text: string, babel: Babel): HostText | undefined {
  try {
    const parse = parserOf(file, babel, {});
    return { text, ast: parse(text), parse };
  } catch {
    // Another program may have parsed the AST, and Babel's options lack its dialect.
  }
  try {
    const parse = parserOf(file, babel, { plugins: parseFile(text, file.opts.filename!).dialect });
    return { text, ast: parse(text), parse };
  } catch {
    return undefined;
  }
}

/**
 * The parser that Babel uses for a file. Babel's own function, with the final parser options and only those
 * plugins that replace the parser, because the others would add to the options again.
 */
function parserOf(
  { opts }: BabelFile,
  { parseSync, types }: Babel,
  changed: babelCore.ParserOptions,
): HostText['parse'] {
  const passes = [opts, ...(opts.presets ?? [])] as { plugins?: { parserOverride?: unknown }[] }[];
  const overrides = passes.flatMap(({ plugins = [] }) =>
    plugins.flatMap(({ parserOverride }) => (parserOverride ? [{ parserOverride } as object] : [])),
  );
  const parserOpts = {
    ...opts.parserOpts,
    ...changed,
    // A new import turns a script into a module.
    ...(opts.parserOpts?.sourceType !== 'module' && { sourceType: 'unambiguous' as const }),
    // Offsets must be those of the text.
    startLine: 1,
    startColumn: 0,
    startIndex: 0,
  };
  const read = (text: string) => {
    try {
      const options = { configFile: false, babelrc: false, filename: opts.filename } as const;
      return parseSync(text, { ...options, plugins: overrides, parserOpts }) as File;
    } catch (error) {
      // Babel adds the file's name and a code frame, which would show a text that is not in the file.
      if (error instanceof SyntaxError)
        error.message = error.message.replace(`${opts.filename}: `, '').replace(/\n.*/s, '');
      throw error;
    }
  };
  return (text) => {
    const ast = read(text);
    if (opts.inputSourceMap === undefined || (opts.inputSourceMap as unknown) === true)
      types.traverseFast(ast as never, (node) => removeMapComments(node as Node));
    return ast;
  };
}

/** Babel has read these comments and taken them out of its AST. */
function removeMapComments(node: Node): void {
  for (const list of ['leadingComments', 'innerComments', 'trailingComments'] as const) {
    if (node[list]) node[list] = node[list].filter(({ value }) => !/^[@#]\s+sourceMappingURL=/.test(value));
  }
}

/** Fields that do not belong to a program, or that parsers fill differently. */
const IGNORED = new Set([
  'comments',
  'errors',
  'filename',
  'identifierName',
  'index',
  'range',
  'rangeInternal',
  'tokens',
]);

/** Fields that some parsers omit. */
const OPTIONAL = new Set(['extra', 'leadingComments', 'innerComments', 'trailingComments']);

/** Whether a part of an AST is what its text parses to. */
function isSame(own: unknown, parsed: unknown): boolean {
  if (own === parsed || (isAbsent(own) && isAbsent(parsed))) return true;
  if (typeof own !== 'object' || typeof parsed !== 'object' || !own || !parsed) return false;
  const [a, b] = [own, parsed] as Record<string, unknown>[];
  return Object.keys({ ...a, ...b }).every(
    (key) => IGNORED.has(key) || (OPTIONAL.has(key) && isAbsent(a![key])) || isSame(a![key], b![key]),
  );
}

function isAbsent(value: unknown): boolean {
  // Only the TypeScript dialect sets `importKind: 'value'`.
  return !value || value === 'value' || (Array.isArray(value) && value.length === 0);
}

/** A finding at the positions in the original file. */
function inOriginal(finding: Finding, { placeOf }: Source): Finding {
  const start = placeOf(finding.start);
  const end = placeOf(finding.end);
  if (!start || !end) return finding;
  return {
    ...finding,
    line: start.line,
    column: start.column + 1,
    endLine: end.line,
    endColumn: end.column + 1,
    start: start.index ?? finding.start,
    end: end.index ?? finding.end,
  };
}
