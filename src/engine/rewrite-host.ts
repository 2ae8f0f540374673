import type { File } from '@babel/types';
import { applyText } from './edit/apply-text';
import { editsOf } from './edit/edits';
import { withinDepth } from './errors';
import type { EngineOptions } from './options';
import { readBack } from './parse/read-back';
import { plan } from './plan';
import { isRuntimeCopy } from './runtime-copy';
import type { Edit, Finding } from './types';

/** A text that another program has parsed, such as Babel with its plugins. */
export interface HostText {
  text: string;
  /** The AST of the text. */
  ast: File;
  /** Parses in the dialect of the text. @throws {SyntaxError} when a text does not parse */
  parse(text: string): File;
}

/** The rewrite of a `HostText`. */
export interface HostRewrite {
  findings: Finding[];
  /** In order, without overlaps. */
  edits: Edit[];
  /** The AST of the new text; undefined if nothing changes. */
  ast?: File;
}

/**
 * Rewrites the APIs of the given migrations in a text that its host parses.
 * @throws {OutputError} when the rewritten text does not parse
 * @throws {DepthError} when the text is nested too deeply
 */
export function rewriteHost(source: HostText, options: EngineOptions): HostRewrite {
  return withinDepth(options.filename, () => rewriteText(source, options));
}

function rewriteText({ text, ast, parse }: HostText, options: EngineOptions): HostRewrite {
  if (isRuntimeCopy(text)) return { findings: [], edits: [] };
  const planned = plan(ast, text, options);
  if (planned.operations.length === 0) return { findings: planned.findings, edits: [] };
  const output = applyText(planned.operations, ast, text);
  const rewritten = readBack(output.toString(), options.filename, parse);
  return { findings: planned.findings, edits: editsOf(output), ast: rewritten };
}
