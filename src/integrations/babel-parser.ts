import type * as babelCore from '@babel/core';
import type { File, Node } from '@babel/types';
import { parseFile } from '../engine/parse/parse';
import type { HostText } from '../engine/rewrite-host';

/** What Babel passes to plugins. */
export type Babel = typeof babelCore;
export type BabelFile = babelCore.BabelFile;

/**
 * Parses a text as Babel parses a file.
 * @throws when the text does not parse
 */
export function parseAs(file: BabelFile, text: string, babel: Babel): HostText {
  try {
    const parse = parserOf(file, babel, {});
    return { text, ast: parse(text), parse };
  } catch {
    // Another program may have parsed the AST, and Babel's options lack its dialect.
    const parse = parserOf(file, babel, { plugins: parseFile(text, file.opts.filename!).dialect });
    return { text, ast: parse(text), parse };
  }
}

/**
 * The parser that Babel uses for a file: its own function, with the final parser options. Of the plugins, only
 * those that replace the parser take part, because the others would add to these options again.
 */
function parserOf(
  { opts }: BabelFile,
  { parseSync, types }: Babel,
  changed: babelCore.ParserOptions,
): HostText['parse'] {
  const { filename, inputSourceMap } = opts;
  const passes = [opts, ...(opts.presets ?? [])] as { plugins?: { parserOverride?: unknown }[] }[];
  const plugins = passes.flatMap((pass) =>
    (pass.plugins ?? []).flatMap(({ parserOverride }) =>
      parserOverride ? [{ parserOverride } as object] : [],
    ),
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
  const settings = { configFile: false, babelrc: false, filename, plugins, parserOpts } as const;
  const readsMaps = inputSourceMap === undefined || (inputSourceMap as unknown) === true;
  return (text) => {
    try {
      const ast = parseSync(text, settings) as File;
      if (readsMaps) types.traverseFast(ast as never, (node) => removeMapComments(node as Node));
      return ast;
    } catch (error) {
      // Babel adds the file's name and a code frame, which would show a text that is not in the file.
      if (error instanceof SyntaxError)
        error.message = error.message.replace(`${filename}: `, '').replace(/\n.*/s, '');
      throw error;
    }
  };
}

/** Removes the comments with a source map, as Babel does when it reads the map. */
function removeMapComments(node: Node): void {
  for (const list of ['leadingComments', 'innerComments', 'trailingComments'] as const) {
    if (node[list]) node[list] = node[list].filter(({ value }) => !/^[@#]\s+sourceMappingURL=/.test(value));
  }
}

/** A position in a printed text, with the one in the original. */
export interface Mapping {
  generated: { line: number; column: number };
  original?: { line: number; column: number };
}

interface Printed {
  code: string;
  rawMappings: Mapping[];
}

/** Prints an AST. */
export function print(ast: File, { transformFromAstSync }: Babel): Printed {
  let printed: Printed;
  // Plugins have no other access to Babel's printer and its mappings.
  const generatorOverride = (
    tree: File,
    options: object,
    text: string,
    generate: (ast: File, options: object, text: string) => Printed,
  ) => {
    printed = generate(tree, options, text);
    return printed;
  };
  const plugins = [{ generatorOverride } as object];
  const settings = { configFile: false, babelrc: false, compact: false, sourceMaps: true } as const;
  transformFromAstSync(ast, '', { ...settings, plugins });
  return printed!;
}
