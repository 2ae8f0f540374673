import type { ExpressionStatement } from '@babel/types';
import {
  type DirectiveKind,
  type ExpressionSource,
  type Range,
  readParameters,
  toStatement,
} from './vue-expression';
import { camelize, namesIn, namesInMarkup, spellingsOf } from './vue-names';

/** A range that mentions an API but is not in the program. */
export interface Unread extends Range {
  /** The attribute `:system-info` stands for this name. */
  name?: string;
  /** `template`: it cannot be parsed. `attribute`: it is part of an attribute's name. */
  place: 'template' | 'attribute';
}

/** What the engine uses of a template or of the styles. */
export interface TemplateReading {
  /**
   * A function for each expression that mentions an API. The parameters are the names in scope in the
   * template.
   */
  statements: ExpressionStatement[];
  /** The names that everything else uses, or that Vue may look up in the script for a tag or an attribute. */
  usedNames: string[];
  unread: Unread[];
}

interface TemplateSource extends ExpressionSource {
  isMentioned(text: string): boolean;
}

/** The parts of the compiler's tree that are used. */
interface TemplateNode {
  type: number;
  tag?: string;
  props?: (Attribute | Directive)[];
  children?: TemplateNode[];
  content?: { loc?: Location } | string;
}
interface Attribute {
  type: 6;
  name: string;
  value?: { content: string };
}
interface Directive {
  type: 7;
  name: string;
  arg?: { content: string; isStatic: boolean; loc: Location };
  exp?: { loc: Location };
}
interface Location {
  start: { offset: number };
  end: { offset: number };
}

const INTERPOLATION = 5;
const ATTRIBUTE = 6;

/**
 * Reads the template of a component.
 * @param template offsets of its content
 * @param ast the tree from Vue 3's compiler. Without it no expressions can be parsed
 */
export function readTemplate(source: TemplateSource, template: Range, ast: unknown): TemplateReading {
  if (ast) return readNode(ast as TemplateNode, [], source);
  const markup = textOf(template, source);
  const unread: Unread[] = source.isMentioned(markup) ? [{ ...template, place: 'template' }] : [];
  return { statements: [], usedNames: namesInMarkup(markup), unread };
}

/** Reads an expression. Without an API in it, only its names are used. */
export function readExpression(
  range: Range,
  scope: readonly string[],
  source: TemplateSource,
  kind?: DirectiveKind,
): TemplateReading {
  const code = textOf(range, source);
  const isMentioned = source.isMentioned(code);
  const statement = isMentioned ? toStatement(source, range, scope, kind) : undefined;
  if (statement) return { statements: [statement], usedNames: [], unread: [] };
  const unread: Unread[] = isMentioned ? [{ ...range, place: 'template' }] : [];
  return { statements: [], usedNames: namesIn(code), unread };
}

/** Several readings as one. */
export function joined(readings: readonly TemplateReading[]): TemplateReading {
  return {
    statements: readings.flatMap(({ statements }) => statements),
    usedNames: readings.flatMap(({ usedNames }) => usedNames),
    unread: readings.flatMap(({ unread }) => unread),
  };
}

function readNode(
  { type, tag, props = [], content, children = [] }: TemplateNode,
  outer: readonly string[],
  source: TemplateSource,
): TemplateReading {
  const declared = props.map((prop) => (prop.type === ATTRIBUTE ? undefined : declaredBy(prop, source)));
  const scope = [...outer, ...declared.flatMap((one) => one?.names ?? [])];
  const expressions = declared.flatMap((one) => one?.expressions ?? []);
  if (type === INTERPOLATION && typeof content === 'object' && content.loc)
    expressions.push(rangeOf(content.loc));
  return joined([
    // `<Tabs.Item>` uses `Tabs`.
    lookedUp(tag?.split('.')[0]),
    ...props.map((prop) =>
      prop.type === ATTRIBUTE ? readAttribute(prop) : readDirective(prop, scope, source),
    ),
    ...expressions.map((range) => readExpression(range, scope, source)),
    ...children.map((child) => readNode(child, scope, source)),
  ]);
}

/** Reads `ref="name"` or `is="vue:name"`. */
function readAttribute({ name, value }: Attribute): TemplateReading {
  return lookedUp(name === 'ref' || name === 'is' ? value?.content.replace(/^vue:/, '') : undefined);
}

function readDirective(
  directive: Directive,
  scope: readonly string[],
  source: TemplateSource,
): TemplateReading {
  const { name, arg, exp } = directive;
  const range = exp && (name === 'for' ? loopOf(exp.loc, source).list : rangeOf(exp.loc));
  return joined([
    lookedUp(`v-${name}`),
    ...(arg ? [readArgument(directive, source)] : []),
    ...(range && name !== 'slot'
      ? [readExpression(range, name === 'on' ? [...scope, '$event'] : scope, source, kindOf(name))]
      : []),
  ]);
}

/** Reads `[name]` in `:[name]`, or `system-info` in `:system-info`, which means `:system-info="systemInfo"`. */
function readArgument({ name, arg, exp }: Directive, source: TemplateSource): TemplateReading {
  const { content, isStatic, loc } = arg!;
  if (isStatic && (exp || name !== 'bind')) return lookedUp(undefined);
  const variable = isStatic ? { name: camelize(content) } : {};
  const unread: Unread = { ...rangeOf(loc), place: 'attribute', ...variable };
  return {
    statements: [],
    usedNames: isStatic ? spellingsOf(content) : namesIn(content),
    unread: source.isMentioned(variable.name ?? content) ? [unread] : [],
  };
}

/** A name that Vue looks up in the script too. */
function lookedUp(name: string | undefined): TemplateReading {
  return { statements: [], usedNames: name === undefined ? [] : spellingsOf(name), unread: [] };
}

/** The names that a `v-for` or a `v-slot` declares, and the expressions among them. */
function declaredBy({ name, exp }: Directive, source: TemplateSource) {
  if (!exp || (name !== 'for' && name !== 'slot')) return undefined;
  const range = name === 'for' ? loopOf(exp.loc, source).declared : rangeOf(exp.loc);
  return readParameters(source, range) ?? { names: namesIn(textOf(range, source)), expressions: [] };
}

/** The parts of `({ id, name = fallback }, index) in list`, without the parentheses. */
function loopOf(loc: Location, source: TemplateSource): { declared: Range; list: Range } {
  const { start, end } = rangeOf(loc);
  const parts = /^(\s*\(?)([\s\S]*?)\)?\s+(?:in|of)\s+/.exec(textOf({ start, end }, source));
  const [whole, before, declared] = parts ?? ['', '', ''];
  const from = start + before!.length;
  return {
    declared: { start: from, end: from + declared!.length },
    list: { start: start + whole.length, end },
  };
}

function kindOf(directive: string): DirectiveKind | undefined {
  if (directive === 'on') return 'handler';
  return /^(if|else-if|show)$/.test(directive) ? 'test' : undefined;
}

function rangeOf({ start, end }: Location): Range {
  return { start: start.offset, end: end.offset };
}

function textOf({ start, end }: Range, { text }: ExpressionSource): string {
  return text.slice(start, end);
}
