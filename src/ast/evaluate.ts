import type { Node } from '@babel/types';
import type { NodePath } from './node-path';
import { unwrap } from './syntax';

/** A statically known value. */
export interface Evaluated {
  value: string | number | boolean | bigint | null | undefined;
}

type Path = NodePath<Node | null | undefined>;
type Value = Evaluated['value'];

/**
 * Evaluates an expression made of literals and constants of this file. `undefined` if the value is not
 * certain.
 */
export function evaluate(path: Path): Evaluated | undefined {
  return evaluated(path, new Set());
}

/** @param seen constants being evaluated, to stop at `const a = a` */
function evaluated(given: Path, seen: ReadonlySet<Node>): Evaluated | undefined {
  const path = unwrap(given);
  const { node } = path;
  switch (node?.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return { value: node.value };
    case 'NullLiteral':
      return { value: null };
    case 'TemplateLiteral':
      return template(path as NodePath<typeof node>, seen);
    case 'Identifier':
      return constant(path as NodePath<typeof node>, seen);
    case 'SequenceExpression':
      return evaluated(path.children('expressions').at(-1)!, seen);
    case 'ConditionalExpression': {
      const test = evaluated(path.child('test'), seen);
      return test && evaluated(path.child(test.value ? 'consequent' : 'alternate') as Path, seen);
    }
    case 'LogicalExpression': {
      const left = evaluated(path.child('left'), seen);
      if (!left) return undefined;
      const isDecided =
        node.operator === '??' ? left.value != null : Boolean(left.value) === (node.operator === '||');
      return isDecided ? left : evaluated(path.child('right'), seen);
    }
    case 'UnaryExpression':
      return unary(node.operator, path.child('argument'), seen);
    case 'BinaryExpression': {
      const compute = BINARY[node.operator];
      const left = compute && evaluated(path.child('left'), seen);
      const right = left && evaluated(path.child('right'), seen);
      return right && { value: compute!(left!.value as never, right.value as never) };
    }
    default:
      return undefined;
  }
}

function template(
  path: NodePath<Extract<Node, { type: 'TemplateLiteral' }>>,
  seen: ReadonlySet<Node>,
): Evaluated | undefined {
  const parts = path.children('expressions').map((one) => evaluated(one, seen));
  let text = '';
  for (const [index, { value }] of path.node.quasis.entries()) {
    text += value.cooked;
    const part = parts[index];
    if (index === parts.length) return { value: text };
    if (!part) return undefined;
    text += String(part.value);
  }
  return { value: text };
}

/** The initializer of a name that is declared above and never reassigned. */
function constant(
  path: NodePath<Extract<Node, { type: 'Identifier' }>>,
  seen: ReadonlySet<Node>,
): Evaluated | undefined {
  const { name } = path.node;
  const binding = path.scope.getBinding(name);
  if (!binding) return name in GLOBALS ? { value: GLOBALS[name] } : undefined;
  const { path: declarator, constant } = binding;
  const isBelow = path.node.start! < declarator.node.end!;
  if (!constant || isBelow || !declarator.isVariableDeclarator() || seen.has(declarator.node))
    return undefined;
  // A `var` in a block may not have been executed.
  if (binding.kind === 'var' && declarator.scope !== binding.scope) return undefined;
  if (declarator.node.id.type !== 'Identifier') return undefined;
  return evaluated(declarator.child('init'), new Set([...seen, declarator.node]));
}

const GLOBALS: Readonly<Record<string, Value>> = {
  undefined,
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
};

function unary(operator: string, argument: Path, seen: ReadonlySet<Node>): Evaluated | undefined {
  if (operator === 'void') return { value: undefined };
  const given = evaluated(argument, seen);
  if (!given) return undefined;
  const { value } = given;
  switch (operator) {
    case '!':
      return { value: !value };
    case '+':
      return { value: Number(value) };
    case '-':
      return { value: -Number(value) };
    case '~':
      return { value: ~Number(value) };
    case 'typeof':
      return { value: typeof value };
    default:
      return undefined;
  }
}

/** Applies the operators to operands of any type, as at run time. */
const BINARY: Readonly<Record<string, (left: never, right: never) => Value>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
  '**': (left, right) => left ** right,
  '|': (left, right) => left | right,
  '&': (left, right) => left & right,
  '^': (left, right) => left ^ right,
  '<<': (left, right) => left << right,
  '>>': (left, right) => left >> right,
  '>>>': (left, right) => left >>> right,
  '<': (left, right) => left < right,
  '>': (left, right) => left > right,
  '<=': (left, right) => left <= right,
  '>=': (left, right) => left >= right,
  '===': (left, right) => left === right,
  '!==': (left, right) => left !== right,
};
