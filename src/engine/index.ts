import type MagicString from 'magic-string';
import { applyText } from './edit/apply-text';
import { editsOf } from './edit/edits';
import { withinDepth } from './errors';
import { candidateRules, resultRules } from './file';
import { isMarkupFile } from './markup/markup-file';
import { isConfigFile, planConfig } from './markup/plan-config';
import { planMarkup, readBackMarkup } from './markup/rewrite-markup';
import type { EngineOptions } from './options';
import { parseFile, parseIn } from './parse/parse';
import { readBack, readBackVue } from './parse/read-back';
import { parseVue } from './parse/vue';
import { plan } from './plan';
import { isRuntimeCopy } from './runtime-copy';
import type { RewriteResult, SourceMap } from './types';

export type { Message, MessageValue } from '../messages/message';
export { DepthError, OutputError, SourceError } from './errors';
export { globalPropertiesIn } from './global-properties';
export { type EngineOptions, normalize } from './options';
export { type HostRewrite, type HostText, rewriteHost } from './rewrite-host';
export { contentOf, isRuntimeCopy } from './runtime-copy';
export type {
  Edit,
  Finding,
  GlobalProperty,
  HostUse,
  RewriteOptions,
  RewriteResult,
  SourceMap,
  Verdict,
  VueCompiler,
} from './types';

/**
 * Rewrites the APIs of the given migrations in one file.
 * @param source the text of the file
 * @returns the new text and its source map, with a verdict on every candidate
 * @throws {SourceError} when the text cannot be parsed; a `DepthError` when it is nested too deeply
 * @throws {OutputError} when the rewritten text does not parse, which is a bug in this package
 */
export function rewrite(source: string, options: EngineOptions): RewriteResult {
  return withinDepth(options.filename, () => rewriteText(source, options));
}

function rewriteText(source: string, options: EngineOptions): RewriteResult {
  const unchanged: RewriteResult = {
    code: source,
    map: null,
    findings: [],
    changed: false,
    edits: [],
    runtimes: [],
    hostUses: [],
    families: [],
    links: [],
  };
  if (isRuntimeCopy(source)) return unchanged;
  // Columns do not count the byte order mark, as in editors and bundlers.
  const mark = source.startsWith('\uFEFF') ? '\uFEFF' : '';
  const text = source.slice(mark.length);

  const { findings, hostUses, families, links, runtimes, output, dialect } = planned(text, options);
  const shiftedFindings = findings.map((one) => shifted(one, mark.length));
  if (!output) return { ...unchanged, findings: shiftedFindings, hostUses, families, links };
  const code = output.toString();
  if (options.readBack !== false) {
    if (isMarkupFile(options.filename)) readBackMarkup(code, text, options.filename);
    else if (dialect) readBack(code, options.filename, (text) => parseIn(dialect, text));
    else readBackVue(code, text, options);
  }
  const edits = editsOf(output).map((one) => shifted(one, mark.length));
  const { filename } = options;
  const found = { findings: shiftedFindings, edits, runtimes, hostUses, families, links };
  return new Rewritten(mark + code, found, output, filename);
}

/**
 * The new text with what was found. A function of its own, so that the nodes of the old text are not in memory while
 * the new one is parsed.
 */
function planned(text: string, options: EngineOptions) {
  const nothing = { hostUses: [], families: [], links: [], runtimes: [], dialect: undefined };
  if (isMarkupFile(options.filename)) return { ...nothing, ...planMarkup(text, options) };
  if (isConfigFile(options.filename)) return { ...nothing, output: undefined, ...planConfig(text, options) };
  const component = /\.vue$/i.test(options.filename)
    ? parseVue(text, options, mentionsIn(text, options))
    : undefined;
  const file = component ?? parseFile(text, options.filename, options.parser);
  const { operations, ...found } = plan(file.ast, text, options, component);
  const output = operations.length > 0 ? applyText(operations, file.ast, text) : undefined;
  return { ...found, output, dialect: 'dialect' in file ? file.dialect : undefined };
}

/** Whether a part of a text mentions an API. */
function mentionsIn(text: string, options: EngineOptions): (part: string) => boolean {
  const names = [...candidateRules(options).keys(), ...resultRules(options, text).keys()];
  return (part) => names.some((name) => part.includes(name));
}

/**
 * A class, because V8 keeps what an object literal's getter references in memory much longer than the object.
 */
class Rewritten implements RewriteResult {
  readonly changed = true;
  readonly findings: RewriteResult['findings'];
  readonly edits: RewriteResult['edits'];
  readonly runtimes: RewriteResult['runtimes'];
  readonly hostUses: RewriteResult['hostUses'];
  readonly families: RewriteResult['families'];
  readonly links: RewriteResult['links'];
  readonly #output: MagicString;
  readonly #source: string;
  #map: SourceMap | undefined;

  constructor(
    readonly code: string,
    found: Omit<RewriteResult, 'code' | 'changed' | 'map'>,
    output: MagicString,
    source: string,
  ) {
    this.findings = found.findings;
    this.edits = found.edits;
    this.runtimes = found.runtimes;
    this.hostUses = found.hostUses;
    this.families = found.families;
    this.links = found.links;
    this.#output = output;
    this.#source = source;
  }

  /** Created on demand: builds need it, the codemod does not. */
  get map(): SourceMap {
    this.#map ??= this.#output.generateMap({
      source: this.#source,
      includeContent: true,
      hires: 'boundary',
    }) as SourceMap;
    return this.#map;
  }
}

/** Offsets for callers count from the start of the file; the engine's own from after the byte order mark. */
function shifted<Range extends { start: number; end: number }>(range: Range, by: number): Range {
  return by === 0 ? range : { ...range, start: range.start + by, end: range.end + by };
}
