import { parse as babelParse, type ParserPlugin, parseExpression } from '@babel/parser';
import type {
  ArrowFunctionExpression,
  Expression,
  ExpressionStatement,
  Identifier,
  Node,
} from '@babel/types';
import { identifiersIn } from '../../ast/declarations';
import type { NodePath } from '../../ast/node-path';

/** A part of a component, as offsets. */
export interface Range {
  start: number;
  end: number;
}

/** The component that contains an expression. */
export interface ExpressionSource {
  text: string;
  /**
   * With `<script setup>`, names in the template refer to the script. Otherwise they are properties of the
   * component.
   */
  isSetup: boolean;
  isTypeScript: boolean;
}

/** What a directive does with its expression, if that matters. */
export type DirectiveKind = 'test' | 'handler';

const FROM_TEMPLATE = 'fromTemplate';
const DIRECTIVE_KIND = 'templateDirective';

/**
 * The names that are properties of the component, for a function that represents a template expression;
 * `undefined` for other nodes.
 */
export function templateProperties(node: Node | null | undefined): ReadonlySet<string> | undefined {
  return node?.extra?.[FROM_TEMPLATE] as ReadonlySet<string> | undefined;
}

/** Whether an expression is in the template. */
export function isInTemplate(path: NodePath<Node>): boolean {
  return path.findParent(({ node }) => templateProperties(node) !== undefined) !== null;
}

/** Whether a node represents the expression of a `v-if`, a `v-else-if` or a `v-show`. */
export function isTemplateTest(node: Node): boolean {
  return node.extra?.[DIRECTIVE_KIND] === 'test';
}

/** Whether a node represents the code of a `v-on`, whose value is not used. */
export function isTemplateHandler(node: Node): boolean {
  return node.extra?.[DIRECTIVE_KIND] === 'handler';
}

/** `(item, $event) => expression`, with the positions of the expression in the component. */
export function toStatement(
  { text, isSetup, isTypeScript }: ExpressionSource,
  { start, end }: Range,
  scope: readonly string[],
  kind?: DirectiveKind,
): ExpressionStatement | undefined {
  const padded = blankBefore(text, start) + text.slice(start, end);
  const plugins = pluginsFor(isTypeScript);
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

/** The parameters that a `v-slot` or a `v-for` declares. */
export interface Parameters {
  names: string[];
  /** Default values and computed keys. */
  expressions: Range[];
}

/** Reads `{ item = fallback }, index`. @returns `undefined` if it cannot be parsed */
export function readParameters(
  { text, isTypeScript }: ExpressionSource,
  { start, end }: Range,
): Parameters | undefined {
  // The parenthesis takes the place of the quote or the parenthesis in front.
  const padded = `${blankBefore(text, start - 1)}(${text.slice(start, end)}) => 0`;
  try {
    const { params } = parseExpression(padded, {
      plugins: pluginsFor(isTypeScript),
    }) as ArrowFunctionExpression;
    return {
      names: params.flatMap((param) => identifiersIn(param).map(({ name }) => name)),
      expressions: params
        .flatMap(expressionsIn)
        .map((expression) => ({ start: expression.start!, end: expression.end! })),
    };
  } catch {
    return undefined;
  }
}

/** The default values and computed keys in a pattern. */
function expressionsIn(pattern: Node | null): Node[] {
  switch (pattern?.type) {
    case 'AssignmentPattern':
      return [...expressionsIn(pattern.left), pattern.right];
    case 'ArrayPattern':
      return pattern.elements.flatMap(expressionsIn);
    case 'ObjectPattern':
      return pattern.properties.flatMap(expressionsIn);
    case 'ObjectProperty':
      return [...(pattern.computed ? [pattern.key] : []), ...expressionsIn(pattern.value)];
    case 'RestElement':
      return expressionsIn(pattern.argument);
    default:
      return [];
  }
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

function pluginsFor(isTypeScript: boolean): ParserPlugin[] {
  return isTypeScript ? ['typescript'] : [];
}

function blankBefore(text: string, end: number): string {
  return text.slice(0, end).replace(/[^\r\n]/g, ' ');
}
