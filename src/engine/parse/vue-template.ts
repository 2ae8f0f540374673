import { parse as babelParse, type ParserPlugin, parseExpression } from '@babel/parser';
import type { Expression, ExpressionStatement, Identifier, Node } from '@babel/types';

/** What the engine uses of a template. */
export interface TemplateReading {
  /**
   * A function for each expression that mentions an API. The parameters are the names in scope in the
   * template.
   */
  statements: ExpressionStatement[];
  /** Names used in parts of the template that were not parsed. Imports of these names must stay. */
  usedNames: ReadonlySet<string>;
  /** Ranges that mention an API but could not be parsed. */
  unread: { start: number; end: number }[];
}

interface TemplateSource {
  text: string;
  /** Offsets of the template's content. */
  template: { start: number; end: number } | undefined;
  /** The tree from Vue 3's compiler. Without it no expressions can be parsed. */
  ast: unknown;
  /**
   * With `<script setup>`, names in the template refer to the script. Otherwise they are properties of the
   * component.
   */
  isSetup: boolean;
  isTypeScript: boolean;
  isMentioned(text: string): boolean;
}

/** The parts of the compiler's tree that are used. */
interface TemplateNode {
  type: number;
  props?: DirectiveNode[];
  children?: TemplateNode[];
  content?: { loc?: Location } | string;
}
interface DirectiveNode {
  type: number;
  name: string;
  exp?: { loc: Location };
}
interface Location {
  start: { offset: number };
  end: { offset: number };
}

const INTERPOLATION = 5;
const DIRECTIVE = 7;

const FROM_TEMPLATE = 'fromTemplate';
const DIRECTIVE_KIND = 'templateDirective';

/**
 * The names that are properties of the component, for a function that represents a template expression;
 * `undefined` for other nodes.
 */
export function templateProperties(node: Node | null | undefined): ReadonlySet<string> | undefined {
  return node?.extra?.[FROM_TEMPLATE] as ReadonlySet<string> | undefined;
}

/** Whether a node represents the expression of a `v-if`, a `v-else-if` or a `v-show`. */
export function isTemplateTest(node: Node): boolean {
  return node.extra?.[DIRECTIVE_KIND] === 'test';
}

/** Whether a node represents the code of a `v-on`, whose value is not used. */
export function isTemplateHandler(node: Node): boolean {
  return node.extra?.[DIRECTIVE_KIND] === 'handler';
}

type DirectiveKind = 'test' | 'handler';

export function readTemplate(source: TemplateSource): TemplateReading {
  const { text, template, ast, isMentioned } = source;
  if (!template) return { statements: [], usedNames: new Set(), unread: [] };
  const statements: ExpressionStatement[] = [];
  const unread: TemplateReading['unread'] = [];
  const read: { start: number; end: number }[] = [];

  const expression: ExpressionReader = (start, end, scope, kind) => {
    if (!isMentioned(text.slice(start, end))) return;
    const statement = toStatement(source, start, end, scope, kind);
    if (statement) statements.push(statement);
    else unread.push({ start, end });
    read.push({ start, end });
  };
  if (ast) visit(ast as TemplateNode, [], text, expression);

  // The rest that no expression covers: plain text, or everything without a tree.
  const rest = remainder(text, template, read);
  if (!ast && isMentioned(rest)) unread.push(template);
  const unreadText = unread.map(({ start, end }) => text.slice(start, end)).join(' ');
  return { statements, usedNames: new Set(`${rest} ${unreadText}`.match(/[\w$]+/g)), unread };
}

type ExpressionReader = (start: number, end: number, scope: readonly string[], kind?: DirectiveKind) => void;

function visit(
  node: TemplateNode,
  outer: readonly string[],
  text: string,
  expression: ExpressionReader,
): void {
  const directives = (node.props ?? []).filter(({ type, exp }) => type === DIRECTIVE && exp);
  const scope = [...outer];
  for (const { name, exp } of directives) {
    const { start, end } = exp!.loc;
    const own = text.slice(start.offset, end.offset);
    if (name === 'for') scope.push(...words(/^([\s\S]*?)\s(?:in|of)\s/.exec(own)?.[1] ?? ''));
    if (name === 'slot' || name === 'slot-scope') scope.push(...words(own));
  }
  for (const { name, exp } of directives) {
    const { start, end } = exp!.loc;
    if (name === 'slot') continue;
    // In a `v-for`, the part after `in` is the expression.
    const aliases =
      name === 'for' ? /^[\s\S]*?\s(?:in|of)\s/.exec(text.slice(start.offset, end.offset)) : null;
    expression(
      start.offset + (aliases?.[0].length ?? 0),
      end.offset,
      name === 'on' ? [...scope, '$event'] : scope,
      kindOf(name),
    );
  }
  if (node.type === INTERPOLATION && typeof node.content === 'object' && node.content.loc) {
    expression(node.content.loc.start.offset, node.content.loc.end.offset, scope);
  }
  for (const child of node.children ?? []) visit(child, scope, text, expression);
}

function kindOf(directive: string): DirectiveKind | undefined {
  if (directive === 'on') return 'handler';
  return /^(if|else-if|show)$/.test(directive) ? 'test' : undefined;
}

/** `(item, $event) => expression`, with the positions of the expression in the component. */
function toStatement(
  { text, isSetup, isTypeScript }: TemplateSource,
  start: number,
  end: number,
  scope: readonly string[],
  kind?: DirectiveKind,
): ExpressionStatement | undefined {
  const padded = text.slice(0, start).replace(/[^\r\n]/g, ' ') + text.slice(start, end);
  const plugins: ParserPlugin[] = isTypeScript ? ['typescript'] : [];
  let body: Node;
  try {
    body = parseExpression(padded, { plugins });
  } catch {
    try {
      const { program } = babelParse(padded, { plugins, sourceType: 'script' });
      body = { ...program, type: 'BlockStatement', directives: [] } as unknown as Node;
    } catch {
      return undefined;
    }
  }
  const properties = isSetup ? [] : rootNames(body).filter((name) => !scope.includes(name));
  const names = new Set([...scope, ...properties]);
  const at = { start, end: start, loc: body.loc };
  const params = [...names].map((name) => ({ type: 'Identifier', name, ...at }) as Identifier);
  const arrow = {
    type: 'ArrowFunctionExpression',
    params,
    body: body as Expression,
    async: false,
    expression: body.type !== 'BlockStatement',
    extra: { [FROM_TEMPLATE]: new Set(properties), [DIRECTIVE_KIND]: kind },
    start,
    end,
    loc: body.loc,
  };
  return {
    type: 'ExpressionStatement',
    expression: arrow,
    start,
    end,
    loc: body.loc,
  } as unknown as ExpressionStatement;
}

/** The identifiers in an expression that are looked up by name. */
function rootNames(node: Node): string[] {
  const names: string[] = [];
  const walk = (current: unknown, key: string, parent: Node | undefined) => {
    if (Array.isArray(current)) for (const item of current) walk(item, key, parent);
    if (typeof current !== 'object' || current === null || !('type' in current)) return;
    const own = current as Node;
    if (own.type === 'Identifier') {
      const isName =
        (key === 'property' || key === 'key') && parent && 'computed' in parent && !parent.computed;
      if (!isName) names.push(own.name);
    }
    for (const [name, value] of Object.entries(own))
      if (name !== 'loc' && name !== 'extra') walk(value, name, own);
  };
  walk(node, '', undefined);
  return names;
}

function words(text: string): string[] {
  return text.match(/[A-Za-z_$][\w$]*/g) ?? [];
}

function remainder(
  text: string,
  template: { start: number; end: number },
  read: readonly { start: number; end: number }[],
): string {
  let rest = '';
  let from = template.start;
  for (const { start, end } of [...read].sort((a, b) => a.start - b.start)) {
    rest += `${text.slice(from, Math.max(from, start))} `;
    from = Math.max(from, end);
  }
  return rest + text.slice(from, template.end);
}
