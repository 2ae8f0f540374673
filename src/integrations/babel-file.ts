import type { HostRewrite, HostText } from '../engine/rewrite-host';
import type { Finding } from '../engine/types';
import { type Babel, type BabelFile, type Mapping, parseAs, print } from './babel-parser';
import { lineStarts, movePositionsBack, type Place, placesIn } from './babel-positions';
import { isSameAst } from './same-ast';

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
  const source = writtenSource(file, babel) ?? printedSource(file, babel);
  const { findings, edits, ast } = rewrite(source);
  if (ast) {
    movePositionsBack(ast, edits, source.placeOf);
    // In place, because other plugins may hold the program, its path and its scope.
    Object.assign(file.ast, ast, { program: Object.assign(file.ast.program, ast.program) });
    file.scope.crawl();
  }
  return findings.map((finding) => inOriginal(finding, source));
}

/** The text of a file, if its AST is what the text parses to. */
function writtenSource(file: BabelFile, babel: Babel): Source | undefined {
  const { code, ast } = file;
  if (code === '') return undefined;
  const { startLine = 1, startColumn = 0 } = file.opts.parserOpts ?? {};
  // The text is a part of another file, to which the lines refer.
  if (startLine !== 1 || startColumn !== 0) return undefined;
  try {
    const parsed = parseAs(file, code, babel);
    return isSameAst(ast.program, parsed.ast.program) ? { ...parsed, placeOf: placesIn(code) } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The printed AST. An earlier plugin may have changed it, or the caller has passed one with another text or
 * with none.
 */
function printedSource(file: BabelFile, babel: Babel): Source {
  const { code, rawMappings } = print(file.ast, babel);
  const place = placesIn(code);
  const original = file.code === '' ? [] : lineStarts(file.code);
  const lines: Mapping[][] = [];
  for (const mapping of rawMappings) {
    const known = lines[mapping.generated.line];
    if (known) known.push(mapping);
    else lines[mapping.generated.line] = [mapping];
  }
  const placeOf = (offset: number): Place | undefined => {
    const { line, column } = place(offset);
    const mapping = lines[line]?.filter(({ generated }) => generated.column <= column).at(-1);
    if (!mapping?.original) return undefined;
    const moved = mapping.original.column + column - mapping.generated.column;
    const start = original[mapping.original.line - 1];
    const index = start === undefined ? undefined : start + moved;
    return { line: mapping.original.line, column: moved, index };
  };
  return { ...parseAs(file, code, babel), placeOf };
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
