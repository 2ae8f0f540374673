import type { File, Program } from '@babel/types';
import { needlesOf, selectMigrations } from '../migrations';
import { applyAst, type NodeBuilders } from './apply-ast';
import { applyText } from './apply-text';
import { parse } from './parse';
import { plan } from './plan';
import type { NodePath } from './traverse';
import type { AstRewriteResult, RewriteOptions, RewriteResult, SourceMap } from './types';
import { parseVue } from './vue';

export { type ApiRule, isNote, type Migration, mentionsOf, migrations, needlesOf } from '../migrations';
export type { NodeBuilders } from './apply-ast';
export type {
  AstRewriteResult,
  Finding,
  RewriteOptions,
  RewriteResult,
  SourceMap,
  Verdict,
} from './types';
export { SourceError } from './types';
export type { VueCompiler } from './vue';

/** The first line of every copy of a runtime. */
const RUNTIME_HEADER = /^\uFEFF?\s*(\/\/|\/\*+)\s*@taro-modernize-runtime\b/;

/** Whether a text is a copy of one of our runtimes, which is never rewritten, scanned or counted. */
export function isRuntimeCopy(source: string): boolean {
  return RUNTIME_HEADER.test(source);
}

/**
 * Rewrites the deprecated APIs in one file.
 * @param source The text of the file.
 * @returns The text and its source map, with a verdict on every candidate.
 * @throws {SourceError} when the text cannot be parsed.
 * @throws {RangeError} when `options.migrations` names an unknown one.
 */
export function rewrite(source: string, options: RewriteOptions): RewriteResult {
  const unchanged: RewriteResult = { code: source, map: null, findings: [], changed: false, runtimes: [] };
  if (isRuntimeCopy(source)) return unchanged;
  // Positions are counted without the byte order mark, as editors and bundlers count them.
  const mark = source.startsWith('\uFEFF') ? '\uFEFF' : '';
  const text = source.slice(mark.length);

  const isMentioned = (part: string) =>
    selectMigrations(options.migrations).some((migration) =>
      needlesOf(migration, options).some((needle) => part.includes(needle)),
    );
  const component = /\.vue$/i.test(options.filename) ? parseVue(text, options, isMentioned) : undefined;
  const ast = component?.ast ?? parse(text, options.filename, options.parser);
  const { operations, findings, runtimes } = plan(ast, text, options, component);
  if (operations.length === 0) return { ...unchanged, findings };

  const output = applyText({ operations, findings, runtimes }, ast, text);
  const map = output.generateMap({ source: options.filename, includeContent: true, hires: 'boundary' });
  return { code: mark + output.toString(), map: map as SourceMap, findings, changed: true, runtimes };
}

/** A parsed file, in the hands of the Babel that parsed it. */
export interface ParsedFile {
  ast: File;
  /** Path of `ast.program`. */
  program: NodePath<Program>;
  /** The text that the AST was parsed from; `''` where the caller has none. */
  text: string;
}

/**
 * Rewrites the deprecated APIs in an AST, in place: for Babel plugins, before others have changed anything.
 * @param types `@babel/types` of the Babel that owns the AST.
 * @throws {RangeError} when `options.migrations` names an unknown one.
 */
export function rewriteAst(
  { ast, program, text }: ParsedFile,
  options: RewriteOptions,
  types: NodeBuilders,
): AstRewriteResult {
  if (isRuntimeCopy(text)) return { findings: [], changed: false, runtimes: [] };
  const decided = plan(ast, text, options);
  const changed = decided.operations.length > 0;
  if (changed) applyAst(decided, program, types);
  return { findings: decided.findings, changed, runtimes: decided.runtimes };
}
